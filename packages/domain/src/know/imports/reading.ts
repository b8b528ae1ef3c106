import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Problem } from '@mobieus/contract'
import type { Work } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { noteChore } from '../../platform/work.ts'
import { inWorkFolder } from '../../kit/work-folder.ts'
import { importPurge } from './import-purge.ts'
import * as store from './imports.store.ts'
import { numbered, slugOfPath } from './names.rules.ts'
import { readPage } from './reading.rules.ts'
import { addResults, countOutcomes, failPending, type NewResult } from './results.store.ts'
import { filesOf, zipFaultOf, type ZippedFile } from './unzipping.ts'

const MOST_ATTEMPTS = 5
const [BATCH, BATCH_BYTES] = [100, 4 * 1024 * 1024]

type Upload = Pick<store.ImportRow, 'id' | 'file_name' | 'size_bytes'> & { upload_key: string }

/**
 * Reads the zip of an import once it is scanned, and writes down what each of its files is to become. One that cannot be
 * read ends the import, before any page has changed. A reading that was interrupted begins again, to the same end; that
 * of an import that is deleted meanwhile ends.
 */
export async function readUpload(work: Work, tenantId: number, upload: Upload): Promise<void> {
  const { id, upload_key: key } = upload
  const write = <T>(act: Parameters<typeof bySystem<T>>[3]) =>
    bySystem(work.db, tenantId, work.clock(), act)
  const attempts = await write((ctx) => store.beginReading(ctx, id))
  if (attempts === undefined) return work.storage.remove(key)
  const fault =
    attempts > MOST_ATTEMPTS ? 'internal_error' : await readBytes(work, tenantId, upload)
  if (fault) while (await write((ctx) => failPending(ctx, id, UNREAD, BATCH)));
  await write(async (ctx) => {
    const outcomes = await countOutcomes(ctx, id)
    const [skipped, failed] = [outcomes.get('skipped') ?? 0, outcomes.get('failed') ?? 0]
    const total = [...outcomes.values()].reduce((sum, n) => sum + n, 0)
    const end = fault ? { error_code: fault, finished_at: ctx.now } : { read_at: ctx.now }
    const change = { upload_key: null, ...end, total, skipped, failed }
    if ((await store.updateImport(ctx, id, change)) && fault)
      noteChore(ctx, importPurge, importPurge.after(ctx.now))
  })
  await work.storage.remove(key)
}

/** The outcome of files that were written down before the zip turned out to be none to import. */
const UNREAD = { code: 'not_read', message: 'The zip could not be read to its end.' }

/** Why the zip is not imported at all; `undefined` where its files are written down. */
async function readBytes(
  work: Work,
  tenantId: number,
  { id, file_name: name, size_bytes: size, upload_key: key }: Upload,
): Promise<string | undefined> {
  const bytes = await work.storage.open(key)
  if (!(await work.scan(bytes, { name, size }).finally(() => bytes.destroy()))) return 'rejected'
  return inWorkFolder(async (folder) => {
    const file = path.join(folder, 'pages.zip')
    await pipeline(await work.storage.open(key), createWriteStream(file, { mode: 0o600 }))
    const fault = await zipFaultOf(file)
    if (fault === undefined) await addFiles(work, tenantId, id, file)
    return fault
  })
}

async function addFiles(work: Work, tenantId: number, id: number, file: string): Promise<void> {
  const slugs: Slugs = { taken: new Set(), numbers: new Map() }
  let [batch, bytes]: [NewResult[], number] = [[], 0]
  const flush = async () => {
    const results = batch
    ;[batch, bytes] = [[], 0]
    return bySystem(work.db, tenantId, work.clock(), async (ctx) => {
      const isReading = await store.lockReading(ctx, id)
      if (isReading) await addResults(ctx, id, results)
      return isReading
    })
  }
  for await (const each of filesOf(file)) {
    batch.push(resultOf(each, slugs))
    bytes += each.bytes?.length ?? 0
    const isFull = batch.length === BATCH || bytes > BATCH_BYTES
    if (isFull && !(await flush())) return
  }
  if (batch.length > 0) await flush()
}

/** The slugs of the files so far, and the number that each was tried with last. */
interface Slugs {
  readonly taken: Set<string>
  readonly numbers: Map<string, number>
}

const NOTHING = { slug: null, page: null, code: null, field: null, message: null } as const

/** The page that a file is to become, under a slug that no file before it has; or why it becomes none. */
function resultOf({ n, path: place, bytes, fault }: ZippedFile, slugs: Slugs): NewResult {
  const told = { n, path: place }
  if (bytes === undefined) return { ...told, ...NOTHING, outcome: 'failed', ...fault }
  try {
    const page = readPage(place, bytes)
    const slug = page.slug ?? freeSlug(slugOfPath(place), slugs)
    if (slugs.taken.has(slug)) return { ...told, ...NOTHING, outcome: 'failed', ...SLUG_TWICE }
    slugs.taken.add(slug)
    return { ...told, ...NOTHING, outcome: 'pending', slug, page }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, field, message } = error.details?.[0] ?? { ...error, field: null }
    return { ...told, ...NOTHING, outcome: 'failed', code, field, message }
  }
}

const SLUG_TWICE = {
  ...{ code: 'duplicate', field: 'slug' },
  message: 'is that of a file before it',
} as const

/** The slug, or the first that is free with a number behind it: a zip may have 100,000 files of one slug. */
function freeSlug(slug: string, { taken, numbers }: Slugs): string {
  let n = numbers.get(slug) ?? 1
  let free = n === 1 ? slug : numbered(slug, n)
  while (taken.has(free)) free = numbered(slug, ++n)
  numbers.set(slug, n)
  return free
}
