import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from './connect.ts'

/**
 * Whether this connection ends at PostgreSQL itself. The number that a server gives of itself when a
 * connection is opened is that of the process which answers; a pooler makes up a number of its own.
 */
export async function isDirect(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid === (client as unknown as { processID: number | null }).processID
}

/**
 * Fails unless a session at this URL is kept from one transaction to the next, as LISTEN and prepared
 * statements want it: straight at the database, or through a pooler in session mode. `what` names the
 * URL in the message.
 */
export async function assertSession(url: string, what: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'mobieus probe' })
  client.on('error', () => {})
  await client.connect()
  try {
    if ((await isDirect(client)) || (await hears(client, url))) return
  } finally {
    await client.end()
  }
  throw new Error(
    `${what} leads through a pooler in transaction mode, where the queue of jobs hears of nothing: ` +
      "it takes the database's own address",
  )
}

/** How statements are sent: as one of these, or as it is found out. */
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
    // It may have a statement that nobody knows of.
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

const PATIENCE_MS = 2_000

/** Sent by another connection: on its own it might be the same one behind the pooler. */
async function hears(client: pg.Client, url: string): Promise<boolean> {
  const channel = `mobieus_probe_${randomUUID()}`
  const heard = new Promise<boolean>((resolve) => {
    client.on('notification', (message) => {
      if (message.channel === channel) resolve(true)
    })
  })
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
  const other = new pg.Client({ connectionString: url, application_name: 'mobieus probe' })
  other.on('error', () => {})
  await other.connect()
  try {
    await other.query("select pg_notify($1, '')", [channel])
    return await Promise.race([heard, sleep(PATIENCE_MS, false)])
  } finally {
    await other.end()
    await client.query(`unlisten ${client.escapeIdentifier(channel)}`)
  }
}
