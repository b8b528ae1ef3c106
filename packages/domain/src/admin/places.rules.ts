import { takenAs } from '../kit/taken.ts'

/** All of `before`: those asked for first, then the rest as they were. */
export function inOrder(before: readonly number[], asked: readonly number[]): number[] {
  const first = new Set(asked)
  return [...asked, ...before.filter((id) => !first.has(id))]
}

/** A new place meets one of its slug. */
export const rejectTakenSlug = takenAs({
  forums_slug: 'slug',
  listing_categories_slug: 'slug',
  file_areas_slug: 'slug',
})
