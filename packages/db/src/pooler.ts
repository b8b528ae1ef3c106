import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

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
