import type { Filled, InsertRows } from './scale-fill.ts'
import { DUE } from './scale-fill-work.ts'

/** The tables of the help desk. */
export const HELP_TABLES = [
  'help_queues',
  'help_agents',
  'help_calendars',
  'help_sla_plans',
  'help_tags',
  'help_email_accounts',
  'help_rules',
  'help_topics',
  'help_canned_responses',
  'help_requesters',
  'help_tickets',
  'help_ticket_messages',
  'help_attachments',
  'help_audit',
  'help_bulk_updates',
  'help_outgoing_mails',
  'help_inbound_mails',
] as const

const QUEUES = 20
const AGENTS = 50
const RULES = 20

/** The number of the queue that gives its tickets to agents and has an SLA plan. */
export const GIVING_QUEUE = QUEUES
/** The number of another queue with a plan, whose open tickets are timed. */
const TIMED_QUEUE = 11

/** Tickets that a filter without a counter finds, whatever the size. */
export const HITS = 100
/** The last of the tickets whose time has come: three batches of the clock, whatever the size. */
const DUE_BY_CLOCK = HITS + 600
/** Bulk updates of long ago: three batches of their purge. */
const OLD_UPDATES = 30

/** Fills the help desk; what it is set up with but tags and canned responses are few, whatever the size. */
export async function fillHelpDesk(insert: InsertRows, tenant: Filled): Promise<void> {
  await fillSettings(insert, tenant)
  await fillTickets(insert, tenant)
  await fillThreads(insert, tenant)
  await fillMails(insert, tenant)
  await fillCalls(insert, tenant)
}

async function fillSettings(insert: InsertRows, { from, rows }: Filled): Promise<void> {
  const queue = `${from.help_queues} + 1 + i % ${QUEUES}`
  await insert(
    'help_calendars',
    'id, name, time_zone, hours',
    `${from.help_calendars} + i, 'Calendar ' || i, 'Europe/Berlin',
     '[{"day": "monday", "opens": "09:00", "closes": "17:00"}]'`,
    QUEUES,
  )
  await insert(
    'help_sla_plans',
    'id, name, calendar_id, first_response_minutes',
    `${from.help_sla_plans} + i, 'Plan ' || i, ${from.help_calendars} + i, 240`,
    QUEUES,
  )
  await insert(
    'help_queues',
    'id, slug, name, assignment_policy, sla_plan_id',
    `${from.help_queues} + i, 'queue-' || i, 'Queue ' || i,
     case when i = ${GIVING_QUEUE} then 'round_robin' else 'manual' end,
     case when i in (${GIVING_QUEUE}, ${TIMED_QUEUE}) then ${from.help_sla_plans} + 1 end`,
    QUEUES,
  )
  await insert(
    'help_agents',
    'id, user_id, is_active, presence, open_count',
    `${from.help_agents} + i, ${from.users} + i, i % 5 <> 0,
     case when i % 5 <> 0 then 'available' else 'offline' end,
     case when i % 10 = 1 then ${rows} / ${AGENTS} else 0 end`,
    AGENTS,
  )
  await insert(
    'help_queue_agents',
    'agent_id, queue_id',
    `${from.help_agents} + i, ${queue}`,
    AGENTS,
  )
  await insert(
    'help_topics',
    'id, slug, name, queue_id, is_active',
    `${from.help_topics} + i, 'topic-' || i, 'Topic ' || i, ${queue}, i % 2 = 0`,
    QUEUES,
  )
  await insert(
    'help_email_accounts',
    'id, address, name, is_default, secret_hash, secret_rotated_at, created_at',
    `${from.help_email_accounts} + i, 'desk-' || i || '@example.com', 'Desk ' || i, i = 1,
     decode(repeat('00', 32), 'hex'), now(), now()`,
    2,
  )
  await insert(
    'help_rules',
    'id, name, event, conditions, actions, is_active, created_at, updated_at',
    `${from.help_rules} + i, 'Rule ' || i, (array['created', 'replied'])[1 + i % 2],
     '{"all":[{"field":"subject","key":null,"operator":"contains","values":["1"]}],"any":[]}',
     '[{"type":"set_priority","priority":"urgent"}]', i % 2 = 0, now(), now()`,
    RULES,
  )
  await insert(
    'help_tags',
    'id, slug, name, color',
    `${from.help_tags} + i, 'tag-' || i, 'Tag ' || i, '#667085'`,
  )
  await insert(
    'help_canned_responses',
    'id, slug, title, body_md, queue_id, is_active',
    `${from.help_canned_responses} + i, 'canned-' || i, 'Canned ' || i, 'Dear {{requester.first_name}}',
     ${queue}, i % 10 <> 0`,
  )
}

const requestersOf = (rows: number) => Math.max(HITS, rows / 10)

/** Tickets, most of which are closed; the oldest hundred are what rare filters find, and the clock the next ones. */
async function fillTickets(insert: InsertRows, tenant: Filled): Promise<void> {
  const { from, rows } = tenant
  const at = `now() - (${rows} - i) * interval '1 minute'`
  const requesters = requestersOf(rows)
  await insert(
    'help_requesters',
    'id, email, name',
    `${from.help_requesters} + i, 'requester-' || i || '@example.com', 'Requester ' || i`,
    requesters,
  )
  const status = `case when i <= ${HITS / 2} then 'pending' when i <= ${HITS} then 'on_hold'
    when i % 10 = 0 then 'open' else 'closed' end`
  // The open ones of the queue with a plan.
  const timed = `i > ${HITS} and i % 10 = 0 and 1 + i % ${QUEUES} = ${TIMED_QUEUE}`
  const due = `i > ${HITS} and i <= ${DUE_BY_CLOCK}`
  await insert(
    'help_tickets',
    `id, number, subject, status, priority, source, queue_id, assignee_id, requester_id,
     sla_state, first_response_due_at, sla_next_at, snoozed_until, created_at, updated_at, closed_at,
     change_number, rating, rated_at`,
    `${from.help_tickets} + i, i, 'Ticket ' || i, ${status},
     (array['low', 'normal', 'high', 'urgent'])[1 + i % 4], 'api', ${from.help_queues} + 1 + i % ${QUEUES},
     case when i > ${HITS} then ${from.help_agents} + 1 + i % ${AGENTS} end,
     ${from.help_requesters} + 1 + i % ${requesters}, case when i <= ${HITS} then 'breached' when ${timed} or ${due} then 'on_track' else 'none' end,
     case when ${timed} or ${due} then now() + interval '1 hour' end,
     case when ${due} then now() - interval '1 minute' when ${timed} then now() + interval '30 minutes' end,
     case when i <= ${HITS} then now() + interval '1 year' when ${due} then now() - interval '1 minute' end, ${at}, ${at},
     case when ${status} = 'closed' then ${at} end, i, case when i <= ${HITS} then 'good' end, case when i <= ${HITS} then ${at} end`,
  )
  await insert(
    'help_bulk_updates',
    'id, change, user_id, by_key, total, updated, created_at, finished_at',
    `${from.help_bulk_updates} + i, '{"priority": "low"}', ${from.users} + 1, true, ${HITS}, ${HITS}, now(),
     case when i > ${QUEUES} then now() - interval '40 days' else now() end`,
    QUEUES + OLD_UPDATES,
  )
  await insert(
    'help_bulk_results',
    'bulk_id, ticket_id, outcome',
    `${from.help_bulk_updates} + 1, ${from.help_tickets} + i, 'updated'`,
    HITS,
  )
  await insert('help_changes', 'last', `${rows}`, 1)
  await insert('help_references', 'last', `${rows} + 64`, 1)
  await insert('help_references_ready', 'number', `${rows} + i`, 64)
  await insert(
    'help_ticket_tags',
    'ticket_id, tag_id',
    `${from.help_tickets} + i, ${from.help_tags} + 1`,
    HITS,
  )
  await insert(
    'help_ticket_collaborators',
    'ticket_id, requester_id',
    `${from.help_tickets} + i, ${from.help_requesters} + 1 + (i + 1) % ${requesters}`,
  )
  await insert(
    'help_audit',
    'id, event_key, actor_kind, target_kind, target_id, created_at',
    `${from.help_audit} + i, (array['ticket.created', 'ticket.replied'])[1 + i % 2],
     (array['system', 'api'])[1 + i / 2 % 2], 'ticket', ${from.help_tickets} + i,
     case when i <= 1500 then now() - interval '400 days' else ${at} end`,
  )
}

/** A requester's message and an agent's answer, with all words that searches know. */
async function fillThreads(insert: InsertRows, { id, from, rows }: Filled): Promise<void> {
  const at = `now() - (${rows} - i) * interval '1 minute'`
  const asked = `'The refund of order ' || i || ' has not come. It was due two weeks ago, and the shop has not answered.'`
  const answered = `'Dear customer, we have asked the bank about order ' || i || '. Please allow three more days.'`
  const [first, second] = [from.help_ticket_messages, from.help_ticket_messages + rows]
  await insert(
    'help_ticket_messages',
    'id, ticket_id, kind, requester_id, body, created_at',
    `${first} + i, ${from.help_tickets} + i, 'reply',
     ${from.help_requesters} + 1 + i % ${requestersOf(rows)}, ${asked}, ${at}`,
  )
  await insert(
    'help_ticket_messages',
    'id, ticket_id, kind, agent_id, user_id, body, created_at',
    `${second} + i, ${from.help_tickets} + i, 'reply', ${from.help_agents} + 1 + i % ${AGENTS},
     ${from.users} + 1 + i % ${AGENTS}, ${answered}, ${at}`,
  )
  await insert(
    'help_attachments',
    'id, message_id, name, mime_type, size_bytes, sha256, status, created_at',
    `${from.help_attachments} + i, ${first} + i, 'invoice.pdf', 'application/pdf', 2000,
     repeat('0', 64), 'approved', ${at}`,
  )
  // A word of the oldest hundred tickets, one of each tenth, and one of each.
  const subject = `'Ticket ' || i || case when i <= ${HITS} then ' rare' else '' end
    || case when i % 10 = 0 then ' common' else '' end`
  const words = (message: string, weight: string, text: string) =>
    insert(
      'help_ticket_words',
      'ticket_id, message_id, words',
      `${from.help_tickets} + i, ${message}, help_words(${id}, 'english', '${weight}', ${text})`,
    )
  await words('0', 'A', subject)
  await words(`${first} + i`, 'D', asked)
  await words(`${second} + i`, 'D', answered)
}

/** Mail of each ticket, in and out; of the oldest its time is over. After them a hundred failed, and a hundred wait. */
async function fillMails(insert: InsertRows, { from, rows }: Filled): Promise<void> {
  const at = (days: number) =>
    `case when i <= ${DUE} then now() - interval '${days} days' else now() end`
  const first = from.help_ticket_messages
  const failed = `i > ${DUE} and i <= ${DUE + HITS}`
  const waits = `i > ${DUE + HITS} and i <= ${DUE + 2 * HITS}`
  await insert(
    'help_outgoing_mails',
    `id, kind, ticket_id, ticket_message_id, message_id, from_email, from_name, to_email, to_name,
     subject, text, refs, status, created_at, sent_at`,
    `${from.help_outgoing_mails} + i, 'reply', ${from.help_tickets} + i, ${first + rows} + i,
     '<' || i || '@desk.example.com>', 'desk-1@example.com', 'Desk 1',
     case when ${failed} then 'failing@example.com' else 'requester-' || i || '@example.com' end, 'Requester',
     'Ticket ' || i, 'We have asked the bank.', '',
     case when ${failed} then 'failed' when ${waits} then 'pending' else 'sent' end, ${at(100)}, ${at(100)}`,
  )
  const bound = (value: string) => `case when i > ${DUE} then ${value} + i end`
  await insert(
    'help_inbound_mails',
    `id, account_id, message_id, digest, kind, action, ticket_id, ticket_message_id, sender_email,
     sender_domain, sender_name, subject, headers, received_at`,
    `${from.help_inbound_mails} + i, ${from.help_email_accounts} + 1 + i % 2, '<' || i || '@example.com>',
     decode('00', 'hex'), 'person', case when i > ${DUE} then 'created' else 'ignored' end,
     ${bound(String(from.help_tickets))}, ${bound(String(first))}, 'requester-' || i || '@example.com',
     'example.com', 'Requester ' || i, 'Ticket ' || i, '{}', ${at(40)}`,
  )
}

/** Calls of the model, some of them so old that the purge finds them. */
async function fillCalls(insert: InsertRows, { from, rows }: Filled): Promise<void> {
  const hook = `(array['sentiment', 'summary'])[1 + i % 2]`
  await insert(
    'ai_calls',
    `id, hook, prompt, model, user_id, is_repair, started_at, reserved, outcome, duration_ms,
     input_tokens, output_tokens, cost`,
    `${from.ai_calls} + i, ${hook}, 'prompt.1', 'claude-haiku-4-5', ${from.users} + 1, false,
     case when i <= 1500 then now() - interval '410 days'
       else now() - (${rows} - i) * interval '1 minute' end, 0,
     (array['answered', 'failed'])[1 + i / 2 % 2], 900, 400, 80, 800000`,
  )
}
