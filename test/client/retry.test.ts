import { createClient, type ClientOptions } from '../../packages/client/src/index.ts'
import {
  breakOff,
  failure,
  hangUp,
  json,
  post,
  silence,
  single,
  startCounterpart,
  type Counterpart,
  type Reply,
} from './counterpart.ts'

let server: Counterpart
beforeAll(async () => void (server = await startCounterpart()))
afterAll(() => server.close())

const body = { thread_id: 118, body: 'Do them all.' }
const ok = json(200, single)
const created = json(201, single)

const clientOf = (options: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl: server.url, apiKey: 'mc_test_x', backoffMs: 1, ...options })

const keysSent = () => server.seen.map(({ headers }) => headers['idempotency-key'])

describe('a POST that honours Idempotency-Key', () => {
  const faults: [string, Reply][] = [
    ['500', failure(500, 'internal_error')],
    ['502', (res) => res.writeHead(502).end('<h1>Bad gateway</h1>')],
    ['503', failure(503, 'unavailable')],
    ['504', (res) => res.writeHead(504).end()],
    ['429', failure(429, 'rate_limited')],
    ['409 idempotency_in_progress', failure(409, 'idempotency_in_progress')],
    ['a connection that breaks before the answer', hangUp],
    ['a connection that breaks within the answer', breakOff],
  ]
  test.each(faults)('is repeated after %s, with the same key and body', async (_name, fault) => {
    server.answer(fault, fault, created)
    const answer = await clientOf().call('createPost', { body })

    expect(answer.data).toEqual(post)
    expect(server.seen).toHaveLength(3)
    expect(new Set(keysSent()).size).toBe(1)
    expect(keysSent()[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(server.seen.map((request) => JSON.parse(request.body))).toEqual([body, body, body])
  })

  test('is sent with a key of its own for each call', async () => {
    server.answer(created)
    await clientOf().call('createPost', { body })
    await clientOf().call('createPost', { body })
    expect(new Set(keysSent()).size).toBe(2)
  })

  test('keeps the key that the caller chose', async () => {
    server.answer(hangUp, created)
    await clientOf().call('createPost', { body }, { idempotencyKey: 'create-post-abc123' })
    expect(keysSent()).toEqual(['create-post-abc123', 'create-post-abc123'])
  })

  test('is given a key and repeated through the methods by path too', async () => {
    server.answer(hangUp, created)
    const { data } = await clientOf().POST('/api/v1/posts', { body })
    expect(data?.data.id).toBe(post.id)
    expect(keysSent()[0]).toBeDefined()
    expect(keysSent()[1]).toBe(keysSent()[0])
  })

  test.each([
    ['500', failure(500, 'internal_error')],
    ['503', failure(503, 'unavailable')],
    ['409 idempotency_in_progress', failure(409, 'idempotency_in_progress')],
    ['a broken connection', hangUp],
  ])('is not repeated after %s when the caller wants no key', async (_name, fault) => {
    server.answer(fault, created)
    const call = clientOf().call('createPost', { body }, { idempotencyKey: null })
    await expect(call).rejects.toThrow()
    expect(keysSent()).toEqual([undefined])
  })

  test('is repeated without a key after a 429, which never had an effect', async () => {
    server.answer(failure(429, 'rate_limited'), created)
    await clientOf().call('createPost', { body }, { idempotencyKey: null })
    expect(keysSent()).toEqual([undefined, undefined])
  })
})

describe('a GET', () => {
  test('is repeated and carries no key', async () => {
    server.answer(failure(503, 'unavailable'), hangUp, ok)
    await clientOf().call('getPost', { path: { id: 4501 } })
    expect(keysSent()).toEqual([undefined, undefined, undefined])
    expect(server.seen[2]?.url.pathname).toBe('/api/v1/posts/4501')
  })

  test('is given up after maxRetries, with the last answer', async () => {
    server.answer(failure(500, 'internal_error'))
    const call = clientOf({ maxRetries: 1 }).call('getMe')
    await expect(call).rejects.toMatchObject({ status: 500, code: 'internal_error' })
    expect(server.seen).toHaveLength(2)

    server.answer(failure(500, 'internal_error'))
    await expect(clientOf().call('getMe', {}, { maxRetries: 0 })).rejects.toThrow()
    expect(server.seen).toHaveLength(1)
  })
})

test.each([400, 401, 403, 404, 409, 422])('a %i is never repeated', async (status) => {
  server.answer(failure(status, status === 409 ? 'conflict' : 'invalid_request'))
  await expect(clientOf().call('createPost', { body })).rejects.toMatchObject({ status })
  expect(server.seen).toHaveLength(1)
})

describe('Retry-After', () => {
  const elapsed = () => (server.seen[1]?.at ?? 0) - (server.seen[0]?.at ?? 0)

  test('in seconds is waited for', async () => {
    server.answer(failure(429, 'rate_limited', { headers: { 'retry-after': '1' } }), ok)
    await clientOf().call('getMe')
    expect(elapsed()).toBeGreaterThanOrEqual(990)
  })

  test('as an HTTP date is waited for', async () => {
    const date = new Date(Date.now() + 2000).toUTCString()
    server.answer(failure(503, 'unavailable', { headers: { 'retry-after': date } }), ok)
    await clientOf().call('getMe')
    expect(server.seen[1]?.at).toBeGreaterThanOrEqual(Date.parse(date) - 5)
  })

  test('that asks for too long is handed to the caller instead', async () => {
    server.answer(failure(429, 'rate_limited', { headers: { 'retry-after': '3600' } }), ok)
    const call = clientOf().call('getMe')
    await expect(call).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 3600 })
    expect(server.seen).toHaveLength(1)
  })

  test.each(['-1', 'soon', '1.5', ''])('%j is ignored', async (value) => {
    server.answer(failure(503, 'unavailable', { headers: { 'retry-after': value } }), ok)
    await clientOf().call('getMe')
    expect(elapsed()).toBeLessThan(1_000)
  })
})

describe('patience', () => {
  test('an attempt without an answer ends after timeoutMs and is repeated', async () => {
    server.answer(silence, ok)
    await clientOf({ timeoutMs: 100 }).call('getMe')
    expect(server.seen).toHaveLength(2)

    server.answer(silence)
    const call = clientOf().call('getMe', {}, { timeoutMs: 50, maxRetries: 1 })
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(server.seen).toHaveLength(2)
  })

  test('an answer that stops half-way ends after timeoutMs as well', async () => {
    const stalls: Reply = (res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      res.write('{')
    }
    server.answer(stalls, ok)
    await clientOf({ timeoutMs: 100 }).call('getMe')
    expect(server.seen).toHaveLength(2)
  })

  test('the caller can abort during an attempt', async () => {
    const abort = new AbortController()
    server.answer(() => abort.abort(new Error('the user left')))
    const call = clientOf().call('getMe', {}, { signal: abort.signal })
    await expect(call).rejects.toThrow('the user left')
    expect(server.seen).toHaveLength(1)
  })

  test('the caller can abort during a wait', async () => {
    const headers = { 'retry-after': '30' }
    server.answer(failure(429, 'rate_limited', { headers }))
    const signal = AbortSignal.timeout(300)
    const started = Date.now()
    const call = clientOf().call('getMe', {}, { signal })
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(Date.now() - started).toBeLessThan(5000)
    expect(server.seen).toHaveLength(1)
  })

  test('an aborted signal sends nothing', async () => {
    server.answer(ok)
    const call = clientOf().call('getMe', {}, { signal: AbortSignal.abort(new Error('no')) })
    await expect(call).rejects.toThrow('no')
    expect(server.seen).toHaveLength(0)
  })
})
