import type { components } from '@mobieus/contract'
import { presentTicket } from './presentation.ts'
import { actingUser } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { filesToAttach } from '../attachments/attachments.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { requireMatch } from '../../kit/preconditions.ts'
import { notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { actingAgent, callerOf, type AskedByMember } from './authors.ts'
import { editTicket } from './edits.ts'
import { openTicket } from './opening.ts'
import { searchPage } from './search.ts'
import { moveTicket } from './status.ts'
import { entityTagOf, filterOf, ticketNamed } from './tickets.rules.ts'
import { requesterOfEmail, requesterOfMember } from './requesters.store.ts'
import * as store from './tickets.store.ts'

export const listTickets: Handler<'listTickets'> = async (ctx, { query }) => {
  if (query.q !== undefined) return searchPage(ctx, query.q, query, openPage(ctx, query))
  const list = query.order === 'asc' ? store.listTicketsOldestFirst : store.listTickets
  const page = openPage(ctx, query)
  return closePage(page, await list(ctx, filterOf(query), page), presentTicket)
}

export const createTicket: Handler<'createTicket'> = async (ctx, { body }) => {
  const { requester, attachment_ids, upload_ids, ...asked } = body
  const requester_id = await requesterIdOf(ctx, requester)
  const source = ctx.caller.kind === 'session' ? 'agent' : 'api'
  const by = requester && callerOf(ctx)
  const named = { attachment_ids, upload_ids }
  const files = await filesToAttach(ctx, named, [ctx.caller.user.id])
  const row = await openTicket(ctx, { ...asked, requester_id, source, files }, by)
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
