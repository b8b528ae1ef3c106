import { Readable } from 'node:stream'
import type { Database } from '@mobieus/db'
import {
  listOpenFileTasks,
  purgeFile,
  scanFile,
  setFileTaskQueued,
  type FileStorage,
  type FileTask,
  type Scan,
} from '@mobieus/domain'

/** Makes a job of a task; a task that has one already gets no second. */
export type AddJob = (name: string, task: FileTask, key: string) => Promise<unknown>

/**
 * A task that is still open after this gets another job. The queue leaves a job to the worker that has
 * it for four hours, even to one that was killed; no scan takes this long.
 */
const AGAIN_MS = 10 * 60 * 1000
const BATCH = 200

/** Makes a job of every task that was written with a file, is due, and has none yet. */
export async function queueFileTasks(db: Database, now: Date, addJob: AddJob): Promise<void> {
  const before = new Date(now.getTime() - AGAIN_MS)
  for (const task of await listOpenFileTasks(db, now, before, BATCH)) {
    const { tenant_id, file_id, task: name } = task
    await addJob(`${name}-file`, task, `${name}-file:${tenant_id}:${file_id}`)
    await setFileTaskQueued(db, task, now)
  }
}

/** What jobs on files work with. */
export interface FileJobs {
  readonly db: Database
  readonly storage: FileStorage
  readonly scan: Scan
}

/** Scans one file in quarantine; throws, to be tried again, when the scanner gives no verdict. */
export const scanOne = ({ db, storage, scan }: FileJobs, task: FileTask, now: Date) =>
  scanFile({ db, storage, tenantId: task.tenant_id }, task.file_id, now, scan)

/** Removes the bytes of one file that was deleted 30 days ago. */
export const purgeOne = ({ db, storage }: FileJobs, task: FileTask, now: Date) =>
  purgeFile({ db, storage, tenantId: task.tenant_id }, task.file_id, now)

const PATIENCE_MS = 120_000

/**
 * The operator's scanner: gets the bytes by POST, answers 200 `{"clean": true}` or `false`. Without a
 * scanner every file is clean.
 */
export function createScan(url: string | undefined): Scan {
  if (url === undefined) return async () => true
  return async (bytes, { name, size }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(size),
        'X-File-Name': encodeURIComponent(name),
      },
      body: Readable.toWeb(bytes),
      duplex: 'half',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    } as RequestInit)
    const verdict = (await response.json().catch(() => undefined)) as
      { clean?: unknown } | undefined
    if (response.status !== 200 || typeof verdict?.clean !== 'boolean')
      throw new Error(`the scanner answered ${response.status} without a verdict`)
    return verdict.clean
  }
}
