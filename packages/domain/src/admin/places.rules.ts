import { conflict } from '../kit/problem.ts'

/** All of `before`: those asked for first, then the rest as they were. */
export function inOrder(before: readonly number[], asked: readonly number[]): number[] {
  const first = new Set(asked)
  return [...asked, ...before.filter((id) => !first.has(id))]
}

const UNIQUE_VIOLATION = '23505'
const SLUGS = new Set(['forums_slug', 'listing_categories_slug', 'file_areas_slug'])

/** Translates the one database error that a new place may meet. */
export function rejectTakenSlug(error: { code?: string; constraint?: string }): never {
  if (error.code === UNIQUE_VIOLATION && SLUGS.has(error.constraint ?? ''))
    throw conflict('The slug is taken.', 'slug')
  throw error
}
