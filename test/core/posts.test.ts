import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { buildWorld } from '../world/world.ts'

let platform: Platform
let tenant: TestTenant
let key: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  tenant = await platform.addTenant()
  key = await tenant.key()
  await buildWorld(platform, tenant.live.tenantId)
})

const call = (path: string, body?: unknown) => platform.call(path, { key, host: tenant.url, body })
const eventTypes = async () =>
  (await call('/api/v1/events')).body.data.map(({ type }: { type: string }) => type)
const fault = ({
  status,
  body,
}: {
  status: number
  body: { error: { code: string; details?: { field: string }[] } }
}) => ({
  status,
  code: body.error.code,
  field: body.error.details?.[0]?.field,
})

test('createPost opens a thread, by who minted the key, and says where it is', async () => {
  const { status, body, headers } = await call('/api/v1/posts', {
    forum_slug: 'atari-2600',
    title: 'Hello',
    body: '# World',
  })
  expect(status).toBe(201)
  expect(body.data).toMatchObject({
    forum_slug: 'atari-2600',
    title: 'Hello',
    body: '# World',
    parent_post_id: null,
    author: { id: tenant.live.adminId, username: 'founder' },
    edited_at: null,
    deleted_at: null,
  })
  expect(body.data.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  const path = headers.get('location') as string
  expect(path).toBe(`/api/v1/posts/${body.data.id}`)
  expect((await call(path)).body.data).toEqual(body.data)
})

test('createPost replies, in the forum of the thread and without a title', async () => {
  const { status, body } = await call('/api/v1/posts', {
    thread_id: 118,
    parent_post_id: 4502,
    body: 'x',
  })
  expect(status).toBe(201)
  expect(body.data).toMatchObject({
    thread_id: 118,
    parent_post_id: 4502,
    forum_slug: 'atari-2600',
    title: null,
  })
  const users = async (id: number) => (await call(`/api/v1/users/${id}`)).body.data
  expect(await users(tenant.live.adminId)).toMatchObject({ post_count: 1 })
  expect((await users(tenant.live.adminId)).last_active_at).toBe(body.data.created_at)
})

test.each([
  [{ thread_id: 118, title: 'x', body: 'x' }, 'title'],
  [{ thread_id: 118, forum_slug: 'atari-2600', body: 'x' }, 'forum_slug'],
  [{ forum_slug: 'atari-2600', title: 'x', parent_post_id: 4501, body: 'x' }, 'parent_post_id'],
  [{ title: 'x', body: 'x' }, 'forum_slug'],
  [{ forum_slug: 'atari-2600', body: 'x' }, 'title'],
  [{ forum_slug: 'no-such-forum', title: 'x', body: 'x' }, 'forum_slug'],
  [{ thread_id: 999, body: 'x' }, 'thread_id'],
  [{ thread_id: 118, parent_post_id: 999, body: 'x' }, 'parent_post_id'],
  [{ thread_id: 118, body: 'x', author_id: 999 }, 'author_id'],
])('createPost refuses %j for %s', async (body, field) => {
  expect(fault(await call('/api/v1/posts', body))).toEqual({
    status: 422,
    code: 'validation_failed',
    field,
  })
})

test.each([
  [{ thread_id: 999, author_id: 998 }, ['author_id', 'thread_id']],
  [{ forum_slug: 'no-such-forum', title: 'x', author_id: 998 }, ['author_id', 'forum_slug']],
])('createPost tells all faults of %j at once', async (references, fields) => {
  const { status, body } = await call('/api/v1/posts', { ...references, body: 'x' })
  expect(status).toBe(422)
  expect(body.error.details.map((each: { field: string }) => each.field)).toEqual(fields)
})

test('createPost refuses the parent of another thread, and one that is deleted', async () => {
  const other = await call('/api/v1/posts', { forum_slug: 'general', title: 'Other', body: 'x' })
  const reply = { thread_id: 118, body: 'x' }
  const refusal = { status: 422, code: 'validation_failed', field: 'parent_post_id' }
  expect(
    fault(await call('/api/v1/posts', { ...reply, parent_post_id: other.body.data.id })),
  ).toEqual(refusal)
  await call('/api/v1/posts/4502/delete', {})
  expect(fault(await call('/api/v1/posts', { ...reply, parent_post_id: 4502 }))).toEqual(refusal)
})

test('updatePost edits the title for all, keeps what is left out, and leaves an event', async () => {
  const edited = await call('/api/v1/posts/4501', { title: 'Solved', actor_id: 9 })
  expect(edited.status).toBe(200)
  expect(edited.body.data).toMatchObject({
    title: 'Solved',
    body: expect.stringMatching(/^The picture/),
  })
  expect(edited.body.data.edited_at).not.toBeNull()
  expect((await call('/api/v1/posts/4501')).body.data).toEqual(edited.body.data)
  const [event] = (await call('/api/v1/events')).body.data
  expect(event).toMatchObject({
    type: 'post.edited',
    data: { editor: { id: 9, username: 'mod_alice' } },
  })
})

test('updatePost that changes nothing leaves neither event nor time', async () => {
  const before = await eventTypes()
  const { body } = (await call('/api/v1/posts/4501')).body.data
  expect((await call('/api/v1/posts/4501', { body })).body.data.edited_at).toBeNull()
  expect(await eventTypes()).toEqual(before)
})

test('updatePost refuses the title of a reply, and anything of a deleted post', async () => {
  expect(fault(await call('/api/v1/posts/4502', { title: 'x' }))).toMatchObject({
    status: 422,
    field: 'title',
  })
  await call('/api/v1/posts/4502/delete', {})
  expect(fault(await call('/api/v1/posts/4502', { body: 'x' }))).toMatchObject({
    status: 409,
    code: 'conflict',
  })
})

test('deletePost leaves a tombstone, closes the thread of an opener, and happens once', async () => {
  const total = async () => (await call('/api/v1/posts')).body.total_count
  const before = await total()
  const deletion = { reason: 'spam', actor_id: 9 }
  const deleted = await call('/api/v1/posts/4501/delete', deletion)
  expect(deleted).toMatchObject({ status: 200, body: { data: { id: 4501, deleted: true } } })
  const tombstone = (await call('/api/v1/posts/4501')).body.data
  expect(tombstone).toMatchObject({ id: 4501, title: null, body: null, author: { id: 312 } })
  expect(tombstone.deleted_at).not.toBeNull()
  expect(await total()).toBe(before - 1)
  expect((await call('/api/v1/posts/4502')).status).toBe(200)
  const reply = { thread_id: 118, body: 'Too late.' }
  expect(fault(await call('/api/v1/posts', reply))).toEqual({
    status: 409,
    code: 'conflict',
    field: 'thread_id',
  })

  const events = await eventTypes()
  expect((await call('/api/v1/posts/4501/delete', deletion)).status).toBe(200)
  expect(await eventTypes()).toEqual(events)
  expect(await total()).toBe(before - 1)
})

test('deletePost takes no body at all', async () => {
  const { status } = await platform.call('/api/v1/posts/4502/delete', {
    key,
    host: tenant.url,
    method: 'POST',
  })
  expect(status).toBe(200)
})

test('a member who is leaving can no longer write', async () => {
  await call('/api/v1/users/312/delete', {})
  const refusal = { status: 422, code: 'validation_failed' }
  expect(fault(await call('/api/v1/posts', { thread_id: 118, body: 'x', author_id: 312 }))).toEqual(
    {
      ...refusal,
      field: 'author_id',
    },
  )
  expect(fault(await call('/api/v1/posts/4501', { body: 'x', actor_id: 312 }))).toEqual({
    ...refusal,
    field: 'actor_id',
  })
})

test('listPosts is newest first, while others write: each post once', async () => {
  const before = (await call('/api/v1/posts?limit=100')).body.data.map(
    ({ id }: { id: number }) => id,
  )
  const writing = Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      call('/api/v1/posts', { thread_id: 118, body: `Reply ${i}` }),
    ),
  )
  const seen: number[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await call(`/api/v1/posts?limit=1&cursor=${cursor}`)
    seen.push(...body.data.map(({ id }: { id: number }) => id))
    cursor = body.next_cursor
  }
  await writing
  expect([...seen].sort((a, b) => b - a)).toEqual(seen)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(expect.arrayContaining(before))
})

test('a post is edited and deleted by its author and by moderators, by nobody else', async () => {
  const refused = { status: 422, code: 'validation_failed', field: 'actor_id' }
  const edit = (actor_id: number) =>
    call('/api/v1/posts/4502', { body: `By ${actor_id}`, actor_id })
  expect(fault(await edit(312))).toEqual(refused)
  expect(fault(await call('/api/v1/posts/4502/delete', { actor_id: 312 }))).toEqual(refused)
  expect((await edit(7)).status).toBe(200)
  expect((await edit(9)).status).toBe(200)
  expect((await call('/api/v1/posts/4502/delete', { actor_id: 9 })).status).toBe(200)
})

test('replies to an opener while it is edited: nobody waits in a circle', async () => {
  const reply = { thread_id: 118, parent_post_id: 4501, body: 'Me too' }
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      i % 4 === 0
        ? call('/api/v1/posts/4501', { title: `Title ${i}` })
        : call('/api/v1/posts', reply),
    ),
  )
  expect(answers.filter(({ status }) => status >= 400)).toEqual([])
})

test('posts by a member who is renamed: nobody waits in a circle', async () => {
  const reply = { thread_id: 118, body: 'Me too', author_id: 312 }
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      i % 4 === 0
        ? call('/api/v1/users/312', { username: `renamed_${i}`, email: `r${i}@example.com` })
        : call('/api/v1/posts', reply),
    ),
  )
  expect(answers.filter(({ status }) => status >= 400)).toEqual([])
})
