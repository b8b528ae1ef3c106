import { help, notifying } from '../../../packages/domain/src/help/index.ts'
import type { Post } from '../../../packages/domain/src/kit/index.ts'
import { advance, doTasks, placeArrivals } from '../../../packages/domain/src/platform/index.ts'
import { mailing } from '../fake/post.ts'
import type { Platform } from '../http/platform.ts'

/** Does what workers do for a tenant's mail: tells agents of what has happened, and sends. Answers failures of tasks. */
export async function sendMails(
  platform: Platform,
  tenantId: number,
  post: Post,
): Promise<unknown[]> {
  const { db, storage, clock, server } = platform
  const services = { db, storage, scan: async () => true, ...mailing(post, server.port) }
  const work = { ...services, clock: clock.now, surfaces: [help] }
  await placeArrivals(db, tenantId)
  while ((await advance(db, notifying, tenantId, clock.now())).more);
  const failures: unknown[] = []
  for (let n = 1; n > 0;)
    n = await doTasks(work, tenantId, 50, (error) => void failures.push(error))
  return failures
}
