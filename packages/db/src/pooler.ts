import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Database } from './connect.ts'

/**
 * Whether this connection ends at PostgreSQL itself. The number that a server announces when a
 * connection is opened is that of the process which answers. A pooler makes up a number of its own.
 */
async function isDirect(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid === (client as unknown as { processID: number | null }).processID
}

/** The wish for statements: named, unnamed, or found out. */
export type StatementsWish = 'auto' | 'named' | 'unnamed'

/**
 * Decides whether a database's statements are prepared once for each connection, and answers why. Left
 * to itself (`auto`) they are where the connection ends at PostgreSQL, and behind a pooler that keeps
 * them, such as PgBouncer from 1.21 on. One connection of the pool is asked.
 */
export async function chooseStatements(db: Database, wish: StatementsWish): Promise<string> {
  if (wish !== 'auto') {
    db.statements.use(wish === 'named')
    return 'as wished'
  }
  const client = await db.pool.connect()
  try {
    const direct = await isDirect(client)
    const named = direct || (await poolerKeepsStatements(client))
    db.statements.use(named)
    if (direct) return 'the connection ends at PostgreSQL'
    return named ? 'the pooler keeps them' : 'the pooler does not keep them'
  } finally {
    // The connection is closed, because it may keep a statement that this process does not know.
    client.release(true)
  }
}

/** A pooler that keeps statements prepares them under names of its own. */
async function poolerKeepsStatements(client: pg.ClientBase): Promise<boolean> {
  const name = `mobieus_probe_${randomUUID()}`
  await client.query('begin')
  try {
    await client.query({ name, text: 'select $1::int', values: [1] })
    const { rowCount } = await client.query('select from pg_prepared_statements where name = $1', [
      name,
    ])
    if (rowCount) await client.query(`deallocate ${client.escapeIdentifier(name)}`)
    return rowCount === 0
  } catch {
    return false
  } finally {
    await client.query('rollback')
  }
}
