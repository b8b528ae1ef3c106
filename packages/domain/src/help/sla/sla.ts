import { noteSlaAt } from './clock.ts'
import { tellSla } from './news.ts'
import { slaOf, type Sla, type Timed } from './sla.rules.ts'
import { findTerms } from './terms.store.ts'
import type { TicketWork } from '../tickets/work.ts'

/** A ticket with the plan of its queue. */
export interface Held extends Timed {
  readonly sla_plan_id: number | null
  readonly sla_state: string
}

const fresh = {
  ...{ first_responded_at: null, resolved_at: null, sla_pauses: [], sla_paused_at: null },
  ...{ sla_first_response_level: 0, sla_resolution_level: 0, sla_state: 'none' },
}

/** The SLA of a ticket that is being opened in a queue with a plan, of which there is nothing to tell yet. */
export const slaOfNew = async (
  ctx: TicketWork,
  opened: Pick<Held, 'sla_plan_id' | 'status' | 'priority' | 'created_at'>,
): Promise<Partial<Sla>> => (await timed(ctx, { ...fresh, ...opened }))?.sla ?? {}

/** The SLA of a ticket that has changed, which is told; nothing where it has no plan, and had none. */
export async function slaAfter(
  ctx: TicketWork,
  ticket: Held & { readonly id: number },
): Promise<Partial<Sla>> {
  const { sla, news } = (await timed(ctx, ticket)) ?? { sla: {}, news: [] }
  await tellSla(ctx, ticket, news)
  return sla
}

async function timed(ctx: TicketWork, ticket: Held) {
  const { sla_plan_id: id } = ticket
  if (id === null && ticket.sla_state === 'none' && !ticket.sla_paused_at) return undefined
  const terms = id === null ? undefined : (await findTerms(ctx, [id])).get(id)
  const found = slaOf(ticket, terms ?? null, ctx.now)
  noteSlaAt(ctx, found.sla.sla_next_at)
  return found
}
