import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

const columns = [
  'id',
  'slug',
  'title',
  'body_md',
  'queue_id',
  'is_active',
  'sort_order',
  'use_count',
] as const

export type CannedRow = Pick<Selectable<Tables['help_canned_responses']>, (typeof columns)[number]>

export const cannedList = listOf('help_canned_responses', {
  from: 'help_canned_responses',
  filters: { is_active: 'is_active', queue_id: 'queue_id' },
  counters: ['is_active', 'queue_id', ['is_active', 'queue_id']],
  order: { by: ['sort_order', 'id'], direction: 'asc' },
})

const selectCanned = ({ tx, tenantId }: Partition, from = cannedList.from) =>
  tx.selectFrom(from).select(columns).where('tenant_id', '=', tenantId)

export const listCanned = pagesOf(cannedList, selectCanned)

export const findCanned = (ctx: Partition, id: number): Promise<CannedRow | undefined> =>
  selectCanned(ctx).where('id', '=', id).executeTakeFirst()

/** The canned response, locked until the transaction ends. */
export const lockCanned = (ctx: Partition, id: number): Promise<CannedRow | undefined> =>
  selectCanned(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

export const insertCanned = (
  { tx, tenantId }: Partition,
  canned: Omit<Insertable<Tables['help_canned_responses']>, 'tenant_id'>,
): Promise<CannedRow> =>
  tx
    .insertInto('help_canned_responses')
    .values({ ...canned, tenant_id: tenantId })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const updateCanned = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['help_canned_responses']>,
): Promise<CannedRow> =>
  tx
    .updateTable('help_canned_responses')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Counts a use of the canned response when the transaction ends, so that its row is locked for a moment alone. */
export const deferUse = (ctx: Writing, id: number): void =>
  defer(
    ctx,
    ctx.tx
      .updateTable('help_canned_responses')
      .set(({ ref }) => ({ use_count: sql`${ref('use_count')} + 1` }))
      .where('tenant_id', '=', ctx.tenantId)
      .where('id', '=', id),
  )

/** Deletes the canned response; answers it as it was. */
export const deleteCanned = (
  { tx, tenantId }: Partition,
  id: number,
): Promise<CannedRow | undefined> =>
  tx
    .deleteFrom('help_canned_responses')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
