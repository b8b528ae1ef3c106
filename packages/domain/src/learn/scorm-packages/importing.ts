import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { count } from '../../kit/count.ts'
import type { SystemWriting, Task, Work } from '../../kit/surface.ts'
import { inWorkFolder } from '../../kit/work-folder.ts'
import { bySystem } from '../../platform/by-system.ts'
import { noteChore } from '../../platform/work.ts'
import { launchableOf, type Warning } from '../scorm/manifest/package-manifest.ts'
import type { ArchiveFault } from '../scorm/packages/archive.rules.ts'
import { unpack, type Unpacked } from '../scorm/packages/unpacking.ts'
import { insertFiles } from './package-files.store.ts'
import { failedPackagePurge } from './package-purge.ts'
import { packKeyOf } from './packs.rules.ts'
import * as store from './scorm-packages.store.ts'

const MOST_ATTEMPTS = 3

/**
 * Reads the zip of a package once it is scanned. One that is refused says why, and leaves neither files nor rows. An
 * interrupted reading begins anew: files are in their place before the transaction that shows them.
 */
export const importing: Task = {
  name: 'import-learn-package',
  async run(work, tenantId, id) {
    const row = await bySystem(work.db, tenantId, work.clock(), (ctx) => store.beginImport(ctx, id))
    if (!row?.upload_key) return undefined
    if (row.storage_key !== null) await work.storage.remove(row.storage_key)
    const attempt = { ...row, upload_key: row.upload_key }
    const ended =
      row.attempts > MOST_ATTEMPTS
        ? await fail(work, tenantId, attempt, BROKEN)
        : await read(work, tenantId, attempt)
    if (ended) await work.storage.remove(row.upload_key)
    return undefined
  },
}

const BROKEN: ArchiveFault = {
  ...{ code: 'internal_error', message: 'The package could not be read.', path: null },
}
const REJECTED: ArchiveFault = {
  ...{ code: 'rejected', message: 'The scan has rejected the file.', path: null },
}

type Attempt = store.PackageRow & { readonly upload_key: string }

/** Reads a zip; answers whether the package has its end with this attempt. */
async function read(work: Work, tenantId: number, row: Attempt): Promise<boolean> {
  const { upload_key: key, file_name: name, size_bytes: size } = row
  const bytes = await work.storage.open(key)
  if (!(await work.scan(bytes, { name, size }).finally(() => bytes.destroy())))
    return fail(work, tenantId, row, REJECTED)
  return inWorkFolder(async (folder) => {
    const [zip, pack] = ['package.zip', 'pack'].map((file) => path.join(folder, file)) as [
      string,
      string,
    ]
    await pipeline(await work.storage.open(key), createWriteStream(zip, { mode: 0o600 }))
    const unpacked = await unpack(zip, pack)
    if ('code' in unpacked) return fail(work, tenantId, row, unpacked)
    return keep(work, tenantId, row, { unpacked, pack })
  })
}

/** Puts the pack into its place, and then shows the package with its files. */
async function keep(
  work: Work,
  tenantId: number,
  row: Attempt,
  { unpacked, pack }: { unpacked: Unpacked; pack: string },
): Promise<boolean> {
  const write = <T>(act: (ctx: SystemWriting) => Promise<T>) =>
    bySystem(work.db, tenantId, work.clock(), act)
  const { size, sha256 } = unpacked
  const storage_key = packKeyOf(tenantId, row.id, sha256)
  if (!(await write((ctx) => store.updateAttempt(ctx, row, { storage_key })))) return false
  await work.storage.put(storage_key, pack, { size, sha256 })
  const shown = await write(async (ctx) => {
    const after = await store.updateAttempt(ctx, row, readyOf(row, unpacked, ctx.now))
    if (!after) return false
    await insertFiles(ctx, row.id, unpacked.files)
    moved(ctx, row, after)
    return true
  })
  // A later attempt puts the same bytes into the same place; one that is deleted has none.
  if (!shown) {
    const isThere = await write((ctx) => store.findPackage(ctx, row.id))
    if (!isThere) await work.storage.remove(storage_key)
  }
  return shown
}

function readyOf(row: Attempt, { manifest, warnings, files }: Unpacked, now: Date) {
  return {
    ...{ status: 'ready', upload_key: null, updated_at: now, finished_at: now },
    ...{ standard: manifest.standard, file_count: files.length },
    title: row.title === '' ? manifest.title || row.file_name : row.title,
    launch_path: launchableOf(manifest)[0]?.launch ?? null,
    manifest: JSON.stringify(manifest),
    warnings: JSON.stringify(warnings.map(toldWarning)),
  }
}

const toldWarning = ({ code, subject, message }: Warning): string =>
  `${code} ${subject}: ${message}`.slice(0, 500)

const fail = (
  { db, clock }: Work,
  tenantId: number,
  row: Attempt,
  { code, message, path: place }: ArchiveFault,
): Promise<boolean> =>
  bySystem(db, tenantId, clock(), async (ctx) => {
    const failure = place === null ? message : `${message} (${place})`
    const after = await store.updateAttempt(ctx, row, {
      ...{ status: 'failed', upload_key: null, storage_key: null, updated_at: ctx.now },
      ...{ failure, failure_code: code, failure_path: place, finished_at: ctx.now },
      title: row.title === '' ? row.file_name : row.title,
    })
    if (!after) return false
    moved(ctx, row, after)
    noteChore(ctx, failedPackagePurge, failedPackagePurge.after(ctx.now))
    return true
  })

function moved(ctx: SystemWriting, before: store.PackageRow, after: store.PackageRow): void {
  count(ctx, store.packageList, -1, before)
  count(ctx, store.packageList, 1, after)
}
