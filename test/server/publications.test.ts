import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { published } from '../../packages/contract/src/artifacts.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** Paths beside the operations: health, metrics, the contract. None of them asks for a key. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  platform.call(path, { key: null, headers })

test.each(['/docs/api/openapi.yaml', '/api/openapi.json'])(
  '%s may be asked for with If-None-Match by a script of any origin',
  async (path) => {
    const { status, headers } = await platform.call(path, {
      key: null,
      method: 'OPTIONS',
      headers: { origin: 'https://a.example.com', 'access-control-request-method': 'GET' },
    })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-headers')).toBe('If-None-Match')
  },
)

test.each([
  '/docs/api/openapi.yaml',
  '/api/openapi.yaml',
  '/docs/api/openapi.json',
  '/api/openapi.json',
])('%s is the contract, for any origin, and 304 to who has it', async (path) => {
  const { status, text, headers } = await get(path)
  const [yaml, json] = [published.yaml, published.json]
  expect(status).toBe(200)
  expect(text).toBe(String(path.endsWith('yaml') ? yaml : json))
  expect(headers.get('access-control-allow-origin')).toBe('*')
  const etag = headers.get('etag') as string
  expect(etag).toMatch(/^"[\w-]{22}"$/)
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await get(path, { 'if-none-match': known })
    expect({ status: again.status, text: again.text, etag: again.headers.get('etag') }).toEqual({
      status: 304,
      text: '',
      etag,
    })
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  }
  expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
})

test('the published contract says what the file in the repository says', () => {
  const source = readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8')
  const [, version] = /^  version: (\S+)$/m.exec(source) ?? []
  expect(JSON.parse(String(published.json)).info.version).toBe(version)
})

test('YAML and JSON say the same to a reader that knows neither aliases nor merges', () => {
  expect(parse(String(published.yaml), { maxAliasCount: 0 })).toEqual(
    JSON.parse(String(published.json)),
  )
})

test('/healthz and /readyz answer while all is well', async () => {
  expect(await get('/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
  expect(await get('/readyz')).toMatchObject({ status: 200, text: 'ready\n' })
})

test('/metrics counts requests by operation and status, replays and connections', async () => {
  const write = () =>
    platform.call('/api/v1/users', {
      body: { username: 'counted', email: 'counted@example.com' },
      headers: { 'idempotency-key': 'counted' },
    })
  await write()
  await write()
  await platform.call('/api/v1/posts/1')
  const { status, text } = await get('/metrics')
  expect(status).toBe(200)
  expect(text).toMatch(
    /mobieus_request_duration_seconds_count\{operation="createUser",status="201"\} 2/,
  )
  expect(text).toMatch(
    /mobieus_request_duration_seconds_count\{operation="getPost",status="404"\} 1/,
  )
  expect(text).toContain('# TYPE mobieus_request_duration_seconds histogram')
  const buckets =
    /duration_seconds_bucket\{le="([^"]+)",operation="createUser",status="201"\} (\d)/g
  const found = [...text.matchAll(buckets)].map(([, le, count]) => [le, Number(count)] as const)
  expect(found.slice(-2)).toEqual([
    ['10', 2],
    ['+Inf', 2],
  ])
  expect(found.map(([, count]) => count)).toEqual(found.map(([, count]) => count).sort())
  expect(text).toMatch(/duration_seconds_sum\{operation="createUser",status="201"\} 0\.\d+/)
  expect(text).toMatch(/mobieus_idempotent_replays_total 1/)
  expect(text).toMatch(/mobieus_database_connections\{state="idle"\} \d/)
})

test('/metrics tells what has been committed and has no place in the log, since when, and what was placed', async () => {
  const numbers = async () => {
    const { text } = await get('/metrics')
    return Object.fromEntries(
      [...text.matchAll(/^mobieus_(?:log_|events_total\{type=")([\w.]+)(?:"\})? (\S+)$/gm)].map(
        ([, name, n]) => [name, Number(n)],
      ),
    )
  }
  await platform.call('/api/v1/events')
  const before = await numbers()
  for (const username of ['one', 'two'])
    await platform.call('/api/v1/users', { body: { username, email: `${username}@example.com` } })
  const waiting = await numbers()
  expect(waiting.arrivals).toBe(before.arrivals + 2)
  expect(waiting.oldest_arrival_seconds).toBeGreaterThan(0)
  expect((await platform.call('/api/v1/events')).body.data).toHaveLength(4)
  const after = await numbers()
  expect(after.arrivals).toBe(before.arrivals)
  expect(after.placings_total).toBeGreaterThan(before.placings_total)
  expect(after.events_placed_total).toBe(before.events_placed_total + 2)
  expect(after['user.joined']).toBe((before['user.joined'] ?? 0) + 2)
})

test('/metrics asks for its token, and is not there in production without one', async () => {
  const guarded = await platform.addServer({ metricsToken: 'a-token-for-metrics' })
  const production = await platform.addServer({ production: true })
  const at = (port: number, headers?: Record<string, string>) =>
    platform.call('/metrics', { host: `http://127.0.0.1:${port}`, key: null, headers })
  expect((await at(guarded.port)).status).toBe(404)
  expect((await at(guarded.port, { authorization: 'Bearer another' })).status).toBe(404)
  expect((await at(guarded.port, { authorization: 'Bearer a-token-for-metrics' })).status).toBe(200)
  expect((await at(production.port)).status).toBe(404)
})

test('any other page is 404, and says nothing of what runs here', async () => {
  const { status, headers } = await get('/no/such/page')
  expect(status).toBe(404)
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})
