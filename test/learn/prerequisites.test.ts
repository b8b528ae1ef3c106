import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { hasLearnCases, learnCase } from '../support/learn-cases.ts'
import { openClassroom, type Classroom } from '../support/http/classroom.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

/** Courses that ask for others. */

let platform: Platform
let room: Classroom
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  room = await openClassroom(platform)
})

const cases = hasLearnCases ? describe : describe.skip

cases('cases of the public record', () => {
  test('course-01: courses that require each other are refused, and the circle is named', async () => {
    const edges: Json[] = learnCase('completion/prerequisite-cycles.json').edges
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
  const third = await room.course()
  await room.ok(`/courses/${third.id}/prerequisites`, { course_ids: [second.id] })
  await room.ok(`/courses/${second.id}/archive`)
  const changed = await room.write(`/courses/${second.id}/prerequisites`, { course_ids: [] })
  expect(changed).toMatchObject(refusal(409, 'conflict'))
  expect((await enroll(own, third, { actor_id: own })).status).toBe(201)
})
