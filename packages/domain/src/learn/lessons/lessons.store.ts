import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** The lessons of a module; their total is counted on the index, for a module has few. */
export const lessonList = listOf('learn_lessons', {
  from: 'learn_lessons as l',
  shown: sql`deleted_at is null`,
  filters: { module_id: 'module_id' },
  order: { by: ['position', 'id'], direction: 'asc' },
})

export type LessonRow = Selectable<Tables['learn_lessons']>
/** A lesson as lists show it. */
export type ListedRow = Omit<LessonRow, 'content_markdown'>

const listed = [
  ...(['l.id', 'l.tenant_id', 'l.course_id', 'l.module_id', 'l.title', 'l.position'] as const),
  ...(['l.estimated_minutes', 'l.activity_count'] as const),
  ...(['l.created_at', 'l.updated_at', 'l.deleted_at'] as const),
] as const

const selectListed = ({ tx, tenantId }: Partition, from = lessonList.from) =>
  tx.selectFrom(from).where('l.tenant_id', '=', tenantId).select(listed)

export const listLessons = pagesOf(lessonList, selectListed)

export const findLesson = (ctx: Partition, id: number): Promise<LessonRow | undefined> =>
  selectListed(ctx)
    .select('l.content_markdown')
    .where('l.id', '=', id)
    .where('l.deleted_at', 'is', null)
    .executeTakeFirst()

export const insertLesson = (
  { tx, tenantId }: Partition,
  lesson: Omit<Insertable<Tables['learn_lessons']>, 'tenant_id' | 'position'> & {
    position: RawBuilder<number>
  },
) =>
  tx
    .insertInto('learn_lessons')
    .values({ ...lesson, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateLesson = (
  { tx, tenantId }: Partition,
  id: number,
  change: Omit<Updateable<Tables['learn_lessons']>, 'position'> & {
    position?: number | RawBuilder<number>
  },
) =>
  tx
    .updateTable('learn_lessons')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
