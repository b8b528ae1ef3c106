import { randomBytes } from 'node:crypto'
import { count, type SystemWriting } from '@mobieus/domain/kit'
import {
  accountList,
  bulkList,
  agentList,
  calendarList,
  cannedList,
  helpAuditList,
  makeSubjectFindable,
  planList,
  queueList,
  ruleList,
  startReading,
  tagList,
  ticketList,
  topicList,
} from '@mobieus/domain/help'
import type { Insert } from './cast.ts'
import { insertMails } from './mails.ts'

interface KeptBytes {
  readonly size_bytes: number
  readonly sha256: string
}

/** The file of a message, one for the next, and the mail that the first came with, whose bytes are kept already. */
interface Kept {
  readonly invoice: KeptBytes
  readonly upload: KeptBytes
  readonly source: KeptBytes
}

/** The help desk of the demo, as the examples of the contract speak of it. */
export async function insertHelpDesk(
  ctx: SystemWriting,
  insert: Insert,
  { moderator, seller, ...kept }: Readonly<Record<'moderator' | 'seller', { id: number }>> & Kept,
): Promise<void> {
  await insertPlans(ctx, insert)
  const queue = { assignment_policy: 'manual', sla_plan_id: null, is_default: false }
  await insert('help_queues', [
    { ...queue, id: 3, slug: 'billing', name: 'Billing' },
    { ...queue, id: 4, slug: 'returns', name: 'Returns', sla_plan_id: 81 },
  ])
  count(ctx, queueList, 2)
  const agents = [
    {
      id: 21,
      user_id: moderator.id,
      is_active: true,
      presence: 'available',
      capacity: 10,
      open_count: 1,
    },
    {
      id: 22,
      user_id: seller.id,
      is_active: false,
      presence: 'offline',
      capacity: null,
      open_count: 0,
    },
  ]
  await insert('help_agents', agents)
  for (const agent of agents) count(ctx, agentList, 1, agent)
  const onQueue = agents.map(({ id }) => ({ agent_id: id, queue_id: 3 }))
  await insert('help_queue_agents', onQueue)
  await insert('event_cursors', [{ subscriber: 'help-agent-standing', position: 0 }])
  await insert('help_tags', [{ id: 31, slug: 'urgent', name: 'Urgent', color: '#d92d20' }])
  count(ctx, tagList, 1)
  await insertAccounts(ctx, insert)
  await insertTexts(ctx, insert)
  await insertRule(ctx, insert)
  await insertTicket(ctx, insert, moderator, kept)
}

/** Office hours, and a plan that counts in them; two more that nothing uses. */
async function insertPlans(ctx: SystemWriting, insert: Insert): Promise<void> {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
  const calendar = {
    ...{ name: 'Office hours', time_zone: 'Europe/Berlin' },
    hours: days.map((day) => ({ day, opens: '09:00', closes: '17:00' })),
    holidays: [{ date: '2026-12-25', name: 'Christmas' }],
  }
  await insert('help_calendars', [
    { ...calendar, id: 61 },
    { ...calendar, id: 62, name: 'Fair hours' },
  ])
  count(ctx, calendarList, 2)
  const plan = {
    ...{ calendar_id: 61, first_response_minutes: 240, resolution_minutes: 2400 },
    priorities: [{ priority: 'urgent', first_response_minutes: 60, resolution_minutes: 480 }],
    ...{ pause_on_statuses: ['pending'], at_risk_percent: 80 },
  }
  await insert('help_sla_plans', [
    { ...plan, id: 81, name: 'Standard' },
    { ...plan, id: 82, name: 'At fairs' },
  ])
  count(ctx, planList, 2)
}

/** Addresses that requesters write to; their secrets are nobody's until they are rotated. */
async function insertAccounts(ctx: SystemWriting, insert: Insert): Promise<void> {
  const times = { secret_rotated_at: ctx.now, created_at: ctx.now }
  const common = {
    name: 'Retro support',
    secret_hash: `\\x${randomBytes(32).toString('hex')}`,
    ...times,
  }
  await insert('help_email_accounts', [
    { ...common, id: 81, address: 'support@retro.example', is_default: true },
    { ...common, id: 82, address: 'returns@retro.example', is_default: false },
  ])
  count(ctx, accountList, 2)
}

/** Topics that requesters choose from, and a text that agents answer with. */
async function insertTexts(ctx: SystemWriting, insert: Insert): Promise<void> {
  const field = { key: 'invoice_number', label: 'Invoice number', type: 'text', is_required: true }
  const custom_fields = [{ ...field, options: [] }]
  const common = { queue_id: 3, default_priority: 'high', custom_fields, sort_order: 100 }
  const topics = [
    { ...common, id: 41, slug: 'invoices', name: 'Invoices and refunds', is_active: true },
    { ...common, id: 42, slug: 'fairs', name: 'Fairs', is_active: false },
  ]
  await insert('help_topics', topics)
  for (const topic of topics) count(ctx, topicList, 1, topic)
  const canned = {
    ...{ id: 51, slug: 'refund-sent', title: 'Refund sent', queue_id: 3, is_active: true },
    body_md: 'Dear {{requester.first_name}}, the refund for {{ticket.reference}} is on its way.',
    ...{ sort_order: 100, use_count: 12 },
  }
  await insert('help_canned_responses', [canned])
  count(ctx, cannedList, 1, canned)
}

/** A rule that gives refunds to billing. */
async function insertRule(ctx: SystemWriting, insert: Insert): Promise<void> {
  const refunds = ['refund', 'chargeback']
  const rule = {
    ...{ id: 81, name: 'Refunds are urgent', event: 'created', is_active: true, sort_order: 100 },
    conditions: {
      all: [{ field: 'subject', key: null, operator: 'contains', values: refunds }],
      any: [],
    },
    actions: [
      { type: 'set_priority', priority: 'urgent' },
      { type: 'assign_queue', queue_id: 3 },
    ],
    ...{ created_at: ctx.now, updated_at: ctx.now },
  }
  await insert('help_rules', [rule])
  count(ctx, ruleList, 1, rule)
  await startReading(ctx)
}

/** A ticket that the agent has answered. */
async function insertTicket(
  ctx: SystemWriting,
  insert: Insert,
  agent: { id: number },
  { invoice, upload, source }: Kept,
): Promise<void> {
  const requester_id = 71
  await insert('help_requesters', [
    { id: requester_id, email: 'ada@example.com', name: 'Ada' },
    { id: 73, email: 'eli@example.com', name: 'Eli' },
  ])
  const times = { created_at: ctx.now, updated_at: ctx.now, first_responded_at: ctx.now }
  const ticket = {
    ...{ id: 1234, number: 1234, subject: 'The refund has not come', requester_id, ...times },
    ...{
      status: 'open',
      priority: 'high',
      source: 'api',
      sla_state: 'none',
      rating: 'good',
      rated_at: ctx.now,
    },
    ...{ queue_id: 3, help_topic_id: 41, assignee_id: 21 },
    custom_fields: { invoice_number: '2026-0117' },
  }
  await insert('help_references', [{ last: ticket.number }])
  await insert('help_tickets', [ticket])
  count(ctx, ticketList, 1, ticket)
  makeSubjectFindable({ ...ctx, tenant: { settings: new Map() } }, ticket)
  await insert('help_ticket_tags', [{ ticket_id: ticket.id, tag_id: 31 }])
  await insert('help_ticket_collaborators', [{ ticket_id: ticket.id, requester_id: 73 }])
  await insertNeighbours(ctx, insert, ticket)
  const message = { ticket_id: ticket.id, kind: 'reply', created_at: ctx.now }
  const nobody = { agent_id: null, user_id: null, requester_id: null }
  await insert('help_ticket_messages', [
    { ...message, ...nobody, id: 9001, requester_id, body: 'It was due two weeks ago.' },
    { ...message, ...nobody, id: 9002, agent_id: 21, user_id: agent.id, body: 'Which invoice?' },
  ])
  await insertMails(ctx, insert)
  await insert('help_message_sources', [sourceOf(9001, source)])
  const { size_bytes, sha256 } = invoice
  const file = { name: 'invoice.txt', mime_type: 'text/plain', size_bytes, sha256 }
  const shown = { id: 9101, message_id: 9001, status: 'approved', created_at: ctx.now }
  await insert('help_attachments', [{ ...file, ...shown }])
  await insertUpload(ctx, insert, upload)
  const entry = {
    ...{ id: 8101, event_key: 'ticket.status_changed', actor_kind: 'agent', agent_id: 21 },
    ...{ user_id: agent.id, target_kind: 'ticket', target_id: ticket.id, created_at: ctx.now },
    ...{ before_json: { status: 'new' }, after_json: { status: 'open' } },
  }
  await insert('help_audit', [entry])
  count(ctx, helpAuditList, 1, entry)
  const done = { total: 1, updated: 1, created_at: ctx.now, finished_at: ctx.now }
  await insert('help_bulk_updates', [
    {
      ...{ id: 91, change: { priority: 'high' }, ...done, by_key: false },
      ...{ agent_id: 21, user_id: agent.id },
    },
  ])
  await insert('help_bulk_results', [{ bulk_id: 91, ticket_id: ticket.id, outcome: 'updated' }])
  count(ctx, bulkList, 1)
}

/** An upload of the member whose key the demo has. It stays, so that the example that takes it works for long. */
async function insertUpload(
  ctx: SystemWriting,
  insert: Insert,
  { size_bytes, sha256 }: KeptBytes,
): Promise<void> {
  const founder = await ctx.tx
    .selectFrom('users')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('role', '=', 5)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await insert('help_attachments', [
    {
      ...{ id: 9102, name: 'invoice.txt', mime_type: 'text/plain', size_bytes, sha256 },
      ...{ uploader_id: founder.id, expires_at: '2999-01-01T00:00:00Z' },
      ...{ status: 'approved', created_at: ctx.now },
    },
  ])
}

const sourceOf = (message_id: number, { size_bytes, sha256 }: KeptBytes) => ({
  ...{ message_id, size_bytes, sha256, status: 'approved' },
})

/** Tickets that are merged and linked. */
async function insertNeighbours(
  ctx: SystemWriting,
  insert: Insert,
  ticket: Readonly<Record<string, unknown>>,
): Promise<void> {
  const common = {
    ...{ ...ticket, first_responded_at: null, closed_at: null, merged_into_id: null },
    rating_comment: null,
  }
  const merged = { status: 'closed', closed_at: ctx.now, merged_into_id: 1230 }
  const tickets = [
    { ...common, id: 1230, number: 1230 },
    { ...common, id: 1231, number: 1231, ...merged },
    { ...common, id: 1232, number: 1232, rating: 'bad', rating_comment: 'It took two weeks.' },
  ]
  await insert('help_tickets', tickets)
  for (const each of tickets) count(ctx, ticketList, 1, each as never)
  const message = { id: 9003, ticket_id: 1230, kind: 'reply', requester_id: 71 }
  await insert('help_ticket_messages', [
    { ...message, body: 'And where is it now?', created_at: ctx.now },
  ])
  const merge = { source_id: 1231, target_id: 1230, status: 'open', message_ids: [9003] }
  await insert('help_ticket_merges', [{ ...merge, merged_at: ctx.now }])
  await insert('help_ticket_links', [
    { ticket_id: 1230, other_id: 1232, kind: 'related' },
    { ticket_id: 1232, other_id: 1230, kind: 'related' },
  ])
}
