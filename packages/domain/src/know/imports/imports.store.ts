import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** An import with the name of the member in whose name it is. */
export type ImportRow = Omit<Selectable<Tables['know_imports']>, 'tenant_id'> & {
  username: string | null
}

export const importList = listOf('know_imports', {
  from: 'know_imports as i',
  shown: sql`deleted_at is null`,
})

const selectImports = ({ tx, tenantId }: Partition, from = importList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'i.user_id'),
    )
    .where('i.tenant_id', '=', tenantId)
    .selectAll('i')
    .select('u.username')
    .$castTo<ImportRow>()

export const listImports = pagesOf(importList, selectImports)

export const findImport = (ctx: Partition, id: number): Promise<ImportRow | undefined> =>
  selectImports(ctx).where('i.id', '=', id).where('i.deleted_at', 'is', null).executeTakeFirst()

/** An import even where it is deleted, and only its zip and its results are to go. */
export const findKept = (ctx: Partition, id: number): Promise<ImportRow | undefined> =>
  selectImports(ctx).where('i.id', '=', id).executeTakeFirst()

/** An import that is shown, locked. */
export const lockImport = (ctx: Partition, id: number): Promise<ImportRow | undefined> =>
  selectImports(ctx)
    .where('i.id', '=', id)
    .where('i.deleted_at', 'is', null)
    .forUpdate('i')
    .executeTakeFirst()

/** Ends an import that is locked, and hides it. */
export const hideImport = ({ tx, tenantId }: Partition, id: number, now: Date): Promise<unknown> =>
  tx
    .updateTable('know_imports')
    .set({ deleted_at: now, finished_at: sql`coalesce(finished_at, ${now})` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** Whether an import is deleted; locked. */
export async function lockDeleted({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('know_imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the zip of an import is being read still; it is not deleted before the transaction has ended. */
export async function lockReading({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('know_imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .where('finished_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

/** The import that has not ended. */
export const findRunning = (ctx: Partition): Promise<ImportRow | undefined> =>
  selectImports(ctx).where('i.finished_at', 'is', null).executeTakeFirst()

/** Writes an import down; answers its id, or nothing while another one is under way. */
export async function insertImport(
  { tx, tenantId }: Partition,
  row: Omit<Insertable<Tables['know_imports']>, 'tenant_id'>,
): Promise<number | undefined> {
  const inserted = await tx
    .insertInto('know_imports')
    .values({ ...row, tenant_id: tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id']).where('finished_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** Begins to read the zip of an import, unless it has been read; answers how often that was begun. */
export async function beginReading(
  { tx, tenantId }: Partition,
  id: number,
): Promise<number | undefined> {
  const row = await tx
    .updateTable('know_imports')
    .set({ attempts: sql`attempts + 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .where('finished_at', 'is', null)
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts
}

/** Changes an import that has not ended; answers whether there is one. */
export async function updateImport(
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['know_imports']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('know_imports')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether an object in quarantine is a zip that is to be read. */
export async function isImportWaiting({ tx, tenantId }: Partition, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('know_imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('upload_key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** The import that ended first, if that was before a time; locked. Deleted ones are not asked for. */
export async function lockFinished(
  { tx, tenantId }: Partition,
  before: Date,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('know_imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('finished_at', '<=', before)
    .where('deleted_at', 'is', null)
    .orderBy('finished_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row?.id
}

export const deleteImport = ({ tx, tenantId }: Partition, id: number): Promise<unknown> =>
  tx.deleteFrom('know_imports').where('tenant_id', '=', tenantId).where('id', '=', id).execute()

/** When the import that ended first has ended. */
export const firstFinished = (tenantId: number) => sql`
  select finished_at from know_imports
  where tenant_id = ${tenantId} and finished_at is not null and deleted_at is null
  order by finished_at limit 1`
