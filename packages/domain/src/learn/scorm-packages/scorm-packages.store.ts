import type { Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf, type Pages } from '../../kit/list-pages.ts'

export const packageList = listOf('learn_scorm_packages', {
  from: 'learn_scorm_packages as k',
  filters: { status: 'status' },
  counters: ['status'],
})

/** A package without its manifest, which may be long. */
export type PackageRow = Omit<Selectable<Tables['learn_scorm_packages']>, 'manifest'>

const columns = [
  ...(['id', 'tenant_id', 'title', 'standard', 'status', 'failure', 'course_id'] as const),
  ...(['uploader_id', 'file_name', 'storage_key', 'size_bytes', 'file_count'] as const),
  ...(['launch_path', 'warnings', 'created_at', 'updated_at'] as const),
]

const selectPackages = ({ tx, tenantId }: Partition, from = packageList.from) =>
  tx
    .selectFrom(from)
    .where('k.tenant_id', '=', tenantId)
    .select(columns.map((column) => `k.${column}` as const))

export const listPackages: Pages<typeof packageList, PackageRow> = pagesOf(
  packageList,
  selectPackages,
)

export const findPackage = (ctx: Partition, id: number): Promise<PackageRow | undefined> =>
  selectPackages(ctx).where('k.id', '=', id).executeTakeFirst()
