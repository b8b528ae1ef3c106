import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import type { PageRequest } from '../kit/page.ts'
import { counted, totalOf } from '../kit/total.ts'

export interface FileFilter {
  readonly area_slug?: string
  readonly uploader_id?: number
}

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

const selectFiles = ({ tx, tenantId }: Partition, from: 'files as f' = 'files as f') =>
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

/** A page of approved files that are not hidden, and how many the filter finds. Cut before it is joined. */
export async function listFiles(ctx: Partition, filter: FileFilter, page: PageRequest) {
  const { area_slug, uploader_id } = filter
  const total = () => totalFiles(ctx, { area_slug, uploader_id })
  let cut = ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('tenant_id', '=', ctx.tenantId)
    .where('status', '=', sql.lit('approved'))
    .where(sql<boolean>`not hidden`)
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (uploader_id !== undefined) cut = cut.where('uploader_id', '=', uploader_id)
  if (area_slug !== undefined) cut = cut.where('area_id', '=', areaId(ctx, area_slug))
  if (page.after !== undefined) cut = cut.where('id', '<', page.after)
  const rows = await selectFiles(ctx, cut.as('f') as unknown as 'files as f')
    .select(total().as('total_count'))
    .orderBy('f.id', 'desc')
    .execute()
  return { rows, total: await totalOf(ctx, rows, total) }
}

const areaId = ({ tenantId }: Partition, slug: string) =>
  sql<number>`(select id from file_areas where tenant_id = ${tenantId} and slug = ${slug})`

/** One filter, or none, has a counter; both together are counted on the narrower index. */
function totalFiles(ctx: Partition, { area_slug, uploader_id }: FileFilter) {
  if (area_slug !== undefined && uploader_id !== undefined)
    return sql<number>`(
      select count(*) from files where tenant_id = ${ctx.tenantId} and status = 'approved'
        and not hidden and uploader_id = ${uploader_id} and area_id = ${areaId(ctx, area_slug)})`
  if (area_slug !== undefined) return counted(ctx.tenantId, 'files', 'area_slug', area_slug)
  return uploader_id === undefined
    ? counted(ctx.tenantId, 'files')
    : counted(ctx.tenantId, 'files', 'uploader_id', uploader_id)
}

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
