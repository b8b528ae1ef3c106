import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createSignIn } from '../../packages/domain/src/admin/index.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { buildWorld } from '../world/world.ts'

/** From the link that the command line prints to a session, once, and out again. */

const MINUTE_MS = 60 * 1000

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
  await buildWorld(platform, platform.tenant.live.tenantId)
})
afterAll(() => platform.close())

const link = (username = 'founder', environment: 'live' | 'test' = 'live') => {
  const { tenantId } = platform.tenant[environment]
  return createSignIn(platform.db, { tenantId, environment, username }, platform.clock.now())
}

const open = (token: string, host = platform.url) =>
  localFetch(`${host}/admin/sign-in?token=${encodeURIComponent(token)}`)

/** Presses the button of the page. */
const press = (token: string, headers: Record<string, string> = {}, host = platform.url) =>
  localFetch(`${host}/admin/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: host, ...headers },
    body: String(new URLSearchParams({ token })),
  })

const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] as string

const sessionOf = (cookie: string, host = platform.url) =>
  platform.call('/api/admin/session', { key: null, headers: { cookie }, host })

describe('the link', () => {
  test('opens a page whose button signs in', async () => {
    const { token } = await link()
    const page = await open(token)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`value="${token}"`)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'")
    expect(page.headers.get('set-cookie')).toBeNull()

    const answer = await press(token)
    expect({ status: answer.status, to: answer.headers.get('location') }).toEqual({
      status: 303,
      to: '/admin',
    })
    const cookie = String(answer.headers.get('set-cookie'))
    expect(cookie).toMatch(/^mobieus_session=[\w-]{43}; Max-Age=43200; Path=\/; /)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    const { status, body } = await sessionOf(cookieOf(answer))
    expect(status).toBe(200)
    expect(body.data).toMatchObject({
      tenant: { slug: 'demo', environment: 'live' },
      user: { username: 'founder' },
      role: 5,
    })
  })

  test('may be looked up any number of times, and used once', async () => {
    const { token } = await link()
    for (let i = 0; i < 3; i++) expect((await open(token)).status).toBe(200)
    const answers = await Promise.all(Array.from({ length: 5 }, () => press(token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400, 400])
    expect((await press(token)).headers.get('set-cookie')).toBeNull()
  })

  test('works for ten minutes', async () => {
    const [early, late] = [await link(), await link()]
    platform.clock.advance(9 * MINUTE_MS)
    expect((await press(early.token)).status).toBe(303)
    platform.clock.advance(MINUTE_MS)
    expect((await press(late.token)).status).toBe(400)
  })

  test('leads nowhere on another tenant, or changed, or of another page', async () => {
    const other = await platform.addTenant()
    const { token } = await link()
    expect((await press(token, {}, other.url)).status).toBe(400)
    expect((await press(token.replace('live_', 'test_'))).status).toBe(400)
    expect((await press('')).status).toBe(400)
    expect((await press(token, { origin: 'https://evil.example.com' })).status).toBe(400)
    expect((await press(token, { 'sec-fetch-site': 'same-site' })).status).toBe(400)
    expect((await press(token)).status).toBe(303)
  })

  test('shows what it was given as text', async () => {
    const page = await (await open('"><script>alert(1)</script>')).text()
    expect(page).not.toContain('<script>')
  })

  test('is for members, who land in the wiki, until they are banned or leave', async () => {
    await expect(link('nobody')).rejects.toThrow('no member nobody who may sign in')
    const set = (change: string) =>
      platform.query(`update users set ${change} where username = 'retroseller'`)
    for (const [gone, back] of [
      ['role = 1', 'role = 2'],
      ['deletion_scheduled_at = now()', 'deletion_scheduled_at = null'],
    ] as const) {
      const [first, second] = [await link('RetroSeller'), await link('retroseller')]
      const answer = await press(first.token)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/know'])
      const cookie = cookieOf(answer)
      expect((await sessionOf(cookie)).body.data).toMatchObject({ role: 2 })
      await set(gone)
      expect((await sessionOf(cookie)).status).toBe(401)
      expect((await press(second.token)).status).toBe(400)
      await expect(link('retroseller')).rejects.toThrow('no member retroseller who may sign in')
      await set(back)
    }
  })

  test('is kept as a hash only, and in no log', async () => {
    const { token } = await link()
    const cookie = cookieOf(await press(token)).split('=')[1] as string
    for (const table of ['sign_in_tokens', 'sessions', 'session_directory', 'audit_log']) {
      const { rows } = await platform.query(`select to_jsonb(t)::text as row from ${table} t`)
      for (const { row } of rows)
        for (const secret of [token, cookie]) expect(row).not.toContain(secret)
    }
    const logged = platform.logged.join('')
    for (const secret of [token, cookie]) expect(logged).not.toContain(secret)
  })
})

describe('a session', () => {
  test('of the test partition is there', async () => {
    const { token } = await link('founder', 'test')
    const { body } = await sessionOf(cookieOf(await press(token)))
    expect(body.data.tenant.environment).toBe('test')
  })

  test('ends after twelve hours', async () => {
    const cookie = cookieOf(await press((await link()).token))
    platform.clock.advance((12 * 60 - 1) * MINUTE_MS)
    expect((await sessionOf(cookie)).status).toBe(200)
    platform.clock.advance(MINUTE_MS)
    expect((await sessionOf(cookie)).status).toBe(401)
  })

  test('ends by signing out, at once and everywhere', async () => {
    const other = await platform.addServer()
    const elsewhere = `http://demo.localhost:${other.port}`
    const cookie = cookieOf(await press((await link()).token))
    const { body } = await sessionOf(cookie, elsewhere)
    const headers = { cookie, 'x-csrf-token': body.data.csrf_token }
    const out = await platform.call('/api/admin/session/delete', {
      method: 'POST',
      key: null,
      headers,
    })
    expect(out.status).toBe(200)
    expect((await sessionOf(cookie)).status).toBe(401)
    expect((await sessionOf(cookie, elsewhere)).status).toBe(401)
  })

  test('has the role that its member has now', async () => {
    const cookie = cookieOf(await press((await link('admin_ann')).token))
    const role = (value: number) =>
      platform.query("update users set role = $1 where username = 'admin_ann'", [value])
    expect((await sessionOf(cookie)).body.data.role).toBe(4)
    await role(3)
    expect((await sessionOf(cookie)).body.data.role).toBe(3)
    await role(1)
    expect((await sessionOf(cookie)).status).toBe(401)
    await role(4)
    expect((await sessionOf(cookie)).status).toBe(200)
    await platform.query(
      "update users set deletion_scheduled_at = now() where username = 'admin_ann'",
    )
    expect((await sessionOf(cookie)).status).toBe(401)
  })

  test('is audited from the link to the end', async () => {
    const { body } = await platform.call('/api/admin/audit-log?limit=100')
    const actions = body.data.map((entry: { action: string }) => entry.action)
    expect(actions).toEqual(
      expect.arrayContaining(['sign_in.created', 'session.created', 'session.ended']),
    )
    const find = (action: string) =>
      body.data.find((entry: { action: string }) => entry.action === action)
    expect(find('sign_in.created')).toMatchObject({ actor: null, target: { kind: 'user' } })
    expect(find('session.created').actor).not.toBeNull()
    expect(find('session.ended').actor.username).toBe('founder')
  })
})

test('in production the cookie is Secure and bound to its host', async () => {
  const production = await platform.addServer({ production: true, baseDomains: ['localhost'] })
  const host = `http://demo.localhost:${production.port}`
  const { token } = await link()
  expect((await press(token, { origin: host }, host)).status).toBe(400)
  const origin = host.replace('http:', 'https:')
  const answer = await press(token, { origin }, host)
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-mobieus_session=.*; Path=\/; .*; Secure/,
  )
  const cookie = cookieOf(answer)
  expect((await sessionOf(cookie, host)).status).toBe(200)
  expect((await sessionOf(cookie.replace('__Host-', ''), host)).status).toBe(401)
})
