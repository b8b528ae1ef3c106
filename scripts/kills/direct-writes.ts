import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, transact } from '../../packages/db/src/index.ts'
import { userList } from '../../packages/domain/src/core/index.ts'
import { count, createOutbox, emit, flush } from '../../packages/domain/src/kit/index.ts'

/**
 * A process that writes members straight into the database and is killed while it does. Half of the writes
 * are undone after all that they leave was sent, and some stay open for seconds. A line of its output tells
 * of each that has come to its end.
 */

const WRITERS = 6
const PAUSE_MS = 60
/** The longest time for which most writes stay open, then that of the few others. */
const OPEN_MS = 20
const LONG_MS = 8_000
const LONG_SHARE = 0.03

const tenantId = Number(process.env.TENANT_ID)
const db = connect({ url: process.env.APP_DATABASE_URL as string, max: WRITERS })
const undone = new Error('undone')

async function write(username: string): Promise<void> {
  const openMs = Math.random() * (Math.random() < LONG_SHARE ? LONG_MS : OPEN_MS)
  await transact(db, tenantId, async ({ tx, query }) => {
    const { id } = await tx
      .insertInto('users')
      .values({ tenant_id: tenantId, username, display_name: username })
      .returning('id')
      .executeTakeFirstOrThrow()
    const outbox = createOutbox()
    count({ outbox }, userList, 1)
    emit({ outbox }, 'user.joined', { user_id: id, username, email_verified: false })
    for (const { text, values } of flush(tenantId, outbox, new Date())) await query(text, values)
    await sleep(openMs)
    if (Math.random() < 0.5) throw undone
  })
}

async function writer(): Promise<never> {
  for (;;) {
    const username = `direct-${randomUUID()}`
    try {
      await write(username)
      console.log(`committed ${username}`)
    } catch (error) {
      // A write whose database was killed may have been committed or not.
      if (error === undone) console.log(`undone ${username}`)
    }
    await sleep(Math.random() * PAUSE_MS)
  }
}

await Promise.all(Array.from({ length: WRITERS }, writer))
