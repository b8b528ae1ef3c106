import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded, type Embedded } from '../../../packages/db/src/index.ts'

/** A server to throw away. */
export interface Throwaway extends Embedded {
  /** The number of its first process; `undefined` while none runs. */
  postmaster(): Promise<number | undefined>
}

/**
 * A PostgreSQL of one's own, which `stop()` removes with its folder. It syncs nothing to the disk, unless it
 * is to be durable.
 */
export async function startThrowaway(
  purpose: string,
  { durable = false }: { durable?: boolean } = {},
): Promise<Throwaway> {
  const dataDir = await mkdtemp(path.join(tmpdir(), `mobieus-${purpose}-`))
  // Run by root, PostgreSQL is another user, who has to reach its folder in here.
  await chmod(dataDir, 0o755)
  const embedded = await startEmbedded({ dataDir, durable })
  return {
    ...embedded,
    async postmaster() {
      const file = path.join(dataDir, 'cluster/pgdata/postmaster.pid')
      return Number.parseInt(await readFile(file, 'utf8').catch(() => '')) || undefined
    },
    async stop() {
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
