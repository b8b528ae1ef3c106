import type { Database } from '@mobieus/db'
import { until } from '../support/until.ts'

/**
 * After each test of this file: every connection of the pool is back, outside of a transaction, and
 * nobody was left with an error.
 */
export function leavesConnectionsAsTheyWere(db: () => Database): void {
  const unhandled: unknown[] = []
  const remember = (reason: unknown) => unhandled.push(reason)
  beforeAll(() => void process.on('unhandledRejection', remember))
  afterAll(() => void process.removeListener('unhandledRejection', remember))

  afterEach(async () => {
    const { pool } = db()
    // One on which something was cancelled comes back a moment later.
    await until(async () => pool.idleCount === pool.totalCount)
    const open = await Promise.all([1, 2].map(() => inTransaction(db())))
    expect(open).toEqual([false, false])
    expect(unhandled).toEqual([])
  })
}

async function inTransaction({ pool }: Database): Promise<boolean> {
  const client = await pool.connect()
  try {
    return client.getTransactionStatus() !== 'I'
  } finally {
    client.release()
  }
}
