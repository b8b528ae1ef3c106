import { grownId, type Part, type Place } from '../part.ts'
import { CATEGORY } from './listing-categories.ts'
import { memberAt, MODERATOR, SELLER } from './users.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A live listing with its last unit (42), one to be published (43) and one to be withdrawn (44). The
 * moderator has just removed one more (45).
 */
export const part: Part = {
  ids: { listings: 42, publishListing: 43, withdrawListing: 44, restoreListing: 45 },
  furnish(place) {
    const { at, slugAt, now, insert } = place
    const common = commonOf(place)
    offer(place, { id: at(42), title: 'Heavy sixer, serviced', slug: 'heavy-sixer-serviced' })
    const pending = { id: at(43), title: 'Capacitor kits', slug: 'capacitor-kits' }
    insert('listings', [{ ...common, ...pending, status: 'pending' }])
    offer(place, { id: at(44), title: 'Sixer, unserviced', slug: 'sixer-unserviced' })
    const boxed = { ...common, id: at(45), title: 'Sixer, boxed', slug: slugAt('sixer-boxed') }
    const removed = { removed_at: now, removed_by: at(MODERATOR.id), removed_from: 'active' }
    const hidden = { status: 'withdrawn', hidden: true, hidden_before_removal: false }
    insert('listings', [{ ...boxed, ...removed, ...hidden }])
  },
  grow(place, numbers) {
    for (const i of numbers)
      offer(place, { id: grownId(i), title: `Listing ${i}`, slug: `listing-${i}` })
  },
}

const commonOf = ({ at, now }: Place) => ({
  description: 'As on the photos.',
  price_cents: 12500,
  quantity: 3,
  quantity_remaining: 1,
  condition_rating: 'good',
  country: 'DE',
  region: 'Berlin',
  city: 'Berlin',
  category_id: at(CATEGORY.id),
  seller_id: at(SELLER.id),
  created_at: now,
  expires_at: new Date(now.getTime() + 30 * DAY_MS),
})

/** A live listing, and what everybody got to know of it. */
function offer(place: Place, { id, ...named }: { id: number; title: string; slug: string }): void {
  const common = commonOf(place)
  place.insert('listings', [{ ...common, id, ...named, status: 'active' }])
  const { price_cents, category_id } = common
  const seller = memberAt(place, SELLER)
  place.emit('listing.created', { listing_id: id, ...named, price_cents, category_id, seller })
}
