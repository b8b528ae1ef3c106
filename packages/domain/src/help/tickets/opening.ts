import type { components } from '@mobieus/contract'
import type { Emitting } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { noSuch } from '../../kit/problem.ts'
import { noteChore } from '../../platform/work.ts'
import { HAND_OUT } from '../queues/assignment.rules.ts'
import { takeAgent, type GivingQueue } from '../queues/assignment.store.ts'
import { attach, type NewAttachment } from '../attachments/attachments.ts'
import { noteInAudit } from '../audit/audited.ts'
import { requesterOf, type Author } from './authors.ts'
import { slaOfNew } from '../sla/sla.ts'
import { columnsOfSla } from '../sla/tickets.store.ts'
import { tellGiven } from './assignment.ts'
import { MOST_COLLABORATORS, requestersOf, type Person } from './collaborators.ts'
import { insertCollaborators } from './collaborators.store.ts'
import { insertLink } from './links.store.ts'
import { originOf, type Origin } from './origin.ts'
import { noteChange } from './thread.ts'
import { makeSubjectFindable, writeMessage } from './words.ts'
import type { TicketWork } from './work.ts'
import { editedOf, referenceOf, requireRoomForLink } from './tickets.rules.ts'
import * as store from './tickets.store.ts'

/** A ticket that is to be opened: its first message is the requester's. */
export interface NewTicket extends Origin {
  readonly subject: string
  readonly body: string
  /** By `requesterOfEmail` or `requesterOfMember`. */
  readonly requester_id: number
  readonly source: components['schemas']['Ticket']['source']
  readonly collaborators?: readonly Person[]
  readonly files?: readonly NewAttachment[]
  /** The ticket that it follows: both are linked. */
  readonly follow_up_of_id?: number
}

/**
 * Opens a ticket and tells it: by a request, a mail, a rule or the clock alike. `by` is the requester when left out,
 * as where they wrote themselves. A reference that leads to nothing
 * and a custom field that is not the topic's are `422 validation_failed`.
 */
export async function openTicket(
  ctx: TicketWork & Emitting<'ticket.created' | 'ticket.assigned'>,
  { subject, body, requester_id, source, follow_up_of_id, ...rest }: NewTicket,
  by?: Author,
): Promise<store.TicketRow> {
  const { collaborators = [], files = [], ...asked } = rest
  const { tagIds, queue, ...origin } = await originOf(ctx, asked)
  const people = (await requestersOf(ctx, collaborators)).filter((id) => id !== requester_id)
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const held = {
    ...times,
    sla_plan_id: queue.sla_plan_id,
    status: 'new',
    priority: origin.priority,
  }
  const [sla, assignee_id] = await Promise.all([slaOfNew(ctx, held), agentFor(ctx, queue)])
  const awaits_agent = assignee_id === null && queue.assignment_policy !== 'manual'
  const named = await store.insertTicket(ctx, {
    ...{ ...origin, ...times, ...columnsOfSla(sla), assignee_id, awaits_agent },
    ...{ queue_id: queue.id, subject, requester_id, source },
  })
  if (tagIds.length > 0) await store.setTicketTags(ctx, named.id, tagIds)
  await insertCollaborators(ctx, named.id, people.slice(0, MOST_COLLABORATORS))
  const former = follow_up_of_id && (await follow(ctx, named.id, follow_up_of_id, source))
  const row = await store.findTicketThatIs(ctx, named)
  const { id } = await writeMessage(ctx, {
    ...{ ticket_id: row.id, kind: 'reply', ...requesterOf(row).columns },
    ...{ body, created_at: ctx.now },
  })
  await attach(ctx, id, files)
  const author = by ?? requesterOf(row)
  tellOpened(ctx, row, author)
  if (former)
    noteChange(ctx, row, author, { field: 'follows', from: null, to: referenceOf(former) })
  if (assignee_id !== null) tellGiven(ctx, row, queue)
  if (awaits_agent) noteChore(ctx, { name: HAND_OUT }, ctx.now)
  return row
}

/** Counts and tells a ticket that was inserted, and lets searches find its subject. */
export function tellOpened(
  ctx: TicketWork & Emitting<'ticket.created'>,
  row: store.TicketRow,
  by: Author,
): void {
  makeSubjectFindable(ctx, row)
  count(ctx, store.ticketList, 1, row)
  emit(ctx, 'ticket.created', { ...shapeOf(row), by: by.shown })
  const { requester_id, source } = row
  const told = { after: { requester_id, source, ...editedOf(row) } }
  noteInAudit(ctx, 'ticket.created', { kind: 'ticket', id: row.id }, told, by)
}

/** Links a new ticket to the one that it follows, which it answers. No mail is refused for its many links. */
async function follow(
  ctx: TicketWork,
  id: number,
  formerId: number,
  source: NewTicket['source'],
): Promise<store.TicketRow> {
  const former = await store.findTicket(ctx, { id: formerId })
  if (!former) throw noSuch('follow_up_of_id')
  if (source !== 'email') requireRoomForLink(former)
  await insertLink(ctx, id, formerId, 'follow_up_of')
  return former
}

/** The agent whose turn it is, where the queue gives out its tickets; tickets that wait there already go before. */
const agentFor = async (ctx: TicketWork, queue: GivingQueue): Promise<number | null> =>
  queue.assignment_policy === 'manual'
    ? null
    : takeAgent(ctx, queue, { now: ctx.now, mayWait: true, afterWaiting: true })

/** The data of the event of a new ticket, without the requester's address. */
const shapeOf = (row: store.TicketRow) => ({
  ...{ ticket_id: row.id, reference: referenceOf(row), subject: row.subject },
  status: row.status as components['schemas']['TicketStatus'],
  priority: row.priority as components['schemas']['TicketPriority'],
  source: row.source as components['schemas']['Ticket']['source'],
  queue: { id: row.queue_id, name: row.queue_name },
  requester: { id: row.requester_id, name: row.requester_name },
})
