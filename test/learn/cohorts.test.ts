import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { transact } from '../../packages/db/src/index.ts'
import { learn } from '../../packages/domain/src/learn/index.ts'
import { enrollmentExpiry } from '../../packages/domain/src/learn/enrollments/expiring.ts'
import type { Letter } from '../../packages/domain/src/kit/index.ts'
import { doChore } from '../../packages/domain/src/platform/chores.ts'
import { doTasks } from '../../packages/domain/src/platform/index.ts'
import { mailing } from '../support/fake/post.ts'
import { openAcademy, type Academy } from '../support/http/academy.ts'
import { startPlatform, type Called, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { hasLearnCases, learnCase } from '../support/learn-cases.ts'
import { lockWaits } from '../support/process/lock-waits.ts'
import { until } from '../support/until.ts'
import { findDrift, repairDrift } from '../world/recount.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let academy: Academy
let buyer: number
let course: number
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  academy = await openAcademy(platform)
  ;[buyer, course] = [await academy.member(), await academy.course()]
})

let purchases = 0
const purchase = (more: object = {}) => ({
  ...{ buyer_user_id: buyer, course_id: course, seat_count: 20 },
  source_reference: `inv-${++purchases}`,
  ...more,
})
const grant = async (more: object = {}): Promise<Json> =>
  academy.ok('/cohorts/grant', purchase(more))
const redeem = (id: number, user_id: number) => academy.write(`/cohorts/${id}/redeem`, { user_id })
const inDays = (days: number) =>
  new Date(platform.clock.now().getTime() + days * DAY_MS).toISOString()
const get = async (path: string) => (await academy.read(path)).body.data

/** Does the tasks of Learn; answers the mails that left. */
async function work(refusing = false): Promise<Letter[]> {
  const letters: Letter[] = []
  const send = async (letter: Letter) => {
    if (refusing) throw Object.assign(new Error('550 No such mailbox'), { isFinal: true })
    letters.push(letter)
  }
  const { db, storage, clock } = platform
  const services = { db, storage, scan: async () => true, ...mailing({ send }) }
  const worker = { ...services, clock: clock.now, surfaces: [learn] }
  const failures: unknown[] = []
  await doTasks(worker, academy.tenant.live.tenantId, 100, (error) => void failures.push(error))
  expect(failures).toEqual([])
  return letters
}

test('the same purchase sent 50 times at once is one cohort', async () => {
  const body = purchase()
  const send = () => academy.write('/cohorts/grant', body)
  const answers = await Promise.all(Array.from({ length: 50 }, send))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 201])
  expect(new Set(answers.map((each) => each.body.data.cohort_id)).size).toBe(1)
  expect((await academy.read('/cohorts?source=grant')).body.total_count).toBe(1)
})

/** So many members, straight into the table. */
async function membersOf(count: number): Promise<number[]> {
  const { tenantId } = academy.tenant.live
  const { rows } = await platform.query(
    `insert into users (tenant_id, username, display_name)
     select $1, 'buyer-' || i, 'Buyer ' || i from generate_series(1, $2::int) i returning id`,
    [tenantId, count],
  )
  await repairDrift(platform, tenantId)
  return rows.map(({ id }) => Number(id))
}

test('100 members who redeem 20 seats at once get 20', async () => {
  const { cohort_id } = await grant()
  const members = await membersOf(100)
  const answers = await Promise.all(members.map((id) => redeem(cohort_id, id)))
  const taken = answers.filter(({ status }) => status === 201)
  expect(taken).toHaveLength(20)
  for (const answer of answers)
    if (answer.status !== 201) expect(answer).toMatchObject(refusal(409, 'seats_exhausted'))
  expect(await get(`/cohorts/${cohort_id}`)).toMatchObject({ seats_used: 20, seat_count: 20 })
  const enrolled = (await academy.read(`/enrollments?course_id=${course}&status=active`)).body
  expect(enrolled.total_count).toBe(20)
  expect(await academy.told('enrollment.created')).toBe(20)
  expect(await findDrift(platform, academy.tenant.live.tenantId)).toEqual([])
})

test('a member redeems once, at once as well, and an enrollment that is there stays', async () => {
  const { cohort_id } = await grant({ expires_at: inDays(30) })
  const [twice, enrolled] = [await academy.member(), await academy.member()]
  const own = await academy.ok('/enrollments', { user_id: enrolled, course_id: course })
  const answers = await Promise.all([1, 2, 3].map(() => redeem(cohort_id, twice)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
  const seat = (await redeem(cohort_id, enrolled)).body.data
  expect(seat).toMatchObject({ enrollment_id: own.id, seats_used: 2 })
  const members = (await academy.read(`/cohorts/${cohort_id}/members`)).body
  expect(members.data.map(({ user }: Json) => user.id)).toEqual([twice, enrolled])
  const { enrollment_id } = answers[0]?.body.data as Json
  expect(await get(`/enrollments/${enrollment_id}`)).toMatchObject({ cohort_id })
})

test('a seat that is revoked is free for others and not for its member', async () => {
  const { cohort_id } = await grant({ seat_count: 1 })
  const [first, second] = [await academy.member(), await academy.member()]
  const { enrollment_id } = (await redeem(cohort_id, first)).body.data
  const revoke = (user_id: number) => academy.write(`/cohorts/${cohort_id}/revoke`, { user_id })
  expect((await revoke(first)).body.data).toMatchObject({ seats_used: 0 })
  expect(await get(`/enrollments/${enrollment_id}`)).toMatchObject({ status: 'cancelled' })
  expect(await revoke(first)).toMatchObject(refusal(422, 'validation_failed', 'user_id'))
  expect(await redeem(cohort_id, first)).toMatchObject(refusal(409, 'conflict'))
  expect((await redeem(cohort_id, second)).status).toBe(201)
  expect(await findDrift(platform, academy.tenant.live.tenantId)).toEqual([])
})

test('seats are taken from the start to the end, and enrollments follow a later end', async () => {
  const [upcoming, member] = [await grant({ starts_at: inDays(1) }), await academy.member()]
  expect(await redeem(upcoming.cohort_id, member)).toMatchObject(refusal(409, 'conflict'))
  const { cohort_id } = await grant({ expires_at: inDays(1) })
  const { enrollment_id } = (await redeem(cohort_id, member)).body.data
  const extend = (expires_at: string | null) =>
    academy.write(`/cohorts/${cohort_id}/extend`, { expires_at })
  expect(await extend(inDays(0.5))).toMatchObject(
    refusal(422, 'validation_failed', 'expires_at', 'too_early'),
  )
  const end = inDays(9).replace(/\.\d+/, '')
  expect((await extend(end)).body.data).toMatchObject({ expires_at: end })
  await work()
  expect(await get(`/enrollments/${enrollment_id}`)).toMatchObject({ expires_at: end })
  const close = 'update learn_cohorts set expires_at = $1 where id = $2'
  await platform.query(close, [platform.clock.now(), cohort_id])
  expect(await get(`/cohorts/${cohort_id}`)).toMatchObject({ status: 'expired' })
  expect(await redeem(cohort_id, await academy.member())).toMatchObject(refusal(409, 'conflict'))
})

test('a seat that is taken while the cohort is extended ends with the cohort', async () => {
  const { cohort_id } = await grant({ expires_at: inDays(1) })
  const [member, end] = [await academy.member(), inDays(9).replace(/\.\d+/, '')]
  let taken: Promise<Called> | undefined
  await transact(platform.db, academy.tenant.live.tenantId, async ({ tx }) => {
    await sql`update learn_cohorts set expires_at = ${end} where id = ${cohort_id}`.execute(tx)
    taken = redeem(cohort_id, member)
    await until(async () => (await lockWaits(platform.query)) > 0)
  })
  const { enrollment_id } = (await taken)?.body.data as Json
  expect(await get(`/enrollments/${enrollment_id}`)).toMatchObject({ expires_at: end })
})

test('enrollments that ended with a cohort go on when it is extended, without revoked seats and those enrolled anew', async () => {
  const [end, later] = [inDays(1), inDays(9).replace(/\.\d+/, '')]
  const [{ cohort_id }, { tenantId }] = [await grant({ expires_at: end }), academy.tenant.live]
  const members = [await academy.member(), await academy.member(), await academy.member()]
  const seats = await Promise.all(members.map((member) => redeem(cohort_id, member)))
  const ids = seats.map(({ body }) => body.data.enrollment_id as number)
  const expire = (at: string) => doChore(platform.db, tenantId, enrollmentExpiry, new Date(at))
  expect(await expire(end)).toBe(3)
  await academy.ok(`/cohorts/${cohort_id}/revoke`, { user_id: members[1] })
  const anew = await academy.ok('/enrollments', { user_id: members[2], course_id: course })
  await academy.ok(`/cohorts/${cohort_id}/extend`, { expires_at: later })
  await work()
  const after = await Promise.all([...ids, anew.id].map((id) => get(`/enrollments/${id}`)))
  expect(after.map(({ status }) => status)).toEqual(['active', 'expired', 'expired', 'active'])
  expect(after[0]).toMatchObject({ expires_at: later })
  expect(await findDrift(platform, tenantId)).toEqual([])
  expect(await expire(later)).toBe(1)
})

test('groups of an identity provider are shown among cohorts, and have no seats', async () => {
  const { tenantId } = academy.tenant.live
  const { rows } = await platform.query(
    `insert into learn_cohorts (tenant_id, source, name, name_key, created_at, updated_at)
     values ($1, 'api', 'Gardeners', 'gardeners', now(), now()) returning id`,
    [tenantId],
  )
  const id = Number(rows[0]?.id)
  await grant()
  const listed = await get('/cohorts')
  expect(listed.map(({ source }: Json) => source).sort()).toEqual(['api', 'grant'])
  expect(await get('/cohorts?source=api')).toMatchObject([{ id, seat_count: null, buyer: null }])
  for (const path of ['redeem', 'revoke', 'extend']) {
    const body = path === 'extend' ? { expires_at: null } : { user_id: buyer }
    const answer = await academy.write(`/cohorts/${id}/${path}`, body)
    expect(answer).toMatchObject(refusal(409, 'conflict'))
  }
})

const page = async (url: string, form?: Record<string, string>) => {
  const { pathname, search } = new URL(url)
  return platform.call(pathname + search, {
    ...{ key: null, host: academy.tenant.url },
    ...(form && {
      ...{ method: 'POST', body: new URLSearchParams(form).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  })
}
const linkIn = ({ text }: Letter) => /https?:\S+/.exec(text)?.[0] as string

test('an invitation gives a seat to the member of its address, by a POST alone', async () => {
  const ann = await academy.member('annie')
  const { cohort_id } = await grant({
    ...{ organization_name: 'Repairs <Ltd>', expires_at: inDays(30) },
    member_emails: ['Annie@example.com', 'annie@EXAMPLE.com', 'nobody@example.com'],
  })
  const letters = await work()
  const invited = ['Annie@example.com', 'nobody@example.com']
  expect(letters.map(({ to }) => to.email).sort()).toEqual(invited)
  const [toAnn, toNobody] = letters.toSorted((a, b) => (a.to.email < b.to.email ? -1 : 1))
  const link = linkIn(toAnn as Letter)
  expect((await page(link)).text).toContain('Repairs &lt;Ltd&gt;')
  expect(await get(`/cohorts/${cohort_id}`)).toMatchObject({ seats_used: 0 })
  expect((await page(link, {})).status).toBe(200)
  expect((await page(link, {})).status).toBe(200)
  expect((await page(linkIn(toNobody as Letter), {})).status).toBe(409)
  const forged = link.replace(/.$/, (end) => (end === 'A' ? 'Q' : 'A'))
  expect((await page(forged, {})).status).toBe(404)
  expect(await get(`/cohorts/${cohort_id}/members`)).toMatchObject([{ user: { id: ann } }])
  const redeemed = [{ status: 'sent' }, { status: 'redeemed', redeemed_by: { id: ann } }]
  expect(await get(`/cohorts/${cohort_id}/invites`)).toMatchObject(redeemed)
})

test('members ask for a link at invite_url, and nobody is told who is one', async () => {
  const boris = await academy.member('boris')
  const { cohort_id, invite_url } = await grant({ seat_count: 1 })
  const asked = await page(invite_url, { email: 'boris@example.com' })
  const unknown = await page(invite_url, { email: 'nobody@example.com' })
  expect([asked.status, unknown.text]).toEqual([200, asked.text])
  expect((await page(invite_url, { email: 'no address' })).status).toBe(422)
  await page(invite_url, { email: 'BORIS@example.com' })
  const letters = await work()
  expect(letters.map(({ to }) => to.email)).toEqual(['boris@example.com'])
  expect((await page(linkIn(letters[0] as Letter), {})).status).toBe(200)
  expect(await get(`/cohorts/${cohort_id}/members`)).toMatchObject([{ user: { id: boris } }])
})

test('an invitation whose mail failed is sent to who asks later, and is none that was bought', async () => {
  await academy.member('clara')
  const bought = purchase({ member_emails: [] })
  const { invite_url } = await academy.ok('/cohorts/grant', bought)
  const ask = () => page(invite_url, { email: 'clara@example.com' })
  await ask()
  expect(await work(true)).toEqual([])
  await ask()
  expect(await work()).toEqual([])
  platform.clock.advance(11 * 60_000)
  await ask()
  expect(await work(true)).toEqual([])
  await ask()
  expect(await work()).toEqual([])
  platform.clock.advance(11 * 60_000)
  await ask()
  expect((await work()).map(({ to }) => to.email)).toEqual(['clara@example.com'])
  expect((await academy.write('/cohorts/grant', bought)).body.data.differs).toEqual([])
})

const cases = hasLearnCases ? describe : describe.skip

cases('a case of neighbouring shops', () => {
  const filled = async (json: Json) => {
    const [other, gone] = [await platform.addTenant(), await academy.member()]
    await platform.query('update users set deletion_scheduled_at = now() where id = $1', [gone])
    const archived = await academy.course()
    await academy.ok(`/courses/${archived}/archive`)
    const values: Record<string, number> = {
      ...{ '{buyer}': buyer, '{course}': course, '{other course}': await academy.course() },
      ...{ '{buyer of another tenant}': other.live.adminId, '{deleted}': gone },
      '{archived}': archived,
    }
    return JSON.parse(JSON.stringify(json), (_, value) => values[value] ?? value)
  }

  test.each(['retry-changed', 'unknown-buyer'])('%s', async (name) => {
    const { steps } = await filled(learnCase(`cohort/${name}.json`))
    let id = 0
    for (const { do: what, json, expect: wanted } of steps) {
      if (what === 'POST learn/cohorts/grant') {
        const { status, body } = await academy.write('/cohorts/grant', json)
        expect({ json, status }).toEqual({ json, status: wanted.status })
        if (wanted.field) expect(body.error.details[0].field).toBe(wanted.field)
        const { status: _, field: __, ...fields } = wanted
        if (status < 300) expect(body.data).toMatchObject(fields)
        if (status === 200) expect(body.data.differs).toHaveLength(1)
        id = body.data?.cohort_id ?? id
      } else if (what === 'redeem 15 seats') {
        const members = await membersOf(15)
        const taken = await Promise.all(members.map((member) => redeem(id, member)))
        expect(taken.map(({ status }) => status)).toEqual(Array(15).fill(201))
      } else expect((await academy.read('/cohorts')).body.total_count).toBe(wanted.count)
    }
  })
})
