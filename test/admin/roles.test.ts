import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { scopesOfRole } from '../../packages/domain/src/index.ts'
import { roleNames } from '../../packages/domain/src/platform/index.ts'
import { table } from '../support/contract/contract.ts'
import { exampleOf, toCall } from '../support/contract/examples.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { buildWorld } from '../world/world.ts'

/** The rights of a session: by the role of its member, and only from its own pages. */

let platform: Platform
const sessions = new Map<number, string>()
beforeAll(async () => {
  platform = await startPlatform({ config: { requestsPerMinute: 1000 } })
  await buildWorld(platform, platform.tenant.live.tenantId)
  for (const role of [2, 3, 4, 5]) sessions.set(role, await platform.tenant.session({ role }))
})
afterAll(() => platform.close())

const as = (role: number) => sessions.get(role) as string

test('keys are for super-admins, the audit log for administrators, the session for everybody', async () => {
  const statuses = async (path: string) =>
    Promise.all(
      [2, 3, 4, 5].map(async (role) => (await platform.call(path, { key: as(role) })).status),
    )
  expect(await statuses('/api/admin/api-keys')).toEqual([403, 403, 403, 200])
  expect(await statuses('/api/admin/audit-log')).toEqual([403, 403, 200, 200])
  expect(await statuses('/api/admin/session')).toEqual([200, 200, 200, 200])
})

test('a member’s session opens nothing of the console, and has a limit', async () => {
  const console = table.filter(([, { path }]) => path.startsWith('/api/admin/'))
  const open: string[] = []
  for (const [id, row] of console.filter(([, { resource }]) => resource !== 'session')) {
    const [path, call] = toCall(exampleOf([id, row]))
    const { status, headers } = await platform.call(path, { ...call, key: as(2) })
    if (status !== 403 || headers.get('x-ratelimit-limit') !== '1000') open.push(`${id}: ${status}`)
  }
  expect(open).toEqual([])
  const { headers } = await platform.call('/api/admin/session', { key: as(3) })
  expect(headers.get('x-ratelimit-limit')).toBe('0')
})

/** Operations of the public API that ask for a scope. */
const scoped = table.filter(([, row]) =>
  row.security.some((entry) => (entry as { bearerAuth?: readonly string[] }).bearerAuth?.length),
)

describe.each(scoped)('%s under a session', (id, row) => {
  const [path, call] = toCall(exampleOf([id, row]))
  // Refused for its parameter, by the stage behind the scopes: nothing is changed.
  const faulty = `${path}${path.includes('?') ? '&' : '?'}no_such_parameter=1`
  const status = async (role: number, headers: Record<string, string> = {}) =>
    (
      await platform.call(faulty, {
        ...call,
        key: as(role),
        headers: { ...call.headers, ...headers },
      })
    ).status

  test('needs a role that has its scopes', async () => {
    const allowed = (role: number) =>
      row.security.some((entry) =>
        Object.values(entry)
          .flat()
          .every((scope) => [...scopesOfRole(role), ...roleNames(role)].includes(scope as string)),
      )
    expect(await status(5)).toBe(400)
    expect(await status(4)).toBe(400)
    expect(await status(3)).toBe(allowed(3) ? 400 : 403)
    expect(await status(2)).toBe(allowed(2) ? 400 : 403)
  })

  test('takes no cross-origin session, and no write without the CSRF token', async () => {
    expect(await status(5, { origin: 'https://evil.example.com' })).toBe(401)
    expect(await status(5, { 'sec-fetch-site': 'same-site' })).toBe(401)
    expect(await status(5, { origin: platform.url, 'sec-fetch-site': 'same-origin' })).toBe(400)
    if (row.method !== 'get') expect(await status(5, { 'x-csrf-token': 'none' })).toBe(403)
  })
})

test('a moderator has the scopes of reports and moderation, answers tickets, and looks after wiki and courses', () => {
  for (const scope of scopesOfRole(3))
    expect(scope).toMatch(/^(?:(?:reports|moderation):|(?:helpdesk|know|learn):(?:read|write)$)/)
  expect(scopesOfRole(2)).toEqual([])
})

test('a write acts as the member who is signed in', async () => {
  const body = { forum_slug: 'general', title: 'From the console', body: 'Hello' }
  const { status, body: answer } = await platform.call('/api/v1/posts', { key: as(4), body })
  expect({ status, author: answer.data?.author.username }).toEqual({
    status: 201,
    author: 'admin_ann',
  })
})

test('a key that is sent counts, whatever the cookie; /me describes keys only', async () => {
  const cookie = `mobieus_session=${as(5).split(' ')[1]}`
  const key = await platform.tenant.key({ scopes: [] })
  const both = await platform.call('/api/v1/posts', { key, headers: { cookie } })
  expect(both.status).toBe(403)
  expect((await platform.call('/api/v1/me', { key: as(5) })).status).toBe(401)
})

test('a path of the console that is written with escapes allows no other origin either', async () => {
  const { status, headers } = await platform.call('/api/%61dmin/session', { method: 'OPTIONS' })
  expect(status).toBe(204)
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})
