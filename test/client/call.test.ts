import { ApiError, createClient, paginate } from '../../packages/client/src/index.ts'
import { failure, json, post, single, startCounterpart, type Counterpart } from './counterpart.ts'

let server: Counterpart
let client: ReturnType<typeof createClient>
beforeAll(async () => {
  server = await startCounterpart()
  client = createClient({ baseUrl: server.url, apiKey: 'mc_test_secret', maxRetries: 0 })
})
afterAll(() => server.close())

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`)
  return error
}

describe('call', () => {
  test('sends the key, path, query and body where the contract has them', async () => {
    server.answer(json(200, single))
    await client.call('updatePost', { path: { id: 4501 }, body: { title: 'Solved' } })
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer mc_test_secret', 'content-type': 'application/json' },
      body: '{"title":"Solved"}',
    })
    expect(server.seen[0]?.url.pathname).toBe('/api/v1/posts/4501')

    server.answer(json(200, { data: [], next_cursor: null, total_count: 0, has_more: false }))
    await client.call('listPosts', { query: { forum_slug: 'a&b', limit: 5 } })
    expect(server.seen[0]?.url.search).toBe('?forum_slug=a%26b&limit=5')
  })

  test('sends no body and no content type where there is none', async () => {
    server.answer(json(200, { data: { id: 7, deleted: true }, request_id: 'req_x' }))
    const { data } = await client.call('deleteUser', { path: { id: 7 } })
    expect(data.deleted).toBe(true)
    expect(server.seen[0]?.headers['content-type']).toBeUndefined()
    expect(server.seen[0]?.body).toBe('')
  })

  test('callRaw has the headers of the answer', async () => {
    server.answer(json(201, single, { 'idempotency-replayed': 'true', 'x-request-id': 'req_7' }))
    const { data, response } = await client.callRaw('createPost', {
      body: { thread_id: 118, body: 'again' },
    })
    expect(data.data.id).toBe(post.id)
    expect(response.status).toBe(201)
    expect(response.headers.get('idempotency-replayed')).toBe('true')
  })

  test('middleware of the caller sees every call', async () => {
    server.answer(json(200, single))
    const own = createClient({ baseUrl: server.url, apiKey: 'k' })
    own.use({ onRequest: ({ request }) => request.headers.set('x-trace', '1') })
    await own.call('getPost', { path: { id: 1 } })
    expect(server.seen[0]?.headers['x-trace']).toBe('1')
  })
})

describe('a failure', () => {
  test('is an ApiError with everything that the answer says', async () => {
    const details = [{ field: 'body', code: 'required', message: 'is required' }]
    server.answer(failure(422, 'validation_failed', { details }))
    const error = await failureOf(client.call('createPost', { body: { thread_id: 1, body: '' } }))
    expect(error).toMatchObject({
      name: 'ApiError',
      message: 'It is validation_failed.',
      status: 422,
      code: 'validation_failed',
      details,
      facts: {},
      requestId: 'req_01jw0wnp3a2e8r6f4k1v7c9d5b',
      docUrl: 'https://demo.mobieus.io/docs/errors/validation_failed',
      retryAfter: undefined,
    })
  })

  test('brings the facts of its code', async () => {
    server.answer(failure(403, 'insufficient_scope', { required_scope: 'posts:read' }))
    const scope = await failureOf(client.call('listPosts'))
    expect(scope.facts).toEqual({ required_scope: 'posts:read' })

    const facts = { current_plan: 'starter', required_plans: ['pro', 'sovereign'] }
    server.answer(failure(403, 'plan_gated', facts))
    expect((await failureOf(client.call('listPosts'))).facts).toEqual(facts)
  })

  test('says in seconds how long to wait', async () => {
    server.answer(failure(429, 'rate_limited', { headers: { 'retry-after': '42' } }))
    expect((await failureOf(client.call('listPosts'))).retryAfter).toBe(42)
  })

  test.each([
    ['Fri, 31 Dec 2077 23:59:59 GMT', Date.UTC(2077, 11, 31, 23, 59, 59)],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Fri Dec  1 23:59:59 2077', Date.UTC(2077, 11, 1, 23, 59, 59)],
    ['Mon, 31 Feb 2077 00:00:00 GMT', undefined],
    ['Fri, 31 Dec 2077 24:59:59 GMT', undefined],
    ['2077-12-31T23:59:59Z', undefined],
  ])('reads %j as HTTP reads a date', async (date, at) => {
    server.answer(failure(429, 'rate_limited', { headers: { 'retry-after': date } }))
    const { retryAfter } = await failureOf(client.call('listPosts'))
    if (at === undefined) expect(retryAfter).toBeUndefined()
    else expect(Math.abs(Number(retryAfter) - Math.max(0, at - Date.now()) / 1000)).toBeLessThan(5)
  })

  test('is read from problem+json as well', async () => {
    const headers = { 'content-type': 'application/problem+json' }
    const type = 'https://demo.mobieus.io/docs/errors/not_found'
    const problem = { type, title: 'Not found', status: 404, detail: 'There is none.' }
    server.answer(json(404, { ...problem, code: 'not_found', request_id: 'req_9' }, headers))
    const error = await failureOf(client.call('getPost', { path: { id: 1 } }))
    expect(error).toMatchObject({
      code: 'not_found',
      message: 'There is none.',
      docUrl: type,
      requestId: 'req_9',
      facts: {},
    })
  })

  test.each([
    ['HTML', 'text/html', '<h1>Bad gateway</h1>'],
    ['nothing', 'text/plain', ''],
    ['JSON of another shape', 'application/json', '["no"]'],
    ['what only calls itself JSON', 'application/json', '{'],
  ])('of a proxy that answers %s is one too', async (_name, type, text) => {
    server.answer((res) => res.writeHead(502, { 'content-type': type }).end(text))
    const error = await failureOf(client.call('getMe'))
    expect(error).toMatchObject({ status: 502, code: 'unknown', message: 'HTTP status 502' })
  })

  test('of the connection is not', async () => {
    const nowhere = createClient({ baseUrl: 'http://127.0.0.1:1', apiKey: 'k', maxRetries: 0 })
    await expect(nowhere.call('getMe')).rejects.toMatchObject({ name: 'TypeError' })
  })
})

describe('paginate', () => {
  const pageOf = (ids: number[], next: string | null, more = next !== null) =>
    json(200, {
      data: ids.map((id) => ({ ...post, id })),
      next_cursor: next,
      total_count: 5,
      has_more: more,
      request_id: 'req_1',
    })

  test('visits the rows of every page in order', async () => {
    server.answer(pageOf([5, 4], 'cur_a'), pageOf([3, 2], 'cur_b'), pageOf([1], null))
    const ids: number[] = []
    for await (const row of paginate(client, 'listPosts', { query: { limit: 2, thread_id: 118 } }))
      ids.push(row.id)
    expect(ids).toEqual([5, 4, 3, 2, 1])
    expect(server.seen.map(({ url }) => url.search)).toEqual([
      '?limit=2&thread_id=118',
      '?limit=2&thread_id=118&cursor=cur_a',
      '?limit=2&thread_id=118&cursor=cur_b',
    ])
  })

  test('hands out whole pages', async () => {
    server.answer(pageOf([2, 1], 'cur_a'), pageOf([], null))
    const sizes: number[] = []
    for await (const page of paginate(client, 'listPosts').pages()) sizes.push(page.data.length)
    expect(sizes).toEqual([2, 0])
  })

  test('fetches no page that nobody reads', async () => {
    server.answer(pageOf([5, 4], 'cur_a'))
    for await (const row of paginate(client, 'listPosts')) if (row.id === 4) break
    expect(server.seen).toHaveLength(1)
  })

  test('ends where nothing follows, though there is a cursor to come back with', async () => {
    server.answer(pageOf([1], 'cur_tip', false))
    for await (const page of paginate(client, 'listPosts').pages())
      expect(page.next_cursor).toBe('cur_tip')
    expect(server.seen).toHaveLength(1)
  })

  test('fails with the page that fails', async () => {
    server.answer(pageOf([5, 4], 'cur_a'), failure(400, 'invalid_request'))
    const read = async () => {
      for await (const row of paginate(client, 'listPosts')) expect([5, 4]).toContain(row.id)
    }
    expect((await failureOf(read())).code).toBe('invalid_request')
  })
})
