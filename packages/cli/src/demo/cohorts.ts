import { randomBytes } from 'node:crypto'
import { count, emit, type SystemWriting } from '@mobieus/domain/kit'
import { enrollmentList, feedList, sessionList } from '@mobieus/domain/learn'
import type { Insert } from './cast.ts'

const [HOST, PIA, RETRO] = [9, 7, 312]
const COURSE = { id: 501, slug: 'repairing-a-console', title: 'Repairing a console' }
const DAY_MS = 24 * 60 * 60 * 1000

/** The cohort with seats, the live sessions and the calendar that the examples of Learn speak of. */
export async function insertCohort(
  ctx: SystemWriting,
  insert: Insert,
  moderator: { readonly id: number; readonly username: string },
): Promise<void> {
  await insertSeats(ctx, insert, moderator)
  await insertSessions(ctx, insert)
  const hash = `\\x${randomBytes(32).toString('hex')}`
  const feed = { id: 7301, user_id: RETRO, label: 'Desk', created_at: ctx.now }
  await insert('learn_calendar_feeds', [{ ...feed, token_hash: hash }])
  count(ctx, feedList, 1, feed)
}

async function insertSeats(
  ctx: SystemWriting,
  insert: Insert,
  user: { readonly id: number; readonly username: string },
) {
  const times = { created_at: ctx.now, updated_at: ctx.now }
  await insert('learn_cohorts', [
    {
      ...{ id: 6501, source: 'grant', name: 'Repairs, spring', name_key: 'repairs, spring' },
      ...{ course_id: COURSE.id, buyer_user_id: RETRO, seat_count: 20, seats_used: 1 },
      ...{ organization_name: 'Retro Repairs Ltd', source_reference: 'inv_2026_0007' },
      ...{ metadata: { order: 'A-16' }, version: 1, ...times },
      expires_at: new Date(ctx.now.getTime() + 365 * DAY_MS),
    },
  ])
  const enrollment = { id: 558, user_id: HOST, course_id: COURSE.id, status: 'active' }
  const progress = { progress_pct: 0, enrolled_at: ctx.now, cohort_id: 6501 }
  await insert('learn_enrollments', [{ ...enrollment, ...progress }])
  count(ctx, enrollmentList, 1, enrollment)
  emit(ctx, 'enrollment.created', {
    ...{ enrollment_id: 558, course_id: COURSE.id, course_slug: COURSE.slug, user },
    ...{ course_title: COURSE.title, cohort_id: 6501, expires_at: null },
  })
  const seat = { cohort_id: 6501, user_id: HOST, enrollment_id: 558, joined_at: ctx.now }
  await insert('learn_cohort_members', [seat])
  const email = 'ann@example.com'
  await insert('learn_cohort_invites', [
    {
      ...{ id: 6601, cohort_id: 6501, email, email_key: email, status: 'sent', attempts: 1 },
      ...{ created_at: ctx.now, sent_at: ctx.now },
    },
  ])
}

/** One of next week, and one of this week, with a member who is there and one visit that is over. */
async function insertSessions(ctx: SystemWriting, insert: Insert) {
  const at = (days: number, minutes = 0) =>
    new Date(ctx.now.getTime() + days * DAY_MS + minutes * 60_000)
  const about = {
    ...{ course_id: COURSE.id, title: 'Questions and answers', description: '' },
    ...{ timezone: 'Europe/Berlin', local_time: 'exact', host_user_id: HOST, capacity: 30 },
    ...{ sequence: 0, created_at: ctx.now, updated_at: ctx.now },
  }
  const [none, one] = [0, 1].map((n) => ({ present_count: n, attendee_count: n }))
  const rows = [
    { id: 7101, starts_at: at(7), ends_at: at(7, 60), ...none },
    { id: 7102, starts_at: ctx.now, ends_at: at(6), ...one },
  ]
  for (const row of rows) {
    const join_url = `https://meet.example.com/j/${row.id}`
    await insert('learn_live_sessions', [{ ...about, ...row, join_url }])
    count(ctx, sessionList, 1, { course_id: COURSE.id })
  }
  const visit = { session_id: 7102, joined_at: ctx.now }
  await insert('learn_live_visits', [
    { id: 7201, ...visit, user_id: PIA, left_at: ctx.now },
    { id: 7202, ...visit, user_id: RETRO, left_at: null },
  ])
}
