import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  ApiError,
  createClient,
  follow,
  type Client,
  type FollowQuery,
} from '../../packages/client/src/index.ts'
import { failure, json, startCounterpart, type Counterpart } from './counterpart.ts'

/** A follower gets pages without an end, and the cursor that goes with each. */

let server: Counterpart
let client: Client
beforeAll(async () => {
  server = await startCounterpart()
  client = createClient({ baseUrl: server.url, apiKey: 'mc_live_x', maxRetries: 0 })
})
afterAll(() => server.close())

const pageOf = (ids: string[], next: string, more = false) =>
  json(200, {
    data: ids.map((id) => ({ id, type: 'user.joined', created_at: '', data: {} })),
    next_cursor: next,
    total_count: 5,
    has_more: more,
    request_id: 'req_1',
  })

describe('follow', () => {
  test('hands out every page whose cursor has moved, with events or without', async () => {
    server.answer(
      pageOf(['e1', 'e2'], 'cur_a', true),
      pageOf(['e3'], 'cur_b'),
      pageOf([], 'cur_b'),
      pageOf([], 'cur_b'),
      pageOf([], 'cur_c'),
      pageOf(['e4'], 'cur_d'),
    )
    const pages: unknown[] = []
    const query: FollowQuery = { type: ['user.joined', 'user.left'], limit: 2 }
    for await (const page of follow(client, query, { everyMs: 1 })) {
      pages.push([page.next_cursor, ...page.data.map(({ id }) => id)])
      if (page.next_cursor === 'cur_d') break
    }
    expect(pages).toEqual([['cur_a', 'e1', 'e2'], ['cur_b', 'e3'], ['cur_c'], ['cur_d', 'e4']])
    const asked = server.seen.map(({ url }) => Object.fromEntries(url.searchParams))
    expect(asked.map(({ cursor }) => cursor)).toEqual([
      undefined,
      'cur_a',
      'cur_b',
      'cur_b',
      'cur_b',
      'cur_c',
    ])
    for (const { url } of server.seen) {
      expect(url.searchParams.getAll('type')).toEqual(['user.joined', 'user.left'])
      expect(url.searchParams.get('order')).toBe('asc')
    }
  })

  test('goes on from a cursor that was kept, and does not wait where more follows', async () => {
    server.answer(pageOf(['e1'], 'cur_b', true), pageOf(['e2'], 'cur_c', true))
    for await (const page of follow(client, { cursor: 'cur_a' }, { everyMs: 3_600_000 }))
      if (page.next_cursor === 'cur_c') break
    expect(server.seen.map(({ url }) => url.searchParams.get('cursor'))).toEqual(['cur_a', 'cur_b'])
  })

  test('ends when it is told to, while it waits', async () => {
    server.answer(pageOf(['e1'], 'cur_a'))
    const stop = new AbortController()
    const seen: string[] = []
    const options = { everyMs: 3_600_000, signal: stop.signal }
    for await (const page of follow(client, {}, options)) {
      seen.push(...page.data.map(({ id }) => id))
      setImmediate(() => stop.abort())
    }
    expect(seen).toEqual(['e1'])
    expect(server.seen).toHaveLength(1)
  })

  test('fails with the page that fails', async () => {
    server.answer(pageOf(['e1'], 'cur_a', true), failure(400, 'invalid_request'))
    const read = async () => {
      for await (const page of follow(client)) expect(page.next_cursor).toBe('cur_a')
    }
    await expect(read()).rejects.toBeInstanceOf(ApiError)
  })
})
