import { connect, transact } from '@mobieus/db'
import { createTenant } from '@mobieus/domain'
import { userList } from '@mobieus/domain/core'
import { count, createOutbox, emit, flush } from '@mobieus/domain/kit'
import { placeArrivals } from '@mobieus/domain/platform'
import type pg from 'pg'
import type { BenchDatabase } from './database.ts'

/** The room that the short-lived rows have taken. */
export interface Room {
  readonly writes: number
  /** The size of the table with its index, when all is placed. */
  readonly bytes: number
  readonly mostBytes: number
}

const WRITERS = 8

/** Lets so many writes arrive and be placed, while vacuum does what it does, and looks at the table's size. */
export async function measureRoom(
  { appUrl }: BenchDatabase,
  owner: pg.Pool,
  writes: number,
): Promise<Room> {
  const url = new URL(appUrl)
  // As many writes as the machine does, not as the disk.
  url.searchParams.set('options', '-c synchronous_commit=off')
  const db = connect({ url: url.href, max: WRITERS + 1 })
  const admin = { username: 'founder', email: 'founder@example.com' }
  const { live } = await createTenant(db, { slug: 'room', name: 'Room', plan: 'pro', admin })
  const { tenantId } = live
  const size = async () => {
    const { rows } = await owner.query(`select pg_total_relation_size('arrivals')::int as bytes`)
    return rows[0].bytes as number
  }
  let left = writes
  const writer = async () => {
    while (left-- > 0) {
      const outbox = createOutbox()
      emit({ outbox }, 'user.left', { user_id: left, username: 'x', reason: 'deletion_scheduled' })
      count({ outbox }, userList, 1)
      await transact(
        db,
        tenantId,
        async () => {},
        () => flush(tenantId, outbox, new Date()),
      )
    }
  }
  let over = false
  let mostBytes = 0
  const placing = (async () => {
    while (!over) {
      await placeArrivals(db, tenantId)
      mostBytes = Math.max(mostBytes, await size())
    }
  })()
  await Promise.all(Array.from({ length: WRITERS }, writer))
  over = true
  await placing
  await placeArrivals(db, tenantId)
  await db.close()
  return { writes, bytes: await size(), mostBytes }
}
