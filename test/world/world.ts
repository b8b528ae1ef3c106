import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { seal, transact, type Transaction } from '../../packages/db/src/index.ts'
import { createOutbox, flush, repairOf } from '../../packages/domain/src/kit/index.ts'
import { placeFirst, WEBHOOK_SECRETS } from '../../packages/domain/src/platform/index.ts'
import type { Platform } from '../support/http/platform.ts'
import { inOrder, insertion, orderOf, type Insertion } from './insertion.ts'
import { parts } from './parts.ts'
import type { Place } from './part.ts'
import { lists } from './recount.ts'

/**
 * The documentation world has what the examples of the contract speak of, as rows of a tenant. So every
 * example can be sent as it stands. A new operation whose examples speak of something else adds its
 * rows in `<surface>/<resource>.ts`, and nothing to any test.
 */

/**
 * The values of `{id}` in a path, by operation or resource, and of a field `thread_id` that no example
 * shows.
 */
export const ids: Readonly<Record<string, number>> = Object.assign(
  {},
  ...parts.map((part) => part.ids),
)

/** The same thing in a world that was built with this shift; an id may stand as text. */
export const shifted = (value: unknown, by: number): unknown => {
  if (by === 0) return value
  if (typeof value === 'number') return value + by
  return /^\d+$/.test(String(value)) ? String(Number(value) + by) : `${String(value)}-${by}`
}

interface WorldOptions {
  /**
   * Only what an operation of this surface can speak of: rows of its own, of the core's and of settings. The
   * console speaks of everything.
   */
  readonly of?: string
  /** Added to every id, and to every slug: a world whose ids no other world has. */
  readonly shift?: number
}

/** Furnishes a partition with the documentation world. */
export const buildWorld = (
  platform: Platform,
  tenantId: number,
  { shift = 0, of }: WorldOptions = {},
): Promise<void> =>
  fill(platform, tenantId, shift, ({ surface, furnish }, place) => {
    if (speaksOf(of, surface)) furnish?.(place)
  })

const speaksOf = (surface: string | undefined, other: string): boolean =>
  surface === undefined || surface === 'admin' || [surface, 'core', 'admin'].includes(other)

let grown = 0

/** Adds `n` rows to every list of a world, where the examples of its filters find them. */
export function growWorld(
  platform: Platform,
  tenantId: number,
  n: number,
  { of }: Pick<WorldOptions, 'of'> = {},
): Promise<void> {
  const numbers = Array.from({ length: n }, () => ++grown)
  return fill(platform, tenantId, 0, ({ surface, grow }, place) => {
    if (speaksOf(of, surface)) grow?.(place, numbers)
  })
}

/** The contract shows this event as the newest one of the log. */
const NEWEST = 'post.created'

/** Lets every part put its rows; all of it is one transaction. */
async function fill(
  platform: Platform,
  tenantId: number,
  shift: number,
  put: (part: (typeof parts)[number], place: Place) => void,
): Promise<void> {
  const rows: Insertion[] = []
  const afterEvents: ((newest: { position: number }) => Insertion)[] = []
  const files: Promise<void>[] = []
  const outbox = createOutbox()
  const now = platform.clock.now()
  const founderId = await founderOf(platform, tenantId)
  const { secrets } = platform.server.services
  const sealFor: Place['sealFor'] = (purpose, value, at) =>
    seal(secrets.for(purpose).sealing, value, at)
  const place: Place = {
    tenantId,
    now,
    founderId,
    at: (id) => id + shift,
    slugAt: (slug) => shifted(slug, shift) as string,
    insert: (table, each) => void rows.push({ table, rows: each }),
    insertAfterEvents: (table, rowsAfter) =>
      void afterEvents.push((newest) => ({ table, rows: rowsAfter(newest) })),
    emit: (type, data) => void outbox.events.push({ type, data }),
    store: (key, content) => void files.push(store(platform, key, content)),
    sealSecret: (secret, at) => sealFor(WEBHOOK_SECRETS, secret, at),
    sealFor,
  }
  for (const part of parts) put(part, place)
  const last = outbox.events.filter(({ type }) => type === NEWEST)
  outbox.events.splice(
    0,
    Infinity,
    ...outbox.events.filter((each) => !last.includes(each)),
    ...last,
  )

  const order = await orderOf(platform)
  await transact(platform.db, tenantId, async (transaction) => {
    await placeFirst(transaction)
    // Nothing else is placed until the end of this transaction, so positions are known beforehand.
    const position = (await lastPosition(transaction)) + outbox.events.length
    const all = [...rows, ...afterEvents.map((after) => after({ position }))]
    const repair = repairOf(tenantId, lists).compile(transaction.tx)
    const statements = [
      ...inOrder(all, order).map((each) => insertion(tenantId, each)),
      ...flush(tenantId, outbox, now),
      { text: repair.sql, values: repair.parameters },
    ]
    await Promise.all(statements.map(({ text, values }) => transaction.query(text, values)))
    await placeFirst(transaction)
  })
  await Promise.all(files)
}

async function founderOf({ query }: Platform, tenantId: number): Promise<number> {
  const { rows } = await query(
    'select min(id) as id from users where tenant_id = $1 and role = 5',
    [tenantId],
  )
  return Number(rows[0]?.id)
}

async function lastPosition({ query, tenantId }: Transaction): Promise<number> {
  const { rows } = await query<{ value: number }>(
    `select value from counters where tenant_id = $1 and name = 'events'`,
    [tenantId],
  )
  return Number(rows[0]?.value ?? 0)
}

let stored = 0

async function store({ dataFolder, storage }: Platform, key: string, content: string) {
  const source = path.join(dataFolder, `content-${++stored}`)
  await writeFile(source, content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  await storage.put(key, source, { size: content.length, sha256 })
}
