import type { Emitting, Handler } from '../../kit/context.ts'
import { conflict, invalidField } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { settingOf } from '../../kit/settings.ts'
import { noteInAudit } from '../audit/audited.ts'
import { reopenDays } from '../settings.ts'
import { actingAgent, type Author } from './authors.ts'
import { addCollaborators, removeCollaborators } from './collaborators.ts'
import { shownTicket } from './presentation.ts'
import * as store from './merges.store.ts'
import { lockPair } from './pairs.ts'
import { applyStatus, moveTicket } from './status.ts'
import { noteChange } from './thread.ts'
import type { TicketWork } from './work.ts'
import { referenceOf, requireOpenable, requireUnmerged } from './tickets.rules.ts'
import { findTicketThatIs, updateTicket, type TicketRow } from './tickets.store.ts'

/** The most messages that move with a merge. */
const MOST = 1000
const UNDONE_WITHIN_MS = 60 * 60 * 1000

type Moving = TicketWork & Emitting<'ticket.status_changed'>

export const mergeTicket: Handler<'mergeTicket'> = async (ctx, { path, body }) => {
  const [source, target] = await lockPair(ctx, path.id, 'into_id', body.into_id)
  if (source.id === target.id) throw invalidField('into_id', 'not_allowed', 'is the ticket itself')
  const by = await actingAgent(ctx, body.agent_id)
  return reply(ctx, 200, ...shownTicket(await mergeInto(ctx, source, target, by)))
}

export const unmergeTicket: Handler<'unmergeTicket'> = async (ctx, { path, body }) => {
  const targetOf = async ({ id }: TicketRow) => (await store.findMerge(ctx, id))?.target_id ?? id
  const [source, target] = await lockPair(ctx, path.id, 'id', targetOf)
  const by = await actingAgent(ctx, body?.agent_id)
  return reply(ctx, 200, ...shownTicket(await undoMerge(ctx, source, target, by)))
}

/** Merges a ticket into another, both locked: by a request or a rule alike. Answers it as it is then. */
export async function mergeInto(
  ctx: Moving,
  source: TicketRow,
  target: TicketRow,
  by: Author,
): Promise<TicketRow> {
  requireUnmerged(source)
  requireOpenable(target, ctx.now, settingOf(ctx.tenant.settings, reopenDays))
  const message_ids = await store.listWrittenIds(ctx, source.id, MOST + 1)
  if (message_ids.length > MOST)
    throw conflict(`A ticket of more than ${MOST} messages is not merged.`)
  await store.moveMessages(ctx, source.id, target.id, message_ids)
  const { status, resolved_at, closed_at } = source
  await store.insertMerge(ctx, {
    ...{ source_id: source.id, target_id: target.id, status, resolved_at, closed_at },
    ...{
      message_ids,
      merged_at: ctx.now,
      collaborator_ids: await joinPeople(ctx, source, target, by),
    },
  })
  await moveTicket(ctx, source, 'closed', by)
  return tell(ctx, source, target, by, { isMerged: true })
}

/** Lets those who take part in a ticket take part in another; answers whom that was new for. */
async function joinPeople(
  ctx: TicketWork,
  source: TicketRow,
  target: TicketRow,
  by: Author,
): Promise<number[]> {
  const people = [source.requester_id, ...source.collaborators.map(({ id }) => id)]
  const { collaborators } = await addCollaborators(ctx, target, people, by)
  const before = new Set(target.collaborators.map(({ id }) => id))
  return collaborators.map(({ id }) => id).filter((id) => !before.has(id))
}

/** Undoes the merge of a ticket, within the hour; both tickets are locked. */
async function undoMerge(
  ctx: Moving,
  source: TicketRow,
  target: TicketRow,
  by: Author,
): Promise<TicketRow> {
  const merge = await store.findMerge(ctx, source.id)
  if (!merge || merge.target_id !== target.id) throw conflict('The ticket is not merged.')
  if (ctx.now.getTime() - merge.merged_at.getTime() > UNDONE_WITHIN_MS)
    throw conflict('A merge can be undone for an hour.')
  requireUnmerged(target)
  await store.moveMessages(ctx, target.id, source.id, merge.message_ids)
  await removeCollaborators(ctx, target, merge.collaborator_ids, by)
  await store.setUndone(ctx, merge.id, ctx.now)
  const { status, resolved_at, closed_at } = merge
  if (status !== source.status)
    await applyStatus(ctx, source, { status, resolved_at, closed_at, updated_at: ctx.now }, by)
  return tell(ctx, source, target, by, { isMerged: false })
}

/** Marks the ticket as merged or not, and tells it on both tickets and in the audit log. */
async function tell(
  ctx: TicketWork,
  source: TicketRow,
  target: TicketRow,
  by: Author,
  { isMerged }: { readonly isMerged: boolean },
): Promise<TicketRow> {
  const merged_into_id = isMerged ? target.id : null
  await updateTicket(ctx, source.id, { merged_into_id, updated_at: ctx.now })
  await updateTicket(ctx, target.id, { updated_at: ctx.now })
  const change = (field: string, { number }: TicketRow) => {
    const reference = referenceOf({ number })
    return { field, from: isMerged ? null : reference, to: isMerged ? reference : null }
  }
  noteChange(ctx, source, by, change('merged_into', target))
  noteChange(ctx, target, by, change('merged', source))
  const told = { before: { merged_into_id: source.merged_into_id }, after: { merged_into_id } }
  const done = isMerged ? 'ticket.merged' : 'ticket.unmerged'
  noteInAudit(ctx, done, { kind: 'ticket', id: source.id }, told, by)
  return findTicketThatIs(ctx, source)
}
