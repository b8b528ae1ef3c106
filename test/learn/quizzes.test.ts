import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { attemptSubmission } from '../../packages/domain/src/learn/attempts/submitting.ts'
import { doChore } from '../../packages/domain/src/platform/chores.ts'
import { openAcademy, type Academy } from '../support/http/academy.ts'
import { addActivities } from '../support/http/course-parts.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let academy: Academy
let course: number
let learner: number
let enrollment: number
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  academy = await openAcademy(platform)
  ;[course, learner] = [await academy.course(), await academy.member()]
  enrollment = (await academy.ok('/enrollments', { user_id: learner, course_id: course })).id
})

const get = async (path: string): Promise<Json> => (await academy.read(path)).body.data
const write = (path: string, body: object = {}) =>
  academy.write(path, { actor_id: learner, ...body })
const ok = (path: string, body: object = {}): Promise<Json> =>
  academy.ok(path, { actor_id: learner, ...body })
const options = (...texts: string[]) =>
  texts.map((text) => ({ text: text.replace('*', ''), is_correct: text.startsWith('*') }))

const QUESTIONS = [
  { kind: 'choice', options: options('*a', 'b') },
  { kind: 'several', options: options('*a', '*b', 'c', 'd') },
  { kind: 'order', options: options('1', '2', '3', '4') },
  {
    kind: 'match',
    options: [
      { text: 'DE', match: 'Berlin' },
      { text: 'FR', match: 'Paris' },
    ],
  },
  { kind: 'short_text', accepted: ['The Mains'] },
  { kind: 'number', number: 0.3, tolerance: 0.1 },
]

/** A quiz with these questions, each of 1 point; answers its id. */
async function quiz(fields: object, questions: readonly object[] = QUESTIONS): Promise<number> {
  const [id] = await addActivities(platform, academy, course, { kind: 'quiz', ...fields })
  for (const [i, question] of questions.entries())
    await academy.ok(`/activities/${id}/questions`, { text_markdown: `Q${i}`, ...question })
  return id as number
}

/** Starts an attempt; answers it with its questions by their kinds. */
async function start(id: number) {
  const attempt = await ok(`/activities/${id}/attempts`)
  const { items } = await get(`/attempts/${attempt.id}/paper`)
  const of = (kind: string): Json => items.find((item: Json) => item.kind === kind)
  return { id: attempt.id as number, items: items as Json[], of }
}

/** The right answers to a paper, but for some. */
function rightTo({ of }: Awaited<ReturnType<typeof start>>): Record<string, Json> {
  const at = (kind: string, ...texts: string[]) =>
    texts.map((text) => of(kind).options.indexOf(text) + 1)
  const capitals: Record<string, string> = { DE: 'Berlin', FR: 'Paris' }
  const { options: countries, matches } = of('match')
  return {
    choice: { choices: at('choice', 'a') },
    several: { choices: at('several', 'a', 'b') },
    order: { choices: at('order', '1', '2', '3', '4') },
    match: { matches: countries.map((each: string) => matches.indexOf(capitals[each]) + 1) },
    short_text: { text: '  the  mains ' },
    number: { number: 0.4 },
  }
}

const answersOf = ({ of }: Awaited<ReturnType<typeof start>>, given: Record<string, Json>) =>
  Object.entries(given).map(([kind, answer]) => ({ question_id: of(kind).question_id, ...answer }))

test('Each kind of question is scored by its rule, in part where it has parts, and never shows its key before', async () => {
  const id = await quiz({ shuffle_items: true, shuffle_options: true, pass_mark_pct: 90 })
  const first = await start(id)
  expect(JSON.stringify(first.items)).toBe(
    JSON.stringify((await get(`/attempts/${first.id}/paper`)).items),
  )
  for (const item of first.items)
    expect(item).toMatchObject({ key: null, is_correct: null, earned_points: null })
  const right = rightTo(first)
  const [a, b, c, d] = right.order.choices
  const wrongCount = {
    choices: [...right.several.choices, first.of('several').options.indexOf('c') + 1],
  }
  const partly = { ...right, several: wrongCount, order: { choices: [a, b, d, c] } }
  const done = await ok(`/attempts/${first.id}/submit`, { answers: answersOf(first, partly) })
  expect(done).toMatchObject({ status: 'graded', score_pct: 83.33, passed: false })
  const { items } = await get(`/attempts/${first.id}/paper`)
  const earned = (kind: string) => items.find((each: Json) => each.kind === kind).earned_points
  expect(['choice', 'several', 'order', 'match', 'short_text', 'number'].map(earned)).toEqual([
    ...[1, 0.5, 0.5, 1, 1, 1],
  ])
  expect((await get(`/enrollments/${enrollment}/progress`))[0]).toMatchObject({
    ...{ state: 'failed', score_pct: 83.33, completed_at: null },
  })
  const second = await start(id)
  const all = answersOf(second, rightTo(second))
  expect(await ok(`/attempts/${second.id}/submit`, { answers: all })).toMatchObject({
    ...{ number: 2, score_pct: 100, passed: true },
  })
  expect(await get(`/enrollments/${enrollment}`)).toMatchObject({
    ...{ status: 'completed', score_pct: 100 },
  })
  expect(await academy.told('course.completed')).toBe(1)
  expect(await findDrift(platform, academy.tenant.live.tenantId)).toEqual([])
})

test('Essays count as nothing and complete nothing until somebody else has graded them', async () => {
  const id = await quiz({ pass_mark_pct: 50 }, [{ kind: 'essay', points: 4 }, QUESTIONS[0]!])
  const attempt = await start(id)
  const answers = answersOf(attempt, { essay: { text: 'Because.' }, choice: { choices: [1] } })
  expect(await ok(`/attempts/${attempt.id}/submit`, { answers })).toMatchObject({
    ...{ status: 'pending_review', score_pct: 20, passed: null, graded_at: null },
  })
  const [essay] = (await get(`/attempts/${attempt.id}/review`)).items
  expect(essay).toMatchObject({ is_correct: null, earned_points: 0, answer: { text: 'Because.' } })
  const grades = [{ question_id: essay.question_id, points: 3, comment: 'Nearly.' }]
  const grade = `/attempts/${attempt.id}/grade`
  expect(await write(grade, { grades })).toMatchObject(refusal(422, 'validation_failed'))
  const much = [{ ...grades[0], points: 5 }]
  expect(await academy.write(grade, { grades: much })).toMatchObject(
    refusal(422, 'validation_failed', 'grades[0].points'),
  )
  expect((await get(`/enrollments/${enrollment}`)).status).toBe('active')
  expect(await academy.ok(grade, { grades })).toMatchObject({
    ...{ status: 'graded', score_pct: 80, passed: true },
  })
  expect((await get(`/enrollments/${enrollment}`)).status).toBe('completed')
  expect((await get(`/attempts/${attempt.id}/paper`)).items[0].comment).toBe('Nearly.')
})

test('An attempt whose time is over takes no answer, and is submitted with those that were saved', async () => {
  const id = await quiz({ time_limit_seconds: 60, max_attempts: 2 }, [QUESTIONS[4]!])
  const saved = await start(id)
  expect(await write(`/activities/${id}/attempts`)).toMatchObject(refusal(409, 'conflict'))
  const answers = answersOf(saved, { short_text: { text: 'the mains' } })
  const wrong = answersOf(saved, { short_text: { text: 'the knob' } })
  await ok(`/attempts/${saved.id}/answers`, { answers })
  await platform.query(
    `update learn_attempts set started_at = started_at - interval '1 hour',
     due_at = due_at - interval '1 hour' where id = $1`,
    [saved.id],
  )
  expect(await write(`/attempts/${saved.id}/answers`, { answers: wrong })).toMatchObject(
    refusal(409, 'conflict'),
  )
  const { tenantId } = academy.tenant.live
  expect(await doChore(platform.db, tenantId, attemptSubmission, platform.clock.now())).toBe(1)
  const after = await get(`/attempts/${saved.id}`)
  expect(after).toMatchObject({ status: 'graded', score_pct: 100, submitted_at: after.due_at })
  const late = await start(id)
  await platform.query(`update learn_attempts set due_at = now() - interval '1 h' where id = $1`, [
    late.id,
  ])
  expect(await ok(`/attempts/${late.id}/submit`, { answers })).toMatchObject({ score_pct: 0 })
  expect(await write(`/activities/${id}/attempts`)).toMatchObject(refusal(409, 'conflict'))
})

test.each([
  ['highest', 100],
  ['latest', 50],
  ['first', 0],
  ['average', 50],
])(
  'the score of a quiz with several attempts is that by its method: %s counts',
  async (scoring_method, score_pct) => {
    await academy.ok(`/courses/${course}`, { completion_rule: 'manual' })
    const id = await quiz({ scoring_method }, [QUESTIONS[4]!, QUESTIONS[5]!])
    for (const given of [{}, { text: 'the mains', number: 0.3 }, { text: 'the mains' }]) {
      const attempt = await start(id)
      const { text, number } = given as { text?: string; number?: number }
      const answers = answersOf(attempt, {
        ...(text !== undefined && { short_text: { text } }),
        ...(number !== undefined && { number: { number } }),
      })
      await ok(`/attempts/${attempt.id}/submit`, { answers })
    }
    expect(await get(`/enrollments/${enrollment}`)).toMatchObject({ score_pct })
  },
)

test('Answers and right answers are shown by the rules of the quiz', async () => {
  const shown = async (fields: object) => {
    const id = await quiz(fields, [QUESTIONS[4]!])
    const attempt = await start(id)
    const answers = answersOf(attempt, { short_text: { text: 'x' } })
    await ok(`/attempts/${attempt.id}/submit`, { answers })
    const [item] = (await get(`/attempts/${attempt.id}/paper`)).items
    return [item.answer !== null, item.key !== null]
  }
  await academy.ok(`/courses/${course}`, { completion_rule: 'manual' })
  expect(await shown({})).toEqual([true, true])
  expect(await shown({ feedback_timing: 'never' })).toEqual([true, false])
  expect(await shown({ review_rule: 'after_pass', pass_mark_pct: 50 })).toEqual([false, false])
  expect(await shown({ review_rule: 'after_last_attempt', max_attempts: 2 })).toEqual([
    false,
    false,
  ])
  expect(await shown({ review_rule: 'after_last_attempt', max_attempts: 1 })).toEqual([true, true])
})

test.each([
  [{ kind: 'choice', options: options('*a', '*b') }, 'options'],
  [{ kind: 'several', options: options('a', 'b') }, 'options'],
  [{ kind: 'match', options: options('a', 'b') }, 'options'],
  [{ kind: 'order' }, 'options'],
  [{ kind: 'essay', accepted: ['a'] }, 'accepted'],
  [{ kind: 'short_text' }, 'accepted'],
  [{ kind: 'choice', options: options('*a', 'b'), number: 1 }, 'number'],
])('a question that cannot be judged is refused: %j', async (question, field) => {
  const id = await quiz({}, [])
  expect(
    await academy.write(`/activities/${id}/questions`, { text_markdown: 'Q', ...question }),
  ).toMatchObject(refusal(422, 'validation_failed', field))
})

test('An assignment is handed in with a text or a file, returned with a reason, and completed by its grade', async () => {
  const [id] = await addActivities(platform, academy, course, { kind: 'assignment' })
  const ask = (body: object) => academy.write(`/activities/${id}/questions`, body)
  const { id: question_id } = (await ask({ kind: 'essay', text_markdown: 'Why?', points: 10 })).body
    .data
  expect(
    await academy.ok(`/questions/${question_id}`, { text_markdown: 'Why not?' }),
  ).toMatchObject({
    ...{ text_markdown: 'Why not?', points: 10, kind: 'essay' },
  })
  const attempt = await start(id as number)
  const handIn = (text: string) =>
    write(`/attempts/${attempt.id}/submit`, { answers: [{ question_id, text }] })
  expect(await handIn(' ')).toMatchObject(refusal(409, 'conflict'))
  expect((await handIn('Because.')).body.data).toMatchObject({ status: 'pending_review' })
  const back = await academy.ok(`/attempts/${attempt.id}/return`, { reason: 'Too short' })
  expect(back).toMatchObject({ status: 'in_progress', return_reason: 'Too short' })
  expect((await academy.write(`/attempts/${attempt.id}/return`, { reason: 'Again' })).status).toBe(
    409,
  )
  expect((await handIn('Because of this.')).body.data).toMatchObject({ return_reason: null })
  await academy.ok(`/attempts/${attempt.id}/grade`, { grades: [{ question_id, points: 9 }] })
  const { status, score_pct } = await get(`/attempts/${attempt.id}`)
  expect([status, score_pct]).toEqual(['graded', 90])
})

test('A return takes back the grades of the answers, so that none counts for another answer', async () => {
  const essays = [1, 2].map((points) => ({ kind: 'essay', points }))
  const { id, items } = await start(await quiz({}, essays))
  const [one, two] = items.map(({ question_id }) => question_id)
  const handIn = (text: string) =>
    ok(`/attempts/${id}/submit`, {
      answers: [one, two].map((question_id) => ({ question_id, text })),
    })
  const grade = async (question_id: number, points: number) => {
    const grades = [{ question_id, points }]
    return (await academy.ok(`/attempts/${id}/grade`, { grades })).status
  }
  await handIn('Because.')
  expect(await grade(one, 1)).toBe('pending_review')
  await academy.ok(`/attempts/${id}/return`, { reason: 'Too short' })
  expect((await get(`/attempts/${id}/paper`)).items[0].answer.text).toBe('Because.')
  expect(await handIn('Nothing.')).toMatchObject({ status: 'pending_review', score_pct: 0 })
  expect(await grade(two, 2)).toBe('pending_review')
  expect(await grade(one, 0)).toBe('graded')
})
