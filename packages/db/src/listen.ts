import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from './connect.ts'

/** Callbacks and settings of a listener's connection. */
export interface ListenOptions {
  /** Called when notifications arrive from now on. A change while it was down has been missed. */
  onUp?: () => void
  /**
   * Called when notifications are missed until `onUp`; again only when a further try fails for another
   * reason.
   */
  onDown?: (error: Error) => void
  /** The time between two checks that notifications still arrive; 5 s unless said. */
  heartbeatMs?: number
}

/** A running listener. */
export interface Listener {
  /**
   * Resolves when everything that was committed before the call has been heard: true, or false when
   * that cannot be known. Never fails.
   */
  caughtUp(): Promise<boolean>
  close(): Promise<void>
}

const RETRY_FIRST_MS = 50
const RETRY_MAX_MS = 5_000
/** The time that `caughtUp` waits; a connection that is silent for longer is given up. */
const CATCH_UP_MS = 2_000
const ECHO = 'echo:'

/**
 * Listens on one channel, on a connection of its own to `db.listenUrl`. It counts as up once it has
 * heard its own echo, sent through the pool, and as long as it hears one at each heartbeat. A pooler in
 * transaction mode accepts LISTEN and never passes a notification on. A connection that has silently
 * died looks like a quiet one. Reconnects by itself, waiting longer after each failure. Echoes reach
 * nobody but their senders.
 */
export function listen(
  db: Database,
  channel: string,
  onPayload: (payload: string) => void,
  options: ListenOptions = {},
): Listener {
  const closing = new AbortController()
  /** Echoes that are under way, each with its waiter. */
  const echoes = new Map<string, (heard: boolean) => void>()
  const hear = (payload: string) => {
    if (payload.startsWith(ECHO)) echoes.get(payload)?.(true)
    else onPayload(payload)
  }
  let told: string | undefined
  const down = (error: Error) => {
    for (const settle of echoes.values()) settle(false)
    if (!closing.signal.aborted && told !== error.message) options.onDown?.(error)
    told = error.message
  }

  /** Whether an echo sent through the pool is heard in time; rejects if it cannot be sent. */
  async function echo(patienceMs: number): Promise<boolean> {
    const payload = ECHO + randomUUID()
    const heard = new Promise<boolean>((resolve) => echoes.set(payload, resolve))
    try {
      await db.pool.query('select pg_notify($1, $2)', [channel, payload])
      return await Promise.race([heard, sleep(patienceMs, false, { ref: false })])
    } finally {
      echoes.delete(payload)
    }
  }

  async function run() {
    let retryMs = RETRY_FIRST_MS
    while (!closing.signal.aborted) {
      const up = () => {
        retryMs = RETRY_FIRST_MS
        told = undefined
        options.onUp?.()
      }
      const { heartbeatMs = 5_000 } = options
      const ear = { heartbeatMs, hear, echo, up, down }
      await listenOnce(db.listenUrl, channel, closing.signal, ear)
      if (closing.signal.aborted) return
      const jittered = retryMs * (0.5 + Math.random() / 2)
      await sleep(jittered, undefined, { signal: closing.signal }).catch(() => {})
      retryMs = Math.min(retryMs * 2, RETRY_MAX_MS)
    }
  }

  const running = run()
  return {
    caughtUp: () => echo(CATCH_UP_MS).catch(() => false),
    async close() {
      closing.abort()
      await running
    },
  }
}

interface Ear {
  readonly heartbeatMs: number
  hear(payload: string): void
  echo(patienceMs: number): Promise<boolean>
  up(): void
  /** Called when nothing more is heard, for this reason; notifications until `up` are missed. */
  down(error: Error): void
}

/** Resolves when nothing is heard any more, however that came about. */
async function listenOnce(
  url: string,
  channel: string,
  closed: AbortSignal,
  { heartbeatMs, hear, echo, up, down }: Ear,
): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'mobieus listen',
    connectionTimeoutMillis: 10_000,
    // Without an answer within this time the connection counts as dead.
    query_timeout: heartbeatMs,
  })
  const over = new AbortController()
  const end = (error: Error) => {
    if (over.signal.aborted) return
    over.abort()
    down(error)
  }
  const ended = new Promise<void>((resolve) => {
    over.signal.addEventListener('abort', () => resolve())
  })
  client.on('error', end)
  client.on('end', () => end(new Error('the connection ended')))
  const onClose = () => end(new Error('closed'))
  closed.addEventListener('abort', onClose)
  client.on('notification', ({ payload }) => hear(payload ?? ''))

  const live = async () => {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    if (!(await echo(heartbeatMs))) throw new Error(DEAF)
    if (!over.signal.aborted) up()
    while (!over.signal.aborted) {
      await sleep(heartbeatMs, undefined, { ref: false, signal: over.signal })
      // A pool that has no connection to spare says nothing about this one, which is asked itself.
      const heard = await echo(heartbeatMs).catch(() => client.query('select 1'))
      if (!heard) throw new Error(DEAF)
    }
  }
  live().catch(end)
  await ended
  closed.removeEventListener('abort', onClose)
  // A dead peer never answers the goodbye.
  await Promise.race([client.end().catch(() => {}), sleep(1_000, undefined, { ref: false })])
  ;(client as unknown as { connection: pg.Connection }).connection.stream.destroy()
}

const DEAF =
  'what is sent through the pool is not heard on the listening connection: it leads through a ' +
  "pooler in transaction mode or to another database; LISTEN_DATABASE_URL takes the database's own address"
