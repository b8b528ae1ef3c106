import type { components } from '@mobieus/contract'
import type { Emitting } from '../../kit/context.ts'
import { together } from '../../kit/together.ts'
import { requireAgent } from '../agents/choice.ts'
import { changeOf, noteInAudit } from '../audit/audited.ts'
import { requireQueue } from '../queues/choice.ts'
import { noteChore } from '../../platform/work.ts'
import { awaitsAfterEdit, HAND_OUT } from '../queues/assignment.rules.ts'
import type { GivingQueue } from '../queues/assignment.store.ts'
import { slaAfter } from '../sla/sla.ts'
import { columnsOfSla } from '../sla/tickets.store.ts'
import type { Author } from './authors.ts'
import { giveTicket, tellAssigned } from './assignment.ts'
import { changesOf } from './changes.rules.ts'
import { requestersOf } from './collaborators.ts'
import { setCollaborators } from './collaborators.store.ts'
import { fieldValuesOf } from './fields.rules.ts'
import { tagIdsOf, topicOf } from './origin.ts'
import { restUntil } from './snoozing.ts'
import { recount } from './status.ts'
import { noteChange } from './thread.ts'
import { makeSubjectFindable } from './words.ts'
import type { TicketWork } from './work.ts'
import { editedOf, requireUnmerged } from './tickets.rules.ts'
import { findTicketThatIs, setTicketTags, updateTicket, type TicketRow } from './tickets.store.ts'
import { keepTopic } from '../topics/topics.store.ts'

type Edit = Omit<components['schemas']['TicketUpdate'], 'agent_id'>

/**
 * Edits a ticket that is locked, and tells it: by a request, a mail, a rule or the clock alike. Answers the ticket as
 * it is then; a reference that leads to nothing is `422 validation_failed`.
 */
export async function editTicket(
  ctx: TicketWork & Emitting<'ticket.assigned'>,
  row: TicketRow,
  edit: Edit,
  by: Author,
): Promise<TicketRow> {
  requireUnmerged(row)
  const { tagIds, collaboratorIds, topics, queue, ...change } = await editOf(ctx, row, edit)
  const awaits_agent = awaitsAfterEdit(row, edit, queue)
  if (tagIds) await setTicketTags(ctx, row.id, tagIds)
  if (collaboratorIds) await setCollaborators(ctx, row.id, collaboratorIds)
  await updateTicket(ctx, row.id, { ...change, awaits_agent, updated_at: ctx.now })
  const edited = await findTicketThatIs(ctx, row)
  const after = { ...edited, ...(await heldAnew(ctx, row, edited)) }
  recount(ctx, row, after)
  if (row.subject !== after.subject) makeSubjectFindable(ctx, after)
  for (const each of changesOf(row, after, topics)) noteChange(ctx, after, by, each)
  tellEdit(ctx, row, after, by)
  return awaits_agent && queue ? giveOrWait(ctx, after, queue) : after
}

/** Gives a ticket that has come to a queue to one of its agents; where none can take it, it waits. */
async function giveOrWait(
  ctx: TicketWork & Emitting<'ticket.assigned'>,
  row: TicketRow,
  queue: GivingQueue,
): Promise<TicketRow> {
  const given = await giveTicket(ctx, row, queue)
  if (!given) noteChore(ctx, { name: HAND_OUT }, ctx.now)
  return given ?? row
}

/** Holds the ticket to the targets of its priority and of its queue's plan, where one of them is another. */
async function heldAnew(ctx: TicketWork, before: TicketRow, after: TicketRow) {
  if (before.priority === after.priority && before.queue_id === after.queue_id) return {}
  const sla = await slaAfter(ctx, after)
  if (Object.keys(sla).length > 0) await updateTicket(ctx, after.id, columnsOfSla(sla))
  return sla
}

/** The columns that an edit writes, the ids of tags and people where it replaces them, and the names of topics. */
async function editOf(ctx: TicketWork, row: TicketRow, edit: Edit) {
  const { tags, collaborators, custom_fields, snoozed_until, ...columns } = edit
  const { queue_id, assignee_id, help_topic_id } = columns
  const isMoved = help_topic_id !== undefined && help_topic_id !== row.help_topic_id
  const isHeld = row.help_topic_id !== null && (isMoved || custom_fields !== undefined)
  const [named, , goal, held, tagIds, people] = await together([
    requireQueue(ctx, queue_id),
    assignee_id && assignee_id !== row.assignee_id
      ? requireAgent(ctx, assignee_id, 'assignee_id')
      : undefined,
    isMoved ? topicOf(ctx, help_topic_id) : undefined,
    isHeld ? keepTopic(ctx, row.help_topic_id as number) : undefined,
    tags && tagIdsOf(ctx, tags),
    collaborators && requestersOf(ctx, collaborators),
  ])
  const collaboratorIds = people?.filter((id) => id !== row.requester_id)
  const queue = named && named.id !== row.queue_id ? named : undefined
  const topics = { from: held?.name ?? null, to: goal?.name ?? null }
  const rest =
    snoozed_until === undefined ? {} : { snoozed_until: restUntil(ctx, row, snoozed_until) }
  const found = { ...columns, ...rest, tagIds, collaboratorIds, topics, queue }
  if (!custom_fields) return found
  const fields = (isMoved ? goal : held)?.custom_fields ?? []
  const values = fieldValuesOf(fields, row.custom_fields, custom_fields, { isNew: false })
  return { ...found, custom_fields: JSON.stringify(values) }
}

/** Tells what an edit has changed in the audit log; being given to another agent is an event as well. */
function tellEdit(
  ctx: TicketWork & Emitting<'ticket.assigned'>,
  before: TicketRow,
  after: TicketRow,
  by: Author,
): void {
  const target = { kind: 'ticket', id: after.id }
  const { assignee_id: from, ...was } = editedOf(before)
  const { assignee_id: to, ...is } = editedOf(after)
  const change = changeOf(was, is)
  if (change) noteInAudit(ctx, 'ticket.updated', target, change, by)
  if (from === to) return
  tellAssigned(ctx, before, after, by, ctx.rule ? 'rule' : 'manual')
}
