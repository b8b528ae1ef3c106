import type { operations, OperationId, Success } from '@mobieus/contract'
import type { CallOptions, CallRequest } from './call.ts'
import type { Client } from './client.ts'

/** The operations that answer a page of rows. */
export type ListId = {
  [Id in OperationId]: (typeof operations)[Id]['list'] extends true ? Id : never
}[OperationId]

/** One row of a list. */
export type Row<Id extends ListId> =
  Success<Id> extends { readonly data: readonly (infer R)[] } ? R : never

/** A list, fetched page by page as it is read; reading it again fetches it again. */
export interface Pages<Id extends ListId> extends AsyncIterable<Row<Id>> {
  /** The answers themselves, with `total_count` and `next_cursor`. */
  pages(): AsyncGenerator<Success<Id>, void, undefined>
}

interface Page<T> {
  readonly data: readonly T[]
  readonly next_cursor?: string | null
  readonly has_more?: boolean
}

/**
 * Every row of a list, in the list's order, from `query.cursor` (or the start) to the end. Rows
 * inserted meanwhile never make another row appear twice or not at all. `query.limit` is the size
 * of a page, not of the whole. Rejects with an ApiError when a page fails, after its retries.
 *
 * @example
 * for await (const post of paginate(client, 'listPosts', { query: { limit: 100 } })) …
 * for await (const page of paginate(client, 'listPosts').pages()) console.log(page.total_count)
 */
export function paginate<Id extends ListId>(
  client: Client,
  id: Id,
  request: CallRequest<Id> = {} as CallRequest<Id>,
  options: CallOptions = {},
): Pages<Id> {
  const call = client.call as unknown as (
    id: ListId,
    request: object,
    options: CallOptions,
  ) => Promise<Page<Row<Id>>>

  async function* pages(): AsyncGenerator<Page<Row<Id>>, void, undefined> {
    let query = request.query as { cursor?: string } | undefined
    for (;;) {
      const page = await call(id, { ...request, query }, options)
      yield page
      // A log read in ascending order has a cursor even at its tip, where nothing follows.
      if (!page.next_cursor || page.has_more === false) return
      query = { ...query, cursor: page.next_cursor }
    }
  }

  return {
    pages: pages as unknown as Pages<Id>['pages'],
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.data
    },
  }
}
