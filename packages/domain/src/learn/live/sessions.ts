import { actingMember, requireOwnerOrModerator, type Acting } from '../../core/acting-user.ts'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import type { Authoring } from '../courses/changes.ts'
import { findCourse } from '../courses/courses.store.ts'
import { calendarText, presentSession } from './presentation.ts'
import { rangeOf } from './ranges.rules.ts'
import { requireHost, requireMayChange, requireMeeting, timesOf } from './scheduling.ts'
import * as store from './sessions.store.ts'
import { statusOf } from './times.rules.ts'

export const listLiveSessions: Handler<'listLiveSessions'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listSessions(ctx, rangeOf(query, ctx.now), page)
  return closePage(page, found, (row) => presentSession(row, ctx.now))
}

export const scheduleLiveSession: Handler<'scheduleLiveSession'> = async (ctx, { body }) => {
  const by = await actingMember(ctx, 'actor_id', body.actor_id)
  const times = timesOf(body)
  const course = await findCourse(ctx, body.course_id)
  if (!course) throw noSuch('course_id')
  if (course.status === 'archived')
    throw invalidField('course_id', 'not_allowed', 'is a course that is archived')
  await requireOwnerOrModerator(ctx, 'actor_id', by, course.author_id)
  await requireHost(ctx, body.host_user_id)
  await requireMeeting(ctx, course.id, body.activity_id)
  const { id } = await store.insertSession(ctx, {
    ...{ ...times, course_id: course.id, title: body.title, description: body.description ?? '' },
    ...{ join_url: body.join_url, host_user_id: body.host_user_id },
    ...{ activity_id: body.activity_id ?? null },
    ...{ capacity: body.capacity ?? null, created_at: ctx.now, updated_at: ctx.now },
  })
  count(ctx, store.sessionList, 1, { course_id: course.id })
  const row = await loadSession(ctx, id)
  note(ctx, 'learn_live_session.scheduled', row, by, { after: told(row) })
  return { data: presentSession(row, ctx.now) }
}

export const getLiveSession: Handler<'getLiveSession'> = async (ctx, { path }) => ({
  data: presentSession(await loadSession(ctx, path.id), ctx.now),
})

export const updateLiveSession: Handler<'updateLiveSession'> = async (ctx, { path, body }) => {
  const { actor_id, starts_at, ends_at, duration_minutes, disambiguation, ...columns } = body
  const [by, row] = await change(ctx, path.id, actor_id)
  const sent = { starts_at, ends_at, duration_minutes, disambiguation, timezone: body.timezone }
  const times = timesOf(sent, row)
  if (columns.host_user_id !== undefined) await requireHost(ctx, columns.host_user_id)
  await requireMeeting(ctx, row.course_id, columns.activity_id)
  return save(ctx, row, by, 'learn_live_session.updated', { ...columns, ...times })
}

export const cancelLiveSession: Handler<'cancelLiveSession'> = async (ctx, { path, body }) => {
  const [by, row] = await change(ctx, path.id, body?.actor_id)
  if (statusOf(row, ctx.now) === 'ended') throw conflict('The session has ended.')
  const cancelled = { cancelled_at: ctx.now, cancel_reason: body?.reason ?? null }
  return save(ctx, row, by, 'learn_live_session.cancelled', cancelled)
}

export const attachLiveSessionRecording: Handler<'attachLiveSessionRecording'> = async (
  ctx,
  { path, body },
) => {
  const [by, row] = await change(ctx, path.id, body.actor_id)
  if (statusOf(row, ctx.now) === 'scheduled') throw conflict('The session has not begun.')
  return save(ctx, row, by, 'learn_live_session.recorded', {
    ...{ recording_url: body.recording_url, recorded_at: ctx.now },
    recording_seconds: body.duration_seconds ?? null,
  })
}

export const getLiveSessionCalendar: Handler<'getLiveSessionCalendar'> = async (ctx, { path }) =>
  calendarText([await loadSession(ctx, path.id)], ctx.origin)

/** A session that is not cancelled, locked, and the member who changes it. */
async function change(ctx: Authoring, id: number, actorId: number | undefined) {
  const by = await actingMember(ctx, 'actor_id', actorId)
  const row = await store.lockSession(ctx, id)
  if (!row) throw notFound()
  await requireMayChange(ctx, by, row)
  if (row.cancelled_at) throw conflict('The session is cancelled.')
  return [by, row] as const
}

/** Writes a change of a session, and raises the number by which calendars know the newest. */
async function save(
  ctx: AnyContext,
  row: store.SessionRow,
  by: Acting,
  action: `learn_live_session.${string}`,
  columns: Parameters<typeof store.updateSession>[2],
) {
  const raised = { sequence: row.sequence + 1, updated_at: ctx.now }
  await store.updateSession(ctx, row.id, { ...columns, ...raised })
  const changed = await loadSession(ctx, row.id)
  note(ctx, action, row, by, { before: told(row), after: told(changed) })
  return { data: presentSession(changed, ctx.now) }
}

/** The audit log says what was done to a session that somebody else holds. */
function note(
  ctx: AnyContext,
  action: `learn_live_session.${string}`,
  { id, host_user_id }: store.SessionRow,
  by: Acting,
  change: { readonly before?: object; readonly after: object },
): void {
  if (by.user.id === host_user_id) return
  audit(ctx, action, { kind: 'learn_live_session', id }, { ...change, actor: by.user })
}

const told = (row: store.SessionRow) => {
  const { course_id, title, starts_at, ends_at, host_user_id, cancel_reason, recording_url } = row
  return { course_id, title, starts_at, ends_at, host_user_id, cancel_reason, recording_url }
}

async function loadSession(ctx: AnyContext, id: number): Promise<store.SessionRow> {
  const row = await store.findSession(ctx, id)
  if (!row) throw notFound()
  return row
}
