import type { Writing } from '../../kit/context.ts'
import { noteInAudit } from '../audit/audited.ts'
import { system } from '../tickets/authors.ts'
import { deferMessage } from '../tickets/messages.store.ts'
import { AT_RISK, BREACHED, type SlaNews } from './sla.rules.ts'

const names: Readonly<Record<number, string>> = { [AT_RISK]: 'at_risk', [BREACHED]: 'breached' }

/** A ticket as far as news of its SLA need it. */
interface ToldTicket {
  readonly id: number
  readonly sla_first_response_level: number
  readonly sla_resolution_level: number
}

/** Tells that a ticket has come to be at risk of a target, or has missed it: in its thread, and in the audit log. */
export function tellSla(
  ctx: Writing & { readonly now: Date },
  ticket: ToldTicket,
  news: readonly SlaNews[],
): void {
  for (const { target, level } of news) {
    const change = {
      field: `${target}_sla`,
      ...{ from: names[ticket[`sla_${target}_level`]] ?? 'on_track', to: names[level] },
    }
    deferMessage(ctx, {
      ...{ ticket_id: ticket.id, kind: 'system', ...system.columns },
      ...{ body: null, change: JSON.stringify(change), created_at: ctx.now },
    })
    const event = level === BREACHED ? 'sla.breached' : 'sla.at_risk'
    noteInAudit(ctx, event, { kind: 'ticket', id: ticket.id }, { after: { target } }, system)
  }
}
