import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { transact } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import type { Task, Work } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { addTask } from '../../platform/tasks.ts'
import { fileOf } from '../files/front-matter.rules.ts'
import { inWorkFolder } from '../../kit/work-folder.ts'
import { writeZip, type ZipEntry } from '../files/zip.ts'
import { purgeExport } from './export-purge.ts'
import { expiryOf, exportKeyOf } from './exports.rules.ts'
import * as store from './exports.store.ts'

const BATCH = 50
const MOST_ATTEMPTS = 5
const MOST_BYTES = 2 * 1024 ** 3
/** Less than the time after which a worker is taken for dead. */
const MOST_MS = 9 * 60 * 1000

/** Another attempt has begun, or a member has deleted the export. */
const overtaken = new Error('The export is not made by this attempt any more.')
const tooLarge = new Error('The pages are more than an export holds.')

interface Attempt {
  readonly id: number
  readonly attempts: number
}

/**
 * Writes all pages into a zip, and keeps it. The file is made on this machine, a batch of pages at a time, and is in
 * its place before the transaction that shows it. An interrupted one begins anew, and leaves no bytes.
 */
export const exporting: Task = {
  name: 'export-know-pages',
  async run(work, tenantId, id) {
    const row = await inTenant(work, tenantId, (ctx) => store.beginExport(ctx, id))
    if (!row) return undefined
    const { attempts, sha256 } = row
    if (sha256 !== null) await work.storage.remove(exportKeyOf(tenantId, { id, sha256 }))
    if (attempts > MOST_ATTEMPTS) return end(work, tenantId, row, { error_code: 'internal_error' })
    try {
      await inWorkFolder((folder) =>
        make(work, tenantId, { id, attempts }, path.join(folder, 'pages.zip')),
      )
    } catch (error) {
      if (error === tooLarge) await end(work, tenantId, row, { error_code: 'too_large' })
      else if (error !== overtaken) throw error
    }
    return undefined
  },
}

const inTenant = <T>({ db }: Work, tenantId: number, read: (ctx: Partition) => Promise<T>) =>
  transact(db, tenantId, ({ tx }) => read({ tx, tenantId }))

async function make(work: Work, tenantId: number, attempt: Attempt, file: string): Promise<void> {
  const told = { done: 0 }
  await writeZip(file, entriesOf(work, tenantId, attempt, told))
  const [{ size }, sha256] = [await stat(file), await digestOf(file)]
  const facts = { sha256, size_bytes: size }
  if (!(await inTenant(work, tenantId, (ctx) => store.updateExport(ctx, attempt, facts)))) return
  const key = exportKeyOf(tenantId, { id: attempt.id, sha256 })
  await work.storage.put(key, file, { size, sha256 })
  await end(work, tenantId, attempt, { done: told.done, total: told.done })
  const row = await inTenant(work, tenantId, (ctx) => store.findExport(ctx, attempt.id))
  // A later attempt has begun meanwhile and has other bytes, or the export is deleted.
  if (row?.sha256 !== sha256) await work.storage.remove(key)
}

/** The files of all pages, in the order of their ids. A slug that moves to a later page meanwhile is an error: it is made anew. */
async function* entriesOf(
  work: Work,
  tenantId: number,
  attempt: Attempt,
  told: { done: number },
): AsyncGenerator<ZipEntry> {
  const [begun, names] = [performance.now(), new Set<string>()]
  let [bytesLeft, after] = [MOST_BYTES, 0]
  for (;;) {
    const pages = await inTenant(work, tenantId, (ctx) => store.listFiled(ctx, after, BATCH))
    for (const page of pages) {
      const bytes = Buffer.from(fileOf(page))
      bytesLeft -= bytes.length
      if (bytesLeft < 0 || performance.now() - begun > MOST_MS) throw tooLarge
      if (names.has(page.slug)) throw new Error(`${page.slug} has moved to another page`)
      names.add(page.slug)
      yield { name: `${page.slug}.md`, bytes, changedAt: page.updated_at }
    }
    told.done += pages.length
    if (pages.length < BATCH) return
    after = pages.at(-1)?.id ?? after
    const { done } = told
    if (!(await inTenant(work, tenantId, (ctx) => store.updateExport(ctx, attempt, { done }))))
      throw overtaken
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Ends an export, unless a later attempt has begun; it is removed when its time is over. */
const end = (
  { db, clock }: Work,
  tenantId: number,
  attempt: Attempt,
  outcome: { done: number; total: number } | { error_code: string },
): Promise<undefined> =>
  bySystem(db, tenantId, clock(), async (ctx) => {
    const ended = await store.updateExport(ctx, attempt, { ...outcome, finished_at: ctx.now })
    if (ended) addTask(ctx, purgeExport, attempt.id, expiryOf(ctx.now))
    return undefined
  })
