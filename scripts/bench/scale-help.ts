import type { ScaleTenant } from './scale-fill.ts'
import { get, list, nth, someMember, write, type ScaleRow } from './scale-requests.ts'
import { agent, desk, queue, ticket, TICKET_ROWS } from './scale-tickets.ts'

const tag = (t: ScaleTenant, n: number) => nth('help_tags', t, n)
const topic = (t: ScaleTenant) => t.from.help_topics + 1
const calendar = (t: ScaleTenant, n: number) => t.from.help_calendars + 1 + (n % 20)
const plan = (t: ScaleTenant, n: number) => t.from.help_sla_plans + 1 + (n % 20)
const canned = (t: ScaleTenant, n: number) => nth('help_canned_responses', t, n)
const newAgent = (t: ScaleTenant, n: number) => ({
  path: `${desk}/agents`,
  body: { user_id: someMember(t) + 100 + n, queue_ids: [queue(t)] },
})
const newQueue = (_: ScaleTenant, n: number) => ({
  path: `${desk}/queues`,
  body: { slug: `gone-${n}`, name: `Gone ${n}` },
})
const rule = (t: ScaleTenant) => t.from.help_rules + 1
const newRule = (_: ScaleTenant, n: number) => ({
  path: `${desk}/rules`,
  body: {
    name: `Gone ${n}`,
    event: 'created',
    actions: [{ type: 'set_priority', priority: 'low' }],
  },
})
const newCalendar = (_: ScaleTenant, n: number) => ({
  path: `${desk}/calendars`,
  body: {
    ...{ name: `Gone ${n}`, time_zone: 'UTC' },
    hours: [{ day: 'sunday', opens: '09:00', closes: '10:00' }],
  },
})
const newPlan = (_: ScaleTenant, n: number) => ({
  path: `${desk}/sla-plans`,
  body: { name: `Gone ${n}`, resolution_minutes: 60 },
})
const newTopic = (_: ScaleTenant, n: number) => ({
  path: `${desk}/help-topics`,
  body: { slug: `gone-${n}`, name: `Gone ${n}` },
})
const at = (path: string) => () => `${desk}/${path}`

/** The help desk: what it is set up with. */
export const HELP_ROWS: readonly ScaleRow[] = [
  ...list('listHelpAgents', `${desk}/agents`, {
    is_active: { is_active: 'true' },
    queue_id: (t) => ({ queue_id: queue(t) }),
  }),
  get('getHelpAgent', (t) => `${desk}/agents/${agent(t)}`),
  write('createHelpAgent', `${desk}/agents`, (t: ScaleTenant, n: number) => newAgent(t, n).body),
  write(
    'updateHelpAgent',
    (t) => `${desk}/agents/${agent(t)}`,
    (_: ScaleTenant, n: number) => ({ capacity: n % 100 }),
  ),
  write(
    'deactivateHelpAgent',
    (t) => `${desk}/agents/${agent(t)}/deactivate`,
    {},
    { before: (t) => ({ path: `${desk}/agents/${agent(t)}/activate`, body: {} }) },
  ),
  write(
    'activateHelpAgent',
    (t) => `${desk}/agents/${agent(t)}/activate`,
    {},
    { before: (t) => ({ path: `${desk}/agents/${agent(t)}/deactivate`, body: {} }) },
  ),

  ...list('listBulkUpdates', `${desk}/bulk-updates`),
  get('getBulkUpdate', (t) => `${desk}/bulk-updates/${t.from.help_bulk_updates + 1}`),
  get(
    'listBulkUpdateResults',
    (t) => `${desk}/bulk-updates/${t.from.help_bulk_updates + 1}/results`,
  ),
  write('createBulkUpdate', `${desk}/bulk-updates`, (t: ScaleTenant, n: number) => ({
    ticket_ids: [ticket(t, n)],
    change: { priority: 'low' },
  })),

  ...list('listHelpCalendars', `${desk}/calendars`),
  get('getHelpCalendar', (t) => `${desk}/calendars/${calendar(t, 0)}`),
  write('createHelpCalendar', `${desk}/calendars`, (_: ScaleTenant, n: number) => ({
    ...{ name: `New ${n}`, time_zone: 'Europe/Berlin' },
    hours: [{ day: 'monday', opens: '09:00', closes: '17:00' }],
  })),
  write(
    'updateHelpCalendar',
    (t, n) => `${desk}/calendars/${calendar(t, n)}`,
    (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` }),
  ),
  write('deleteHelpCalendar', () => `${desk}/calendars/{id}/delete`, {}, { before: newCalendar }),

  ...list('listCannedResponses', `${desk}/canned-responses`, {
    is_active: { is_active: 'true' },
    queue_id: (t) => ({ queue_id: queue(t) }),
    'is_active and queue_id': (t) => ({ is_active: 'true', queue_id: queue(t) }),
  }),
  get('getCannedResponse', (t) => `${desk}/canned-responses/${canned(t, 0)}`),
  write('createCannedResponse', `${desk}/canned-responses`, (_: ScaleTenant, n: number) => ({
    slug: `new-${n}`,
    title: `New ${n}`,
    body_md: 'Dear {{requester.first_name}}',
  })),
  write(
    'updateCannedResponse',
    (t, n) => `${desk}/canned-responses/${canned(t, n)}`,
    (_: ScaleTenant, n: number) => ({ title: `Renamed ${n}` }),
  ),
  write(
    'previewCannedResponse',
    (t, n) => `${desk}/canned-responses/${canned(t, n)}/preview`,
    (t: ScaleTenant, n: number) => ({ ticket_id: ticket(t, n) }),
  ),
  write('deleteCannedResponse', (t, n) => `${desk}/canned-responses/${canned(t, n + 400)}/delete`),

  get('getNotificationPrefs', at('notification-prefs')),
  write('setNotificationPref', `${desk}/notification-prefs`, (_: ScaleTenant, n: number) => ({
    ...{ scope: 'tenant_default', scope_id: 0, event_key: 'ticket.created', channel: 'email' },
    enabled: n % 2 === 0,
  })),

  ...list('listHelpQueues', `${desk}/queues`),
  get('getHelpQueue', (t) => `${desk}/queues/${queue(t)}`),
  write('createHelpQueue', `${desk}/queues`, (_: ScaleTenant, n: number) => ({
    slug: `new-${n}`,
    name: `New ${n}`,
  })),
  write(
    'updateHelpQueue',
    (t) => `${desk}/queues/${queue(t)}`,
    (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` }),
  ),
  write('deleteHelpQueue', () => `${desk}/queues/{id}/delete`, {}, { before: newQueue }),

  ...list('listHelpRules', `${desk}/rules`, {
    event: { event: 'created' },
    is_active: { is_active: 'true' },
  }),
  get('getHelpRule', (t) => `${desk}/rules/${rule(t)}`),
  get('dryRunHelpRule', (t) => `${desk}/rules/${rule(t)}/dry-run`),
  write('createHelpRule', `${desk}/rules`, (t: ScaleTenant, n: number) => newRule(t, n).body),
  write(
    'updateHelpRule',
    (t) => `${desk}/rules/${rule(t)}`,
    (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` }),
  ),
  write('deleteHelpRule', () => `${desk}/rules/{id}/delete`, {}, { before: newRule }),

  get('getHelpSettings', () => '/api/admin/help/settings'),
  write('updateHelpSettings', '/api/admin/help/settings', (_: unknown, n: number) => ({
    reopen_days: n,
  })),

  ...list('listSlaPlans', `${desk}/sla-plans`),
  get('getSlaPlan', (t) => `${desk}/sla-plans/${plan(t, 0)}`),
  write('createSlaPlan', `${desk}/sla-plans`, (_: ScaleTenant, n: number) => ({
    ...{ name: `New ${n}`, first_response_minutes: 60 },
  })),
  write(
    'updateSlaPlan',
    (t, n) => `${desk}/sla-plans/${plan(t, n)}`,
    (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` }),
  ),
  write('deleteSlaPlan', () => `${desk}/sla-plans/{id}/delete`, {}, { before: newPlan }),

  ...list('listHelpTags', `${desk}/tags`, {}, 'help_tags'),
  get('getHelpTag', (t) => `${desk}/tags/${tag(t, 0)}`),
  write('createHelpTag', `${desk}/tags`, (_: ScaleTenant, n: number) => ({
    slug: `new-${n}`,
    name: `New ${n}`,
  })),
  write(
    'updateHelpTag',
    (t, n) => `${desk}/tags/${tag(t, n)}`,
    (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` }),
  ),
  write('deleteHelpTag', (t, n) => `${desk}/tags/${tag(t, n + 400)}/delete`),

  ...list('listHelpTopics', `${desk}/help-topics`, { is_active: { is_active: 'false' } }),
  get('getHelpTopic', (t) => `${desk}/help-topics/${topic(t)}`),
  write('createHelpTopic', `${desk}/help-topics`, (_: ScaleTenant, n: number) => ({
    slug: `new-${n}`,
    name: `New ${n}`,
    queue_id: null,
  })),
  write(
    'updateHelpTopic',
    (t) => `${desk}/help-topics/${topic(t)}`,
    (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` }),
  ),
  write('deleteHelpTopic', () => `${desk}/help-topics/{id}/delete`, {}, { before: newTopic }),

  ...list(
    'listHelpAudit',
    `${desk}/audit`,
    {
      event_key: { event_key: 'ticket.replied' },
      actor_kind: { actor_kind: 'system' },
      'event_key and actor_kind': { event_key: 'ticket.replied', actor_kind: 'system' },
    },
    'help_audit',
  ),

  ...TICKET_ROWS,
]
