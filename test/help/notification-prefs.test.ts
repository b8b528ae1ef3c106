import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

const tenant = { scope: 'tenant_default', scope_id: 0 }
const agent = { scope: 'agent', scope_id: 21 }
const requester = { scope: 'requester', scope_id: 7 }
type Scope = typeof tenant
const created = { event_key: 'ticket.created', channel: 'email' }

const set = (scope: Scope, enabled: boolean, name = created) =>
  desk.write('/notification-prefs', { ...scope, ...name, enabled })
const read = ({ scope, scope_id }: Scope) =>
  desk.read(`/notification-prefs?scope=${scope}&scope_id=${scope_id}`)
const prefs = async (scope: Scope): Promise<(typeof created)[]> =>
  (await read(scope)).body.data.prefs
const pref = async (scope: Scope, name = created) =>
  (await prefs(scope)).find((each) => each.event_key === name.event_key)

test('nothing is set at first: everything that is known is on, whoever it is for', async () => {
  const { body } = await desk.read('/notification-prefs')
  expect(body.data).toMatchObject(tenant)
  expect(body.data.prefs.length).toBeGreaterThan(3)
  for (const scope of [tenant, agent, requester])
    expect(await prefs(scope)).toEqual(
      body.data.prefs.map((each: object) => ({ ...each, enabled: true, source: 'built_in' })),
    )
})

test('a preference of an agent or a requester counts before that of the tenant', async () => {
  const { status, body } = await set(tenant, false)
  const off = { ...created, enabled: false, source: 'tenant_default' }
  expect({ status, data: body.data }).toEqual({ status: 200, data: { ...tenant, ...off } })
  for (const scope of [tenant, agent, requester]) expect(await pref(scope)).toEqual(off)

  const own = { ...created, enabled: true, source: 'agent' }
  expect((await set(agent, true)).body.data).toEqual({ ...agent, ...own })
  expect(await pref(agent)).toEqual(own)
  expect(await pref({ ...agent, scope_id: 22 })).toEqual(off)
  expect(await pref(requester)).toEqual(off)

  await set(tenant, true)
  await set(agent, false)
  await set(requester, false)
  expect(await pref(agent)).toMatchObject({ enabled: false, source: 'agent' })
  expect(await pref(requester)).toMatchObject({ enabled: false, source: 'requester' })
  expect(await pref({ ...requester, scope_id: 21 })).toMatchObject({ source: 'tenant_default' })
  expect(await pref(tenant)).toMatchObject({ enabled: true })
})

test('kinds of events and ways of telling that come later can be set today', async () => {
  const later = { event_key: 'ticket.merged', channel: 'in_app' }
  await set(tenant, false, later)
  expect(await pref(agent, later)).toEqual({ ...later, enabled: false, source: 'tenant_default' })
  expect(await pref(tenant)).toMatchObject({ channel: 'email', source: 'built_in' })
})

test.each([
  [{ scope: 'tenant_default', scope_id: 21 }],
  [{ scope: 'agent', scope_id: 0 }],
  [{ scope: 'requester', scope_id: 0 }],
])('only the tenant has the id 0: %j is refused', async (scope) => {
  expect(await set(scope, true)).toMatchObject(refusal(422, 'validation_failed', 'scope_id'))
  expect(await read(scope)).toMatchObject(refusal(400, 'invalid_request', 'scope_id'))
})

test('an agent of nobody, and one of another tenant, is not there', async () => {
  const other = await openHelpDesk(platform)
  const { body } = await other.write('/agents', { user_id: 7 })
  for (const scope_id of [999, body.data.id]) {
    expect(await set({ ...agent, scope_id }, true)).toMatchObject(
      refusal(422, 'validation_failed', 'scope_id', 'not_found'),
    )
    expect(await read({ ...agent, scope_id })).toMatchObject(refusal(404, 'not_found'))
  }
})

test('a change is audited, and a preference that was so already is not', async () => {
  await set(tenant, false)
  await set(tenant, false)
  await set(tenant, true)
  const target = { kind: 'notification_pref', id: expect.any(Number) }
  const told = (enabled: boolean) => ({ ...tenant, ...created, enabled })
  expect(await desk.audited('notification_pref')).toEqual([
    {
      ...{ action: 'notification_pref.set', target },
      ...{ before: { enabled: false }, after: told(true) },
    },
    { action: 'notification_pref.set', target, before: null, after: told(false) },
  ])
})

test('ten who set one preference at once all do, and it is there once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => set(agent, i % 2 === 0)))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  const names = (await prefs(agent)).map(({ event_key }) => event_key)
  expect(new Set(names).size).toBe(names.length)
})

test('a scope has room for 200', async () => {
  await platform.query(
    `insert into help_notification_prefs (tenant_id, scope, scope_id, event_key, channel, enabled)
     select $1, 'agent', 21, 'x.' || n, 'email', true from generate_series(1, 199) n returning id`,
    [desk.tenant.live.tenantId],
  )
  expect((await set(agent, true)).status).toBe(200)
  expect((await set(agent, false)).status).toBe(200)
  const more = { ...created, event_key: 'ticket.replied' }
  expect(await set(agent, true, more)).toMatchObject(refusal(409, 'conflict'))
  expect((await set(tenant, true, more)).status).toBe(200)
})
