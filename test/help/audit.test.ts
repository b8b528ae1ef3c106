import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sweepWork } from '../../packages/domain/src/platform/index.ts'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { purge } from '../support/process/purge.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

type Json = Record<string, unknown>

const log = async (query = ''): Promise<Json[]> => {
  const { status, body } = await desk.read(`/audit?limit=200${query}`)
  expect([status, body.total_count]).toEqual([200, body.data.length])
  return body.data
}
/** The entries since the world was furnished, the oldest first. */
const told = async (query = '') =>
  (await log(query))
    .filter(({ id }) => id !== 8101)
    .reverse()
    .map(({ event_key, actor_kind, before_json, after_json }) => [
      ...[event_key, actor_kind, before_json, after_json],
    ])

test('listHelpAudit tells what has been done to a ticket, and how', async () => {
  const requester = { email: 'kim@example.com', name: 'Kim' }
  const asked = { subject: 'Where?', body: 'Where is it?', requester }
  const { data } = (await desk.write('/tickets', asked)).body
  const at = `/tickets/${data.id}`
  const requester_id = data.requester.id
  await desk.write(`${at}/reply`, { body: 'Yes.', agent_id: 21 })
  await desk.write(at, { priority: 'urgent', assignee_id: 21, agent_id: 21 })
  await desk.write(at, { tags: ['urgent'] })
  await desk.write(at, { tags: ['urgent'] })
  await desk.write(`${at}/status`, { status: 'pending', agent_id: 21 })
  await desk.write(`${at}/reply`, { body: 'And?', requester_id })
  const message_id = expect.any(Number)
  expect(await told()).toEqual([
    ['ticket.created', 'api', null, expect.objectContaining({ subject: 'Where?', requester_id })],
    ['ticket.replied', 'agent', null, { message_id, internal: false }],
    ['ticket.status_changed', 'agent', { status: 'new' }, { status: 'open' }],
    ['ticket.updated', 'agent', { priority: 'normal' }, { priority: 'urgent' }],
    ['ticket.assigned', 'agent', { assignee_id: null }, { assignee_id: 21 }],
    ['ticket.updated', 'api', { tags: [] }, { tags: ['urgent'] }],
    ['ticket.status_changed', 'agent', { status: 'open' }, { status: 'pending' }],
    ['ticket.replied', 'requester', null, { message_id, internal: false }],
    ['ticket.status_changed', 'requester', { status: 'pending' }, { status: 'open' }],
  ])
  const [newest] = await log()
  expect(newest).toMatchObject({
    ...{ actor: { kind: 'requester', id: requester_id, name: 'Kim' } },
    target: { kind: 'ticket', id: data.id },
  })
  expect(await told('&actor_kind=requester')).toHaveLength(2)
  expect(await told('&event_key=ticket.status_changed')).toHaveLength(3)
  expect(await told('&event_key=ticket.status_changed&actor_kind=agent')).toHaveLength(2)
  expect(await told('&actor_kind=system')).toEqual([])
  const text = JSON.stringify(await log())
  expect(text).not.toContain('kim@example.com')
  expect(text).not.toContain('Where is it?')
})

test('listHelpAudit tells what the desk has been set up with', async () => {
  await desk.write('/tags/31', { name: 'Now' })
  await desk.write('/agents/21', { capacity: 3 })
  await desk.write('/agents/21/deactivate')
  const pref = { scope: 'tenant_default', scope_id: 0, event_key: 'ticket.created' }
  await desk.write('/notification-prefs', { ...pref, channel: 'email', enabled: false })
  await desk.write('/tags/31/delete')
  const tag = { slug: 'urgent', name: 'Now' }
  expect(await told()).toEqual([
    ['help_tag.updated', 'api', { name: 'Urgent' }, { name: 'Now' }],
    ['help_agent.updated', 'api', { capacity: 10 }, { capacity: 3 }],
    ['help_agent.deactivated', 'api', null, null],
    ['notification_pref.set', 'api', null, expect.objectContaining({ enabled: false })],
    ['help_tag.deleted', 'api', expect.objectContaining(tag), null],
  ])
  const session = await desk.tenant.session({ role: 4 })
  const { tenant } = desk
  await platform.call('/api/v1/helpdesk/queues/4', {
    ...{ key: session, host: tenant.url, method: 'POST', body: { name: 'Back' } },
  })
  expect((await told()).at(-1)).toEqual([
    ...['help_queue.updated', 'agent', { name: 'Returns' }, { name: 'Back' }],
  ])
})

test('an edit that is refused is not told, and its page holds 50 entries, or up to 200', async () => {
  expect(await desk.read('/audit?limit=201')).toMatchObject(
    refusal(400, 'invalid_request', 'limit'),
  )
  expect(await desk.write('/tags/31', { slug: 'Not a slug' })).toMatchObject({ status: 422 })
  expect(await told()).toEqual([])
  const names = Array.from({ length: 60 }, (_, i) => `Urgent ${i}`)
  for (const name of names) await desk.write('/tags/31', { name })
  expect((await desk.read('/audit')).body.data).toHaveLength(50)
  expect(await log()).toHaveLength(61)
})

test('an entry is removed after a year, and not a day before', async () => {
  await desk.write('/tags/31', { name: 'Now' })
  const removed = async () => {
    await sweepWork(platform.db, ['purgeHelpAudit'], platform.clock.now())
    await purge(platform)
    return (await log()).length
  }
  platform.clock.advance(364 * DAY_MS)
  expect(await removed()).toBe(2)
  platform.clock.advance(DAY_MS)
  expect(await removed()).toBe(0)
})
