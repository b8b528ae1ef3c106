import type { Handler } from '../../kit/context.ts'
import { conflict, invalidField } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { noteInAudit } from '../audit/audited.ts'
import { actingAgent, type Author } from './authors.ts'
import { deleteLink, insertLink } from './links.store.ts'
import { lockPair } from './pairs.ts'
import { shownTicket } from './presentation.ts'
import { noteChange } from './thread.ts'
import type { TicketWork } from './work.ts'
import { referenceOf, requireRoomForLink } from './tickets.rules.ts'
import { findTicketThatIs, type TicketRow } from './tickets.store.ts'

export const linkTicket: Handler<'linkTicket'> = async (ctx, { path, body }) => {
  const [row, other] = await lockPair(ctx, path.id, 'ticket_id', body.ticket_id)
  if (row.id === other.id) throw invalidField('ticket_id', 'not_allowed', 'is the ticket itself')
  for (const each of [row, other]) requireRoomForLink(each)
  if (!(await insertLink(ctx, row.id, other.id, 'related')))
    throw conflict('The tickets are linked already.', 'ticket_id')
  const by = await actingAgent(ctx, body.agent_id)
  return reply(ctx, 200, ...shownTicket(await tell(ctx, row, other, by, { isLinked: true })))
}

export const unlinkTicket: Handler<'unlinkTicket'> = async (ctx, { path, body }) => {
  const [row, other] = await lockPair(ctx, path.id, 'ticket_id', body.ticket_id)
  if (!(await deleteLink(ctx, row.id, other.id)))
    throw conflict('The tickets are not linked.', 'ticket_id')
  const by = await actingAgent(ctx, body.agent_id)
  return reply(ctx, 200, ...shownTicket(await tell(ctx, row, other, by, { isLinked: false })))
}

async function tell(
  ctx: TicketWork,
  row: TicketRow,
  other: TicketRow,
  by: Author,
  { isLinked }: { readonly isLinked: boolean },
): Promise<TicketRow> {
  for (const [each, end] of [
    [row, other],
    [other, row],
  ] as const) {
    const reference = referenceOf(end)
    const change = isLinked ? { from: null, to: reference } : { from: reference, to: null }
    noteChange(ctx, each, by, { field: 'linked', ...change })
  }
  const told = isLinked ? { after: { linked_id: other.id } } : { before: { linked_id: other.id } }
  const done = isLinked ? 'ticket.linked' : 'ticket.unlinked'
  noteInAudit(ctx, done, { kind: 'ticket', id: row.id }, told, by)
  return findTicketThatIs(ctx, row)
}
