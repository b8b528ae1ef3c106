import { createHash, randomBytes } from 'node:crypto'
import type { components } from '@mobieus/contract'
import { conflict, invalidField } from '../kit/problem.ts'
import { instantOf } from '../platform/events.rules.ts'
import type { ListingChange, ListingRow, LockedListing } from './listings.store.ts'

type Status = components['schemas']['ListingStatus']
type ListingUpdate = components['schemas']['ListingUpdate']

const DAY_MS = 24 * 60 * 60 * 1000
const USUAL_DAYS = 30
const MOST_DAYS = 366

/** The status at a time: a live listing whose time is over is expired, written down or not. */
export const statusAt = (row: { status: string; expires_at: Date }, now: Date): Status =>
  row.status === 'active' && row.expires_at <= now ? 'expired' : (row.status as Status)

/** When a listing ends: as asked for, in the future and within a year, or 30 days from now. */
export function expiryOf(asked: string | undefined, now: Date): Date {
  if (asked === undefined) return new Date(now.getTime() + USUAL_DAYS * DAY_MS)
  const at = instantOf(asked)
  if (at <= now) throw invalidField('expires_at', 'too_early', 'must be in the future')
  if (at.getTime() > now.getTime() + MOST_DAYS * DAY_MS)
    throw invalidField('expires_at', 'too_late', 'must be at most a year ahead')
  return at
}

const SLUG_LENGTH = 80

/**
 * A title as part of an address: letters without their accents, digits, and hyphens between words.
 * One without any Latin letter gets a name from its digest, so that equal titles still share it.
 */
export function slugOf(title: string): string {
  const words = title
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const slug = words.join('-').slice(0, SLUG_LENGTH).replace(/-$/, '')
  return slug || `listing-${createHash('sha256').update(title).digest('hex').slice(0, 8)}`
}

const NUMBERED_TO = 20
const RANDOM_TRIES = 3

/** Slugs to try where `base` is taken: `base-2`, `base-3` …, few enough to look up all at once. */
export const numberedSlugs = (base: string): string[] =>
  Array.from({ length: NUMBERED_TO - 1 }, (_, i) => `${base}-${i + 2}`)

/** Slugs to try after those: endings of 40 random bits, of which two never meet in one title. */
export const randomSlugs = (base: string): string[] =>
  Array.from({ length: RANDOM_TRIES }, () => `${base}-${randomBytes(5).toString('hex')}`)

/** The columns that an edit sets. Units already sold stay sold, and one at least remains. */
export function changeOf(row: ListingRow, body: ListingUpdate, now: Date): ListingChange {
  const { location, expires_at, quantity } = body
  const { title, description, price_cents, condition_rating, category_id } = body
  const sold = row.quantity - row.quantity_remaining
  if (quantity !== undefined && quantity <= sold)
    throw conflict(`${sold} are sold already; withdraw the listing to end it.`, 'quantity')
  return {
    title: title ?? row.title,
    description: description ?? row.description,
    price_cents: price_cents ?? row.price_cents,
    quantity: quantity ?? row.quantity,
    quantity_remaining: (quantity ?? row.quantity) - sold,
    condition_rating: condition_rating ?? row.condition_rating,
    country: location?.country ?? row.country,
    region: location ? (location.region ?? null) : row.region,
    city: location ? (location.city ?? null) : row.city,
    category_id: category_id ?? row.category_id,
    expires_at: expires_at === undefined ? row.expires_at : expiryOf(expires_at, now),
  }
}

/** The field of the API behind each column, where their names differ. */
const fields: Readonly<Record<string, string>> = {
  quantity_remaining: 'quantity',
  country: 'location',
  region: 'location',
  city: 'location',
  category_id: 'category',
}

/** The fields of the API that a change gives another value, by the alphabet. */
export function changedFields(row: ListingRow, change: ListingChange): string[] {
  const columns = Object.keys(change) as (keyof ListingChange)[]
  const other = columns.filter((column) => valueOf(row[column]) !== valueOf(change[column]))
  return [...new Set(other.map((column) => fields[column] ?? column))].sort()
}

const valueOf = (value: unknown) => (value instanceof Date ? value.getTime() : value)

/** The act that took a listing away last, and how it was before; `undefined` where none did. */
export function lastRemoval(row: LockedListing) {
  const { removed_at: removedAt, removed_by: removedBy } = row
  if (removedAt) {
    const back = { removed_at: null, removed_by: null, remove_reason: null, removed_from: null }
    const hidden = row.hidden_before_removal
    const status = (row.removed_from ?? 'withdrawn') as Status
    return { removedAt, removedBy, status, hidden, change: { ...back, hidden } }
  }
  if (row.status !== 'withdrawn') return undefined
  const back = { withdrawn_at: null, withdrawn_by: null, withdraw_reason: null }
  const { withdrawn_at, withdrawn_by, hidden } = row
  const status = (row.withdrawn_from ?? 'active') as Status
  const change = { ...back, withdrawn_from: null, hidden }
  return { removedAt: withdrawn_at, removedBy: withdrawn_by, status, hidden, change }
}
