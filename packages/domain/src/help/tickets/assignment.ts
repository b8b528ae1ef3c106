import type { components } from '@mobieus/contract'
import type { Emitting, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { takeAgent, type GivingQueue } from '../queues/assignment.store.ts'
import { noteInAudit } from '../audit/audited.ts'
import { system, type Author } from './authors.ts'
import { deferMessage } from './messages.store.ts'
import type { TicketWork } from './work.ts'
import { referenceOf } from './tickets.rules.ts'
import { findTicketThatIs, ticketList, updateTicket, type TicketRow } from './tickets.store.ts'

type Cause = components['schemas']['TicketAssignmentCause']
type Giving = Writing & Pick<TicketWork, 'now' | 'rule'> & Emitting<'ticket.assigned'>

/** Tells in the event log and in the audit log that a ticket has another agent, or none; `cause` is how it came. */
export function tellAssigned(
  ctx: Giving,
  before: Pick<TicketRow, 'assignee_id' | 'assignee_name'>,
  after: TicketRow,
  by: Author,
  cause: Cause,
): void {
  const { assignee_id: from } = before
  const given = { before: { assignee_id: from }, after: { assignee_id: after.assignee_id } }
  noteInAudit(ctx, 'ticket.assigned', { kind: 'ticket', id: after.id }, given, by)
  emit(ctx, 'ticket.assigned', {
    ...{ ticket_id: after.id, reference: referenceOf(after) },
    ...{ from: assigneeOf(before), to: assigneeOf(after), by: by.shown, cause },
    ...(ctx.rule && { rule: ctx.rule }),
  })
}

const assigneeOf = ({
  assignee_id: id,
  assignee_name: name,
}: Parameters<typeof tellAssigned>[1]) => (id === null ? null : { id, name: name as string })

const nobody = { assignee_id: null, assignee_name: null }

/** Tells, in the thread as well, that a queue has given a ticket that had no agent to the one whose turn it was. */
export function tellGiven(ctx: Giving, row: TicketRow, { assignment_policy }: GivingQueue): void {
  const change = { field: 'assignee', from: null, to: row.assignee_name }
  deferMessage(ctx, {
    ...{ ticket_id: row.id, kind: 'system', ...system.columns },
    ...{ body: null, change: JSON.stringify(change), created_at: ctx.now },
  })
  tellAssigned(ctx, nobody, row, system, assignment_policy as Cause)
}

/**
 * Gives a ticket that is locked and has no agent to the one whose turn it is, without waiting for anybody. Answers
 * the ticket as it is then; nothing where nobody can take it.
 */
export async function giveTicket(
  ctx: Giving,
  row: TicketRow,
  queue: GivingQueue,
): Promise<TicketRow | undefined> {
  const taking = { now: ctx.now, mayWait: false, afterWaiting: false }
  const assignee_id = await takeAgent(ctx, queue, taking)
  if (assignee_id === null) return undefined
  await updateTicket(ctx, row.id, { assignee_id, awaits_agent: false, updated_at: ctx.now })
  const after = await findTicketThatIs(ctx, row)
  // The agent's load has grown when they were taken.
  count(ctx, ticketList, -1, row)
  count(ctx, ticketList, 1, after)
  tellGiven(ctx, after, queue)
  return after
}
