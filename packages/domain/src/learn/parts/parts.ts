import type { Acting } from '../../core/acting-user.ts'
import { conflict, noSuch, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { lockForAuthor, requireEditable, type Authoring } from '../courses/changes.ts'
import type { CourseRow } from '../courses/courses.store.ts'
import * as store from './parts.store.ts'
import type { PartKind } from './parts.store.ts'

/** A course that is edited, locked, and the member who edits it. */
export interface Edited {
  readonly course: CourseRow
  readonly by: Acting['user']
}

/** The course of a part, locked for its author: whatever changes parts of one course waits for each other. */
export async function lockEdited(
  ctx: Authoring,
  courseId: number,
  actorId: number | undefined,
): Promise<Edited> {
  const [course, by] = await lockForAuthor(ctx, courseId, actorId)
  requireEditable(course)
  return { course, by }
}

/** A part with its course locked; read again behind the lock, because it may have been deleted meanwhile. */
export async function lockPart<Row extends { readonly course_id: number }>(
  ctx: Authoring,
  find: (ctx: Authoring, id: number) => Promise<Row | undefined>,
  id: number,
  actorId: number | undefined,
): Promise<Edited & { readonly row: Row }> {
  const seen = await find(ctx, id)
  if (!seen) throw notFound()
  const edited = await lockEdited(ctx, seen.course_id, actorId)
  const row = await find(ctx, id)
  if (!row) throw notFound()
  return { ...edited, row }
}

/** `409 conflict` where there are as many as there may be. */
export function requireRoom(what: string, there: number, most: number): void {
  if (there >= most) throw conflict(`The ${what} are ${most} already.`)
}

/** Orders the parts below a row of a course that is locked: those that are asked for first, then the others. */
export async function orderParts(
  ctx: Authoring,
  { course, by }: Edited,
  kind: PartKind,
  parentId: number,
  asked: readonly number[],
) {
  const before = await store.listPartIds(ctx, kind, parentId)
  const unknown = asked.findIndex((id) => !before.includes(id))
  if (unknown >= 0) throw noSuch(`ids[${unknown}]`)
  const ids = [...asked, ...before.filter((id) => !asked.includes(id))]
  if (ids.join() === before.join()) return { data: { ids } }
  await store.setOrder(ctx, kind, parentId, ids)
  const change = { before: { ids: before }, after: { ids } }
  tellPart(ctx, { course, by }, `learn_${kind}.ordered`, ids[0] as number, change)
  return { data: { ids } }
}

/** Tells in the audit log what was done to a part of another member's course. */
export function tellPart(
  ctx: Authoring,
  { course, by }: Edited,
  action: `learn_${PartKind}.${'created' | 'updated' | 'deleted' | 'ordered'}`,
  id: number,
  change: { readonly before?: object; readonly after?: object } = {},
): void {
  if (by.id === course.author_id) return
  const kind = action.split('.')[0] as string
  audit(ctx, action, { kind, id }, { ...change, actor: by })
}
