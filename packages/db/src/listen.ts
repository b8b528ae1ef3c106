import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from './connect.ts'

/** What a listener is told about its connection. */
export interface ListenOptions {
  /** Notifications arrive from now on. What changed while it was down has been missed. */
  onUp?: () => void
  /** The connection was lost, or could not be made: notifications are missed until `onUp`. */
  onDown?: (error: Error) => void
  /** How often the connection is asked whether it still lives; 5 s unless said. */
  heartbeatMs?: number
}

/** A running listener. */
export interface Listener {
  close(): Promise<void>
}

const RETRY_FIRST_MS = 50
const RETRY_MAX_MS = 5_000

/**
 * Listens on one channel, on a connection of its own (not through PgBouncer in transaction mode: give
 * it the database's own URL). Reconnects by itself, waiting longer after each failure. A connection
 * that has silently died is noticed by a heartbeat.
 */
export function listen(
  target: Database | string,
  channel: string,
  onPayload: (payload: string) => void,
  options: ListenOptions = {},
): Listener {
  const url = typeof target === 'string' ? target : target.url
  const closing = new AbortController()
  const running = run()
  return {
    async close() {
      closing.abort()
      await running
    },
  }

  async function run() {
    let retryMs = RETRY_FIRST_MS
    while (!closing.signal.aborted) {
      await listenOnce(url, channel, onPayload, closing.signal, options, () => {
        retryMs = RETRY_FIRST_MS
      })
      if (closing.signal.aborted) return
      const jittered = retryMs * (0.5 + Math.random() / 2)
      await sleep(jittered, undefined, { signal: closing.signal }).catch(() => {})
      retryMs = Math.min(retryMs * 2, RETRY_MAX_MS)
    }
  }
}

/** Resolves when the connection is gone, however that came about. */
async function listenOnce(
  url: string,
  channel: string,
  onPayload: (payload: string) => void,
  closed: AbortSignal,
  { onUp, onDown, heartbeatMs = 5_000 }: ListenOptions,
  connected: () => void,
): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'mobieus listen',
    connectionTimeoutMillis: 10_000,
    // Without an answer within this time the connection counts as dead.
    query_timeout: heartbeatMs,
  })
  let gone = (_error: Error) => {}
  const lost = new Promise<Error>((resolve) => {
    gone = resolve
  })
  client.on('error', gone)
  client.on('end', () => gone(new Error('the connection ended')))
  const onAbort = () => gone(new Error('closed'))
  closed.addEventListener('abort', onAbort)
  client.on('notification', ({ payload }) => onPayload(payload ?? ''))

  const live = async () => {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    if (closed.aborted) return
    connected()
    onUp?.()
    for (;;) {
      const beat = await Promise.race([lost, sleep(heartbeatMs, undefined, { ref: false })])
      if (beat) return
      await client.query('select 1')
    }
  }
  const error = await Promise.race([
    lost,
    live().then(
      () => lost,
      (error: Error) => error,
    ),
  ])
  closed.removeEventListener('abort', onAbort)
  if (!closed.aborted) onDown?.(error)
  // A dead peer never answers the goodbye.
  await Promise.race([client.end().catch(() => {}), sleep(1_000, undefined, { ref: false })])
  ;(client as unknown as { connection: pg.Connection }).connection.stream.destroy()
}
