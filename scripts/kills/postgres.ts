import { startThrowaway } from '../../test/support/process/throwaway.ts'
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
  const { url, stop, postmaster } = await startThrowaway('kill', { durable: true })
  return {
    ...{ url, stop },
    async kill() {
      const pid = await postmaster()
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
  }
}
