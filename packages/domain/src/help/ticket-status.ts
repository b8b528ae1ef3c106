import type { components } from '@mobieus/contract'
import type { Emitting } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { settingOf } from '../kit/settings.ts'
import { noteInAudit } from './audited.ts'
import { slaAfter } from './sla.ts'
import { columnsOfSla } from './sla-tickets.store.ts'
import { reopenDays } from './settings.ts'
import type { Author } from './ticket-authors.ts'
import { deferMessage, type Change } from './ticket-messages.store.ts'
import type { TicketWork } from './ticket-work.ts'
import { changeOfStatus, referenceOf } from './tickets.rules.ts'
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
  if (!change) return row
  const sla = await slaAfter(ctx, { ...row, ...change })
  await store.updateTicket(ctx, row.id, { ...change, ...columnsOfSla(sla) })
  const after = { ...row, ...change, ...sla }
  recount(ctx, row, after)
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

/** Moves a ticket between the counters. */
export function recount(ctx: TicketWork, before: store.TicketRow, after: store.TicketRow): void {
  count(ctx, store.ticketList, -1, before)
  count(ctx, store.ticketList, 1, after)
}

/** Puts an entry about a change into the ticket's thread. */
export function noteChange(
  ctx: TicketWork,
  { id }: Pick<store.TicketRow, 'id'>,
  by: Author,
  change: Change,
): void {
  deferMessage(ctx, {
    ...{ ticket_id: id, kind: 'system', ...by.columns },
    ...{ body: null, change: JSON.stringify(change), created_at: ctx.now },
  })
}
