import { transact, type Database } from '@mobieus/db'
import { calendarText } from '../live/presentation.ts'
import { listSessionsOf } from '../live/sessions.store.ts'
import { findFeedOf } from './feeds.store.ts'
import { hashOf } from './feeds.ts'

const [BACK_MS, MOST] = [90 * 24 * 60 * 60 * 1000, 500]

/** The calendar that a token opens in a partition; `undefined` where it opens none. */
export const readCalendar = (
  db: Database,
  tenantId: number,
  token: string,
  { origin, now }: { readonly origin: string; readonly now: Date },
): Promise<string | undefined> =>
  transact(db, tenantId, async ({ tx }) => {
    const ctx = { tx, tenantId }
    const feed = await findFeedOf(ctx, hashOf(token))
    if (!feed) return undefined
    const rows = await listSessionsOf(ctx, feed.user_id, new Date(now.getTime() - BACK_MS), MOST)
    return calendarText(rows, origin, feed.community)
  })
