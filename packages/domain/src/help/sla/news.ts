import type { Writing } from '../../kit/context.ts'
import { noteInAudit } from '../audit/audited.ts'
import { system } from '../tickets/authors.ts'
import { deferMessage } from '../tickets/messages.store.ts'
import { tellAgentsOf } from '../notifications/tell-agents.ts'
import { AT_RISK, BREACHED, type SlaNews } from './sla.rules.ts'

const names: Readonly<Record<number, string>> = { [AT_RISK]: 'at_risk', [BREACHED]: 'breached' }

/** A ticket as far as news of its SLA need it. */
interface ToldTicket {
  readonly id: number
  readonly sla_first_response_level: number
  readonly sla_resolution_level: number
}

const titleOf = (target: SlaNews['target'], level: number): string =>
  `${target === 'resolution' ? 'Resolution' : 'First response'} ${level === BREACHED ? 'is late' : 'at risk'}`

/**
 * Tells that a ticket has come to be at risk of a target, or has missed it. The thread and the audit log tell it, and
 * mail to its agents.
 */
export async function tellSla(
  ctx: Writing & { readonly now: Date },
  ticket: ToldTicket,
  news: readonly SlaNews[],
): Promise<void> {
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
    await tellAgentsOf(ctx, ticket.id, { event_key: event, title: titleOf(target, level) })
  }
}
