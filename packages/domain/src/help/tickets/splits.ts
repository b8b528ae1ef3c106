import type { Emitting, Handler } from '../../kit/context.ts'
import { invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { noteChore } from '../../platform/work.ts'
import { HAND_OUT } from '../queues/assignment.rules.ts'
import { noteInAudit } from '../audit/audited.ts'
import { slaOfNew } from '../sla/sla.ts'
import { columnsOfSla } from '../sla/tickets.store.ts'
import { actingAgent, type Author } from './authors.ts'
import { insertCollaborators } from './collaborators.store.ts'
import { insertLink } from './links.store.ts'
import { copyTags, listWrittenIds, moveMessages } from './merges.store.ts'
import { tellOpened } from './opening.ts'
import { shownTicket } from './presentation.ts'
import { noteChange } from './thread.ts'
import type { TicketWork } from './work.ts'
import { referenceOf, requireRoomForLink, requireUnmerged, ticketNamed } from './tickets.rules.ts'
import * as store from './tickets.store.ts'

export const splitTicket: Handler<'splitTicket'> = async (ctx, { path, body }) => {
  const source = await store.lockTicket(ctx, ticketNamed(path.id))
  if (!source) throw notFound()
  requireUnmerged(source)
  requireRoomForLink(source)
  await requireSplittable(ctx, source, body.message_ids)
  const by = await actingAgent(ctx, body.agent_id)
  const row = await splitOff(ctx, source, body, by)
  return reply(ctx, 201, ...shownTicket(row))
}

/** The messages are the ticket's, and another one stays. */
async function requireSplittable(
  ctx: TicketWork,
  { id }: store.TicketRow,
  ids: readonly number[],
): Promise<void> {
  const found = new Set(await listWrittenIds(ctx, id, ids.length, ids))
  const unknown = ids.findIndex((each) => !found.has(each))
  if (unknown >= 0) throw noSuch(`message_ids[${unknown}]`)
  if ((await listWrittenIds(ctx, id, ids.length + 1)).length > ids.length) return
  throw invalidField('message_ids', 'not_allowed', 'leaves no message on the ticket')
}

/** Opens a ticket with messages of one that is locked, and tells it. Answers the new one. */
async function splitOff(
  ctx: TicketWork & Emitting<'ticket.created'>,
  source: store.TicketRow,
  { message_ids, subject }: { readonly message_ids: readonly number[]; readonly subject: string },
  by: Author,
): Promise<store.TicketRow> {
  const { priority, queue_id, help_topic_id, requester_id, sla_plan_id } = source
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const sla = await slaOfNew(ctx, { ...times, sla_plan_id, status: 'new', priority })
  const awaits_agent = source.assignment_policy !== 'manual'
  const named = await store.insertTicket(ctx, {
    ...{ ...times, ...columnsOfSla(sla), subject, priority, queue_id, help_topic_id },
    ...{
      requester_id,
      awaits_agent,
      source: source.source,
      custom_fields: JSON.stringify(source.custom_fields),
    },
  })
  await copyTags(ctx, source.id, named.id)
  const people = source.collaborators.map(({ id }) => id)
  await insertCollaborators(ctx, named.id, people)
  await moveMessages(ctx, source.id, named.id, message_ids)
  await insertLink(ctx, named.id, source.id, 'split_from')
  await store.updateTicket(ctx, source.id, { updated_at: ctx.now })
  const row = await store.findTicketThatIs(ctx, named)
  tellOpened(ctx, row, by)
  if (awaits_agent) noteChore(ctx, { name: HAND_OUT }, ctx.now)
  noteChange(ctx, source, by, { field: 'split_into', from: null, to: referenceOf(row) })
  noteChange(ctx, row, by, { field: 'split_from', from: null, to: referenceOf(source) })
  const told = { after: { split_into_id: row.id, message_ids } }
  noteInAudit(ctx, 'ticket.split', { kind: 'ticket', id: source.id }, told, by)
  return row
}
