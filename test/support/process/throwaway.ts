import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded, type Embedded } from '../../../packages/db/src/index.ts'

/** A PostgreSQL of one's own that syncs nothing to the disk; `stop()` removes it with its folder. */
export async function startThrowaway(purpose: string): Promise<Embedded> {
  const dataDir = await mkdtemp(path.join(tmpdir(), `mobieus-${purpose}-`))
  // Run by root, PostgreSQL is another user, who has to reach its folder in here.
  await chmod(dataDir, 0o755)
  return startEmbedded({ dataDir, durable: false })
}
