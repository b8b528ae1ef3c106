import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { feed, follow, type FeedQuery, type Shown } from '../support/http/follower.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** The filters `type`, `since`, `until` and `order` of one log, alone and together. */

let platform: Platform
/** The log, oldest first. */
let all: Shown[]
beforeAll(async () => {
  platform = await startPlatform()
  const call = async (path: string, body: unknown) => {
    platform.clock.advance(60_000)
    return (await platform.call(`/api/v1${path}`, { body })).body.data
  }
  for (const n of [1, 2, 3]) {
    const user = await call('/users', { username: `u-${n}`, email: `u-${n}@example.com` })
    const post = await call('/posts', { forum_slug: 'general', title: `T ${n}`, body: 'x' })
    await call(`/posts/${post.id}`, { body: 'edited' })
    if (n === 2) await call(`/users/${user.id}/delete`, {})
    await call(`/posts/${post.id}/delete`, {})
  }
  const { body } = await platform.call(feed({ limit: 100 }))
  all = body.data.reverse()
})
afterAll(() => platform.close())

const ask = (query: FeedQuery) => platform.call(feed(query))

/** Every event of a feed; each page says the same total, which is their number. */
async function walk(query: FeedQuery): Promise<Shown[]> {
  const found: Shown[] = []
  let cursor: string | undefined
  for (;;) {
    const { status, body } = await ask({ limit: 2, ...query, cursor })
    expect(status).toBe(200)
    found.push(...body.data)
    cursor = body.next_cursor
    if (!body.has_more) {
      expect(body.total_count).toBe(found.length)
      return found
    }
    expect(body.data).toHaveLength(2)
  }
}

const TYPES = [
  [],
  ['post.created'],
  ['user.left', 'post.edited'],
  ['report.created', 'user.joined'],
]
/** Times as the numbers of events: exactly theirs, a moment before, a moment after, and far away. */
const TIMES = [[], [3], [3, 9], [9, 3], [5, 5], [-99, 99], [2.5, 6.5]] as const

describe.each(['asc', 'desc'])('order=%s', (order) => {
  test.each(TYPES.flatMap((type) => TIMES.map((times) => ({ type, times }))))(
    'events of $type from and to $times',
    async ({ type, times }) => {
      const [from, to] = times.map(timeOf)
      const expected = all.filter(
        (each) =>
          (type.length === 0 || type.includes(each.type)) &&
          (from === undefined || each.created_at >= from) &&
          (to === undefined || each.created_at < to),
      )
      const found = await walk({ order, type, since: from, until: to })
      expect(found).toEqual(order === 'asc' ? expected : expected.reverse())
    },
  )
})

/** 3 → the time of the third event, 2.5 → half a minute before it. */
function timeOf(n: number): string {
  const event = all[Math.round(n)]
  const time = Date.parse(event?.created_at ?? all[0]!.created_at)
  const minutes = event ? n - Math.round(n) : n
  return new Date(time + minutes * 60_000).toISOString()
}

test('until leaves out the event of that very moment, since does not', async () => {
  const [third] = all.slice(3)
  const at = third!.created_at
  expect((await walk({ since: at })).at(-1)).toEqual(third)
  expect((await walk({ until: at }))[0]).toEqual(all[2])
  const finer = at.replace('Z', '001Z')
  expect((await walk({ until: finer }))[0]).toEqual(third)
  expect((await walk({ since: finer })).at(-1)).toEqual(all[4])
})

test('the log as followed up to a time ends there for good', async () => {
  const until = new Date(platform.clock.now().getTime() + 3_600_000).toISOString()
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const call = (body: unknown) => platform.call('/api/v1/posts', { key, host: tenant.url, body })
  const follower = follow(platform, { tenant, key, query: { until, type: 'post.created' } })
  await call({ forum_slug: 'general', title: 'In time', body: 'x' })
  expect(await follower.catchUp()).toHaveLength(1)
  await call({ forum_slug: 'general', title: 'Just so', body: 'x' })
  expect(await follower.catchUp()).toHaveLength(1)
  platform.clock.advance(3_600_000)
  await call({ forum_slug: 'general', title: 'Too late', body: 'x' })
  expect(await follower.catchUp()).toEqual([])
  platform.clock.advance(-3_600_000)
  expect(await follower.catchUp()).toEqual([])
})

describe('types', () => {
  test('given twice or in another order are the same types', async () => {
    const type = ['post.created', 'user.left', 'post.created']
    expect(await walk({ type })).toEqual(await walk({ type: ['user.left', 'post.created'] }))
    const { body } = await ask({ type, limit: 1 })
    const again = { type: ['user.left', 'post.created'], cursor: body.next_cursor }
    expect((await ask(again)).status).toBe(200)
  })

  test.each([
    [['post.createt'], ['type']],
    [['post.created,user.left'], ['type']],
    [['webhook.test'], ['type']],
    [
      ['post.created', 'nothing', 'none'],
      ['type[1]', 'type[2]'],
    ],
  ])('%j is refused by name: %j', async (type, fields) => {
    const { status, body } = await ask({ type })
    expect({ status, code: body.error.code }).toEqual({ status: 400, code: 'invalid_request' })
    expect(body.error.details).toEqual(
      fields.map((field) => ({
        field,
        code: 'enum',
        message: expect.stringMatching(/^must be one of .*file\.uploaded, /),
      })),
    )
  })

  test('an empty one means all', async () => {
    expect(await walk({ type: '' })).toEqual([...all].reverse())
  })
})

describe('a cursor', () => {
  const first = { since: '2026-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' }
  const own = { ...first, type: ['post.created', 'post.edited'], order: 'asc' }
  const changed: FeedQuery[] = [
    { ...own, order: 'desc' },
    { ...own, order: undefined },
    { ...own, type: ['post.created'] },
    { ...own, type: [...own.type, 'user.left'] },
    { ...own, type: undefined },
    { ...own, since: undefined },
    { ...own, since: '2026-01-01T00:00:00.000Z' },
    { ...own, until: undefined },
    { ...own, until: '2098-01-01T00:00:00Z' },
  ]

  test.each(changed)('is none of %j', async (query) => {
    const { body } = await ask({ ...own, limit: 1 })
    expect((await ask({ ...own, cursor: body.next_cursor })).status).toBe(200)
    const { status, body: refusal } = await ask({ ...query, cursor: body.next_cursor })
    expect({ status, field: refusal.error.details[0].field }).toEqual({
      status: 400,
      field: 'cursor',
    })
  })

  test('may be asked with desc, which goes without saying', async () => {
    const { body } = await ask({ limit: 1 })
    const { status } = await ask({ order: 'desc', cursor: body.next_cursor })
    expect(status).toBe(200)
  })
})
