import type { Partition } from '../../kit/context.ts'

/** So many of the newest are shown. */
const MOST_SHOWN = 10

/** The live sessions that complete an activity, the newest first. */
export const listMeetings = ({ tx, tenantId }: Partition, activityId: number) =>
  tx
    .selectFrom('learn_live_sessions')
    .select(['id', 'title', 'starts_at', 'ends_at', 'join_url', 'recording_url'])
    .where('tenant_id', '=', tenantId)
    .where('activity_id', '=', activityId)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute()

/** A live session as learners see it. */
export type ShownMeeting = Awaited<ReturnType<typeof listMeetings>>[number]
