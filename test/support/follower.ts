import { expect } from '@jest/globals'
import type { Platform, TestTenant } from './platform.ts'

/** An event as the feed shows it. */
export interface Shown {
  readonly id: string
  readonly type: string
  readonly created_at: string
  readonly data: Record<string, unknown>
}

/** Somebody who reads a tenant's log with `order=asc` and keeps the cursor. */
export interface Follower {
  /** Everything that was read so far, in the order in which it came. */
  readonly seen: Shown[]
  /** What to go on with. */
  cursor(): string | undefined
  /** One page; answers its envelope. */
  next(): Promise<{ data: Shown[]; next_cursor: string; has_more: boolean; total_count: number }>
  /** Pages to the end of the log; answers what is new. */
  catchUp(): Promise<Shown[]>
}

/** Follows as `query` says, from the beginning; every page is as the contract promises. */
export function follow(
  platform: Platform,
  { tenant, key, query = '' }: { tenant: TestTenant; key: string; query?: string },
): Follower {
  const seen: Shown[] = []
  let cursor: string | undefined
  const follower: Follower = {
    seen,
    cursor: () => cursor,
    async next() {
      const { status, body } = await platform.call(
        `/api/v1/events?order=asc${query}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
        { key, host: tenant.url },
      )
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
