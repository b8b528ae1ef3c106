import { expect } from '@jest/globals'
import type { Platform, TestTenant } from './platform.ts'

/** An event as the feed shows it. */
export interface Shown {
  readonly id: string
  readonly type: string
  readonly created_at: string
  readonly data: Record<string, unknown>
}

/** A reader of a tenant's log with `order=asc`, who keeps the cursor. */
export interface Follower {
  /** Everything that was read so far, in the order in which it came. */
  readonly seen: Shown[]
  /** The cursor to go on with. */
  cursor(): string | undefined
  /** One page; answers its envelope. */
  next(): Promise<{ data: Shown[]; next_cursor: string; has_more: boolean; total_count: number }>
  /** Pages to the end of the log; answers what is new. */
  catchUp(): Promise<Shown[]>
}

/** Parameters of a feed; several values are several parameters of one name. */
export type FeedQuery = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** The path of a page of events. */
export function feed(query: FeedQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each) => [name, String(each)]),
  )
  return `/api/v1/events?${new URLSearchParams(pairs)}`
}

/** Follows as `query` says, from the beginning; every page is as the contract promises. */
export function follow(
  platform: Platform,
  { tenant, key, query = {} }: { tenant: TestTenant; key: string; query?: FeedQuery },
): Follower {
  const seen: Shown[] = []
  let cursor: string | undefined
  const follower: Follower = {
    seen,
    cursor: () => cursor,
    async next() {
      const { status, body } = await platform.call(feed({ order: 'asc', ...query, cursor }), {
        key,
        host: tenant.url,
      })
      expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
      expect(body.next_cursor).toMatch(/^cur_/)
      cursor = body.next_cursor
      seen.push(...body.data)
      return body
    },
    async catchUp() {
      const before = seen.length
      while ((await follower.next()).has_more);
      return seen.slice(before)
    },
  }
  return follower
}
