import { surfaces } from '../../../packages/domain/src/index.ts'
import type { Scan } from '../../../packages/domain/src/kit/index.ts'
import { doTasks } from '../../../packages/domain/src/platform/index.ts'
import { keepingPost, mailing } from '../fake/post.ts'
import type { Platform } from '../http/platform.ts'

/** Does what the worker does with a tenant's files; answers how many tasks there were. */
export async function workOnFiles(
  { db, storage, clock }: Platform,
  tenantId: number,
  scan: Scan = async () => true,
): Promise<number> {
  const work = { db, storage, scan, ...mailing(keepingPost()), clock: clock.now, surfaces }
  const failures: unknown[] = []
  const done = await doTasks(work, tenantId, 100, (error) => void failures.push(error))
  if (failures.length > 0) throw failures[0]
  return done
}
