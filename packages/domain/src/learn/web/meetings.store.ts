import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** So many are shown. */
const MOST_SHOWN = 10

/** The live sessions that complete an activity: those that are not over yet, then the others, the nearest first. */
export const listMeetings = ({ tx, tenantId }: Partition, activityId: number, now: Date) =>
  tx
    .selectFrom('learn_live_sessions')
    .select(['id', 'title', 'starts_at', 'ends_at', 'join_url', 'recording_url'])
    .where('tenant_id', '=', tenantId)
    .where('activity_id', '=', activityId)
    .where('cancelled_at', 'is', null)
    .orderBy(sql`ends_at <= ${now}`)
    .orderBy(sql`abs(extract(epoch from starts_at - ${now}::timestamptz))`)
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute()

/** A live session as learners see it. */
export type ShownMeeting = Awaited<ReturnType<typeof listMeetings>>[number]
