import type { Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { defer } from '../../kit/defer.ts'
import type { Chore, SystemWriting } from '../../kit/surface.ts'
import { noteChore } from '../../platform/work.ts'
import { tellSla } from './news.ts'
import { slaOf, type Sla } from './sla.rules.ts'
import { findTerms } from './terms.store.ts'
import * as store from './tickets.store.ts'
import { ticketList, updatingTicket } from '../tickets/tickets.store.ts'

const BATCH = 200

/** Moves tickets to the SLA state that the time brings: only those whose time has come, and at most a batch. */
export const slaClock: Chore = {
  name: 'help-sla',
  run: async (ctx) => {
    const rows = await store.lockDueTickets(ctx, ctx.now, BATCH)
    await timeTickets(ctx, rows)
    return rows.length
  },
  next: store.nextTimedTicket,
}

/** Notes that the clock has to look at a ticket. */
export const noteSlaAt = (ctx: Pick<Writing, 'outbox' | 'tenantId'>, at: Date | null): void => {
  if (at) noteChore(ctx, slaClock, at)
}

/** Brings tickets that are locked to the SLA that they have by now; writes those that have another. */
export async function timeTickets(
  ctx: SystemWriting,
  rows: readonly store.TimedRow[],
): Promise<void> {
  const planIds = new Set(rows.flatMap(({ sla_plan_id }) => sla_plan_id ?? []))
  const terms = await findTerms(ctx, [...planIds])
  let next: Date | null = null
  for (const row of rows) {
    const held = row.sla_plan_id === null ? undefined : terms.get(row.sla_plan_id)
    const { sla, news } = slaOf(row, held ?? null, ctx.now)
    if (sla.sla_next_at && (!next || sla.sla_next_at < next)) next = sla.sla_next_at
    if (isSame(row, sla)) continue
    defer(ctx, updatingTicket(ctx, row.id, store.columnsOfSla(sla)))
    count(ctx, ticketList, -1, row)
    count(ctx, ticketList, 1, { ...row, ...sla })
    await tellSla(ctx, row, news)
  }
  noteSlaAt(ctx, next)
}

const isSame = (row: store.TimedRow, sla: Sla): boolean =>
  Object.entries(sla).every(
    ([name, value]) => JSON.stringify(row[name as keyof Sla]) === JSON.stringify(value),
  )
