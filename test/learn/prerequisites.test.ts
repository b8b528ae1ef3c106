import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { corpus } from '../support/corpora.ts'
import { openClassroom, type Classroom } from '../support/http/classroom.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { findDrift } from '../world/recount.ts'

/** The ways of courses to their learners: prerequisites, review and categories. */

let platform: Platform
let room: Classroom
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  room = await openClassroom(platform)
})

const idsOf = (path: string) => room.rows(path).then((rows) => rows.map(({ id }) => id as number))
const { folder, isThere } = corpus('cases/learn')

;(isThere ? describe : describe.skip)('cases of the public record', () => {
  test('course-01: courses that require each other are refused, and the circle is named', async () => {
    const file = join(folder, 'cases/completion/prerequisite-cycles.json')
    const { edges } = JSON.parse(readFileSync(file, 'utf8')) as { edges: Json[] }
    const ids = new Map<string, number>()
    for (const name of new Set(edges.flatMap(({ course, needs }) => [course, needs])))
      ids.set(name, (await room.course({ slug: name.toLowerCase() })).id)
    for (const { course, needs, status } of edges) {
      const path = `/courses/${ids.get(course)}/prerequisites`
      const { course_ids } = (await room.read(path)).body.data
      const answer = await room.write(path, { course_ids: [...course_ids, ids.get(needs)] })
      expect([course, needs, answer.status]).toEqual([course, needs, status])
      if (status === 422) expect(answer.text).toContain(` → ${course.toLowerCase()}`)
    }
  })
})

test('two who close a circle of courses at once are one who does, and one who is refused', async () => {
  const [a, b] = [await room.course(), await room.course()]
  const require = (one: Json, other: Json) =>
    room.write(`/courses/${one.id}/prerequisites`, { course_ids: [other.id] })
  const answers = await Promise.all([require(a, b), require(b, a)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  expect(answers.find(({ status }) => status === 422)?.text).toContain('makes a circle')
})

test('a member enrolls after the prerequisites alone, and whoever enrolls others decides', async () => {
  const [first, second] = [await room.course({ slug: 'first' }), await room.course()]
  await room.ok(`/courses/${second.id}/prerequisites`, { course_ids: [first.id] })
  const [own, other] = [await room.member(), await room.member()]
  const enroll = (user_id: number, course: Json, actor?: object) =>
    room.write('/enrollments', { user_id, course_id: course.id, ...actor })
  const refused = await enroll(own, second, { actor_id: own })
  expect(refused).toMatchObject(refusal(409, 'conflict', 'course_id'))
  expect(refused.text).toContain('first')
  expect((await enroll(other, second)).status).toBe(201)
  const { body } = await enroll(own, first, { actor_id: own })
  await room.ok(`/enrollments/${body.data.id}/complete`)
  expect((await enroll(own, second, { actor_id: own })).status).toBe(201)
})

test('where a review is required, others than the author publish what was submitted', async () => {
  await room.tenant.setIni('[learn]\nreview = required\n')
  const author_id = await room.member()
  const { id } = await room.ok('/courses', { slug: 'new', title: 'New', author_id })
  const act = (how: string, body: object = {}) => room.write(`/courses/${id}/${how}`, body)
  expect((await act('publish')).status).toBe(409)
  expect((await act('submit', { actor_id: author_id })).status).toBe(200)
  expect(await act('publish', { actor_id: author_id })).toMatchObject(
    refusal(422, 'validation_failed', 'actor_id'),
  )
  const returned = await act('return', { reason: 'No quiz' })
  expect(returned.body.data).toMatchObject({ status: 'draft', return_reason: 'No quiz' })
  expect((await act('return', { reason: 'Again' })).status).toBe(409)
  const { body } = await act('submit', { actor_id: author_id })
  expect(body.data).toMatchObject({ status: 'in_review', return_reason: null })
  expect((await act('publish')).body.data.status).toBe('published')
})

test('categories are nested once, keep their courses, and courses have another system’s id', async () => {
  const category = (body: object) => room.write('/categories', { name: 'Category', ...body })
  const { body } = await category({ slug: 'outer' })
  const outer = body.data.id as number
  const inner = (await category({ slug: 'inner', parent_id: outer })).body.data.id as number
  expect(await category({ slug: 'third', parent_id: inner })).toMatchObject(
    refusal(422, 'validation_failed', 'parent_id'),
  )
  expect(await category({ slug: 'inner' })).toMatchObject(refusal(409, 'conflict', 'slug'))
  const update = { parent_id: inner }
  expect((await room.write(`/categories/${outer}`, update)).status).toBe(422)
  const course = await room.course({ category_id: inner, external_id: 'LMS-1' })
  expect(await idsOf(`/courses?category_id=${inner}&status=published`)).toEqual([course.id])
  expect(await idsOf('/courses?external_id=LMS-1')).toEqual([course.id])
  const other = await room.course()
  const taken = await room.write(`/courses/${other.id}`, { external_id: 'LMS-1' })
  expect(taken).toMatchObject(refusal(409, 'conflict', 'external_id'))
  for (const id of [outer, inner])
    expect((await room.write(`/categories/${id}/delete`)).status).toBe(409)
  await room.ok(`/courses/${course.id}`, { category_id: null })
  for (const id of [inner, outer]) await room.ok(`/categories/${id}/delete`)
  expect(await findDrift(platform, room.tenant.live.tenantId)).toEqual([])
})
