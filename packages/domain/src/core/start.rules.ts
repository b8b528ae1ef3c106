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
  { slug: 'documents', name: 'Documents' },
  { slug: 'images', name: 'Images' },
  { slug: 'software', name: 'Software' },
  { slug: 'other', name: 'Other' },
] as const
