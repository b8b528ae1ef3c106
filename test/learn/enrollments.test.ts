import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { enrollmentExpiry } from '../../packages/domain/src/learn/enrollments/expiring.ts'
import { doChore } from '../../packages/domain/src/platform/chores.ts'
import { hasLearnCases, learnCase } from '../support/learn-cases.ts'
import { openClassroom, type Classroom } from '../support/http/classroom.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { findDrift } from '../world/recount.ts'

/** Enrollments of many at once, and the end of their time. */

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
  test('enrol-01: each address has a result in its order, and those that were good are enrolled once', async () => {
    const { rows, counts }: { rows: Json[]; counts: Json } = learnCase(
      'enrol/bulk-rows.json',
    ) as never
    const [course, ids] = [await room.course(), new Map<string, number>()]
    for (const name of ['ana', 'ben', 'dora', 'already', 'came-back', 'suspended']) {
      const id = await room.member()
      const change = 'update users set email = $1 where tenant_id = $2 and id = $3'
      await platform.query(change, [`${name}@example.org`, room.tenant.live.tenantId, id])
      ids.set(name, id)
    }
    const until = "update users set suspended_until = now() + interval '1 day' where id = $1"
    await platform.query(until, [ids.get('suspended')])
    const enroll = (name: string) =>
      room.ok('/enrollments', { user_id: ids.get(name), course_id: course.id })
    await enroll('already')
    await room.ok(`/enrollments/${(await enroll('came-back')).id}/cancel`)
    const body = { emails: rows.map(({ email }) => email) }
    const answer = await room.ok(`/courses/${course.id}/enroll`, body)
    expect(answer.counts).toEqual(counts)
    expect(answer.results.map(({ row, email, result }: Json) => ({ row, email, result }))).toEqual(
      rows.map(({ email, result }, row) => ({ row, email, result })),
    )
    const told = await room.told('enrollment.created')
    expect(told.slice(2).map(({ user }) => user.id)).toEqual(
      ['ana', 'ben', 'dora', 'came-back'].map((name) => ids.get(name)).sort((x, y) => x! - y!),
    )
    const again = await room.ok(`/courses/${course.id}/enroll`, body)
    expect(again.counts).toEqual({ enrolled: 0, unchanged: 6, failed: 5 })
    expect(await findDrift(platform, room.tenant.live.tenantId)).toEqual([])
  })
})

test('enrollments expire at their time, each once, and those that are completed do not', async () => {
  const [{ id: course_id }, expires_at] = [await room.course(), '2999-01-01T00:00:00Z']
  const enroll = async () =>
    (await room.ok('/enrollments', { user_id: await room.member(), course_id, expires_at })).id
  const [late, done] = [await enroll(), await enroll()]
  await room.ok(`/enrollments/${done}/complete`)
  const { tenantId } = room.tenant.live
  const at = (time: string) => doChore(platform.db, tenantId, enrollmentExpiry, new Date(time))
  expect(await at('2998-12-31T23:59:59Z')).toBe(0)
  expect(await at(expires_at)).toBe(1)
  expect(await at(expires_at)).toBe(0)
  const statusOf = async (id: number) => (await room.read(`/enrollments/${id}`)).body.data.status
  expect([await statusOf(late), await statusOf(done)]).toEqual(['expired', 'completed'])
  expect(await findDrift(platform, tenantId)).toEqual([])
})
