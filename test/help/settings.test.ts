import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Call, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { until } from '../support/until.ts'

/** The settings of the help desk, as administrators see and change them in the console. */

const DAY_MS = 24 * 60 * 60 * 1000
const PATH = '/api/admin/help/settings'
const INITIAL = { language: 'english', reopen_days: 14, survey_hours: null }

let platform: Platform
let desk: HelpDesk
let session: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
  session = await desk.tenant.session({ role: 4 })
})

const settings = (body?: object, call: Call = {}) =>
  platform.call(PATH, { key: session, host: desk.tenant.url, body, ...call })
const set = async (body: object) => (await settings(body)).body.data
const ini = async (partition: 'live' | 'test' = 'live') => {
  const { rows } = await platform.query('select app_ini from tenants where id = $1', [
    desk.tenant[partition].tenantId,
  ])
  return (rows as { app_ini: string }[])[0]?.app_ini
}

test('omitted settings keep their value, and what else stands in the file stays as it is', async () => {
  const text = '; ours\n[webhooks]\nmax_endpoints = 7\n\n[help]\n; days\nreopen_days = 3\n'
  await desk.tenant.setIni(text)
  expect((await settings()).body.data).toEqual({ ...INITIAL, reopen_days: 3 })
  const all = { language: 'german', reopen_days: 0, survey_hours: 24 }
  expect(await set({ survey_hours: 24, language: 'german' })).toEqual({ ...all, reopen_days: 3 })
  expect(await set({ reopen_days: 0 })).toEqual(all)
  expect(await set({ survey_hours: null })).toEqual({ ...all, survey_hours: null })
  expect(await ini()).toBe(
    '; ours\n[webhooks]\nmax_endpoints = 7\n\n[help]\nlanguage = german\n; days\nreopen_days = 0\n',
  )
  // The other partition has its own.
  expect(await ini('test')).toBe(text)
})

test('a change is in force with the next request, and soon on other servers', async () => {
  const second = await platform.addServer()
  const close = async (id: number) => {
    await desk.write(`/tickets/${id}/status`, { status: 'closed' })
    platform.clock.advance(DAY_MS)
  }
  const key = await desk.tenant.key()
  const reopen = async (server = platform.server) => {
    const url = `http://${desk.tenant.slug}.localhost:${server.port}`
    const body = { status: 'open' }
    const path = '/api/v1/helpdesk/tickets/1234/status'
    return (await platform.call(path, { key, host: url, body })).status
  }
  await close(1234)
  expect(await reopen(second)).toBe(200)
  await close(1234)
  await set({ reopen_days: 0 })
  expect(await reopen()).toBe(409)
  await until(async () => (await reopen(second)) === 409)
  await set({ reopen_days: 5 })
  expect(await reopen()).toBe(200)
})

test('with If-Match two administrators do not overwrite each other', async () => {
  const tag = (await settings()).headers.get('etag') as string
  const given = { headers: { 'if-match': tag } }
  const answers = await Promise.all(
    [1, 2, 3].map((reopen_days) => settings({ reopen_days }, given)),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 412, 412])
  expect(await settings({ reopen_days: 9 }, given)).toMatchObject(
    refusal(412, 'precondition_failed'),
  )
  const now = (await settings()).headers.get('etag') as string
  expect((await settings({ reopen_days: 9 }, { headers: { 'if-match': now } })).status).toBe(200)
  const held = { headers: { 'if-none-match': (await settings()).headers.get('etag') as string } }
  expect((await settings(undefined, held)).status).toBe(304)
})

test('changes at once are all kept', async () => {
  const changes = [{ reopen_days: 30 }, { survey_hours: 5 }, { language: 'french' }]
  await Promise.all(changes.map((change) => settings(change)))
  expect((await settings()).body.data).toEqual(Object.assign({}, ...changes))
})

test.each([
  [{ reopen_days: -1 }, 'reopen_days'],
  [{ reopen_days: 10_000 }, 'reopen_days'],
  [{ reopen_days: null }, 'reopen_days'],
  [{ survey_hours: 1000 }, 'survey_hours'],
  [{ survey_hours: 1.5 }, 'survey_hours'],
  [{ language: 'klingon' }, 'language'],
  [{ language: 'english\n[webhooks]' }, 'language'],
  [{ display_name: 'Desk' }, 'display_name'],
])('%j is refused and names the field', async (body, field) => {
  expect(await settings(body)).toMatchObject(refusal(422, 'validation_failed', field))
  expect(await ini()).toBe('')
})

test('both audit logs tell what was changed, once and by whom', async () => {
  await set({ survey_hours: 24 })
  await set({ survey_hours: 24 })
  await set({ language: 'german', survey_hours: null })
  const changes = [
    {
      before: { language: 'english', survey_hours: 24 },
      after: { language: 'german', survey_hours: null },
    },
    { before: { survey_hours: null }, after: { survey_hours: 24 } },
  ]
  const target = { kind: 'help_settings', id: desk.tenant.live.tenantId }
  const action = 'help_settings.updated'
  expect(await desk.audited('help_settings')).toEqual(
    changes.map((change) => ({ action, target, ...change })),
  )
  const log = (await desk.read(`/audit?event_key=${action}`)).body.data
  expect(log).toMatchObject(
    changes.map(({ before, after }) => ({ before_json: before, after_json: after })),
  )
  expect(log[0].actor_kind).toBe('agent')
})

test('another language asks for all texts to be indexed anew, the same one for nothing', async () => {
  const former = async () => {
    const { rows } = await platform.query(
      'select former from help_reindexings where tenant_id = $1',
      [desk.tenant.live.tenantId],
    )
    return (rows as { former: string[] }[]).flatMap((row) => row.former)
  }
  await set({ language: 'english', reopen_days: 7 })
  expect(await former()).toEqual([])
  await set({ language: 'german' })
  expect(await former()).toEqual(['english'])
})

test('settings are for administrators in the console', async () => {
  const moderator = await desk.tenant.session({ role: 3 })
  expect((await settings(undefined, { key: moderator })).status).toBe(403)
  expect((await settings({ reopen_days: 1 }, { key: moderator })).status).toBe(403)
  expect((await settings(undefined, { key: await desk.tenant.key() })).status).toBe(401)
  const forged = { headers: { 'x-csrf-token': 'none' } }
  expect((await settings({ reopen_days: 1 }, forged)).status).toBe(403)
  expect((await settings()).body.data).toEqual(INITIAL)
})
