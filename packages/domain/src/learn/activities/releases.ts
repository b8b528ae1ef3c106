import { conflict, invalidField, noSuch } from '../../kit/problem.ts'
import type { Authoring } from '../courses/changes.ts'
import { circleOf } from './activities.rules.ts'
import * as store from './activities.store.ts'

/** `422` unless an activity can wait for another of its course, which does not wait for it in turn. */
export async function requireNoCircle(
  ctx: Authoring,
  courseId: number,
  activity: { readonly id: number; readonly title: string },
  waitsFor: number | null,
): Promise<void> {
  if (waitsFor === null) return
  const rows = await store.listReleases(ctx, courseId)
  if (!rows.some(({ id }) => id === waitsFor)) throw noSuch('release_activity_id')
  const circle = circleOf(rows, activity, waitsFor)
  if (circle)
    throw invalidField('release_activity_id', 'circle', `makes a circle: ${circle.join(' → ')}`)
}

/** `409 conflict` where an activity elsewhere waits for one that is about to be deleted. */
export async function requireReleaseKept(
  ctx: Authoring,
  column: 'id' | 'lesson_id',
  values: readonly number[],
): Promise<void> {
  const waiting = await store.findWaiting(ctx, column, values)
  if (waiting) throw conflict(`The activity “${waiting.title}” (${waiting.id}) waits for it.`)
}
