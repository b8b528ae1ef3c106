import type { components } from '@mobieus/contract'
import { actingUser } from '../core/acting-user.ts'
import type { Handler } from '../kit/context.ts'
import { closePage, openPage } from '../kit/page.ts'
import { requireMatch } from '../kit/preconditions.ts'
import { nullableTimestamp, timestamp } from '../kit/present.ts'
import { notFound } from '../kit/problem.ts'
import { reply } from '../kit/reply.ts'
import { actingAgent, callerOf, type AskedByMember } from './ticket-authors.ts'
import { editTicket } from './ticket-edits.ts'
import { openTicket } from './ticket-opening.ts'
import { moveTicket } from './ticket-status.ts'
import { entityTagOf, filterOf, referenceOf, ticketNamed } from './tickets.rules.ts'
import { requesterOfEmail, requesterOfMember } from './requesters.store.ts'
import * as store from './tickets.store.ts'

type Ticket = components['schemas']['Ticket']

export const listTickets: Handler<'listTickets'> = async (ctx, { query }) => {
  const list = query.order === 'asc' ? store.listTicketsOldestFirst : store.listTickets
  const page = openPage(ctx, query)
  return closePage(page, await list(ctx, filterOf(query), page), presentTicket)
}

export const createTicket: Handler<'createTicket'> = async (ctx, { body }) => {
  const { requester, ...asked } = body
  const requester_id = await requesterIdOf(ctx, requester)
  const source = ctx.caller.kind === 'session' ? 'agent' : 'api'
  const by = requester && callerOf(ctx)
  const row = await openTicket(ctx, { ...asked, requester_id, source }, by)
  return reply(ctx, 201, { data: presentTicket(row) }, { headers: { ETag: entityTagOf(row) } })
}

export const getTicket: Handler<'getTicket'> = async (ctx, { path }) => {
  const row = await loadTicket(ctx, ticketNamed(path.id))
  const headers = { ETag: entityTagOf(row) }
  return reply(ctx, 200, { data: presentTicket(row) }, { headers })
}

export const updateTicket: Handler<'updateTicket'> = async (ctx, { path, body }) => {
  const row = await lockTicket(ctx, path.id)
  requireMatch(ctx, entityTagOf(row))
  const { agent_id, ...edit } = body
  const after = await editTicket(ctx, row, edit, await actingAgent(ctx, agent_id))
  const headers = { ETag: entityTagOf(after) }
  return reply(ctx, 200, { data: presentTicket(after) }, { headers })
}

export const setTicketStatus: Handler<'setTicketStatus'> = async (ctx, { path, body }) => {
  const row = await lockTicket(ctx, path.id)
  const after = await moveTicket(ctx, row, body.status, await actingAgent(ctx, body.agent_id))
  const headers = { ETag: entityTagOf(after) }
  return reply(ctx, 200, { data: presentTicket(after) }, { headers })
}

async function lockTicket(ctx: AskedByMember, key: string): Promise<store.TicketRow> {
  const row = await store.lockTicket(ctx, ticketNamed(key))
  if (!row) throw notFound()
  return row
}

async function loadTicket(ctx: AskedByMember, name: store.TicketName): Promise<store.TicketRow> {
  const row = await store.findTicket(ctx, name)
  if (!row) throw notFound()
  return row
}

/** The requester whom an address names, and otherwise the member behind the request. */
async function requesterIdOf(
  ctx: AskedByMember,
  named: components['schemas']['TicketRequesterInput'] | undefined,
): Promise<number> {
  if (named) return requesterOfEmail(ctx, named.email, named.name)
  const { id } = await actingUser(ctx, 'requester', undefined)
  return requesterOfMember(ctx, id)
}

/** A ticket as the API shows it. */
export const presentTicket = (row: store.TicketRow): Ticket => ({
  id: row.id,
  reference: referenceOf(row),
  subject: row.subject,
  status: row.status as Ticket['status'],
  priority: row.priority as Ticket['priority'],
  source: row.source as Ticket['source'],
  queue: { id: row.queue_id, name: row.queue_name },
  help_topic_id: row.help_topic_id,
  assignee:
    row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name as string },
  requester: { id: row.requester_id, name: row.requester_name, email: row.requester_email },
  tags: row.tags,
  custom_fields: row.custom_fields,
  sla_state: row.sla_state as Ticket['sla_state'],
  first_response_due_at: nullableTimestamp(row.first_response_due_at),
  resolution_due_at: nullableTimestamp(row.resolution_due_at),
  first_responded_at: nullableTimestamp(row.first_responded_at),
  resolved_at: nullableTimestamp(row.resolved_at),
  closed_at: nullableTimestamp(row.closed_at),
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})
