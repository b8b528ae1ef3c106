import { connect } from 'node:net'
import type pg from 'pg'
import type { Database } from './connect.ts'

/** A waiter: the caller for whom statements run, and who may leave before they are done. */
export interface Waiter {
  left: boolean
}

/** A pooled connection, and its waiter at this moment. */
interface Held extends pg.PoolClient {
  waiter?: Waiter | undefined
  /** A request to cancel that is under way; answers whether it is certain to have come to its end. */
  cancelling?: Promise<boolean> | undefined
  readonly processID: number
  readonly secretKey: number
}

/** Assigns a connection to a waiter; to none where `undefined`, so that it cannot be cancelled. */
export function holdFor(client: pg.PoolClient, waiter: Waiter | undefined): void {
  ;(client as Held).waiter = waiter
}

/**
 * Returns a connection to its pool. A connection on which a statement is being cancelled is kept until
 * that has ended, so that the cancellation never meets the next waiter's statement.
 */
export function giveBack(client: pg.PoolClient): void {
  const held = client as Held
  const { cancelling } = held
  held.waiter = undefined
  // Only a connection outside of any transaction may be used again.
  if (!cancelling) return client.release(client.getTransactionStatus() !== 'I')
  held.cancelling = undefined
  void cancelling.then((settled) =>
    client.release(!settled || client.getTransactionStatus() !== 'I'),
  )
}

/**
 * Notes that a waiter has left, and cancels its running statement, which fails with `57014`. Further
 * statements fail without being sent. A transaction whose COMMIT is on its way is let be.
 */
export function leave(db: Database, waiter: Waiter): void {
  waiter.left = true
  for (const client of db.connections)
    if ((client as Held).waiter === waiter) cancel(client as Held)
}

/** The error with which PostgreSQL reports a cancelled statement. */
export const hasLeft = (): Error =>
  Object.assign(new Error('whoever waited for this statement has left'), { code: '57014' })

/** Between two statements there is nothing to cancel, so it is asked for again while the work goes on. */
const AGAIN_MS = 3_000
/** The time for PostgreSQL to answer, which it does at once. */
const PATIENCE_MS = 2_000

function cancel(client: Held): void {
  const { waiter, cancelling } = client
  const request = requestCancel(client)
  client.cancelling = cancelling
    ? Promise.all([cancelling, request]).then((all) => all.every(Boolean))
    : request
  const again = () => {
    if (client.waiter && client.waiter === waiter) cancel(client)
  }
  setTimeout(again, AGAIN_MS).unref()
}

/**
 * Asks the server, on a connection of its own as the protocol wants it, to cancel what runs on this one.
 * The server closes that connection after it has told the process, and so it counts as settled. Without
 * TLS, as libpq does it: the server asks for none here, and nothing but the key for this is said.
 */
function requestCancel({ host, port, processID, secretKey }: Held): Promise<boolean> {
  const message = Buffer.alloc(16)
  message.writeInt32BE(16, 0)
  message.writeInt32BE(80_877_102, 4)
  message.writeInt32BE(processID, 8)
  message.writeInt32BE(secretKey, 12)
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
    let settled = false
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    socket.on('end', () => {
      settled = true
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(settled))
    socket.resume().write(message)
  })
}
