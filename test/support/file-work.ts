import { queueFileTasks, purgeOne, scanOne } from '../../packages/worker/src/index.ts'
import type { FileTask, Scan } from '../../packages/domain/src/index.ts'
import type { Platform } from './platform.ts'

/** Does what the worker does with a tenant's files; answers how many tasks there were. */
export async function workOnFiles(
  { db, storage, clock }: Platform,
  tenantId: number,
  scan: Scan = async () => true,
): Promise<number> {
  const tasks: FileTask[] = []
  await queueFileTasks(db, clock.now(), async (_name, task) => void tasks.push(task))
  const jobs = { db, storage, scan }
  const mine = tasks.filter(({ tenant_id }) => tenant_id === tenantId)
  for (const task of mine)
    await (task.task === 'scan'
      ? scanOne(jobs, task, clock.now())
      : purgeOne(jobs, task, clock.now()))
  return mine.length
}
