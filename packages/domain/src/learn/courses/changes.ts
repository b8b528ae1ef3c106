import { actingMember, requireOwnerOrModerator, type Acting } from '../../core/acting-user.ts'
import type { ByMember } from '../../kit/caller.ts'
import type { AnyContext } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import * as store from './courses.store.ts'

/** The request of a member who changes a course or its parts. */
export type Authoring = AnyContext & ByMember

/** A course, locked, and the member who changes it: its author, or a moderator who ranks above the author. */
export async function lockForAuthor(
  ctx: Authoring,
  id: number,
  actorId: number | undefined,
): Promise<readonly [store.CourseRow, Acting['user']]> {
  const actor = await actingMember(ctx, 'actor_id', actorId)
  const row = await store.lockCourse(ctx, id)
  if (!row) throw notFound()
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.author_id)
  return [row, actor.user]
}

/** A course that is archived keeps what it has, and is not edited. */
export function requireEditable({ status }: Pick<store.CourseRow, 'status'>): void {
  if (status === 'archived') throw conflict('The course is archived.')
}

/** The name of a change of a course in the audit log. */
type Done = 'updated' | 'published' | 'unpublished' | 'archived' | 'submitted' | 'returned'
type Change = Parameters<typeof store.updateCourse>[2]

/**
 * Writes a change of a course that is locked, and moves it between the counters. The audit log tells it where it is
 * another member's course. Answers the course as it is then.
 */
export async function changeCourse(
  ctx: Authoring,
  row: store.CourseRow,
  change: Change,
  by: Acting['user'],
  done: Done = 'updated',
): Promise<store.CourseRow> {
  await store.updateCourse(ctx, row.id, change)
  const after = { ...row, ...change } as store.CourseRow
  if (!row.hidden) count(ctx, store.courseList, -1, row)
  if (!after.hidden) count(ctx, store.courseList, 1, after)
  tellCourse(ctx, `learn_course.${done}`, row, after, by)
  return after
}

/** Tells in the audit log what was done to another member's course. */
function tellCourse(
  ctx: Authoring,
  action: `learn_course.${string}`,
  before: store.CourseRow,
  after: store.CourseRow,
  by: Acting['user'],
): void {
  if (by.id === before.author_id) return
  const target = { kind: 'learn_course', id: before.id }
  const changed = TOLD.filter((name) => before[name] !== after[name])
  const part = (row: store.CourseRow) =>
    Object.fromEntries(changed.map((name) => [name, row[name]]))
  audit(ctx, action, target, { before: part(before), after: part(after), actor: by })
}

const TOLD = [
  ...(['slug', 'title', 'status', 'language', 'author_id', 'version_number'] as const),
  ...(['category_id', 'external_id', 'return_reason'] as const),
] as const
