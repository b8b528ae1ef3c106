import { Problem } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { openPage } from '../../kit/page.ts'
import { problem } from '../../kit/problem.ts'
import { together } from '../../kit/together.ts'
import { countOf, startOf, type Asked } from './paging.rules.ts'

type Listing = Pick<AnyContext, 'tenantId' | 'operationId' | 'secrets'>

/** The rows of a page: behind an id, or behind so many others, and how many. */
export interface Bounds {
  readonly after: number | undefined
  readonly offset: number
  readonly limit: number
}

export interface Counted<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** The rows of a list whose number is counted apart from them. */
export async function counted<Row>(
  total: Promise<number>,
  rows: false | Promise<readonly Row[]>,
): Promise<Counted<Row>> {
  const [all, found] = await together([total, rows || []])
  return { total: all, rows: found }
}

/** The rows that a page is cut from, in the order that was asked for or that of ids. */
export interface Found<Row, Shown> {
  readonly isOrdered: boolean
  /** The rows within the bounds, and how many there are in all; no rows where the limit is 0. */
  readonly find: (bounds: Bounds) => Promise<Counted<Row>>
  /** Reads what else is shown of the rows, or of as many of the first as a page can hold. */
  readonly fill: (rows: readonly Row[]) => Promise<readonly Shown[]>
}

/**
 * A page by index or, with a cursor, behind the resource that the page before ended with (RFC 9865). A page whose
 * index is not said tells the cursor of the next one as well. In another order than that of ids the cursor holds
 * how many came before.
 */
export async function findPage<Row extends { readonly id: number }, Shown>(
  ctx: Listing,
  asked: Asked,
  { isOrdered, find, fill }: Found<Row, Shown>,
) {
  const count = countOf(asked)
  const cursor = cursorOf(ctx, asked)
  const [after] = (cursor.after ?? []) as number[]
  const byIndex = after === undefined
  const offset = byIndex ? startOf(asked) - 1 : isOrdered ? after : 0
  const bounds = {
    offset,
    limit: count === 0 ? 0 : count + 1,
    after: byIndex || isOrdered ? undefined : after,
  }
  const { total, rows: found } = await find(bounds)
  const shown = await fill(found.slice(0, count))
  const last = found[shown.length - 1]
  const goesOn = found.length > shown.length && asked.startIndex === undefined && last
  return {
    shown,
    total,
    startIndex: byIndex ? startOf(asked) : undefined,
    nextCursor: goesOn ? cursor.seal([isOrdered ? offset + shown.length : last.id]) : undefined,
  }
}

/** The cursor as our pages have it: it belongs to its filter and its order. */
function cursorOf(ctx: Listing, { cursor, filter, sortBy, sortOrder }: Asked) {
  const asked = { ...(cursor && { cursor }), filter, sortBy, sortOrder }
  try {
    return openPage(ctx, asked)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { message, details = [] } = error
    throw problem('invalid_request', message, { details, facts: { scimType: 'invalidCursor' } })
  }
}
