import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded, type Embedded } from '../../../packages/db/src/index.ts'

/**
 * A PostgreSQL of one's own, which `stop()` removes with its folder. It syncs nothing to the disk, unless it
 * is to be durable.
 */
export async function startThrowaway(
  purpose: string,
  { durable = false }: { durable?: boolean } = {},
): Promise<Embedded> {
  const dataDir = await mkdtemp(path.join(tmpdir(), `mobieus-${purpose}-`))
  // Run by root, PostgreSQL is another user, who has to reach its folder in here.
  await chmod(dataDir, 0o755)
  const embedded = await startEmbedded({ dataDir, durable })
  return {
    ...embedded,
    async stop() {
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
