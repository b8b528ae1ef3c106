import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import pg from 'pg'
import { setup, type Usage } from './setup.ts'

/** The pool of the hand-written contenders: pg's defaults, and bigint as number. */
export function createPool(options: pg.PoolConfig = {}): pg.Pool {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: setup.databaseUrl, max: setup.poolSize, ...options })
  // The database may end before the contender does.
  pool.on('error', () => {})
  return pool
}

/** Listens on a free port and answers the parent from now on. */
export function listen(server: Server, ...pools: pg.Pool[]): void {
  server.listen(0, '127.0.0.1', () => report((server.address() as AddressInfo).port, ...pools))
}

/** Tells the parent the port, then CPU time and round trips whenever it asks. */
export function report(port: number, ...pools: pg.Pool[]): void {
  const trips = countTrips(pools)
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuUs: user + system, trips: trips() } satisfies Usage)
  })
  process.on('disconnect', () => process.exit())
  process.send?.({ port })
}

/** A round trip is an answer that arrives after something was sent. */
function countTrips(pools: readonly pg.Pool[]): () => number {
  const seen = new WeakSet<pg.PoolClient>()
  let trips = 0
  const watch = (client: pg.PoolClient) => {
    if (seen.has(client)) return
    seen.add(client)
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
    let sent = stream.bytesWritten
    stream.on('data', () => {
      if (stream.bytesWritten > sent) trips++
      sent = stream.bytesWritten
    })
  }
  for (const pool of pools) pool.on('acquire', watch)
  return () => trips
}
