import type { components } from '@mobieus/contract'
import { actingUser } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { findActivity } from '../activities/activities.store.ts'
import { findEnrollment } from '../enrollments/enrollments.store.ts'
import { lockLearning, recordProgress, requireReleased } from './progress.ts'
import { isReleased } from './progress.rules.ts'
import * as store from './progress.store.ts'

type Item = components['schemas']['LearnProgress']
type ShownActivity = Awaited<ReturnType<typeof store.listCourseActivities>>['rows'][number]

export const listEnrollmentProgress: Handler<'listEnrollmentProgress'> = async (
  ctx,
  { path, query },
) => {
  const page = openPage(ctx, { ...query, ...path })
  const enrollment = await findEnrollment(ctx, path.id)
  if (!enrollment) throw notFound()
  const { course_id } = enrollment
  const found = await store.listCourseActivities(ctx, { course_id }, page)
  const ids = found.rows.flatMap(({ id, release_activity_id: other }) =>
    other === null ? [id] : [id, other],
  )
  const progress = await store.findProgress(ctx, enrollment.id, ids)
  return closePage(page, found, (row) => presentItem(enrollment.id, row, progress, ctx.now))
}

/** The kinds that a member completes by saying so. */
const TOLD: readonly string[] = ['page', 'link']

export const completeActivity: Handler<'completeActivity'> = async (ctx, { path, body }) => {
  const user = await actingUser(ctx, 'actor_id', body?.actor_id)
  const activity = await findActivity(ctx, path.id)
  if (!activity) throw notFound()
  if (!TOLD.includes(activity.kind)) throw conflict('It is completed by what is done in it.')
  const enrollment = await lockLearning(ctx, user.id, activity.course_id)
  await requireReleased(ctx, enrollment, activity)
  const progress = await recordProgress(ctx, enrollment, activity.id, {
    ...{ state: 'completed', score_pct: null, seconds: body?.seconds ?? 0 },
  })
  const open = { ...activity, release_rule_kind: 'open' }
  return { data: presentItem(enrollment.id, open, new Map([[activity.id, progress]]), ctx.now) }
}

function presentItem(
  enrollment_id: number,
  row: ShownActivity,
  progress: ReadonlyMap<number, store.ProgressRow>,
  now: Date,
): Item {
  const its = progress.get(row.id)
  return {
    enrollment_id,
    activity_id: row.id,
    lesson_id: row.lesson_id,
    kind: row.kind as Item['kind'],
    title: row.title,
    is_required: row.is_required,
    state: (its?.state ?? 'not_started') as Item['state'],
    score_pct: its?.score_pct ?? null,
    seconds: its?.seconds ?? 0,
    started_at: nullableTimestamp(its?.started_at ?? null),
    completed_at: nullableTimestamp(its?.completed_at ?? null),
    release: presentRelease(row, progress.get(row.release_activity_id ?? 0), now),
  }
}

function presentRelease(
  row: ShownActivity,
  asked: store.ProgressRow | undefined,
  now: Date,
): Item['release'] {
  if (isReleased(row, asked, now))
    return {
      is_open: true,
      waits_for: null,
      after_at: null,
      activity_id: null,
      min_score_pct: null,
    }
  return {
    is_open: false,
    waits_for: row.release_rule_kind as Item['release']['waits_for'],
    after_at: nullableTimestamp(row.release_after_at),
    activity_id: row.release_activity_id,
    min_score_pct: row.release_min_score_pct,
  }
}
