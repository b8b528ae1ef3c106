import { findMember } from '../../core/users.store.ts'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { findActivity } from '../activities/activities.store.ts'
import { hasExpired } from '../progress/progress.rules.ts'
import { recordProgress } from '../progress/progress.ts'
import { lockHeld } from '../progress/progress.store.ts'
import { presentVisit } from './presentation.ts'
import { findSession, lockSession, type SessionRow } from './sessions.store.ts'
import * as store from './visits.store.ts'

const HOUR_MS = 60 * 60 * 1000

export const listLiveAttendance: Handler<'listLiveAttendance'> = async (ctx, { path, query }) => {
  // The cursor of one session is none of another's.
  const page = openPage(ctx, { ...query, ...path })
  if (!(await findSession(ctx, path.id))) throw notFound()
  const { user_id } = query
  const filter = { session_id: path.id, ...(user_id !== undefined && { user_id }) }
  return closePage(page, await store.listVisits(ctx, filter, page), presentVisit)
}

export const recordLiveAttendance: Handler<'recordLiveAttendance'> = async (
  ctx,
  { path, body },
) => {
  const row = await lockSession(ctx, path.id)
  if (!row) throw notFound()
  if (row.cancelled_at) throw conflict('The session is cancelled.')
  if (!(await findMember(ctx, body.user_id))) throw noSuch('user_id')
  const at = body.at === undefined ? ctx.now : new Date(body.at)
  if (at > ctx.now) throw invalidField('at', 'too_late', 'is in the future')
  const visit = { userId: body.user_id, at }
  const id = await (body.event === 'joined' ? join(ctx, row, visit) : leave(ctx, row, visit))
  return { data: presentVisit(await store.findVisit(ctx, id)) }
}

type Attending = Parameters<Handler<'recordLiveAttendance'>>[0]

/** Completes the activity of a session for a learner whose enrollment holds. */
async function complete(
  ctx: Attending,
  { activity_id: id, course_id }: SessionRow,
  userId: number,
): Promise<void> {
  const activity = id === null ? undefined : await findActivity(ctx, id)
  const enrollment = activity && (await lockHeld(ctx, userId, course_id))
  if (!enrollment || hasExpired(enrollment, ctx.now)) return
  const seconds = await store.secondsAttended(ctx, activity.id, userId)
  const attended = { state: 'completed', score_pct: null, seconds } as const
  await recordProgress(ctx, enrollment, activity.id, attended)
}

interface Visit {
  readonly userId: number
  readonly at: Date
}

async function join(ctx: Attending, row: SessionRow, { userId, at }: Visit): Promise<number> {
  const present = await store.findPresent(ctx, row.id, userId)
  if (present) return present.id
  if (at.getTime() < row.starts_at.getTime() - HOUR_MS)
    throw invalidField('at', 'too_early', 'is more than an hour before the session')
  if (at >= row.ends_at) throw invalidField('at', 'too_late', 'is after the session')
  if (userId !== row.host_user_id && !(await store.isEnrolled(ctx, row.course_id, userId)))
    throw invalidField('user_id', 'not_enrolled', 'is not enrolled in the course')
  if (row.capacity !== null && row.present_count >= row.capacity)
    throw conflict(`As many are present as there is room for: ${row.capacity}.`)
  const isNew = !(await store.hasVisited(ctx, row.id, userId))
  const visit = { session_id: row.id, user_id: userId, joined_at: at }
  const { id } = await store.insertVisit(ctx, visit)
  await store.countVisits(ctx, row.id, { present: 1, attendees: isNew ? 1 : 0 })
  await complete(ctx, row, userId)
  return id
}

async function leave(ctx: Attending, row: SessionRow, { userId, at }: Visit): Promise<number> {
  const present = await store.findPresent(ctx, row.id, userId)
  if (!present) throw conflict('The member is not present.')
  if (at < present.joined_at) throw invalidField('at', 'too_early', 'is before the member joined')
  await store.endVisit(ctx, present.id, at)
  await store.countVisits(ctx, row.id, { present: -1, attendees: 0 })
  await complete(ctx, row, userId)
  return present.id
}
