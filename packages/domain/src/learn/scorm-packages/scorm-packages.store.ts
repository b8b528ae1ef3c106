import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf, type Pages } from '../../kit/list-pages.ts'
import type { PackageManifest } from '../scorm/manifest/package-manifest.ts'

export const packageList = listOf('learn_scorm_packages', {
  from: 'learn_scorm_packages as k',
  shown: sql`deleted_at is null`,
  filters: { status: 'status' },
  counters: ['status'],
})

/** A package without its manifest, which may be long. */
export type PackageRow = Omit<Selectable<Tables['learn_scorm_packages']>, 'manifest'>

const columns = [
  ...(['id', 'tenant_id', 'title', 'standard', 'status', 'failure', 'course_id'] as const),
  ...(['uploader_id', 'file_name', 'storage_key', 'size_bytes', 'file_count'] as const),
  ...(['launch_path', 'warnings', 'created_at', 'updated_at', 'upload_key', 'attempts'] as const),
  ...(['failure_code', 'failure_path', 'finished_at', 'deleted_at'] as const),
]

const selectPackages = ({ tx, tenantId }: Partition, from = packageList.from) =>
  tx
    .selectFrom(from)
    .where('k.tenant_id', '=', tenantId)
    .select(columns.map((column) => `k.${column}` as const))
    .$castTo<PackageRow>()

export const listPackages: Pages<typeof packageList, PackageRow> = pagesOf(
  packageList,
  selectPackages,
)

export const findPackage = (ctx: Partition, id: number): Promise<PackageRow | undefined> =>
  selectPackages(ctx).where('k.id', '=', id).where('k.deleted_at', 'is', null).executeTakeFirst()

/** A package, locked until the transaction ends. */
export const lockPackage = (ctx: Partition, id: number): Promise<PackageRow | undefined> =>
  selectPackages(ctx)
    .where('k.id', '=', id)
    .where('k.deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** A package that is deleted, and whose files are to be removed. */
export const findDeleted = (ctx: Partition, id: number): Promise<PackageRow | undefined> =>
  selectPackages(ctx)
    .where('k.id', '=', id)
    .where('k.deleted_at', 'is not', null)
    .executeTakeFirst()

/** The manifest of a package that is ready, and whose files can be read. */
export const findReady = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('learn_scorm_packages')
    .select(['id', 'title', 'storage_key', 'manifest'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'ready')
    .where('deleted_at', 'is', null)
    .$castTo<{ id: number; title: string; storage_key: string; manifest: PackageManifest }>()
    .executeTakeFirst()

type NewPackage = Omit<Insertable<Tables['learn_scorm_packages']>, 'tenant_id'>

export const insertPackage = ({ tx, tenantId }: Partition, row: NewPackage): Promise<PackageRow> =>
  tx
    .insertInto('learn_scorm_packages')
    .values({ ...row, tenant_id: tenantId })
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Begins to read the zip of a package, unless that has ended; answers how often it was begun. */
export const beginImport = (
  { tx, tenantId }: Partition,
  id: number,
): Promise<PackageRow | undefined> =>
  tx
    .updateTable('learn_scorm_packages')
    .set({ attempts: sql`attempts + 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .where('deleted_at', 'is', null)
    .returning(columns)
    .executeTakeFirst()

/** Changes a package that this attempt reads; answers it, or nothing where a later one has begun, or it is deleted. */
export const updateAttempt = (
  { tx, tenantId }: Partition,
  { id, attempts }: Pick<PackageRow, 'id' | 'attempts'>,
  change: Updateable<Tables['learn_scorm_packages']>,
): Promise<PackageRow | undefined> =>
  tx
    .updateTable('learn_scorm_packages')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('status', '=', 'processing')
    .where('deleted_at', 'is', null)
    .returning(columns)
    .executeTakeFirst()

export const setPackageDeleted = ({ tx, tenantId }: Partition, id: number, now: Date) =>
  tx
    .updateTable('learn_scorm_packages')
    .set({ deleted_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** Packages whose import has failed before a time, the oldest first, locked. */
export const lockFailed = (ctx: Partition, before: Date, limit: number): Promise<PackageRow[]> =>
  selectPackages(ctx)
    .where('k.status', '=', 'failed')
    .where('k.deleted_at', 'is', null)
    .where('k.finished_at', '<=', before)
    .orderBy('k.finished_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

export const deletePackages = ({ tx, tenantId }: Partition, ids: readonly number[]) =>
  tx
    .deleteFrom('learn_scorm_packages')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute()

/** Takes packages away from all activities that name them. */
export const detachPackages = ({ tx, tenantId }: Partition, ids: readonly number[]) =>
  tx
    .updateTable('learn_activities')
    .set({ scorm_package_id: null })
    .where('tenant_id', '=', tenantId)
    .where('scorm_package_id', 'in', ids)
    .execute()

/** An activity that plays a package. */
export const findPlaying = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('learn_activities')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('scorm_package_id', '=', id)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()

/** Takes a package away from activities that are deleted themselves. */
export const detachDeleted = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .updateTable('learn_activities')
    .set({ scorm_package_id: null })
    .where('tenant_id', '=', tenantId)
    .where('scorm_package_id', '=', id)
    .where('deleted_at', 'is not', null)
    .execute()

/** Whether an object in quarantine is a zip that is to be read. */
export async function isPackageWaiting({ tx, tenantId }: Partition, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('learn_scorm_packages')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('upload_key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}
