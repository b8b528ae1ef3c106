import type { Part } from '../part.ts'
import { growPlaces, putPlaces } from './places.ts'

export const CATEGORY = { id: 6, slug: 'consoles' }

/** The category of the listings, another one, and one that is archived. */
export const part: Part = {
  ids: { 'listing-categories': CATEGORY.id, unarchiveListingCategory: 8 },
  furnish: (place) =>
    putPlaces(place, 'listing_categories', [
      { ...CATEGORY, name: 'Consoles' },
      { id: 9, slug: 'magazines', name: 'Magazines' },
      { id: 8, slug: 'raffles', name: 'Raffles', archived: true },
    ]),
  grow: (place, numbers) => growPlaces(place, 'listing_categories', numbers),
}
