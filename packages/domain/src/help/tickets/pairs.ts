import type { Partition } from '../../kit/context.ts'
import { noSuch, notFound } from '../../kit/problem.ts'
import { ticketNamed } from './tickets.rules.ts'
import { findTicket, lockTicket, type TicketRow } from './tickets.store.ts'

/**
 * The ticket that a path names and another one that `field` of the body names, both locked until the transaction ends.
 * The lower id is locked first, so that no two requests wait for each other.
 */
export async function lockPair(
  ctx: Partition,
  key: string,
  field: string,
  otherId: number | ((ticket: TicketRow) => Promise<number>),
): Promise<readonly [TicketRow, TicketRow]> {
  const named = await findTicket(ctx, ticketNamed(key))
  if (!named) throw notFound()
  const other = typeof otherId === 'number' ? otherId : await otherId(named)
  const locked = new Map<number, TicketRow>()
  for (const id of [...new Set([named.id, other])].sort((a, b) => a - b)) {
    const row = await lockTicket(ctx, { id })
    if (!row) throw noSuch(field)
    locked.set(id, row)
  }
  return [locked.get(named.id) as TicketRow, locked.get(other) as TicketRow]
}

/**
 * The ticket, or where it was merged the one at the end of the chain, locked until the transaction ends. Mail that
 * answers it goes there. A ticket on the way is not locked, so that nobody who locks two of them is waited for.
 */
export async function lockEndOfMerges(ctx: Partition, id: number): Promise<TicketRow | undefined> {
  let end = await findTicket(ctx, { id })
  // Each merge leads to a ticket that was not merged then, so that no chain leads back to itself.
  for (let locked = false; end && (end.merged_into_id !== null || !locked);) {
    locked = end.merged_into_id === null
    end = locked
      ? await lockTicket(ctx, { id: end.id })
      : await findTicket(ctx, { id: end.merged_into_id as number })
  }
  return end
}
