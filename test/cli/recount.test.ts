import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { eventCounter } from '@mobieus/domain/kit'
import { transact, type Transaction } from '../../packages/db/src/index.ts'
import { insertUser, userList } from '../../packages/domain/src/core/users.store.ts'
import { surfaces } from '../../packages/domain/src/index.ts'
import { count, createOutbox, flush } from '../../packages/domain/src/kit/index.ts'
import { placeArrivals, placeFirst, recount } from '../../packages/domain/src/platform/index.ts'
import { lockRecount } from '../../packages/domain/src/platform/recount.store.ts'
import { asApplication, callMobieus } from '../support/process/mobieus.ts'
import { lockWaits } from '../support/process/lock-waits.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { until } from '../support/until.ts'
import { findDrift, lists } from '../world/recount.ts'
import { buildWorld, growWorld } from '../world/world.ts'

/** Counters that do not say what there is are told, and corrected, whatever is written meanwhile. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

let tenant: TestTenant
let tenantId: number
beforeEach(async () => {
  tenant = await platform.addTenant()
  tenantId = tenant.live.tenantId
  await buildWorld(platform, tenantId)
  await growWorld(platform, tenantId, 3)
  await placeArrivals(platform.db, tenant.test.tenantId)
})

const mobieus = (...options: string[]) =>
  callMobieus(platform, ['recount', ...options], asApplication(platform))
const ofTenant = (...options: string[]) => mobieus('--tenant', tenant.slug, ...options)
const counters = async (): Promise<{ name: string; value: number }[]> =>
  (
    await platform.query(
      'select name, value::int from counters where tenant_id = $1 and value > 0 order by name collate "C"',
      [tenantId],
    )
  ).rows
const lie = (change: string, name?: string) =>
  platform.query(
    `update counters set value = ${change} where tenant_id = $1 and name = coalesce($2, name)`,
    [tenantId, name],
  )

test('every counter of every list: told by --check, which changes nothing, and corrected', async () => {
  const right = await counters()
  for (const list of lists) expect(right.map(({ name }) => name.split('.')[0])).toContain(list.name)
  expect(await ofTenant('--check')).toEqual({
    code: 0,
    said: 'Every counter of 2 partitions is right.',
  })
  // One is gone, one is of a list that nobody has; the others are too high or too low.
  await lie(
    `value + case when name <> '${eventCounter()}' and length(name) % 2 = 0 then 7 else -1 end`,
  )
  await platform.query(`delete from counters where tenant_id = $1 and name = 'posts'`, [tenantId])
  await platform.query(
    `insert into counters (tenant_id, name, value) values ($1, 'nothing.at_all=1', 5), ($2, 'users', 3)
     on conflict (tenant_id, name) do update set value = excluded.value`,
    [tenantId, tenant.test.tenantId],
  )
  const wrong = await counters()
  const checked = await ofTenant('--check')
  expect(checked.code).toBe(1)
  expect(checked.said).toContain(`counters that have drifted: ${right.length + 2};`)
  for (const { name, value } of right)
    expect(checked.said).toMatch(
      lineOf('live', name, wrong.find((each) => each.name === name)?.value ?? 0, value),
    )
  expect(checked.said).toMatch(lineOf('live', 'nothing.at_all=1', 5, 0))
  expect(checked.said).toMatch(lineOf('test', 'users', 3, 1))
  expect(await counters()).toEqual(wrong)

  const repaired = await ofTenant()
  expect(repaired.code).toBe(0)
  expect(repaired.said).toContain(`Counters corrected: ${right.length + 2}.`)
  expect(await counters()).toEqual(right)
  expect(await ofTenant('--check')).toMatchObject({ code: 0 })
})

/** A line of the table: tenant, partition, counter, its value, the rows. */
const lineOf = (partition: string, ...cells: (string | number)[]) =>
  new RegExp(
    [tenant.slug, partition, ...cells]
      .map((each) => `'?${String(each).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}'?`)
      .join(' +│ +') + ' +│',
  )

test('one tenant, or all of them', async () => {
  const other = await platform.addTenant()
  await placeArrivals(platform.db, other.live.tenantId)
  await lie('value + 1', 'users')
  await platform.query(`update counters set value = 9 where tenant_id = $1 and name = 'users'`, [
    other.live.tenantId,
  ])
  expect((await ofTenant()).said).toContain('Counters corrected: 1.')
  const all = await mobieus('--check')
  expect(all).toMatchObject({ code: 1, said: expect.stringContaining(other.slug) })
  expect(all.said).not.toContain(`'${tenant.slug}'`)
  expect((await mobieus()).code).toBe(0)
  expect(await findDrift(platform, other.live.tenantId)).toEqual([])
})

test('a change that is not placed yet is part of its counter', async () => {
  const of = async (name: string) => (await counters()).find((each) => each.name === name)!.value
  const users = await of('users')
  const { status } = await platform.call('/api/v1/users', {
    ...{ key: await tenant.key(), host: tenant.url },
    body: { username: 'newcomer', email: 'newcomer@example.com' },
  })
  expect(status).toBe(201)
  expect(await of('users')).toBe(users)
  expect(await ofTenant('--check')).toMatchObject({ code: 0 })
  await lie('value + 4', 'users')
  const { code, said } = await ofTenant('--check')
  expect(code).toBe(1)
  expect(said).toMatch(lineOf('live', 'users', users + 5, users + 1))
  expect(await of('users')).toBe(users + 4)
})

describe('the log', () => {
  test('takes events again where a counter was behind it', async () => {
    await lie('0', 'events')
    await lie('0', 'events.type=user.joined')
    const key = await tenant.key()
    const join = (username: string) =>
      platform.call('/api/v1/users', {
        ...{ key, host: tenant.url },
        body: { username, email: `${username}@example.com` },
      })
    expect((await ofTenant()).said).toContain('Counters corrected: 2.')
    expect((await join('newcomer')).status).toBe(201)
    expect(await findDrift(platform, tenantId)).toEqual([])
  })

  test('is never given a position again that callers may have gone by', async () => {
    const [before] = await findLog()
    await lie('value + 3', 'events')
    const { code, said } = await ofTenant()
    expect(code).toBe(0)
    expect(said).toContain('Counters left: 1.')
    expect(await findLog()).toEqual([{ value: before!.value + 3 }])
  })

  const findLog = async () =>
    (await counters()).flatMap(({ name, value }) => (name === 'events' ? [{ value }] : []))
})

describe('a write beside it is counted once', () => {
  /** Adds a member in a transaction that stays open until `end` is called. */
  function openWrite(username: string) {
    const outbox = createOutbox()
    let end = () => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    let began = () => {}
    const begun = new Promise<void>((resolve) => (began = resolve))
    const now = new Date()
    const written = transact(
      platform.db,
      tenantId,
      async ({ tx }) => {
        const email = `${username}@example.com`
        await insertUser(
          { tx, tenantId },
          { username, email, display_name: username, joined_at: now },
        )
        count({ outbox }, userList, 1)
        began()
        await ended
      },
      () => flush(tenantId, outbox, now),
    )
    return { begun, end: () => (end(), written) }
  }

  test('one that is open, which nobody waits for', async () => {
    await lie('value + 7')
    const write = openWrite('early')
    await write.begun
    await recount(platform.db, surfaces, tenantId)
    await write.end()
    expect((await findDrift(platform, tenantId)).filter(({ name }) => name !== 'events')).toEqual(
      [],
    )
  })

  /** Runs `work` while a transaction has done something; it ends when so many statements wait for it. */
  async function whileOpen(
    first: (transaction: Transaction) => Promise<unknown>,
    waiting: number,
    work: () => Promise<unknown>,
  ) {
    let working: Promise<unknown> | undefined
    await transact(platform.db, tenantId, async (transaction) => {
      await first(transaction)
      working = work()
      await until(async () => (await lockWaits((text) => platform.query(text))) >= waiting)
    })
    await working
    expect(await findDrift(platform, tenantId)).toEqual([])
  }
  const once = () => recount(platform.db, surfaces, tenantId)
  const written = async (username: string) => {
    const write = openWrite(username)
    await write.begun
    await write.end()
  }

  test('one that has arrived, and is being placed', async () => {
    await lie('value + 7', 'users')
    await written('late')
    await whileOpen(placeFirst, 1, once)
  })

  test('one of an event, whose position has been given and is not there yet', async () => {
    await lie('value + 5', 'events.type=user.joined')
    const key = await tenant.key()
    const body = { username: 'newcomer', email: 'newcomer@example.com' }
    expect((await platform.call('/api/v1/users', { key, host: tenant.url, body })).status).toBe(201)
    await whileOpen(placeFirst, 1, once)
  })

  test('two recounts that find the same correct it once', async () => {
    await lie('value + 7', 'users')
    await whileOpen(lockRecount, 2, () => Promise.all([once(), once()]))
  })

  test('many writers, and several recounts at once', async () => {
    await lie(`value - 1`)
    const key = await tenant.key()
    await platform.query(
      `update counters set value = value + 1 where tenant_id = $1 and name like 'events%'`,
      [tenantId],
    )
    const join = async (n: number) => {
      const username = `writer-${n}`
      const body = { username, email: `${username}@example.com` }
      expect((await platform.call('/api/v1/users', { key, host: tenant.url, body })).status).toBe(
        201,
      )
    }
    const writing = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; n < 10; n++) await join(writer * 10 + n)
    })
    await Promise.all([
      ...writing,
      ...[1, 2, 3].map(() => recount(platform.db, surfaces, tenantId)),
    ])
    expect(await findDrift(platform, tenantId)).toEqual([])
  })
})
