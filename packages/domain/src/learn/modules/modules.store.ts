import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** The modules of a course; their total is counted on the index, for a course has few. */
export const moduleList = listOf('learn_modules', {
  from: 'learn_modules as m',
  shown: sql`deleted_at is null`,
  filters: { course_id: 'course_id' },
  order: { by: ['position', 'id'], direction: 'asc' },
})

export type ModuleRow = Selectable<Tables['learn_modules']>

const selectModules = ({ tx, tenantId }: Partition, from = moduleList.from) =>
  tx.selectFrom(from).where('m.tenant_id', '=', tenantId).selectAll('m')

export const listModules = pagesOf(moduleList, selectModules)

export const findModule = (ctx: Partition, id: number): Promise<ModuleRow | undefined> =>
  selectModules(ctx).where('m.id', '=', id).where('m.deleted_at', 'is', null).executeTakeFirst()

export const insertModule = (
  { tx, tenantId }: Partition,
  module: Omit<Insertable<Tables['learn_modules']>, 'tenant_id' | 'position'> & {
    position: RawBuilder<number>
  },
) =>
  tx
    .insertInto('learn_modules')
    .values({ ...module, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateModule = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_modules']>,
) =>
  tx
    .updateTable('learn_modules')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
