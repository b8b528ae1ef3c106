import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openClassroom, type Classroom } from '../support/http/classroom.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

/** The parts of courses: modules, lessons and activities. */

let platform: Platform
let room: Classroom
let course: Json
let lesson: Json
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  room = await openClassroom(platform)
  course = await room.course()
  const { id } = await room.ok(`/courses/${course.id}/modules`, { title: 'First' })
  lesson = await room.ok(`/modules/${id}/lessons`, { title: 'One' })
})

const add = (title: string, more: object = {}) =>
  room.ok(`/lessons/${lesson.id}/activities`, { kind: 'quiz', title, ...more })
const titles = async (path: string) => (await room.rows(path)).map(({ title }) => title)
const after = (activity: Json) => ({
  ...{ release_rule_kind: 'prerequisite', release_activity_id: activity.id },
})

test('parts come last, are ordered, move within their course, and go with all that is below them', async () => {
  const { module_id } = lesson
  const second = await room.ok(`/courses/${course.id}/modules`, { title: 'Second' })
  await room.ok(`/courses/${course.id}/modules`, { title: 'Third' })
  const order = (ids: number[]) => room.write(`/courses/${course.id}/modules/order`, { ids })
  expect((await order([second.id])).status).toBe(200)
  expect(await titles(`/courses/${course.id}/modules`)).toEqual(['Second', 'First', 'Third'])
  expect(await order([second.id, lesson.id + 1000])).toMatchObject(
    refusal(422, 'validation_failed', 'ids[1]'),
  )

  await add('Quiz')
  await room.ok(`/lessons/${lesson.id}`, { module_id: second.id })
  expect(await titles(`/modules/${module_id}/lessons`)).toEqual([])
  const elsewhere = await room.course()
  const foreign = await room.ok(`/courses/${elsewhere.id}/modules`, { title: 'Foreign' })
  expect(await room.write(`/lessons/${lesson.id}`, { module_id: foreign.id })).toMatchObject(
    refusal(422, 'validation_failed', 'module_id'),
  )
  const counts = async () => {
    const { body } = await room.read(`/courses/${course.id}`)
    const { module_count, lesson_count, activity_count } = body.data
    return [module_count, lesson_count, activity_count]
  }
  expect(await counts()).toEqual([3, 1, 1])
  await room.ok(`/modules/${second.id}/delete`)
  expect(await counts()).toEqual([2, 0, 0])
  expect((await room.read(`/lessons/${lesson.id}`)).status).toBe(404)
})

test('activities that would wait for each other are refused, and the circle is named', async () => {
  const [a, b] = [await add('A'), await add('B')]
  const c = await add('C', after(b))
  const wait = (one: Json, other: Json) => room.write(`/activities/${one.id}`, after(other))
  expect((await wait(b, a)).status).toBe(200)
  const circle = await wait(a, c)
  expect(circle).toMatchObject(refusal(422, 'validation_failed', 'release_activity_id'))
  expect(circle.text).toContain('A → C → B → A')
  expect((await wait(a, a)).text).toContain('A → A')
  expect((await wait(c, a)).status).toBe(200)
  expect((await room.write(`/activities/${a.id}/delete`)).status).toBe(409)
  await room.ok(`/activities/${c.id}/delete`)
  await room.ok(`/activities/${b.id}/delete`)
  await room.ok(`/activities/${a.id}/delete`)
})

test('two edits at once that close a circle are one, and the other is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await add('A'), await add('B')]
    const answers = await Promise.all([
      room.write(`/activities/${a.id}`, after(b)),
      room.write(`/activities/${b.id}`, after(a)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  }
})

test.each<[string, object, string]>([
  ['a link without its address', { kind: 'link' }, 'url'],
  ['an address of a page', { kind: 'page', url: 'https://example.com' }, 'url'],
  ['the text of a quiz', { content_markdown: 'Text.' }, 'content_markdown'],
  ['an assessment of a page', { kind: 'page', assessment: { max_attempts: 1 } }, 'assessment'],
  ['a package that is not there', { kind: 'scorm', scorm_package_id: 9 }, 'scorm_package_id'],
  ['a date that is missing', { release_rule_kind: 'date' }, 'release_after_at'],
  ['a score of the rule open', { release_min_score_pct: 5 }, 'release_min_score_pct'],
  ['an activity that is not there', after({ id: 9 }), 'release_activity_id'],
])('%s is refused', async (_, body, field) => {
  const answer = await room.write(`/lessons/${lesson.id}/activities`, {
    ...{ kind: 'quiz', title: 'Quiz', ...body },
  })
  expect(answer).toMatchObject(refusal(422, 'validation_failed', field))
})

test('another release rule takes away what the one before had', async () => {
  const [a, b] = [await add('A'), await add('B')]
  const edit = (body: object) => room.ok(`/activities/${b.id}`, body)
  const score = { release_rule_kind: 'score', release_min_score_pct: 60 }
  await edit({ ...after(a), ...score })
  expect(await edit({ release_rule_kind: 'prerequisite' })).toMatchObject({
    ...{ release_activity_id: a.id, release_min_score_pct: null },
  })
  expect(await edit({ release_rule_kind: 'open' })).toMatchObject({ release_activity_id: null })
  const assessment = { scoring_method: 'latest', max_attempts: 2 }
  expect((await edit({ assessment })).assessment).toMatchObject(assessment)
  expect((await edit({ assessment: { max_attempts: null } })).assessment).toMatchObject({
    ...{ scoring_method: 'latest', max_attempts: null },
  })
})
