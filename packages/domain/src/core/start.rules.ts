/** The categories of listings that a new community starts with. */
export const startCategories = [
  { slug: 'electronics', name: 'Electronics' },
  { slug: 'games', name: 'Games' },
  { slug: 'parts', name: 'Parts' },
  { slug: 'books', name: 'Books' },
  { slug: 'collectibles', name: 'Collectibles' },
  { slug: 'other', name: 'Other' },
] as const

/** The areas for files that a new community starts with. */
export const startAreas = [
  { slug: 'documents', name: 'Documents', programs_allowed: false },
  { slug: 'images', name: 'Images', programs_allowed: false },
  { slug: 'software', name: 'Software', programs_allowed: true },
  { slug: 'other', name: 'Other', programs_allowed: true },
] as const
