import type { components } from '@mobieus/contract'
import { requireOwnerOrModerator, standingMember, type Acting } from '../../core/acting-user.ts'
import type { AnyContext } from '../../kit/context.ts'
import { invalidField, noSuch } from '../../kit/problem.ts'
import { isTimeZone } from '../../kit/time-zones.ts'
import { findActivity } from '../activities/activities.store.ts'
import type { SessionRow } from './sessions.store.ts'
import { readTime, type LocalTime, type Read } from './times.rules.ts'

type Sent = Pick<
  components['schemas']['LearnLiveSessionUpdate'],
  'starts_at' | 'ends_at' | 'duration_minutes' | 'timezone' | 'disambiguation'
>

const [MINUTE_MS, MOST_MINUTES] = [60_000, 10_080]
/** Calendars know years of four digits. */
const LAST = Date.UTC(9999, 11, 31)

/** The columns of when a session is. A field that is not sent stays; a new start keeps the duration. */
export function timesOf(sent: Sent, was?: SessionRow) {
  const timezone = sent.timezone ?? (was as SessionRow).timezone
  if (sent.timezone !== undefined && !isTimeZone(timezone))
    throw invalidField('timezone', 'time_zone', 'is not a time zone of the IANA database')
  const start =
    sent.starts_at === undefined
      ? {
          at: (was as SessionRow).starts_at,
          localTime: (was as SessionRow).local_time as LocalTime,
        }
      : timeOf('starts_at', sent.starts_at, timezone, sent)
  const ends_at = endOf(sent, start.at, timezone, was)
  const minutes = (ends_at.getTime() - start.at.getTime()) / MINUTE_MS
  if (minutes <= 0) throw invalidField('ends_at', 'not_after', 'is not after starts_at')
  if (minutes > MOST_MINUTES)
    throw invalidField(
      'ends_at',
      'too_late',
      `is more than ${MOST_MINUTES} minutes after starts_at`,
    )
  return { timezone, starts_at: start.at, ends_at, local_time: start.localTime }
}

function endOf(sent: Sent, startsAt: Date, timezone: string, was: SessionRow | undefined): Date {
  const { ends_at, duration_minutes } = sent
  if (ends_at !== undefined && duration_minutes !== undefined)
    throw invalidField(
      'ends_at',
      'not_allowed',
      'and duration_minutes say the same: send one of them',
    )
  if (ends_at !== undefined) return timeOf('ends_at', ends_at, timezone, sent).at
  if (duration_minutes !== undefined)
    return new Date(startsAt.getTime() + duration_minutes * MINUTE_MS)
  if (!was) throw invalidField('ends_at', 'required', 'or duration_minutes is required')
  return new Date(startsAt.getTime() + was.ends_at.getTime() - was.starts_at.getTime())
}

function timeOf(field: string, text: string, timezone: string, { disambiguation }: Sent): Read {
  const read = readTime(text, timezone, disambiguation)
  if (typeof read === 'string') throw invalidField(field, 'local_time', read)
  if (read.at.getTime() < 0 || read.at.getTime() > LAST)
    throw invalidField(field, 'local_time', 'is before 1970 or after 9999')
  return read
}

/** The member who holds a session: one who exists, and may write at this time. */
export async function requireHost(ctx: AnyContext, id: number): Promise<void> {
  await standingMember(ctx, 'host_user_id', id)
}

/** The activity that a session completes is a meeting of its course. */
export async function requireMeeting(
  ctx: AnyContext,
  courseId: number,
  id: number | null | undefined,
): Promise<void> {
  if (id === undefined || id === null) return
  const activity = await findActivity(ctx, id)
  if (activity?.course_id !== courseId) throw noSuch('activity_id')
  if (activity.kind !== 'live_session')
    throw invalidField('activity_id', 'not_allowed', 'is not of the kind live_session')
}

/** A session is changed by its host, by the author of its course, and by moderators above that author. */
export async function requireMayChange(
  ctx: AnyContext,
  actor: Acting,
  row: Pick<SessionRow, 'host_user_id' | 'course_author_id'>,
): Promise<void> {
  if (actor.user.id !== row.host_user_id)
    await requireOwnerOrModerator(ctx, 'actor_id', actor, row.course_author_id)
}
