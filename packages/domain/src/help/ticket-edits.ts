import type { components } from '@mobieus/contract'
import type { Emitting, Partition } from '../kit/context.ts'
import { emit } from '../kit/emit.ts'
import { invalidField, noSuch } from '../kit/problem.ts'
import { together } from '../kit/together.ts'
import { findAgent } from './agents.store.ts'
import { requireQueue } from './queue-choice.ts'
import type { Author } from './ticket-authors.ts'
import { fieldValuesOf } from './ticket-fields.rules.ts'
import { tagIdsOf, topicOf } from './ticket-origin.ts'
import { noteChange, recount } from './ticket-status.ts'
import type { TicketWork } from './ticket-work.ts'
import { referenceOf } from './tickets.rules.ts'
import { findTicketThatIs, setTicketTags, updateTicket, type TicketRow } from './tickets.store.ts'
import { keepTopic } from './topics.store.ts'

type Edit = components['schemas']['TicketUpdate']

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
  const { tagIds, ...change } = await editOf(ctx, row, edit)
  if (tagIds) await setTicketTags(ctx, row.id, tagIds)
  await updateTicket(ctx, row.id, { ...change, updated_at: ctx.now })
  const after = await findTicketThatIs(ctx, row)
  recount(ctx, row, after)
  noteEdit(ctx, row, after, by)
  return after
}

/** The columns that an edit writes, and the ids of the tags where it replaces them. */
async function editOf(ctx: Partition, row: TicketRow, { tags, custom_fields, ...columns }: Edit) {
  const { queue_id, assignee_id, help_topic_id } = columns
  const isMoved = help_topic_id !== undefined && help_topic_id !== row.help_topic_id
  const [, , topic, tagIds] = await together([
    requireQueue(ctx, queue_id),
    assignee_id === row.assignee_id ? undefined : requireAgent(ctx, assignee_id),
    isMoved ? topicOf(ctx, help_topic_id) : topicHeld(ctx, row, custom_fields),
    tags && tagIdsOf(ctx, tags),
  ])
  if (!custom_fields) return { ...columns, tagIds }
  const fields = topic?.custom_fields ?? []
  const values = fieldValuesOf(fields, row.custom_fields, custom_fields, { isNew: false })
  return { ...columns, tagIds, custom_fields: JSON.stringify(values) }
}

/** The topic that the ticket has, active or not, where fields are held against it. */
const topicHeld = async (ctx: Partition, { help_topic_id }: TicketRow, sent: object | undefined) =>
  sent && help_topic_id !== null ? keepTopic(ctx, help_topic_id) : undefined

async function requireAgent(ctx: Partition, id: number | null | undefined): Promise<void> {
  if (id === undefined || id === null) return
  const agent = await findAgent(ctx, id)
  if (!agent) throw noSuch('assignee_id')
  if (!agent.is_active) throw invalidField('assignee_id', 'inactive', 'is not active')
}

/** Puts what an edit has changed into the thread; being given to another agent is an event as well. */
function noteEdit(
  ctx: TicketWork & Emitting<'ticket.assigned'>,
  before: TicketRow,
  after: TicketRow,
  by: Author,
): void {
  const names = { priority: 'priority', queue: 'queue_name', assignee: 'assignee_name' } as const
  const ids = { priority: 'priority', queue: 'queue_id', assignee: 'assignee_id' } as const
  for (const field of ['priority', 'queue', 'assignee'] as const) {
    if (before[ids[field]] === after[ids[field]]) continue
    noteChange(ctx, after, by, { field, from: before[names[field]], to: after[names[field]] })
  }
  if (before.assignee_id === after.assignee_id) return
  emit(ctx, 'ticket.assigned', {
    ...{ ticket_id: after.id, reference: referenceOf(after) },
    ...{ from: assigneeOf(before), to: assigneeOf(after), by: by.shown },
  })
}

const assigneeOf = ({ assignee_id: id, assignee_name: name }: TicketRow) =>
  id === null ? null : { id, name: name as string }
