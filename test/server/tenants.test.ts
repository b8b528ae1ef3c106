import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createTenant } from '../../packages/domain/src/index.ts'
import { findTenant } from '../../packages/domain/src/admin/index.ts'
import { placeArrivals } from '../../packages/domain/src/platform/index.ts'
import type { RunningServer } from '../../packages/server/src/index.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { until } from '../support/until.ts'

/** The tenant that a host names, and the origins that a tenant lets in. */

let platform: Platform
let other: TestTenant
let production: RunningServer
beforeAll(async () => {
  platform = await startPlatform()
  other = await platform.addTenant()
  production = await platform.addServer({ production: true, baseDomains: ['mobieus.io'] })
})
afterAll(() => platform.close())

const loopback = (server: RunningServer) => `http://127.0.0.1:${server.port}`
/** Calls a server by its address and says another `Host`. */
const as = (host: string, server = platform.server, key: string | null = platform.secret) =>
  platform.call('/api/v1/me', { host: loopback(server), key, headers: { host } })

test.each([
  'nobody.localhost',
  'demo.example.com',
  'a.demo.localhost',
  '-.localhost',
  'mobieus.io.evil.com',
  'x',
])('404 tenant_not_found at %s, with CORS, key or not', async (host) => {
  for (const key of [platform.secret, null]) {
    const { status, body, headers } = await as(host, platform.server, key)
    expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'tenant_not_found' })
    expect(headers.get('access-control-allow-origin')).toBe('*')
  }
})

test.each(['demo.localhost', 'DEMO.localhost:1234', 'demo.localhost.'])(
  '%s is demo',
  async (host) => {
    expect((await as(host)).body.data.tenant.slug).toBe('demo')
  },
)

test.each(['localhost', '127.0.0.1', '[::1]:3000'])(
  'in development %s is the tenant of the key',
  async (host) => {
    expect((await as(host)).body.data.tenant.slug).toBe('demo')
    expect((await as(host, platform.server, await other.key())).body.data.tenant.slug).toBe(
      other.slug,
    )
    expect((await as(host, platform.server, null)).status).toBe(401)
  },
)

test.each(['mobieus.io', 'localhost', '127.0.0.1', 'demo.localhost'])(
  'in production %s is nobody',
  async (host) => {
    const { status, body } = await as(host, production)
    expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'tenant_not_found' })
  },
)

test('in production a tenant has its subdomain', async () => {
  expect((await as('demo.mobieus.io', production)).body.data.tenant.slug).toBe('demo')
  expect((await as(`${other.slug}.mobieus.io`, production)).status).toBe(401)
})

test('a tenant that appears is found at once', async () => {
  expect((await as('newcomer.localhost')).status).toBe(404)
  const newcomer = await platform.addTenant({ slug: 'newcomer' })
  expect((await as('newcomer.localhost', platform.server, await newcomer.key())).status).toBe(200)
})

test('with origins of its own a tenant lets in these, and no others', async () => {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  await tenant.setIni(
    'cors.allowed_origins[] = https://a.example.com\ncors.allowed_origins[] = https://b.example.com',
  )
  const from = (origin: string | undefined, method = 'GET', secret: string | null = key) =>
    platform.call('/api/v1/me', {
      host: tenant.url,
      key: secret,
      method,
      headers: origin ? { origin } : {},
    })
  const allowed = async (...call: Parameters<typeof from>) => {
    const { headers } = await from(...call)
    expect(headers.get('vary')).toBe('Origin')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    return headers.get('access-control-allow-origin')
  }
  await until(async () => (await from('https://a.example.com')).headers.get('vary') === 'Origin')
  expect(await allowed('https://a.example.com')).toBe('https://a.example.com')
  expect(await allowed('https://b.example.com', 'OPTIONS', null)).toBe('https://b.example.com')
  expect(await allowed('https://b.example.com', 'GET', null)).toBe('https://b.example.com')
  expect(await allowed('https://b.example.com', 'PUT')).toBe('https://b.example.com')
  for (const origin of [
    'https://c.example.com',
    'http://a.example.com',
    'https://a.example.com.evil.com',
    'null',
    undefined,
  ])
    for (const method of ['GET', 'OPTIONS']) expect(await allowed(origin, method)).toBeNull()

  const bare = async (origin: string) => {
    const headers = { host: 'localhost', origin }
    const answer = await platform.call('/api/v1/me', {
      host: loopback(platform.server),
      key,
      headers,
    })
    return answer.headers.get('access-control-allow-origin')
  }
  expect(await bare('https://a.example.com')).toBe('https://a.example.com')
  expect(await bare('https://c.example.com')).toBeNull()

  await tenant.setIni('')
  await until(
    async () =>
      (await from('https://c.example.com')).headers.get('access-control-allow-origin') === '*',
  )
})

test('a tenant is there as a whole, or not at all', async () => {
  const tenant = { slug: 'whole', name: 'Whole', plan: 'pro' } as const
  const admin = { username: 'boss', email: 'boss@example.com' }
  // The test partition comes last, and fails: of the live one nothing may be left.
  await platform.query(`
    create function refuse_boss() returns trigger language plpgsql as $$ begin
      if (select environment from tenants where id = new.tenant_id) = 'test' then raise 'no boss'; end if;
      return new;
    end $$;
    create trigger refuse_boss before insert on users for each row execute function refuse_boss()`)
  try {
    await expect(createTenant(platform.db, { ...tenant, admin })).rejects.toThrow('no boss')
  } finally {
    await platform.query('drop trigger refuse_boss on users; drop function refuse_boss')
  }
  expect(await findTenant(platform.db, 'whole')).toBeUndefined()
  const { rows } = await platform.query(`select from tenants where slug = 'whole'`)
  expect(rows).toEqual([])
  const { live, test } = await createTenant(platform.db, { ...tenant, admin })
  for (const { tenantId } of [live, test]) {
    await placeArrivals(platform.db, tenantId)
    const left = await platform.query(
      `select (select count(*)::int from users where tenant_id = $1) as users,
              (select value::int from counters where tenant_id = $1 and name = 'users') as counted,
              (select count(*)::int from api_events where tenant_id = $1) as events`,
      [tenantId],
    )
    expect(left.rows).toEqual([{ users: 1, counted: 1, events: 1 }])
  }
})
