import { chmod, mkdtemp, readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
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
 * is to be durable. `small` is one whose data fit into the memory, where they are kept if they can be.
 */
export async function startThrowaway(
  purpose: string,
  { durable = false, small = false }: { durable?: boolean; small?: boolean } = {},
): Promise<Throwaway> {
  const parent = (small && (await memoryFolder())) || tmpdir()
  const dataDir = await mkdtemp(path.join(parent, `mobieus-${purpose}-`))
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

const MEMORY = '/dev/shm'
const TMPFS = 0x01021994
const ENOUGH_BYTES = 4 * 1024 ** 3
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The folder that Linux keeps in memory, where there is room. A test file's database is made and dropped
 * there for 0.12 s of a processor. On ext4 it took 0.75 s, which looks past all that was just deleted.
 */
async function memoryFolder(): Promise<string | undefined> {
  const found = await statfs(MEMORY).catch(() => undefined)
  if (found?.type !== TMPFS || found.bavail * found.bsize < ENOUGH_BYTES) return undefined
  // A run that was killed has left its cluster there, in memory.
  for (const name of await readdir(MEMORY)) {
    const folder = path.join(MEMORY, name)
    if (!name.startsWith('mobieus-')) continue
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < Date.now() - DAY_MS) await rm(folder, { recursive: true, force: true })
  }
  return MEMORY
}
