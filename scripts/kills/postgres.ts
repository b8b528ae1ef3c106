import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../../packages/db/src/index.ts'
import { treeOf } from '../bench/cpu.ts'

/** A PostgreSQL of one's own that syncs to the disk and is started again whenever it is killed. */
export interface DurablePostgres {
  /** The database, as its superuser; the same after a kill. */
  readonly url: string
  /** SIGKILL to the server and every process of it; `false` while none runs. */
  kill(): Promise<boolean>
  stop(): Promise<void>
}

export async function startDurable(): Promise<DurablePostgres> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mobieus-kill-'))
  // Run by root, PostgreSQL is another user, who has to reach its folder in here.
  await chmod(dataDir, 0o755)
  const { url, stop } = await startEmbedded({ dataDir })
  return {
    url,
    async kill() {
      const file = path.join(dataDir, 'cluster/pgdata/postmaster.pid')
      const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
      if (!pid) return false
      try {
        // Stopped first, it makes no further process while they are listed.
        process.kill(pid, 'SIGSTOP')
        for (const each of treeOf(pid)) process.kill(each, 'SIGKILL')
        return true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
        throw error
      }
    },
    async stop() {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
