import type { Writing } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import type { Chore } from '../kit/surface.ts'
import { expireDueListings, listingList, nextDueListing } from './listings.store.ts'

const BATCH = 500

/** Marks listings whose time is over as expired, at most a batch; answers how many. */
export async function expireListings(ctx: Writing, now: Date): Promise<number> {
  const rows = await expireDueListings(ctx, now, BATCH)
  for (const row of rows.filter(({ hidden }) => !hidden)) {
    count(ctx, listingList, -1, { ...row, status: 'active' })
    count(ctx, listingList, 1, row)
  }
  return rows.length
}

export const listingExpiry: Chore = {
  name: 'expireListings',
  run: (ctx) => expireListings(ctx, ctx.now),
  next: nextDueListing,
}
