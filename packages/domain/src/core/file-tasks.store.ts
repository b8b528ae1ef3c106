import { directory, type Database } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'

/** What is to be done with a file's bytes: `scan` before it is shown, `purge` 30 days after its deletion. */
export interface FileTask {
  readonly tenant_id: number
  readonly file_id: number
  readonly task: 'scan' | 'purge'
}

/** Notes a task in the transaction that makes it necessary, for now or for later. */
export const insertFileTask = (
  { tx, tenantId }: Partition,
  fileId: number,
  task: FileTask['task'],
  now: Date,
  dueAt = now,
) =>
  tx
    .insertInto('file_tasks')
    .values({ tenant_id: tenantId, file_id: fileId, task, created_at: now, due_at: dueAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Crosses a task off in the transaction that has done it. */
export const deleteFileTask = (
  { tx, tenantId }: Partition,
  fileId: number,
  task: FileTask['task'],
) =>
  tx
    .deleteFrom('file_tasks')
    .where('tenant_id', '=', tenantId)
    .where('file_id', '=', fileId)
    .where('task', '=', task)
    .execute()

/**
 * Tasks of all tenants that are due, and that no job was made for since `before`: those without one
 * first, the oldest of each.
 */
export async function listOpenFileTasks(
  db: Database,
  now: Date,
  before: Date,
  limit: number,
): Promise<FileTask[]> {
  const tasks = () =>
    directory(db)
      .selectFrom('file_tasks')
      .select(['tenant_id', 'file_id', 'task'])
      .where('due_at', '<=', now)
  const fresh = await tasks()
    .where('queued_at', 'is', null)
    .orderBy('due_at')
    .limit(limit)
    .execute()
  const stale =
    fresh.length < limit
      ? await tasks()
          .where('queued_at', '<', before)
          .orderBy('queued_at')
          .limit(limit - fresh.length)
          .execute()
      : []
  return [...fresh, ...stale] as FileTask[]
}

/** Notes that a job was made for a task. */
export const setFileTaskQueued = (
  db: Database,
  { tenant_id, file_id, task }: FileTask,
  now: Date,
) =>
  directory(db)
    .updateTable('file_tasks')
    .set({ queued_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('file_id', '=', file_id)
    .where('task', '=', task)
    .execute()
