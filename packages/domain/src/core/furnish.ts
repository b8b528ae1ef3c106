import type { Furnishing } from '../kit/surface.ts'
import { insertAreas } from './files.store.ts'
import { insertCategories } from './listings.store.ts'
import { insertForum } from './places.store.ts'

/** The categories of listings that a new community starts with. */
const categories = [
  { slug: 'electronics', name: 'Electronics' },
  { slug: 'games', name: 'Games' },
  { slug: 'parts', name: 'Parts' },
  { slug: 'books', name: 'Books' },
  { slug: 'collectibles', name: 'Collectibles' },
  { slug: 'other', name: 'Other' },
] as const

/** The areas for files that a new community starts with. */
const areas = [
  { slug: 'documents', name: 'Documents', programs_allowed: false },
  { slug: 'images', name: 'Images', programs_allowed: false },
  { slug: 'software', name: 'Software', programs_allowed: true },
  { slug: 'other', name: 'Other', programs_allowed: true },
] as const

/** A first forum, categories and areas. */
export async function furnish(ctx: Furnishing): Promise<void> {
  await Promise.all([
    insertForum(ctx, { slug: 'general', name: 'General' }),
    insertCategories(ctx, categories),
    insertAreas(ctx, areas),
  ])
}
