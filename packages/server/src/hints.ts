import type { Database } from '@mobieus/db'

/** Hints to the workers about tenants with new events. */
export interface Hints {
  note(tenantId: number): void
  close(): Promise<void>
}

/** Short beside what a delivery takes, long enough for a busy server to send two hundred a second at most. */
const DELAY_MS = 5
// A hint is of no use after a crash, so its commit does not wait for the disk.
const NOTIFY = `select set_config('synchronous_commit', 'off', true), pg_notify('mobieus_events', $1)`
/** The most ids of one hint, whose payload holds 8000 bytes. */
const MOST_IDS = 400

/**
 * Hints are gathered for a moment and sent in one statement of its own, after the commit that they speak
 * of. NOTIFY holds a lock of the whole database while its transaction commits. A hint that is lost costs
 * nothing but the seconds until a worker looks by itself.
 */
export function createHints(db: Database, onError: (error: unknown) => void): Hints {
  const noted = new Set<number>()
  let timer: NodeJS.Timeout | undefined
  let sending = Promise.resolve()

  async function send(): Promise<void> {
    timer = undefined
    const ids = [...noted].slice(0, MOST_IDS)
    for (const id of ids) noted.delete(id)
    if (noted.size > 0) timer = setTimeout(start, DELAY_MS)
    if (ids.length > 0) await db.pool.query(NOTIFY, [ids.join()]).catch(onError)
  }
  const start = () => {
    sending = send()
  }

  return {
    note(tenantId) {
      noted.add(tenantId)
      timer ??= setTimeout(start, DELAY_MS)
    },
    async close() {
      clearTimeout(timer)
      await sending
      await send()
      clearTimeout(timer)
    },
  }
}
