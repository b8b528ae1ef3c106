import type { Database } from '@mobieus/db'

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
    await new Promise(setImmediate)
    const { pool } = db()
    expect(pool.idleCount).toBe(pool.totalCount)
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
