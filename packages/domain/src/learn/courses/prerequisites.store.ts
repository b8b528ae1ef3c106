import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** A course that another one asks for. */
export interface RequiredRow {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly status: string
}

const selectRequired = ({ tx, tenantId }: Partition, courseId: number) =>
  tx
    .selectFrom('learn_course_prerequisites as p')
    .innerJoin('learn_courses as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'p.required_course_id'),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.course_id', '=', courseId)
    .select(['c.id', 'c.slug', 'c.title', 'c.status'])
    .orderBy('c.id')

/** The courses that a course asks for. */
export const listRequired = (ctx: Partition, courseId: number): Promise<RequiredRow[]> =>
  selectRequired(ctx, courseId).execute()

/** Those of them that a member has not completed; an archived one asks for nothing any more. */
export const listMissing = (
  ctx: Partition,
  courseId: number,
  userId: number,
): Promise<RequiredRow[]> =>
  selectRequired(ctx, courseId)
    .where('c.status', '<>', 'archived')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('learn_enrollments as e')
            .select('e.id')
            .where('e.tenant_id', '=', ctx.tenantId)
            .where('e.user_id', '=', userId)
            .whereRef('e.course_id', '=', 'c.id')
            .where('e.status', '=', 'completed'),
        ),
      ),
    )
    .execute()

/** The courses that each of these asks for. */
export const listAsked = ({ tx, tenantId }: Partition, courseIds: readonly number[]) =>
  tx
    .selectFrom('learn_course_prerequisites')
    .select(['course_id', 'required_course_id'])
    .where('tenant_id', '=', tenantId)
    .where('course_id', '=', sql<number>`any(${courseIds}::bigint[])`)
    .execute()

/** The slugs of courses by their ids. */
export async function findSlugs(
  { tx, tenantId }: Partition,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom('learn_courses')
    .select(['id', 'slug'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}

/** Waits for others who change prerequisites of the tenant, until they have ended. */
export const lockPrerequisites = ({ tx, tenantId }: Partition) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`learn prerequisites ${tenantId}`}, 0))`.execute(
    tx,
  )

export async function replaceRequired(
  { tx, tenantId }: Partition,
  courseId: number,
  required: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('learn_course_prerequisites')
    .where('tenant_id', '=', tenantId)
    .where('course_id', '=', courseId)
    .execute()
  if (required.length === 0) return
  const row = { tenant_id: tenantId, course_id: courseId }
  await tx
    .insertInto('learn_course_prerequisites')
    .values(required.map((required_course_id) => ({ ...row, required_course_id })))
    .execute()
}
