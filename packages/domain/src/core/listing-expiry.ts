import type { Writing } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import type { Chore } from '../kit/surface.ts'
import { expireDueListings, nextDueListing } from './listings.store.ts'

const BATCH = 500

/** Marks listings whose time is over as expired, at most a batch; answers how many. */
export async function expireListings(ctx: Writing, now: Date): Promise<number> {
  const { expired, shown } = await expireDueListings(ctx, now, BATCH)
  count(ctx, 'listings', -shown, { status: 'active' })
  count(ctx, 'listings', shown, { status: 'expired' })
  return expired
}

export const listingExpiry: Chore = {
  name: 'expireListings',
  run: (ctx) => expireListings(ctx, ctx.now),
  next: nextDueListing,
}
