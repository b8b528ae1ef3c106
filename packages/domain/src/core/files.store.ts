import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

/** Files that are approved and not hidden. */
export const fileList = listOf('files', {
  from: 'files as f',
  shown: sql`status = 'approved' and not hidden`,
  filters: {
    area_slug: { column: 'area_id', slugOf: 'file_areas' },
    uploader_id: 'uploader_id',
  },
  counters: ['area_slug', 'uploader_id', ['area_slug', 'uploader_id']],
})

const columns = [
  'id',
  'title',
  'description',
  'original_name',
  'mime_type',
  'size_bytes',
  'sha256',
  'storage_key',
  'status',
  'download_count',
  'uploader_id',
  'created_at',
  'hidden',
] as const

/** A file with what its presentation needs of area and uploader. */
export type FileRow = Pick<Selectable<Tables['files']>, (typeof columns)[number]> & {
  area_slug: string
  area_name: string
  username: string
}

const selectFiles = ({ tx, tenantId }: Partition, from = fileList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('file_areas as a', (join) =>
      join.on('a.tenant_id', '=', tenantId).onRef('a.id', '=', 'f.area_id'),
    )
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'f.uploader_id'),
    )
    .where('f.tenant_id', '=', tenantId)
    .select(columns.map((column) => `f.${column}` as const))
    .select(['a.slug as area_slug', 'a.name as area_name', 'u.username'])

export const listFiles = pagesOf(fileList, selectFiles)

/** A file that is approved. */
export const findApprovedFile = (ctx: Partition, id: number): Promise<FileRow | undefined> =>
  selectFiles(ctx).where('f.id', '=', id).where('f.status', '=', 'approved').executeTakeFirst()

/** A file in whatever state, locked until the transaction ends. */
export const lockFile = (ctx: Partition, id: number) =>
  selectFiles(ctx)
    .select(['f.deleted_at', 'f.deleted_by', 'f.purged_at'])
    .where('f.id', '=', id)
    .forNoKeyUpdate('f')
    .executeTakeFirst()

export const findArea = ({ tx, tenantId }: Partition, slug: string) =>
  tx
    .selectFrom('file_areas')
    .select(['id', 'slug', 'name', 'archived_at', 'programs_allowed'])
    .where('tenant_id', '=', tenantId)
    .where('slug', '=', slug)
    .executeTakeFirst()

export const insertAreas = (
  { tx, tenantId }: Partition,
  areas: readonly { slug: string; name: string; programs_allowed: boolean }[],
) =>
  tx
    .insertInto('file_areas')
    .values(areas.map((area) => ({ ...area, tenant_id: tenantId })))
    .execute()

export const insertFile = (
  { tx, tenantId }: Partition,
  file: Omit<Insertable<Tables['files']>, 'tenant_id'>,
) =>
  tx
    .insertInto('files')
    .values({ ...file, tenant_id: tenantId })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const updateFile = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['files']>,
) =>
  tx
    .updateTable('files')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Whether an object in quarantine belongs to a file that waits there. */
export async function isQuarantined({ tx, tenantId }: Partition, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('files')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('storage_key', '=', key)
    .where('status', '=', sql.lit('quarantined'))
    .executeTakeFirst()
  return row !== undefined
}
