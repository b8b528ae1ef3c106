import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** The parts of courses: each has a table, and is one of several below a row of another. */
export const PARTS = {
  module: { table: 'learn_modules', parent: 'course_id' },
  lesson: { table: 'learn_lessons', parent: 'module_id' },
  activity: { table: 'learn_activities', parent: 'lesson_id' },
} as const

export type PartKind = keyof typeof PARTS

const tableOf = (kind: PartKind) => sql.table(PARTS[kind].table)
const parentOf = (kind: PartKind) => sql.ref(PARTS[kind].parent)

/** The parts below one row, in their order. */
export async function listPartIds(
  { tx, tenantId }: Partition,
  kind: PartKind,
  parentId: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from ${tableOf(kind)}
    where tenant_id = ${tenantId} and ${parentOf(kind)} = ${parentId} and deleted_at is null
    order by position, id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A place behind all that there were below a row, so that nobody who pages through them misses one. */
export const lastPlace = ({ tenantId }: Partition, kind: PartKind, parentId: number) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from ${tableOf(kind)}
    where tenant_id = ${tenantId} and ${parentOf(kind)} = ${parentId} and deleted_at is null)`

/** Gives parts the places behind the last one, in the order of their ids. */
export const setOrder = (
  ctx: Partition,
  kind: PartKind,
  parentId: number,
  ids: readonly number[],
) =>
  sql`update ${tableOf(kind)} p set position = l.last + n.place
    from unnest(${ids}::bigint[]) with ordinality as n (id, place),
      (select ${lastPlace(ctx, kind, parentId)} - 1 as last) l
    where p.tenant_id = ${ctx.tenantId} and p.id = n.id`.execute(ctx.tx)

/** Marks parts that have this value in a column as deleted; answers how many. */
export async function markDeleted(
  { tx, tenantId }: Partition,
  kind: PartKind,
  column: 'id' | 'module_id' | 'lesson_id',
  values: readonly number[],
  now: Date,
): Promise<number> {
  if (values.length === 0) return 0
  const { rows } = await sql`
    update ${tableOf(kind)} set deleted_at = ${now}
    where tenant_id = ${tenantId} and ${sql.ref(column)} = any(${values}::bigint[])
      and deleted_at is null returning 1`.execute(tx)
  return rows.length
}

/** Writes how many parts a course has, as its locked rows say. */
export const countParts = ({ tx, tenantId }: Partition, courseId: number, now: Date) =>
  sql`update learn_courses set updated_at = ${now},
    module_count = (select count(*) from learn_modules
      where tenant_id = ${tenantId} and course_id = ${courseId} and deleted_at is null),
    lesson_count = (select count(*) from learn_lessons
      where tenant_id = ${tenantId} and course_id = ${courseId} and deleted_at is null),
    activity_count = (select count(*) from learn_activities
      where tenant_id = ${tenantId} and course_id = ${courseId} and deleted_at is null)
    where tenant_id = ${tenantId} and id = ${courseId}`.execute(tx)

/** Writes how many parts are below each of these rows. */
export const countBelow = (
  { tx, tenantId }: Partition,
  kind: 'lesson' | 'activity',
  parentIds: readonly number[],
) => {
  const above = kind === 'lesson' ? PARTS.module : PARTS.lesson
  return sql`update ${sql.table(above.table)} p set ${sql.ref(`${kind}_count`)} = (
      select count(*) from ${tableOf(kind)} c
      where c.tenant_id = ${tenantId} and c.${parentOf(kind)} = p.id and c.deleted_at is null)
    where p.tenant_id = ${tenantId} and p.id = any(${parentIds}::bigint[])`.execute(tx)
}
