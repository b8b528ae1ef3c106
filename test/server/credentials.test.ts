import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OperationRow, SecuritySchemeRow } from '../../packages/contract/src/index.ts'
import { bearerAuth } from '../../packages/server/src/credentials/bearer-auth.ts'
import type { Credential, Identifying } from '../../packages/server/src/credentials/credential.ts'
import { credentials as ours } from '../../packages/server/src/credentials/index.ts'
import * as sent from '../../packages/server/src/credentials/sent.ts'
import { createRouter } from '../../packages/server/src/http/router.ts'
import { createAdmissions } from '../../packages/server/src/stages/admission.ts'
import { requireScope } from '../../packages/server/src/stages/scope.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** Credentials that the next surfaces bring, beside ours, in a contract of their own: who is let in by which. */

const at = (place: SecuritySchemeRow['in'], name: string, caller: string): SecuritySchemeRow => ({
  in: place,
  name,
  caller,
  accompanies: null,
})
const schemes: Record<string, SecuritySchemeRow> = {
  bearerAuth: at('authorization', 'bearer', 'key'),
  basicAuth: at('authorization', 'basic', 'key'),
  scimToken: at('authorization', 'bearer', 'token'),
  inboundHeader: at('header', 'x-inbound-secret', 'relay'),
  inboundQuery: at('query', 'secret', 'relay'),
  sessionCookie: at('cookie', 'session', 'session'),
  csrfToken: { in: 'header', name: 'x-csrf-token', caller: null, accompanies: 'sessionCookie' },
}

const SCIM = `ms_scim_${'s'.repeat(43)}`
const INBOUND = 'shared with the relay: +&='
const QUERY = `?secret=${encodeURIComponent(INBOUND)}`
const scopes = new Set<string>()

const relay = (read: Identifying['read']): Identifying => ({
  read,
  identify: (secret, { host }) =>
    host && sent.sameSecret(secret, INBOUND)
      ? { tenant: host.live, caller: { kind: 'relay', id: 1, scopes } }
      : undefined,
  meter: undefined,
  refusal: { message: 'Send the inbound secret.', challenge: 'Secret' },
})

const credentials: Record<string, Credential> = {
  ...ours,
  basicAuth: {
    read: sent.basicOf,
    async identify(encoded, place) {
      const basic = sent.parseBasic(encoded)
      const found = basic && (await bearerAuth.identify(basic.password, place))
      return found?.caller.id === Number(basic?.user) ? found : undefined
    },
    meter: bearerAuth.meter,
    refusal: { message: 'Send the key as key-id:secret.', challenge: 'Basic realm="learn"' },
  },
  scimToken: {
    read: (req) => sent.bearerOf(req)?.match(/^ms_scim_.*/)?.[0],
    identify: (token, { host }) =>
      host && sent.sameSecret(token, SCIM)
        ? {
            tenant: host.live,
            caller: { kind: 'token', id: 7, label: 'directory', scopes, requestsPerMinute: 0 },
          }
        : undefined,
    meter: undefined,
    refusal: { message: 'Send the SCIM token.', challenge: 'Bearer' },
  },
  inboundHeader: relay((req) => sent.headerOf(req, 'x-inbound-secret')),
  inboundQuery: relay((req) => sent.queryOf(req, 'secret')),
}

const row = (name: string, security: OperationRow['security'], method: 'get' | 'post' = 'get') => ({
  method,
  path: `/${name}`,
  aliases: [],
  surface: 'trial',
  resource: 'trial',
  security,
  callers: [],
  plans: [],
  emits: [],
  external: false,
  rateClass: 'default',
  since: '',
  parameters: [],
  body: null,
  list: false,
  idempotent: false,
  statuses: [200],
  answers: { 200: { 'application/json': 'json' } } as OperationRow['answers'],
  location: null,
})

const operations: Record<string, OperationRow> = {
  open: row('open', []),
  basic: row('basic', [{ bearerAuth: ['posts:read'] }, { basicAuth: ['posts:read'] }]),
  scim: row('scim', [{ scimToken: [] }]),
  inbound: {
    ...row('inbound', [{ inboundHeader: [] }, { inboundQuery: [] }], 'post'),
    queryKeys: ['secret'],
  },
  member: row('member', [{ bearerAuth: ['posts:read'] }, { sessionCookie: ['posts:read'] }]),
  // Either a key that may write, or a provider's token, which carries no scopes.
  either: row('either', [{ scimToken: [] }, { bearerAuth: ['posts:write'] }]),
  console: row('console', [{ sessionCookie: [], csrfToken: [] }], 'post'),
}

let platform: Platform
let server: Server
let base: string
const kinds: string[] = []
beforeAll(async () => {
  platform = await startPlatform()
  const { services } = platform.server
  const host = await services.directory.tenant('demo')
  const authenticate = createAdmissions(operations, schemes, credentials)
  const router = createRouter({
    operations,
    validators: {},
    handlers: Object.fromEntries(Object.keys(operations).map((id) => [id, async () => ({ id })])),
    async admit({ req, operation }) {
      const place = { host, services, now: services.clock() }
      const { caller, way } = await authenticate(req, operation as OperationRow, place)
      kinds.push(caller?.kind ?? 'nobody')
      if (caller) for (const each of way.beside) each.require(req, caller)
      if (caller) requireScope(caller, way)
    },
  })
  server = createServer(router).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://demo.localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await platform.close()
})

async function call(id: string, headers: Record<string, string> = {}, query = '') {
  const method = operations[id]?.method.toUpperCase()
  const answer = await localFetch(`${base}/${id}${query}`, { method, headers })
  const text = await answer.text()
  return { status: answer.status, challenge: answer.headers.get('www-authenticate'), text }
}
const status = async (...args: Parameters<typeof call>) => (await call(...args)).status

const bearer = (text: string) => ({ authorization: `Bearer ${text}` })
const basic = (text: string | Buffer) => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
})
const cookie = (session: string) => ({ cookie: `mobieus_session=${session.split(' ')[1]}` })

test('each operation lets in its own kinds of callers, and refuses every other valid credential', async () => {
  const key = await platform.tenant.mint()
  const session = await platform.tenant.session()
  const valid: [string, Record<string, string>, query?: string][] = [
    ['none', {}],
    ['key', bearer(key.secret)],
    ['basic', basic(`${key.id}:${key.secret}`)],
    ['scim', bearer(SCIM)],
    ['header', { 'x-inbound-secret': INBOUND }],
    ['query', {}, QUERY],
    ['session', cookie(session)],
  ]
  const letIn: Record<string, string[]> = {}
  for (const id of Object.keys(operations)) {
    letIn[id] = []
    for (const [name, headers, query] of valid) {
      const answer = await status(id, headers, query)
      if (answer !== 401) letIn[id].push(`${name} ${answer}`)
    }
  }
  expect(letIn).toEqual({
    // A secret in the query is no parameter of an operation that asks for none.
    open: valid.map(([name]) => `${name} ${name === 'query' ? 400 : 200}`),
    basic: ['key 200', 'basic 200'],
    scim: ['scim 200'],
    inbound: ['header 200', 'query 200'],
    member: ['key 200', 'session 200'],
    either: ['key 200', 'scim 200'],
    console: ['session 403'],
  })
  expect(new Set(kinds)).toEqual(new Set(['nobody', 'key', 'token', 'relay', 'session']))
})

describe('the entry whose credential was sent', () => {
  test('decides what scopes are asked for: another entry without any opens nothing', async () => {
    const reader = await platform.tenant.key({ scopes: ['users:read'] })
    expect(await call('either', bearer(reader))).toMatchObject({ status: 403 })
    expect(JSON.parse((await call('either', bearer(reader))).text).error).toMatchObject({
      code: 'insufficient_scope',
      required_scope: 'posts:write',
    })
    expect(await status('either', bearer(SCIM))).toBe(200)
  })

  test('decides when it is wrong, too: a cookie that comes with it does not', async () => {
    const session = await platform.tenant.session()
    expect(await status('console', { ...cookie(session), ...bearer('anything') })).toBe(403)
    expect(await status('scim', { ...cookie(session), ...bearer(`${SCIM}x`) })).toBe(401)
    expect(await status('inbound', { 'x-inbound-secret': 'no' }, QUERY)).toBe(401)
    expect(await status('member', cookie(session))).toBe(200)
    for (const wrong of [bearer('mc_live_none'), bearer('anything'), basic('7:anything')])
      expect(await status('member', { ...cookie(session), ...wrong })).toBe(401)
  })

  test('is asked for by name where there is none', async () => {
    expect((await call('basic')).challenge).toBe('Bearer, Basic realm="learn"')
    expect((await call('scim')).challenge).toBe('Bearer')
    expect((await call('console')).challenge).toBe('Cookie')
  })
})

test('Basic is the key’s id and its secret, as RFC 7617 writes them', async () => {
  const { id, secret } = await platform.tenant.mint()
  const other = await platform.tenant.mint()
  expect(await status('basic', basic(`${id}:${secret}`))).toBe(200)
  expect(await status('basic', { authorization: `bAsIc   ${btoa(`${id}:${secret}`)} ` })).toBe(200)
  for (const wrong of [
    basic(`${other.id}:${secret}`),
    basic(`${id}:${other.secret}`),
    basic(`${id}${secret}`),
    basic(`:${secret}`),
    basic(`${id}:`),
    basic(`${id}:${secret}\u0000`),
    basic(Buffer.concat([Buffer.from(`${id}:${secret}`), Buffer.from([0xff])])),
    { authorization: 'Basic' },
    { authorization: `Basic ${btoa(`${id}:${secret}`)}!` },
    { authorization: `Basic ${btoa(`${id}:${secret}`)} x` },
    { authorization: `${id}:${secret}` },
  ])
    expect(await status('basic', wrong)).toBe(401)
  const parsed = sent.parseBasic(Buffer.from('7:pä:ss').toString('base64'))
  expect(parsed).toEqual({ user: '7', password: 'pä:ss' })
  for (const wrong of [Buffer.from([0x37, 0x3a, 0xff]), '7:pass\n', '\u00077:pass', '7 pass'])
    expect(sent.parseBasic(Buffer.from(wrong as string).toString('base64'))).toBeUndefined()
})

test('a secret that is said twice is none', async () => {
  expect(await status('inbound', {}, `${QUERY}&${QUERY.slice(1)}`)).toBe(401)
  expect(await status('inbound', {}, '?secret=')).toBe(401)
})

test('a secret in the query is in no log', async () => {
  await platform.call(`/api/v1/me?secret=${'q'.repeat(40)}`)
  await platform.call(`/healthz?secret=${'q'.repeat(40)}`)
  await platform.call(`/nowhere?secret=${'q'.repeat(40)}`)
  expect(platform.logged.length).toBeGreaterThan(0)
  expect(platform.logged.join('')).not.toContain('q'.repeat(40))
})

describe('a contract whose entries could not be held does not start', () => {
  const start = (security: OperationRow['security'], method: 'get' | 'post' = 'get') =>
    createAdmissions({ trial: row('trial', security, method) }, schemes, credentials)
  const fault = /^trial: an entry of security names one scheme that says who calls$/

  test.each<[string, OperationRow['security'], RegExp]>([
    ['an entry that asks for nothing', [{ bearerAuth: [] }, {}], fault],
    ['a guard by itself', [{ csrfToken: [] }], fault],
    ['two callers at once', [{ bearerAuth: [], basicAuth: [] }], fault],
    ['a scheme that nothing knows', [{ bearerAuth: [], oauth: [] }], /nothing reads oauth/],
    ['a scheme that nobody has written', [{ oauth: [] }], fault],
  ])('%s', (_what, security, message) => {
    expect(() => start(security)).toThrow(message)
  })

  test('a write under a cookie alone', () => {
    expect(() => start([{ sessionCookie: [] }])).not.toThrow()
    expect(() => start([{ sessionCookie: [] }], 'post')).toThrow(/another origin/)
  })

  test('and an operation that is none of its own is nobody’s to call', async () => {
    const authenticate = start([])
    const { services } = platform.server
    const place = { host: undefined, services, now: new Date() }
    expect(() => authenticate({} as never, row('other', []), place)).toThrow(/who may call/)
  })
})
