import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openAcademy, type Academy } from '../support/http/academy.ts'
import { addActivities } from '../support/http/course-parts.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { workOnFiles } from '../support/process/file-work.ts'
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

const refused = refusal(409, 'conflict')
const get = async (path: string): Promise<Json> => (await academy.read(path)).body.data
const complete = (activity: number, actor_id = learner) =>
  academy.write(`/activities/${activity}/complete`, { actor_id, seconds: 30 })
const items = (): Promise<Json[]> => get(`/enrollments/${enrollment}/progress`)
const activities = (...fields: object[]) => addActivities(platform, academy, course, ...fields)

test('Learners who complete the rest all at once get one certificate and one event of each kind', async () => {
  const ids = await activities({}, {}, { kind: 'link' }, { is_required: false }, {})
  const [first, ...rest] = ids as [number, ...number[]]
  expect((await complete(first)).body.data).toMatchObject({
    ...{ enrollment_id: enrollment, activity_id: first, state: 'completed', seconds: 30 },
  })
  expect(await get(`/enrollments/${enrollment}`)).toMatchObject({
    ...{ status: 'active', progress_pct: 25 },
  })
  const answers = await Promise.all([...rest, ...rest, first].map((id) => complete(id)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(await get(`/enrollments/${enrollment}`)).toMatchObject({
    ...{ status: 'completed', progress_pct: 100 },
  })
  expect((await academy.read('/certificates')).body.total_count).toBe(1)
  expect(await academy.told('course.completed')).toBe(1)
  expect(await academy.told('certificate.issued')).toBe(1)
  expect(await findDrift(platform, academy.tenant.live.tenantId)).toEqual([])
})

test('Activities open by date, prerequisite and score, and say what they wait for until then', async () => {
  const [first] = (await activities({})) as [number]
  const waits = { release_activity_id: first }
  const after_at = '2999-01-01T00:00:00Z'
  const [dated, next, scored] = (await activities(
    { release_rule_kind: 'date', release_after_at: after_at },
    { release_rule_kind: 'prerequisite', ...waits },
    { release_rule_kind: 'score', release_min_score_pct: 80, ...waits },
  )) as [number, number, number]
  const waiting = { is_open: false, after_at: null, activity_id: null, min_score_pct: null }
  expect((await items()).map(({ release }) => release)).toEqual([
    { ...waiting, is_open: true, waits_for: null },
    { ...waiting, waits_for: 'date', after_at },
    { ...waiting, waits_for: 'prerequisite', activity_id: first },
    { ...waiting, waits_for: 'score', activity_id: first, min_score_pct: 80 },
  ])
  for (const id of [dated, next, scored]) expect(await complete(id)).toMatchObject(refused)
  await complete(first)
  expect((await items()).map(({ release }) => release.is_open)).toEqual([true, false, true, false])
  expect((await complete(next)).status).toBe(200)
  await platform.query('update learn_progress set score_pct = 80 where activity_id = $1', [first])
  expect((await complete(scored)).status).toBe(200)
})

test('A course is completed by the rule that it has, and by no other', async () => {
  const rule = (completion_rule: string, more = {}) =>
    academy.ok(`/courses/${course}`, { completion_rule, ...more })
  const status = async () => (await get(`/enrollments/${enrollment}`)).status
  const [required, optional] = (await activities({}, { is_required: false })) as [number, number]
  await rule('manual')
  await complete(required)
  expect(await status()).toBe('active')
  await rule('min_score', { completion_min_score_pct: 70 })
  await platform.query('update learn_progress set score_pct = 69 where activity_id = $1', [
    required,
  ])
  await complete(required)
  expect(await get(`/enrollments/${enrollment}`)).toMatchObject({ status: 'active', score_pct: 69 })
  await rule('all_activities')
  await complete(required)
  expect(await status()).toBe('active')
  await complete(optional)
  expect(await status()).toBe('completed')
})

test('Only members with an enrollment that holds complete activities, and of the kinds that are told', async () => {
  const [page, quiz] = (await activities({}, { kind: 'quiz' })) as [number, number]
  expect(await complete(quiz)).toMatchObject(refused)
  expect(await complete(page, await academy.member())).toMatchObject(refused)
  await platform.query(
    `update learn_enrollments set expires_at = '2020-01-01T00:00:00Z' where id = $1`,
    [enrollment],
  )
  expect(await complete(page)).toMatchObject(refused)
  await academy.ok(`/enrollments/${enrollment}/cancel`)
  expect(await complete(page)).toMatchObject(refused)
  expect((await items()).map(({ state }) => state)).toEqual(['not_started', 'not_started'])
})

test('A member whose enrollment has expired is enrolled again, and the one before is expired', async () => {
  await platform.query(
    "update learn_enrollments set expires_at = now() - interval '1 day' where id = $1",
    [enrollment],
  )
  const again = await academy.ok('/enrollments', { user_id: learner, course_id: course })
  expect(again.id).not.toBe(enrollment)
  expect((await get(`/enrollments/${enrollment}`)).status).toBe('expired')
  expect(await findDrift(platform, academy.tenant.live.tenantId)).toEqual([])
})

test('Where the parts of a course change, its active enrollments are measured anew', async () => {
  const [read, other] = (await activities({}, {})) as [number, number]
  const late = await academy.member()
  const { id: over } = await academy.ok('/enrollments', { user_id: late, course_id: course })
  await complete(read, late)
  await platform.query(
    `update learn_enrollments set expires_at = '2020-01-01T00:00:00Z' where id = $1`,
    [over],
  )
  await complete(read)
  const status = async () => {
    await workOnFiles(platform, academy.tenant.live.tenantId)
    const { progress_pct, status } = await get(`/enrollments/${enrollment}`)
    return [status, progress_pct]
  }
  const { lesson_id } = await get(`/activities/${read}`)
  const third = await academy.ok(`/lessons/${lesson_id}/activities`, {
    kind: 'page',
    title: 'Third',
  })
  expect(await status()).toEqual(['active', 33])
  await academy.ok(`/activities/${third.id}`, { is_required: false })
  expect(await status()).toEqual(['active', 50])
  await academy.ok(`/activities/${other}/delete`)
  expect(await status()).toEqual(['completed', 100])
  expect((await get(`/enrollments/${over}`)).status).not.toBe('completed')
  expect(await academy.told('certificate.issued')).toBe(1)
})

test('Learners enroll in no course that is hidden, and put nobody into a cohort', async () => {
  const other = await academy.course()
  const { cohort_id } = await academy.ok('/cohorts/grant', {
    ...{ buyer_user_id: learner, course_id: other, seat_count: 2, source_reference: 'inv-1' },
  })
  const own = { actor_id: learner, user_id: learner, course_id: other }
  const enroll = (body: object) => academy.write('/enrollments', { ...own, ...body })
  const invalid = (field: string) => refusal(422, 'validation_failed', field)
  expect(await enroll({ cohort_id })).toMatchObject(invalid('cohort_id'))
  await platform.query('update learn_courses set hidden = true where id = $1', [other])
  expect(await enroll({})).toMatchObject(invalid('course_id'))
  expect((await enroll({ actor_id: undefined, cohort_id })).status).toBe(201)
})
