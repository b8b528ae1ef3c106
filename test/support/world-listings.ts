import { count, emit, type Outbox } from '../../packages/domain/src/index.ts'
import type { Insert } from './world.ts'

/** The listings of the documentation world. */

const CATEGORY = 6
const CATEGORY_NAME = 'Consoles'
const DAY_MS = 24 * 60 * 60 * 1000

/** Where listings are put, and what is added to ids and slugs there. */
export interface Place {
  readonly insert: Insert
  readonly outbox: Outbox
  readonly created_at: Date
  readonly at: (id: number) => number
  readonly slugAt: (slug: string) => string
  readonly seller: { readonly id: number; readonly username: string }
}

/** A live listing with its last unit, 42, one to be published, 43, and one to be withdrawn, 44. */
export async function furnishListings(place: Place): Promise<void> {
  const { insert, at, slugAt, created_at } = place
  await insert('listing_categories', [
    { id: at(CATEGORY), slug: slugAt('consoles'), name: CATEGORY_NAME, archived_at: null },
    { id: at(9), slug: slugAt('magazines'), name: 'Magazines', archived_at: null },
    { id: at(8), slug: slugAt('raffles'), name: 'Raffles', archived_at: created_at },
  ])
  await offer(place, [
    { id: at(42), slug: 'heavy-sixer-serviced', title: 'Heavy sixer, serviced', status: 'active' },
    { id: at(43), slug: 'capacitor-kits', title: 'Capacitor kits', status: 'pending' },
    { id: at(44), slug: 'sixer-unserviced', title: 'Sixer, unserviced', status: 'active' },
  ])
}

/** One more live listing for each number. */
export const growListings = (place: Omit<Place, 'at' | 'slugAt'>, numbers: readonly number[]) =>
  offer(
    { ...place, at: (id) => id, slugAt: (slug) => slug },
    numbers.map((i) => ({ slug: `listing-${i}`, title: `Listing ${i}`, status: 'active' })),
  )

interface Offer {
  readonly id?: number
  readonly slug: string
  readonly title: string
  readonly status: string
}

async function offer({ insert, outbox, created_at, at, seller }: Place, offers: readonly Offer[]) {
  const common = {
    description: 'As on the photos.',
    price_cents: 12500,
    quantity: 3,
    quantity_remaining: 1,
    condition_rating: 'good',
    country: 'DE',
    region: 'Berlin',
    city: 'Berlin',
    category_id: at(CATEGORY),
    seller_id: seller.id,
    created_at,
    expires_at: new Date(created_at.getTime() + 30 * DAY_MS),
  }
  const ids = await insert(
    'listings',
    offers.map((each) => ({ ...common, ...each })),
  )
  for (const [i, { slug, title, status }] of offers.entries()) {
    const { seller_id, category_id, price_cents } = common
    count({ outbox }, 'listings', 1, { status, seller_id, category_id })
    if (status === 'pending') continue
    emit<'createListing', 'listing.created'>({ outbox }, 'listing.created', {
      listing_id: ids[i] as number,
      slug,
      title,
      price_cents,
      category_id,
      seller,
    })
  }
}
