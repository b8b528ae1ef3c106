import type { components } from '@mobieus/contract'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { calendarOf, type CalendarEvent } from './calendar.rules.ts'
import type { SessionRow } from './sessions.store.ts'
import { localOf, statusOf, type LocalTime } from './times.rules.ts'
import type { VisitRow } from './visits.store.ts'

const [SECOND_MS, MINUTE_MS] = [1_000, 60_000]

/** A session as it is at a time. */
export const presentSession = (
  row: SessionRow,
  now: Date,
): components['schemas']['LearnLiveSession'] => ({
  ...{ id: row.id, course_id: row.course_id, activity_id: row.activity_id },
  ...{ title: row.title, description: row.description },
  status: statusOf(row, now),
  starts_at: timestamp(row.starts_at),
  ends_at: timestamp(row.ends_at),
  duration_minutes: (row.ends_at.getTime() - row.starts_at.getTime()) / MINUTE_MS,
  timezone: row.timezone,
  starts_local: localOf(row.starts_at, row.timezone),
  ends_local: localOf(row.ends_at, row.timezone),
  local_time: row.local_time as LocalTime,
  join_url: row.join_url,
  host: { id: row.host_user_id, username: row.host_name },
  ...{ capacity: row.capacity, present_count: row.present_count },
  attendee_count: row.attendee_count,
  recording_url: row.recording_url,
  recording_duration_seconds: row.recording_seconds,
  recorded_at: nullableTimestamp(row.recorded_at),
  cancel_reason: row.cancel_reason,
  cancelled_at: nullableTimestamp(row.cancelled_at),
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})

export const presentVisit = (row: VisitRow): components['schemas']['LearnLiveVisit'] => ({
  id: row.id,
  user: { id: row.user_id, username: row.username },
  joined_at: timestamp(row.joined_at),
  left_at: nullableTimestamp(row.left_at),
  seconds: row.left_at && Math.floor((row.left_at.getTime() - row.joined_at.getTime()) / SECOND_MS),
})

/** Sessions as iCalendar, with ids of the host that they are asked of. */
export const calendarText = (
  rows: readonly SessionRow[],
  origin: string,
  name?: string,
): string => {
  const { hostname } = new URL(origin)
  return calendarOf(
    rows.map((row) => eventOf(row, hostname)),
    name,
  )
}

const eventOf = (row: SessionRow, hostname: string): CalendarEvent => ({
  uid: `live-session-${row.id}@${hostname}`,
  ...{ title: row.title, description: row.description, category: row.course_title },
  ...{ url: row.join_url, startsAt: row.starts_at, endsAt: row.ends_at },
  ...{ sequence: row.sequence, isCancelled: row.cancelled_at !== null },
  ...{ createdAt: row.created_at, updatedAt: row.updated_at },
})
