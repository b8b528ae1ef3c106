import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import type { PackedFile } from '../scorm/packages/unpacking.ts'

const BATCH = 2000

/** Writes down where each file of a package begins in its pack. */
export async function insertFiles(
  { tx, tenantId }: Partition,
  packageId: number,
  files: readonly PackedFile[],
): Promise<void> {
  for (let at = 0; at < files.length; at += BATCH) {
    const rows = files.slice(at, at + BATCH).map(({ path, start, size }, i) => ({
      ...{ n: at + i, path, folded: path.toLowerCase(), start, size },
    }))
    await sql`
      insert into learn_scorm_files (tenant_id, package_id, n, path, folded_path, start, size_bytes)
      select ${tenantId}, ${packageId}, e.n, e.path, e.folded, e.start, e.size
      from json_to_recordset(${JSON.stringify(rows)}::json) as e
        (n integer, path text, folded text, start bigint, size bigint)
      returning n`.execute(tx)
  }
}

/** A file of a package that is ready; letter case says nothing where no file is written as the path is. */
export const findFile = ({ tx, tenantId }: Partition, packageId: number, path: string) =>
  tx
    .selectFrom('learn_scorm_files as f')
    .innerJoin('learn_scorm_packages as k', (join) =>
      join.on('k.tenant_id', '=', tenantId).onRef('k.id', '=', 'f.package_id'),
    )
    .select(['f.n', 'f.path', 'f.start', 'f.size_bytes', 'k.storage_key'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.package_id', '=', packageId)
    .where('f.folded_path', '=', path.toLowerCase())
    .where('k.deleted_at', 'is', null)
    .orderBy(sql`f.path = ${path}`, 'desc')
    .orderBy('f.n')
    .limit(1)
    .$narrowType<{ storage_key: string }>()
    .executeTakeFirst()

/** Removes files of a package, at most so many; answers how many. */
export async function deleteFiles(
  { tx, tenantId }: Partition,
  packageId: number,
  limit: number,
): Promise<number> {
  const { rows } = await sql`
    delete from learn_scorm_files where tenant_id = ${tenantId} and package_id = ${packageId}
      and n = any(array(select n from learn_scorm_files
        where tenant_id = ${tenantId} and package_id = ${packageId} order by n limit ${limit}))
    returning n`.execute(tx)
  return rows.length
}
