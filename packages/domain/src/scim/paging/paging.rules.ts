/** Resources of a page: unless it says otherwise, and at most. */
export const DEFAULT_COUNT = 100
export const MOST_COUNT = 200

/** A page as it is asked for, in the query or in the body of a search. */
export interface Asked {
  readonly filter?: string | undefined
  readonly sortBy?: string | undefined
  readonly sortOrder?: 'ascending' | 'descending' | undefined
  readonly startIndex?: number | undefined
  readonly count?: number | undefined
  readonly cursor?: string | undefined
}

/** How many resources a page has: what is out of bounds is put in bounds (RFC 7644, 3.4.2.4). */
export const countOf = ({ count = DEFAULT_COUNT }: Asked): number =>
  Math.max(0, Math.min(MOST_COUNT, Math.trunc(count)))

/** The place of the first resource of a page, from 1. */
export const startOf = ({ startIndex = 1 }: Asked): number =>
  Math.max(1, Math.min(Number.MAX_SAFE_INTEGER, Math.trunc(startIndex)))
