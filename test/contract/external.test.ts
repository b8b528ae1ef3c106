import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { reader } from '../../packages/db/src/index.ts'
import { handlers } from '../../packages/domain/src/index.ts'
import {
  conflict,
  count,
  readCounter,
  type ExternalContext,
} from '../../packages/domain/src/kit/index.ts'
import { answerExamples, everyOperation } from '../support/contract/contract.ts'
import { exampleOf, toCall } from '../support/contract/examples.ts'
import { createGate } from '../support/fake/gate.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { startProcess } from '../support/process/processes.ts'
import { until } from '../support/until.ts'
import { buildWorld } from '../world/world.ts'

/**
 * Operations that call the outside (`x-external`): no transaction is open while they wait, and their
 * Idempotency-Key holds all the same.
 */

const LEASE_MS = 30_000

/** A counter that only these tests change. */
const probe = { name: 'probe', counters: [] }

/** The outside of all external operations so far: the name servers. Shut, it answers no request. */
const outside = createGate()

let platform: Platform
let tenant: TestTenant
let secret: string
beforeAll(async () => {
  platform = await startPlatform({
    renewMs: 20,
    resolveHost: async (host) => {
      await outside.pass()
      return host === 'inner.example.com' ? ['10.1.2.3'] : ['93.184.215.14']
    },
  })
  tenant = await platform.addTenant()
  await buildWorld(platform, tenant.live.tenantId)
  secret = await tenant.key()
})
afterEach(() => outside.open())
afterAll(() => platform.close())

const external = everyOperation.filter(([, row]) => row.external)
const named = (name: string) => ({ 'idempotency-key': name })
/** The answer to a second request under a key while the first is at work. */
const claimed = { status: 409, body: { error: { code: 'idempotency_in_progress' } } }

const create = (name: string, url = 'https://hooks.example.com/', host = tenant.url) =>
  platform.call('/api/v1/webhooks', {
    key: secret,
    body: { url, subscribed_events: ['*'], description: name },
    headers: named(name),
    host,
  })
/** Endpoints that requests under this key have made. */
const made = async (name: string): Promise<number> => {
  const { rows } = await platform.query(
    'select count(*)::int as n from webhook_endpoints where tenant_id = $1 and description = $2',
    [tenant.live.tenantId, name],
  )
  return rows[0].n
}

const claims = async () => {
  const { rows } = await platform.query(
    'select holder, status, body, expires_at from api_idempotency_keys where holder is not null',
  )
  return rows as { expires_at: Date }[]
}

/** Connections of this database that sit in a transaction and wait for us. */
const idleInTransaction = async () => {
  const { rows } = await platform.query(
    `select pid from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  )
  return rows.length
}

/** Another process takes the lease over, as if this one had stood still for longer than it. */
const overtake = () =>
  platform.query(
    'update api_idempotency_keys set holder = gen_random_uuid() where holder is not null',
  )

test('there are such operations', () => {
  expect(external.map(([id]) => id)).toContain('createWebhook')
})

const handling = handlers as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
const real = { ...handling }
afterEach(() => void Object.assign(handling, real))

/** Makes the handler wait with the outside before it begins. */
const held = (id: string) => {
  const handler = handling[id]
  handling[id] = async (...given) => {
    await outside.pass()
    return handler?.(...given)
  }
}

describe.each(external)('%s', (id, row) => {
  test('holds no transaction while it waits, and its key is claimed', async () => {
    const [path, { headers, ...rest }] = toCall(exampleOf([id, row]))
    // One credential for all: a claim is that of its key, or of its session.
    const key = await tenant.credential(row)
    const call = { ...rest, host: tenant.url, key }
    let name = `held-${id}`
    const send = () =>
      platform.call(path, {
        ...call,
        headers: row.idempotent ? { ...headers, ...named(name) } : headers,
      })
    outside.shut()
    let first = send()
    // An operation that asks no name server is held as it begins: its handler has no transaction either way.
    if (await Promise.race([outside.reached().then(() => false), first.then(() => true)])) {
      held(id)
      name = `again-${id}`
      first = send()
      await outside.reached()
    }
    await until(async () => (await idleInTransaction()) === 0)
    if (row.idempotent) expect(await send()).toMatchObject(claimed)
    outside.open()
    const answer = await first
    expect(answer.status).toBe(row.statuses[0])
    expect(await claims()).toEqual([])
    if (row.idempotent) expect((await send()).text).toBe(answer.text)
  })
})

test('a claimed key is refused to another body', async () => {
  outside.shut()
  const first = create('two-bodies')
  await outside.reached()
  const other = await create('two-bodies', 'https://other.example.com/')
  expect(other.body.error.code).toBe('idempotency_key_reused')
  outside.open()
  expect((await first).status).toBe(201)
})

test('killed while it waits: the key is claimed until its lease ends, then the request is let through', async () => {
  const server = await startProcess(platform.databaseUrl, { HOLD_NAMES: '1' })
  const lost = create('killed', undefined, `http://${tenant.slug}.localhost:${server.port}`).catch(
    () => 'lost',
  )
  await until(async () => (await claims()).length === 1)
  await server.kill()
  expect(await lost).toBe('lost')
  expect(await create('killed')).toMatchObject(claimed)
  platform.clock.advance(LEASE_MS)
  const again = await create('killed')
  expect({ status: again.status, replayed: again.headers.get('idempotency-replayed') }).toEqual({
    status: 201,
    replayed: null,
  })
  expect((await create('killed')).text).toBe(again.text)
  expect(await made('killed')).toBe(1)
})

test('the lease is renewed for as long as the request runs', async () => {
  outside.shut()
  const first = create('slow')
  await outside.reached()
  for (let round = 0; round < 2; round++) {
    platform.clock.advance(LEASE_MS - 1_000)
    const now = platform.clock.now().getTime()
    await until(async () =>
      (await claims()).every((each) => each.expires_at.getTime() > now + 10_000),
    )
    expect(await create('slow')).toMatchObject(claimed)
  }
  outside.open()
  expect((await first).status).toBe(201)
  expect(await made('slow')).toBe(1)
})

test('a request that has lost its key to another one writes nothing', async () => {
  outside.shut()
  const first = create('overtaken')
  await outside.reached()
  await overtake()
  outside.open()
  expect(await first).toMatchObject(claimed)
  expect(await made('overtaken')).toBe(0)
  await platform.query('delete from api_idempotency_keys where holder is not null')
})

test('a request that fails gives its key back at once', async () => {
  const refused = await create('corrected', 'https://inner.example.com/')
  expect(refused.status).toBe(422)
  expect(await claims()).toEqual([])
  expect((await create('corrected')).status).toBe(201)
})

describe('a handler', () => {
  type Handling = (ctx: ExternalContext<'createWebhook'>) => Promise<unknown>
  const handling = handlers as unknown as Record<'createWebhook', Handling>

  const counter = async () => {
    const { tenantId } = tenant.live
    return readCounter({ tx: reader(platform.db, tenantId), tenantId }, 'probe')
  }
  const [[, documented] = []] = answerExamples('createWebhook', 201)
  const { request_id: _, ...answer } = documented as { request_id: string; data: object }

  test('has no transaction, reads and writes in short ones, and its answer is kept', async () => {
    const before = await counter()
    const seen: unknown[] = []
    handling.createWebhook = async (ctx) => {
      seen.push('tx' in ctx, 'outbox' in ctx)
      await ctx.write(async (ctx) => count(ctx, probe, 1))
      seen.push(await ctx.read((ctx) => readCounter(ctx, 'probe')))
      await ctx.write(async (ctx) => count(ctx, probe, 1))
      return { ...answer }
    }
    const first = await create('two-writes')
    expect(first.body.data).toEqual(answer.data)
    expect(seen).toEqual([false, false, before + 1])
    const again = await create('two-writes')
    expect(again.text).toBe(first.text)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await counter()).toBe(before + 2)
  })

  test('that fails after a write: what it wrote stays, its key is free', async () => {
    const before = await counter()
    handling.createWebhook = async (ctx) => {
      await ctx.write(async (ctx) => count(ctx, probe, 1))
      throw conflict('It is taken.')
    }
    expect((await create('half-done')).status).toBe(409)
    expect({ counter: await counter(), claims: await claims() }).toEqual({
      counter: before + 1,
      claims: [],
    })
  })

  test('that has lost its key does not write either', async () => {
    const before = await counter()
    handling.createWebhook = async (ctx) => {
      await overtake()
      return ctx.write(async (ctx) => count(ctx, probe, 1))
    }
    expect(await create('lost')).toMatchObject(claimed)
    expect(await counter()).toBe(before)
    await platform.query('delete from api_idempotency_keys where holder is not null')
  })

  test('cannot write inside of a write', async () => {
    const before = await counter()
    handling.createWebhook = (ctx) =>
      ctx.write(() => ctx.write(async (ctx) => count(ctx, probe, 1)))
    expect((await create('nested')).status).toBe(500)
    expect(await counter()).toBe(before)
  })
})
