import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { table } from '../support/contract/contract.ts'
import { testEach } from '../support/contract/each.ts'
import { exampleOf, toCall } from '../support/contract/examples.ts'
import { withUnknownParameter } from '../support/http/failure.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import {
  challengesOf,
  mintCredential,
  nobodysCredential,
  schemes,
  schemesOf,
} from '../support/http/credentials.ts'
import { bySession } from '../support/http/tenants.ts'
import { dumpUnlogged } from '../support/contract/rows.ts'
import { buildWorld } from '../world/world.ts'
import { startOfWindow } from '../support/fake/clock.ts'

/** Admission: every operation refuses callers alike, before it looks at anything of the request. */

let platform: Platform
let other: TestTenant
let starter: TestTenant
/** Credentials of another tenant, in both partitions. */
const others = new Map<string, string[]>()
let before: unknown
beforeAll(async () => {
  platform = await startPlatform()
  other = await platform.addTenant()
  starter = await platform.addTenant({ plan: 'starter' })
  await buildWorld(platform, platform.tenant.live.tenantId)
  await buildWorld(platform, starter.live.tenantId)
  for (const scheme of schemes)
    others.set(scheme, [
      await mintCredential(scheme, other),
      await mintCredential(scheme, other, { environment: 'test' }),
    ])
})
afterAll(() => platform.close())

const csrfOfAnother = async () =>
  (await platform.call('/api/admin/session')).body.data.csrf_token as string

/** Every row of the tenant but those of keys, which tests mint as they go. */
const rows = (tenant: TestTenant) =>
  dumpUnlogged(platform, tenant.live.tenantId, /^(?:api_key|audit)/)
beforeAll(async () => {
  before = [await rows(platform.tenant), await rows(starter)]
})

const kept = new Map<string, Promise<string>>()

/** A credential that tests share. */
function shared(name: string, make: () => Promise<string>): Promise<string> {
  const found = kept.get(name) ?? make()
  kept.set(name, found)
  return found
}

const ofDemo = (scheme: (typeof schemes)[number]) =>
  shared(scheme, () => mintCredential(scheme, platform.tenant))

/** A credential of a tenant; operations that ask for the same share it. */
function credentialOf(
  tenant: TestTenant,
  row: OperationRow,
  asked: Parameters<TestTenant['credential']>[1] = {},
): Promise<string> {
  const make = () => tenant.credential(row, asked)
  // A session ends when it signs out.
  if (row.resource === 'session') return make()
  const { lacking = [], environment, rateLimit } = asked
  const by = schemesOf(row)[0]
  return shared([tenant.slug, by, environment, rateLimit, ...lacking].join(), make)
}

/** Operations that ask for a credential; whoever calls the others is admitted. */
const guarded = table.filter(([, { security }]) => security.length > 0)

describe.each(guarded)('%s', (id, row) => {
  const [path, call] = toCall(exampleOf([id, row]))
  const needed = row.security.map((entry) => Object.values(entry).flat())
  const anyNeeded = new Set(needed.flat())
  const session = bySession(row)
  // Only requests of keys are counted.
  const counted = row.callers.includes('key') && !session

  test('without a credential: 401', async () => {
    const answer = await platform.call(path, { ...call, key: null })
    expect(answer).toMatchObject({ status: 401, failure: { code: 'invalid_api_key' } })
    expect(answer.headers.get('www-authenticate')).toBe(challengesOf(row))
  })

  test('with a credential of another tenant, of nobody, or of another kind: the same 401', async () => {
    const of = async (key: string | null) => {
      const { status, failure, headers } = await platform.call(path, { ...call, key })
      const own = ['date', 'x-request-id']
      const rest = [...headers].filter(([name]) => !own.includes(name))
      return { status, rest, failure: { ...failure, request_id: undefined } }
    }
    const anonymous = await of(null)
    expect(anonymous.status).toBe(401)
    const own = schemesOf(row)
    for (const scheme of schemes) {
      for (const foreign of others.get(scheme) ?? []) expect(await of(foreign)).toEqual(anonymous)
      expect(await of(nobodysCredential(scheme))).toEqual(anonymous)
      if (!own.includes(scheme)) expect(await of(await ofDemo(scheme))).toEqual(anonymous)
    }
    expect(await of('mc_live_short')).toEqual(anonymous)
  })

  if (anyNeeded.size > 0) {
    test.each([...anyNeeded])(
      'without the scope or role %s: 403 unless another one does',
      async (scope) => {
        const lacking = needed.length === 1 ? new Set([scope]) : anyNeeded
        const key = await credentialOf(platform.tenant, row, { lacking })
        const { status, failure } = await platform.call(path, { ...call, key })
        expect({ status, code: failure?.code }).toEqual({
          status: 403,
          code: 'insufficient_scope',
        })
        expect([...lacking]).toContain(failure?.required_scope)
        expect(failure?.message).toContain(failure?.required_scope)
      },
    )
  }

  if (row.plans.length > 0)
    test('on the plan starter: 403 with the plans that include it', async () => {
      const key = await credentialOf(starter, row)
      const { status, failure } = await platform.call(path, { ...call, key, host: starter.url })
      expect(status).toBe(403)
      expect(failure).toMatchObject({
        code: 'plan_gated',
        current_plan: 'starter',
        required_plans: row.plans,
      })
    })

  if (session) {
    test('a session of another origin is none: 401', async () => {
      for (const headers of [
        { origin: 'https://evil.example.com' },
        { origin: 'null' },
        { origin: platform.url.replace('demo', 'other') },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ] as Record<string, string>[]) {
        const key = await credentialOf(platform.tenant, row)
        const answer = await platform.call(path, {
          ...{ ...call, key },
          headers: { ...call.headers, ...headers },
        })
        expect(answer).toMatchObject({ status: 401, failure: { code: 'invalid_api_key' } })
      }
    })
  }

  if (session && row.method !== 'get')
    test('without the CSRF token of the session itself: 403', async () => {
      for (const token of ['', 'A'.repeat(43), await csrfOfAnother()]) {
        const headers = { ...call.headers, 'x-csrf-token': token }
        const key = await credentialOf(platform.tenant, row)
        const { status, failure } = await platform.call(path, { ...call, key, headers })
        expect({ status, code: failure?.code }).toEqual({
          status: 403,
          code: 'insufficient_scope',
        })
        expect(failure?.message).toContain('X-CSRF-TOKEN')
      }
    })

  if (counted)
    test('past the limit: 429 with the time to wait', async () => {
      const key = await credentialOf(platform.tenant, row, { rateLimit: 1 })
      startOfWindow(platform.clock)
      await platform.call('/api/v1/me', { key })
      const { status, failure, headers } = await platform.call(path, { ...call, key })
      expect({ status, code: failure?.code }).toEqual({ status: 429, code: 'rate_limited' })
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      expect(headers.get('x-ratelimit-remaining')).toBe('0')
    })

  test('the first of several faults in the order of the pipeline is told', async () => {
    const faulty = withUnknownParameter(path)
    const used = async (tenant: TestTenant) => {
      const key = await credentialOf(tenant, row, { lacking: anyNeeded, rateLimit: 1 })
      startOfWindow(platform.clock)
      await platform.call('/api/v1/me', { key, host: tenant.url })
      return key
    }
    const code = async (tenant: TestTenant, key: string | null) =>
      (await platform.call(faulty, { ...call, key, host: tenant.url })).failure?.code
    expect(await code(starter, null)).toBe('invalid_api_key')
    if (row.plans.length > 0)
      expect(
        await code(starter, await credentialOf(starter, row, { lacking: anyNeeded, rateLimit: 1 })),
      ).toBe('plan_gated')
    if (counted)
      expect(await code(platform.tenant, await used(platform.tenant))).toBe('rate_limited')
    if (anyNeeded.size > 0)
      expect(
        await code(
          platform.tenant,
          await credentialOf(platform.tenant, row, { lacking: anyNeeded }),
        ),
      ).toBe('insufficient_scope')
    expect(await code(platform.tenant, await credentialOf(platform.tenant, row))).toBe(
      'invalid_request',
    )
  })
})

testEach(
  table
    .filter(([, row]) => !bySession(row))
    .filter(([, row]) => Object.values(row.security[0] ?? {}).flat().length > 0),
)('%s lets in a key with exactly the scopes of one alternative', async (id, row) => {
  // Refused for its parameter, so that nothing is changed, but by the stage behind the scopes.
  const [path, call] = toCall(exampleOf([id, row]))
  for (const entry of row.security.filter((each) => !('sessionCookie' in each))) {
    const scopes = Object.values(entry).flat()
    const key = await shared(`scopes ${scopes.join()}`, () => platform.tenant.key({ scopes }))
    const { status } = await platform.call(withUnknownParameter(path), { ...call, key })
    expect(status).toBe(400)
  }
})

test('nothing of all that had an effect', async () => {
  expect([await rows(platform.tenant), await rows(starter)]).toEqual(before)
})
