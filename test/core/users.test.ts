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
const jo = { username: 'joystick_jo', email: 'Jo@Example.com' }

test('createUser registers a member with role 2, and never tells the address', async () => {
  const { status, body, text, headers } = await call('/api/v1/users', jo)
  expect(status).toBe(201)
  expect(body.data).toMatchObject({
    username: 'joystick_jo',
    display_name: 'joystick_jo',
    role: 2,
    avatar_url: null,
    last_active_at: null,
    post_count: 0,
    deletion_scheduled_at: null,
  })
  expect(headers.get('location')).toBe(`/api/v1/users/${body.data.id}`)
  for (const each of [
    text,
    (await call('/api/v1/users')).text,
    (await call('/api/v1/events')).text,
  ])
    expect(each.toLowerCase()).not.toContain('jo@example.com')
})

test.each([
  [{ ...jo, username: 'JOYSTICK_JO', email: 'other@example.com' }, 'username'],
  [{ ...jo, username: 'other', email: 'jo@example.COM' }, 'email'],
])('createUser refuses %j: the %s is taken, in any letter case', async (second, field) => {
  await call('/api/v1/users', jo)
  const { status, body } = await call('/api/v1/users', second)
  expect({ status, code: body.error.code, field: body.error.details[0].field }).toEqual({
    status: 409,
    code: 'conflict',
    field,
  })
  const change =
    field === 'username' ? { username: jo.username.toUpperCase() } : { email: jo.email }
  expect((await call('/api/v1/users/312', change)).status).toBe(409)
})

test('one of ten members who want one name at once gets it', async () => {
  const many = Array.from({ length: 10 }, (_, i) => ({ ...jo, email: `jo${i}@example.com` }))
  const answers = await Promise.all(many.map((each) => call('/api/v1/users', each)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
})

test('a name taken in one tenant is free in another', async () => {
  const other = await platform.addTenant()
  await call('/api/v1/users', jo)
  const { status } = await platform.call('/api/v1/users', {
    key: await other.key(),
    host: other.url,
    body: jo,
  })
  expect(status).toBe(201)
})

test('updateUser changes what is said and keeps the rest', async () => {
  const before = (await call('/api/v1/users/312')).body.data
  const { status, body } = await call('/api/v1/users/312', { display_name: 'Retro' })
  expect(status).toBe(200)
  expect(body.data).toEqual({ ...before, display_name: 'Retro' })
  const avatar_url = 'https://cdn.example.com/a.png'
  expect((await call('/api/v1/users/312', { avatar_url })).body.data.avatar_url).toBe(avatar_url)
  expect((await call('/api/v1/users/312', { avatar_url: null })).body.data.avatar_url).toBeNull()
})

test('deleteUser schedules it once: out of the list, still to be read, no longer to be changed', async () => {
  const total = async () => (await call('/api/v1/users')).body.total_count
  const events = async () => (await call('/api/v1/events')).body.total_count
  const [members, happened] = [await total(), await events()]
  const deleted = await call('/api/v1/users/7/delete', {})
  expect(deleted).toMatchObject({ status: 200, body: { data: { id: 7, deleted: true } } })
  expect(await total()).toBe(members - 1)
  const found = await call('/api/v1/users/7')
  expect(found.body.data.deletion_scheduled_at).not.toBeNull()
  expect((await call('/api/v1/users/7', { display_name: 'x' })).status).toBe(409)
  expect(await events()).toBe(happened + 1)

  platform.clock.advance(1000)
  expect((await call('/api/v1/users/7/delete', {})).status).toBe(200)
  expect((await call('/api/v1/users/7')).body.data).toEqual(found.body.data)
  expect([await total(), await events()]).toEqual([members - 1, happened + 1])
  const ids = (await call('/api/v1/users')).body.data.map(({ id }: { id: number }) => id)
  expect(ids).not.toContain(7)
  expect((await call('/api/v1/posts/4502')).body.data.author).toEqual({
    id: 7,
    username: 'pixel_pia',
  })
})

test('getMe tells what the key is', async () => {
  const { secret, id } = await tenant.mint({ scopes: ['users:read', 'posts:read'], rateLimit: 60 })
  const { body } = await platform.call('/api/v1/me', { key: secret, host: tenant.url })
  expect(body.data).toEqual({
    tenant: { slug: tenant.slug, name: tenant.slug, plan: 'pro', environment: 'live' },
    key: {
      id,
      label: 'test',
      prefix: secret.slice(0, 12),
      scopes: ['posts:read', 'users:read'],
      expires_at: null,
      created_at: expect.stringMatching(/Z$/),
    },
    user: { id: tenant.live.adminId, username: 'founder' },
    limits: { requests_per_minute: 60, page_size: 100, body_bytes: 1_048_576 },
  })
})
