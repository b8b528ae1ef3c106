import type { Chore, SystemWriting } from '../../kit/surface.ts'
import { invalidField } from '../../kit/problem.ts'
import { noteChore } from '../../platform/work.ts'
import { instantOf } from '../../platform/events.rules.ts'
import type { Audited } from '../../platform/audit.ts'
import { noteInAudit } from '../audit/audited.ts'
import { system, type Author } from './authors.ts'
import * as store from './snoozing.store.ts'
import { noteChange } from './thread.ts'
import type { TicketWork } from './work.ts'
import { updateTicket, type TicketRow } from './tickets.store.ts'

type Snoozed = Pick<TicketRow, 'id' | 'snoozed_until'>

const BATCH = 200

/** Brings tickets back whose time has come, at most a batch. */
export const wakeSnoozed: Chore = {
  name: 'help-snooze',
  async run(ctx: SystemWriting) {
    const rows = await store.lockSnoozed(ctx, ctx.now, BATCH)
    await store.wakeAll(
      ctx,
      rows.map(({ id }) => id),
      ctx.now,
    )
    for (const row of rows) tellAwake(ctx, row, system)
    return rows.length
  },
  next: store.nextSnoozed,
}

/** The time until which an edit lets a ticket rest, held against now; the clock looks at the ticket then. */
export function restUntil(
  ctx: TicketWork,
  { resolved_at }: Pick<TicketRow, 'resolved_at'>,
  sent: string | null,
): Date | null {
  if (sent === null) return null
  const until = instantOf(sent)
  if (!(until > ctx.now)) throw invalidField('snoozed_until', 'past', 'must be in the future')
  if (resolved_at !== null)
    throw invalidField('snoozed_until', 'not_allowed', 'is for tickets that are not resolved')
  noteChore(ctx, wakeSnoozed, until)
  return until
}

/** Brings a ticket back that is locked, where it is snoozed. */
export async function wake(ctx: TicketWork, row: Snoozed, by: Author): Promise<void> {
  if (row.snoozed_until === null) return
  await updateTicket(ctx, row.id, { snoozed_until: null })
  tellAwake(ctx, row, by)
}

/** Tells in the thread and in the audit log that a ticket is snoozed no longer. */
function tellAwake(ctx: Audited, { id, snoozed_until }: Snoozed, by: Author): void {
  const from = (snoozed_until as Date).toISOString()
  noteChange(ctx, { id }, by, { field: 'snoozed_until', from, to: null })
  const change = { before: { snoozed_until: from }, after: { snoozed_until: null } }
  noteInAudit(ctx, 'ticket.woken', { kind: 'ticket', id }, change, by)
}
