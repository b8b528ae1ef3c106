import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import { takenAs } from '../../kit/taken.ts'

/** Courses; those of shadow-banned members are in no list. */
export const courseList = listOf('learn_courses', {
  from: 'learn_courses as c',
  shown: sql`not hidden`,
  filters: {
    ...{ status: 'status', author_id: 'author_id' },
    ...{ category_id: 'category_id', external_id: 'external_id' },
  },
  counters: [
    ...(['status', 'author_id', 'category_id'] as const),
    ...([
      ['status', 'author_id'],
      ['status', 'category_id'],
    ] as const),
  ],
})

/** A course with its author's name. */
export type CourseRow = Omit<Selectable<Tables['learn_courses']>, 'title_key' | 'search_key'> & {
  username: string
}

const columns = [
  ...([
    'c.tenant_id',
    'c.id',
    'c.slug',
    'c.title',
    'c.subtitle',
    'c.summary',
    'c.language',
  ] as const),
  ...(['c.status', 'c.version_number', 'c.published_version', 'c.completion_rule'] as const),
  ...(['c.completion_min_score_pct', 'c.estimated_minutes', 'c.credit_hours'] as const),
  ...(['c.credit_kind', 'c.credit_expires_after_months', 'c.certificate_template_id'] as const),
  ...(['c.category_id', 'c.external_id', 'c.return_reason', 'c.author_id', 'c.hidden'] as const),
  ...(['c.module_count', 'c.lesson_count', 'c.activity_count'] as const),
  ...(['c.created_at', 'c.updated_at', 'c.published_at', 'c.archived_at'] as const),
] as const

const selectCourses = ({ tx, tenantId }: Partition, from = courseList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'c.author_id'),
    )
    .where('c.tenant_id', '=', tenantId)
    .select(columns)
    .select('u.username')

/** A course that a search has found, with its rank and the number of all that are found. */
export type FoundRow = CourseRow & { readonly rank: number; readonly total: number }

/** The courses of a part of a search, the best first. */
export const listFound = (ctx: Partition, part: unknown): Promise<FoundRow[]> =>
  selectCourses(ctx, part as typeof courseList.from)
    .select([sql<number>`c.rank`.as('rank'), sql<number>`c.total`.as('total')])
    .orderBy(sql`c.rank`, 'desc')
    .orderBy('c.id', 'desc')
    .execute()

export const listCourses = pagesOf(courseList, selectCourses)

export const findCourse = (ctx: Partition, id: number): Promise<CourseRow | undefined> =>
  selectCourses(ctx).where('c.id', '=', id).executeTakeFirst()

/** The course, locked until the transaction ends: whatever changes its parts locks it first. */
export const lockCourse = (ctx: Partition, id: number): Promise<CourseRow | undefined> =>
  selectCourses(ctx).where('c.id', '=', id).forNoKeyUpdate('c').executeTakeFirst()

/** The course, whose status stays as it is until the transaction ends; several may hold it at once. */
export const holdCourse = (ctx: Partition, id: number): Promise<CourseRow | undefined> =>
  selectCourses(ctx).where('c.id', '=', id).forShare('c').executeTakeFirst()

const taken = takenAs({ learn_courses_slug: 'slug', learn_courses_external: 'external_id' })

/** Inserts a course; `409 conflict` where another one has its slug or its external id. */
export const insertCourse = (
  { tx, tenantId }: Partition,
  course: Omit<Insertable<Tables['learn_courses']>, 'tenant_id'>,
) =>
  tx
    .insertInto('learn_courses')
    .values({ ...course, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(taken)

/** Changes a course; `409 conflict` where another one has its slug or its external id. */
export const updateCourse = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_courses']>,
) =>
  tx
    .updateTable('learn_courses')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
    .catch(taken)
