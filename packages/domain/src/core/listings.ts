import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import type { AnyContext, Emitting, Handler } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { closePage, openPage } from '../kit/page.ts'
import { timestamp } from '../kit/present.ts'
import { conflict, noSuch, notFound } from '../kit/problem.ts'
import { together } from '../kit/together.ts'
import { noteChore } from '../platform/work.ts'
import { listingExpiry } from './listing-expiry.ts'
import { actingMember, standingFault, requireOwnerOrModerator, type Acting } from './acting-user.ts'
import {
  changedFields,
  changeOf,
  expiryOf,
  lastRemoval,
  slugOf,
  statusAt,
} from './listings.rules.ts'
import * as store from './listings.store.ts'
import { requireOpen } from './places.ts'
import { noteRestored, requireRestorable } from './restoring.ts'
import { findMember } from './users.store.ts'

type Listing = components['schemas']['Listing']

export const listListings: Handler<'listListings'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listListings(ctx, query, page, ctx.now)
  return closePage(page, found, (row) => presentListing(row, ctx.now))
}

export const createListing: Handler<'createListing'> = async (ctx, { body }) => {
  const { seller_id, location, expires_at, status = 'active', ...offer } = body
  const [{ user: seller, shadowBanned }, category] = await together([
    actingMember(ctx, 'seller_id', seller_id),
    categoryOf(ctx, offer.category_id),
  ])
  const row = await store.insertListing(ctx, slugOf(offer.title), {
    ...offer,
    ...location,
    status,
    quantity_remaining: offer.quantity,
    seller_id: seller.id,
    created_at: ctx.now,
    expires_at: expiryOf(expires_at, ctx.now),
    hidden: shadowBanned,
  })
  const named = { ...row, category_name: category.name, username: seller.username }
  const listing = presentListing(named, ctx.now)
  recount(ctx, undefined, row)
  if (status === 'active' && !row.hidden) emit(ctx, 'listing.created', shapeOf(listing))
  return { data: listing }
}

/** A category that takes listings, or the one that holds this one already. */
async function categoryOf(ctx: AnyContext, id: number, held?: number) {
  const category = await store.findCategory(ctx, id)
  if (!category) throw noSuch('category_id')
  if (id !== held) requireOpen('category_id', category)
  return category
}

export const getListing: Handler<'getListing'> = async (ctx, { path }) => {
  const row = await store.findListing(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentListing(row, ctx.now) }
}

export const updateListing: Handler<'updateListing'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body.actor_id)
  const row = await lockOpen(ctx, path.id)
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.seller_id)
  const change = changeOf(row, body, ctx.now)
  const fields = changedFields(row, change)
  if (fields.length === 0) return { data: presentListing(row, ctx.now) }
  const category = await categoryOf(ctx, change.category_id, row.category_id)
  const hidden = row.hidden || actor.shadowBanned
  await store.updateListing(ctx, row.id, { ...change, hidden })
  const after = { ...row, ...change, hidden, category_name: category.name }
  recount(ctx, row, after)
  const listing = presentListing(after, ctx.now)
  if (listing.status === 'active' && !hidden)
    emit(ctx, 'listing.updated', { ...shapeOf(listing), changed_fields: fields })
  return { data: listing }
}

export const publishListing: Handler<'publishListing'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockListing(ctx, path.id)
  if (!row) throw notFound()
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.seller_id)
  if (row.status !== 'pending') throw conflict('The listing is not pending.')
  if (row.expires_at <= ctx.now) throw conflict('The listing’s time is over: set expires_at first.')
  const hidden = await goesHidden(ctx, row)
  const listing = presentListing(await changeStatus(ctx, row, 'active', { hidden }), ctx.now)
  if (!hidden) emit(ctx, 'listing.created', shapeOf(listing))
  return { data: listing }
}

/**
 * Whether a listing that goes live is hidden, as those of a shadow-banned seller are; nothing goes live
 * of a seller who may not write.
 */
async function goesHidden(
  ctx: AnyContext,
  { seller_id, hidden }: Pick<store.ListingRow, 'seller_id' | 'hidden'>,
): Promise<boolean> {
  const seller = await findMember(ctx, seller_id)
  if (!seller || standingFault(seller, ctx.now))
    throw conflict('The seller is leaving, banned or suspended.')
  return hidden || seller.shadow_banned_at !== null
}

export const sellListing: Handler<'sellListing'> = async (ctx, { path, body }) => {
  const { quantity = 1, actor_id } = body ?? {}
  const actor = await actingMember(ctx, 'actor_id', actor_id)
  const row = await store.lockListing(ctx, path.id)
  if (!row) throw notFound()
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.seller_id)
  if (statusAt(row, ctx.now) !== 'active') throw conflict('The listing is not live.')
  const left = row.quantity_remaining - quantity
  if (left < 0) throw conflict(`Only ${row.quantity_remaining} remain.`, 'quantity')
  const status = left === 0 ? 'sold' : 'active'
  const sold = await changeStatus(ctx, row, status, { quantity_remaining: left })
  if (left === 0 && !row.hidden) emit(ctx, 'listing.sold', soldShapeOf(row))
  return { data: presentListing(sold, ctx.now) }
}

export const withdrawListing: Handler<'withdrawListing'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const by = actor.user
  const row = await lockOpen(ctx, path.id)
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.seller_id)
  const withdrawal = {
    withdrawn_at: ctx.now,
    withdrawn_by: by.id,
    withdraw_reason: body?.reason ?? null,
    withdrawn_from: row.status,
  }
  const withdrawn = await changeStatus(ctx, row, 'withdrawn', withdrawal)
  if (row.status === 'active' && !row.hidden)
    emit(ctx, 'listing.withdrawn', { ...soldShapeOf(row), by })
  if (by.id !== row.seller_id) auditWithdrawal(ctx, row, by, body?.reason ?? null)
  return { data: presentListing(withdrawn, ctx.now) }
}

export const restoreListing: Handler<'restoreListing'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockListing(ctx, path.id)
  if (!row) throw notFound()
  const last = lastRemoval(row)
  if (!last) throw conflict('The listing is not withdrawn.')
  const { status, removedAt, removedBy, hidden: wasHidden } = last
  const removed = { id: row.id, ownerId: row.seller_id, removedAt, removedBy }
  await requireRestorable(ctx, actor, { kind: 'listing', ...removed })
  const live = { seller_id: row.seller_id, hidden: wasHidden }
  const hidden = status === 'active' ? await goesHidden(ctx, live) : wasHidden
  const restored = await changeStatus(ctx, row, status, { ...last.change, hidden })
  await noteRestored(ctx, actor, { kind: 'listing', ...removed }, body?.reason)
  const listing = presentListing(restored, ctx.now)
  if (listing.status === 'active' && !hidden) emit(ctx, 'listing.created', shapeOf(listing))
  return { data: listing }
}

const auditWithdrawal = (
  ctx: AnyContext,
  { id, status }: store.ListingRow,
  actor: Acting['user'],
  reason: string | null,
) =>
  audit(
    ctx,
    'listing.withdrawn',
    { kind: 'listing', id },
    { before: { status }, after: { status: 'withdrawn', reason }, actor },
  )

/**
 * Withdraws a listing that is locked and not removed yet, in whatever state it is, and hides it. As with
 * any withdrawal, only that of a live one is an event.
 */
export async function removeListing(
  ctx: AnyContext & Emitting<'listing.withdrawn'>,
  row: store.ListingRow,
  by: Acting['user'],
  reason: string | null,
): Promise<void> {
  const removal = { removed_at: ctx.now, removed_by: by.id, remove_reason: reason }
  const before = { removed_from: row.status, hidden_before_removal: row.hidden }
  await changeStatus(ctx, row, 'withdrawn', { ...removal, ...before, hidden: true })
  if (statusAt(row, ctx.now) === 'active' && !row.hidden)
    emit(ctx, 'listing.withdrawn', { ...soldShapeOf(row), by })
}

/** The listing, locked, unless it has come to its end. */
async function lockOpen(ctx: AnyContext, id: number): Promise<store.ListingRow> {
  const row = await store.lockListing(ctx, id)
  if (!row) throw notFound()
  const status = statusAt(row, ctx.now)
  if (status !== 'active' && status !== 'pending') throw conflict(`The listing is ${status}.`)
  return row
}

/** Writes a status, and what changes with it, and moves the listing between the counters. */
async function changeStatus(
  ctx: AnyContext,
  row: store.ListingRow,
  status: Listing['status'],
  change: Parameters<typeof store.updateListing>[2] & {
    quantity_remaining?: number
    hidden?: boolean
  } = {},
): Promise<store.ListingRow> {
  const { quantity_remaining = row.quantity_remaining, hidden = row.hidden } = change
  await store.updateListing(ctx, row.id, { ...change, status })
  const after = { ...row, status, quantity_remaining, hidden }
  recount(ctx, row, after)
  return after
}

/** Moves a listing between the counters, hidden ones are in none, and notes when its time is over. */
function recount(ctx: AnyContext, before: Countable | undefined, after: Countable): void {
  if (before && !before.hidden) count(ctx, store.listingList, -1, before)
  if (!after.hidden) count(ctx, store.listingList, 1, after)
  if (after.status === 'active') noteChore(ctx, listingExpiry, after.expires_at)
}

type Countable = Pick<
  store.ListingRow,
  'status' | 'seller_id' | 'category_id' | 'hidden' | 'expires_at'
>

/** The data of the events of a live listing. */
const shapeOf = ({ id, slug, title, price_cents, category, seller }: Listing) => ({
  listing_id: id,
  slug,
  title,
  price_cents,
  category_id: category.id,
  seller,
})

/** The data of the events of its end. */
const soldShapeOf = ({ id, slug, seller_id }: store.ListingRow) => ({
  listing_id: id,
  slug,
  seller_id,
})

/** A listing as the API shows it at a time. */
export const presentListing = (row: store.ListingRow, now: Date): Listing => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  description: row.description,
  price_cents: row.price_cents,
  quantity: row.quantity,
  quantity_remaining: row.quantity_remaining,
  condition_rating: row.condition_rating as Listing['condition_rating'],
  location: { country: row.country, region: row.region, city: row.city },
  status: statusAt(row, now),
  category: { id: row.category_id, name: row.category_name },
  seller: { id: row.seller_id, username: row.username },
  created_at: timestamp(row.created_at),
  expires_at: timestamp(row.expires_at),
})
