import type { components } from '@mobieus/contract'
import type { Emitting } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { settingOf } from '../../kit/settings.ts'
import { noteInAudit } from '../audit/audited.ts'
import { noteChore } from '../../platform/work.ts'
import { shiftLoads } from '../agents/loads.ts'
import { awaitsAfter, HAND_OUT } from '../queues/assignment.rules.ts'
import { slaAfter } from '../sla/sla.ts'
import { columnsOfSla } from '../sla/tickets.store.ts'
import { reopenDays } from '../settings.ts'
import type { Author } from './authors.ts'
import { askAfter } from '../satisfaction/asking.ts'
import { wake } from './snoozing.ts'
import { noteChange } from './thread.ts'
import type { TicketWork } from './work.ts'
import { changeOfStatus, referenceOf, type Standing } from './tickets.rules.ts'
import * as store from './tickets.store.ts'

type Status = components['schemas']['TicketStatus']

/**
 * Brings a ticket that is locked to a status, and tells it: by a request, a mail, a rule or the clock alike. Answers
 * the ticket as it is then; a status that it cannot have is `409 conflict`.
 */
export async function moveTicket(
  ctx: TicketWork & Emitting<'ticket.status_changed'>,
  row: store.TicketRow,
  goal: Status,
  by: Author,
): Promise<store.TicketRow> {
  const days = settingOf(ctx.tenant.settings, reopenDays)
  const change = changeOfStatus(row, goal, ctx.now, days)
  return change ? applyStatus(ctx, row, change, by) : row
}

/** Brings a ticket that is locked to how it stands after a change of its status, and tells it. */
export async function applyStatus(
  ctx: TicketWork & Emitting<'ticket.status_changed'>,
  row: store.TicketRow,
  moved: Standing & { readonly updated_at: Date },
  by: Author,
): Promise<store.TicketRow> {
  const goal = moved.status as Status
  const change = { ...moved, awaits_agent: awaitsAfter(row, moved.resolved_at) }
  if (change.awaits_agent && !row.awaits_agent) noteChore(ctx, { name: HAND_OUT }, ctx.now)
  const sla = await slaAfter(ctx, { ...row, ...change })
  await store.updateTicket(ctx, row.id, { ...change, ...columnsOfSla(sla) })
  const ends = change.resolved_at !== null
  const after = { ...row, ...change, ...sla, ...(ends && { snoozed_until: null }) }
  recount(ctx, row, after)
  if (ends) await wake(ctx, row, by)
  askAfter(ctx, row, change)
  noteChange(ctx, row, by, { field: 'status', from: row.status, to: goal })
  const told = { before: { status: row.status }, after: { status: goal } }
  noteInAudit(ctx, 'ticket.status_changed', { kind: 'ticket', id: row.id }, told, by)
  emit(ctx, 'ticket.status_changed', {
    ...{ ticket_id: row.id, reference: referenceOf(row) },
    ...{ from: row.status as Status, to: goal, by: by.shown },
    ...(ctx.rule && { rule: ctx.rule }),
  })
  return after
}

/** Moves a ticket between the counters, and between the loads of agents. */
export function recount(ctx: TicketWork, before: store.TicketRow, after: store.TicketRow): void {
  count(ctx, store.ticketList, -1, before)
  count(ctx, store.ticketList, 1, after)
  shiftLoads(ctx, before, after)
}
