/** The categories of listings that a new community starts with. */
export const startCategories = [
  { slug: 'electronics', name: 'Electronics' },
  { slug: 'games', name: 'Games' },
  { slug: 'parts', name: 'Parts' },
  { slug: 'books', name: 'Books' },
  { slug: 'collectibles', name: 'Collectibles' },
  { slug: 'other', name: 'Other' },
] as const
