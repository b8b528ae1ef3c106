import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { scopes as allScopes } from '../../packages/domain/src/platform/index.ts'
import { table } from '../support/contract/contract.ts'
import { exampleOf, toCall } from '../support/contract/examples.ts'
import { baseOf, withSegments, withUnknownParameter } from '../support/http/failure.ts'
import { startPlatform, type Call, type Platform } from '../support/http/platform.ts'
import { bySession } from '../support/http/tenants.ts'
import { buildWorld } from '../world/world.ts'

/** Every path: the methods it has, the ones it has not, HEAD, OPTIONS, and CORS on all of them. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
  await buildWorld(platform, platform.tenant.live.tenantId)
  await platform.tenant.addRelay()
})
afterAll(() => platform.close())

const seconds = () => platform.clock.now().getTime() / 1000

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const paths = [...new Set(table.flatMap(([, row]) => [row.path, ...row.aliases]))].map((path) => {
  const here = table.filter(([, row]) => row.path === path || row.aliases.includes(path as never))
  const declared = here.map(([, row]) => row.method.toUpperCase())
  const implied = declared.includes('GET') ? ['HEAD', 'OPTIONS'] : ['OPTIONS']
  const allowed = METHODS.filter((method) => declared.includes(method) || implied.includes(method))
  const [url] = toCall(exampleOf(here[0] as (typeof table)[number]), path)
  return { path, url, allowed }
})

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, X-CSRF-TOKEN',
}

/** The documented headers word for word, and the request's id; of the console's paths no CORS at all. */
function expectHeaders(headers: Headers, path: string): void {
  expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-z]{26}$/)
  if (!baseOf(path).cors) {
    const names = [...headers].map(([name]) => name)
    return expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
  expect(Object.fromEntries(headers)).toMatchObject(CORS)
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('access-control-expose-headers')?.split(', ')).toEqual(
    expect.arrayContaining([
      'X-Request-Id',
      'X-RateLimit-Limit',
      'X-RateLimit-Remaining',
      'X-RateLimit-Reset',
      'Retry-After',
      'Idempotency-Replayed',
    ]),
  )
}

describe.each(paths)('$path', ({ url, allowed }) => {
  const others = METHODS.filter((method) => !allowed.includes(method))

  test.each(others)('%s: 405 with what is allowed, key or not', async (method) => {
    for (const key of [undefined, null]) {
      const { status, headers, failure } = await platform.call(url, { method, key })
      expect(status).toBe(405)
      const listed = headers.get('allow')?.split(', ') ?? []
      expect(listed.sort()).toEqual([...allowed].sort())
      if (method !== 'HEAD') expect(failure?.code).toBe('method_not_allowed')
      expectHeaders(headers, url)
    }
  })

  test('OPTIONS: 204 without a key', async () => {
    const { status, headers, text } = await platform.call(url, { method: 'OPTIONS', key: null })
    expect({ status, text }).toEqual({ status: 204, text: '' })
    expect(headers.get('allow')?.split(', ').sort()).toEqual([...allowed].sort())
    if (baseOf(url).cors) expect(headers.get('access-control-max-age')).toBe('600')
    expectHeaders(headers, url)
  })

  if (baseOf(url).cors)
    test('a preflight is granted Idempotency-Key only when it asks', async () => {
      const preflight = async (asked: string) => {
        const answer = await platform.call(url, {
          method: 'OPTIONS',
          key: null,
          headers: {
            origin: 'https://app.example.com',
            'access-control-request-method': 'POST',
            'access-control-request-headers': asked,
          },
        })
        expect(answer.status).toBe(204)
        return answer.headers.get('access-control-allow-headers')
      }
      const always = CORS['access-control-allow-headers']
      expect(await preflight('authorization, content-type')).toBe(always)
      expect(await preflight('authorization, idempotency-key')).toBe(`${always}, Idempotency-Key`)
      expect(await preflight('x-anything')).toBe(always)
    })
})

/** The time of an answer, as a store of learning records says it. */
const THROUGH = 'x-experience-api-consistent-through'

describe.each(table)('%s', (id, row: OperationRow) => {
  const [path, call] = toCall(exampleOf([id, row]))

  if (row.method === 'get')
    test('HEAD is GET without its body', async () => {
      const get = await platform.call(path)
      const head = await platform.call(path, { method: 'HEAD' })
      expect({ status: head.status, text: head.text }).toEqual({ status: get.status, text: '' })
      const own = ['date', 'x-request-id', 'x-ratelimit-reset', 'keep-alive', THROUGH]
      // Requests of a token are counted, here as well.
      const counted = ['ratelimit', 'x-ratelimit-remaining']
      const comparable = ({ headers }: typeof get) =>
        [...headers].filter(
          ([name]) =>
            !own.includes(name) && !(row.callers.includes('token') && counted.includes(name)),
        )
      expect(comparable(head)).toEqual(comparable(get))
      const { status, text } = await platform.call(path, { method: 'HEAD', key: null })
      const isPublic = row.security.length === 0
      expect({ status, text }).toEqual({ status: isPublic ? 200 : 401, text: '' })
    })

  test('CORS headers on every answer, failures included, or on none', async () => {
    const calls = [
      { ...call },
      { ...call, key: null },
      { ...call, key: await platform.tenant.credential(row, { lacking: new Set(allScopes) }) },
      { ...call, headers: { ...call.headers, accept: 'application/problem+json' }, key: null },
      { ...call, ...(row.body && { body: '{' }) },
    ]
    const check = async (on: string, each: Call) =>
      expectHeaders((await platform.call(on, each)).headers, on)
    for (const each of calls) await check(path, each)
    await check(withUnknownParameter(path), call)
    await check(withSegments(path, '/no/such/path'), call)
    await check(path, { ...call, host: platform.url.replace('demo', 'nobody') })
  })

  test('the rate headers are on every answer past the key and the plan', async () => {
    const key = await platform.tenant.credential(row, { rateLimit: 60 })
    const ofKey = row.callers.includes('key') && !bySession(row)
    const ofToken = row.callers.includes('token') && !ofKey
    const limit = ofToken ? '3000' : ofKey ? '60' : '0'
    for (const each of [withUnknownParameter(path), path]) {
      const asked = seconds()
      const { headers } = await platform.call(each, { ...call, key })
      expect(headers.get('x-ratelimit-limit')).toBe(limit)
      if (limit === '0') continue
      expect(headers.get('ratelimit-policy')).toBe(`"default";q=${limit};w=60`)
      const remaining = headers.get('x-ratelimit-remaining')
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${remaining};t=\\d+$`))
      // The minute may end between the answer and this line, never before the request.
      const reset = Number(headers.get('x-ratelimit-reset'))
      expect(reset).toBeGreaterThan(asked)
      expect(reset).toBeLessThanOrEqual(seconds() + 60)
    }
  })
})

test('a path that does not exist: 404; one that cannot be read: 400', async () => {
  for (const path of ['/api/v1/', '/api/v1/nothing', '/api/v1/posts/', '/api/v1/posts/1/2/3']) {
    const { status, body, headers } = await platform.call(path)
    expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'not_found' })
    expectHeaders(headers, path)
  }
  const { status, body } = await platform.call('/api/v1/posts/%zz')
  expect({ status, code: body.error.code }).toEqual({ status: 400, code: 'invalid_request' })
  expect(body.error.details[0].field).toBe('path')
})

test('near misses of the API’s paths are answered as the API does', async () => {
  for (const path of ['/api/v1', '/api/v1?limit=1', '/API/v1/posts', '/Api/V1', '/api/V1/posts/1'])
    for (const key of [undefined, null]) {
      const { status, body, headers } = await platform.call(path, { key })
      expect({ path, status, code: body?.error.code }).toEqual({
        ...{ path, status: 404, code: 'not_found' },
      })
      expect(body.request_id).toBe(headers.get('x-request-id'))
      expectHeaders(headers, path)
    }
  for (const path of ['/api/admin', '/api/Admin/session']) {
    const { status, body, headers } = await platform.call(path)
    expect({ path, status, code: body?.error.code }).toEqual({
      ...{ path, status: 404, code: 'not_found' },
    })
    expectHeaders(headers, '/api/admin/')
  }
  for (const path of ['/api/v10', '/api', '/api/administration']) {
    const { status, headers } = await platform.call(path)
    expect(status).toBe(404)
    expect(headers.get('x-request-id')).toBeNull()
  }
})

test('with Accept: application/problem+json the same facts as RFC 9457', async () => {
  const path = '/api/v1/posts?limit=0&no_such_parameter=1'
  const plain = await platform.call(path)
  const { status, headers, body } = await platform.call(path, {
    headers: { accept: 'application/problem+json' },
  })
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(body).toEqual({
    type: plain.body.error.doc_url,
    title: 'Invalid request',
    status,
    detail: plain.body.error.message,
    code: 'invalid_request',
    details: plain.body.error.details,
    request_id: headers.get('x-request-id'),
  })
  expect(plain.body.error.request_id).toBe(plain.body.request_id)
  expect(plain.body.request_id).toBe(plain.headers.get('x-request-id'))
})
