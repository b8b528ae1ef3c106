import type { Request, Success } from '@mobieus/contract'
import { pause } from './backoff.ts'
import type { CallOptions } from './call.ts'
import type { Client } from './client.ts'

/**
 * The events to follow, and the place to go on from: `cursor` is the `next_cursor` of the last page.
 */
export type FollowQuery = Omit<Request<'listEvents'>['query'], 'order'>

/** A page of the log: here there is always a cursor to go on with. */
export type FollowedPage = Success<'listEvents'> & { readonly next_cursor: string }

/** The settings of following; the rest is as for one call. */
export interface FollowOptions extends CallOptions {
  /** Milliseconds between two questions at the end of the log; 5,000 when left out. */
  readonly everyMs?: number
}

/**
 * The event log, oldest first, page by page and without an end: at the tip it waits and asks again.
 * Keep `next_cursor` when a page is handled, with what the handling has written; whoever begins with
 * it again gets what is missing, each event once. A page may be empty when its cursor has moved past
 * events of other types. Ends when `signal` is aborted; rejects with an ApiError when a page fails,
 * after its retries.
 *
 * @example
 * for await (const page of follow(client, { type: ['user.joined'], cursor: await load() })) {
 *   for (const event of page.data) await greet(event.data.username)
 *   await save(page.next_cursor)
 * }
 */
export async function* follow(
  client: Client,
  query: FollowQuery = {},
  { everyMs = 5_000, ...options }: FollowOptions = {},
): AsyncGenerator<FollowedPage, void, undefined> {
  const { signal = new AbortController().signal } = options
  let cursor = query.cursor
  try {
    while (!signal.aborted) {
      const request = { query: { ...query, cursor, order: 'asc' } } as const
      const page = (await client.call('listEvents', request, options)) as FollowedPage
      const moved = page.next_cursor !== cursor
      cursor = page.next_cursor
      if (moved) yield page
      if (!page.has_more) await pause(everyMs, signal)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
