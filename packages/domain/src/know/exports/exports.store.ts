import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { counterValue } from '../../kit/count.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { FiledPage } from '../files/front-matter.rules.ts'
import { pageList } from '../pages/pages.store.ts'

/** An export with the name of the member who asked for it. */
export type ExportRow = Omit<Selectable<Tables['know_exports']>, 'tenant_id'> & {
  username: string | null
}

export const exportList = listOf('know_exports', {
  from: 'know_exports as x',
  shown: sql`deleted_at is null`,
})

const selectExports = ({ tx, tenantId }: Partition, from = exportList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'x.user_id'),
    )
    .where('x.tenant_id', '=', tenantId)
    .selectAll('x')
    .select('u.username')
    .$castTo<ExportRow>()

export const listExports = pagesOf(exportList, selectExports)

export const findExport = (ctx: Partition, id: number): Promise<ExportRow | undefined> =>
  selectExports(ctx).where('x.id', '=', id).where('x.deleted_at', 'is', null).executeTakeFirst()

/** An export even where it is deleted, and only its bytes are to go. */
export const findKept = (ctx: Partition, id: number): Promise<ExportRow | undefined> =>
  selectExports(ctx).where('x.id', '=', id).executeTakeFirst()

/** An export that is shown, locked. */
export const lockExport = (ctx: Partition, id: number): Promise<ExportRow | undefined> =>
  selectExports(ctx)
    .where('x.id', '=', id)
    .where('x.deleted_at', 'is', null)
    .forUpdate('x')
    .executeTakeFirst()

/** Ends an export that is locked, and hides it. */
export const hideExport = ({ tx, tenantId }: Partition, id: number, now: Date): Promise<unknown> =>
  tx
    .updateTable('know_exports')
    .set({ deleted_at: now, finished_at: sql`coalesce(finished_at, ${now})` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** The export that has not ended. */
export const findRunning = (ctx: Partition): Promise<ExportRow | undefined> =>
  selectExports(ctx).where('x.finished_at', 'is', null).executeTakeFirst()

/** Writes an export down, with the number of pages that there are; answers its id, or nothing while one is made. */
export async function insertExport(
  { tx, tenantId }: Partition,
  userId: number,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into know_exports (tenant_id, user_id, total, created_at)
    values (${tenantId}, ${userId}, ${counterValue(tenantId, pageList.name)}, ${now})
    on conflict (tenant_id) where finished_at is null do nothing
    returning id`.execute(tx)
  return rows[0]?.id
}

/** Begins an export that has not ended, anew where that was done before; answers it with the number of the attempt. */
export async function beginExport(
  { tx, tenantId }: Partition,
  id: number,
): Promise<Pick<ExportRow, 'id' | 'attempts' | 'sha256'> | undefined> {
  return tx
    .updateTable('know_exports')
    .set({ attempts: sql`attempts + 1`, done: 0 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning(['id', 'attempts', 'sha256'])
    .executeTakeFirst()
}

interface Change {
  readonly done?: number
  readonly total?: number
  readonly size_bytes?: number
  readonly sha256?: string
  readonly error_code?: string
  readonly finished_at?: Date
}

/** Changes an export that has not ended; `false` where another attempt has begun by now, or has ended it. */
export async function updateExport(
  { tx, tenantId }: Partition,
  { id, attempts }: Pick<ExportRow, 'id' | 'attempts'>,
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('know_exports')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes an export; answers whether it was there, and shown. */
export async function deleteExport({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('know_exports')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning('deleted_at')
    .executeTakeFirst()
  return row?.deleted_at === null
}

/** The pages behind an id as their files tell them, at most so many. */
export async function listFiled(
  { tx, tenantId }: Partition,
  after: number,
  limit: number,
): Promise<(FiledPage & { readonly id: number })[]> {
  const rows = await tx
    .selectFrom('know_pages as p')
    .innerJoin('know_revisions as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'p.current_revision_id'),
    )
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'p.author_id'),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.status', '=', sql.lit('published'))
    .where('p.hidden', '=', sql.lit(false))
    .where('p.id', '>', after)
    .orderBy('p.id')
    .limit(limit)
    .select(['p.id', 'p.title', 'p.slug', 'p.tags', 'p.created_at', 'p.updated_at'])
    .select(['r.id as revision_id', 'r.content_markdown'])
    .select(({ fn, val }) => fn.coalesce('u.username', val('system')).as('author'))
    .select(
      sql<string[]>`array(select s.slug from know_slugs s where s.tenant_id = ${tenantId}
        and s.page_id = p.id and not s.is_current order by s.slug)`.as('former_slugs'),
    )
    .execute()
  return rows
}
