import type { Statement } from '@mobieus/db'
import { announcement } from './announce.ts'
import type { OpenOutbox, Outbox } from './context.ts'
import { STORED_ANSWERS_PURGE } from './notes.ts'

/** A 2xx answer to keep under its Idempotency-Key. */
export interface StoredAnswer {
  readonly keyHash: Buffer
  readonly fingerprint: Buffer
  readonly status: number
  readonly body: string
  readonly expiresAt: Date
}

export function createOutbox(): OpenOutbox {
  const outbox: Outbox = { changes: [], events: [], counts: new Map() }
  return outbox as OpenOutbox
}

/** The counters that give events their positions: one of all events, one of each type. */
export const EVENTS = 'events'
export const OF_TYPE = `${EVENTS}.type=`
export const eventCounter = (type?: string): string => (type ? `${OF_TYPE}${type}` : EVENTS)

/** The type that a counter of events is of; `undefined` for any other counter. */
export const typeOfCounter = (name: string): string | undefined =>
  name.startsWith(OF_TYPE) ? name.slice(OF_TYPE.length) : undefined

/**
 * The statements for the end of a write: deferred changes, announcements, and then as ONE statement its
 * arrival and the stored answer. That one only inserts, and waits for no other write of the tenant, but
 * for the first that keeps an answer. Events get their positions, and counters their changes, when the
 * arrival is placed after the commit.
 */
export function flush(
  tenantId: number,
  outbox: Outbox,
  now: Date,
  answer?: StoredAnswer,
): readonly Statement[] {
  const changes = outbox.announcements
    ? [...outbox.changes, announcement(outbox.announcements)]
    : outbox.changes
  const last = lastOf([tenantId, now], outbox, answer)
  return last ? [...changes, last] : changes
}

/** The last statement; `values` are those of `$1` and `$2`, which every part has. */
function lastOf(values: unknown[], outbox: Outbox, answer?: StoredAnswer): Statement | undefined {
  const arrived = addArrival(values, outbox)
  if (!answer) return arrived ? { text: ARRIVE, values } : undefined
  const { keyHash, fingerprint, status, body, expiresAt } = answer
  values.push(keyHash, fingerprint, status, body, expiresAt)
  return { text: arrived ? ARRIVE_AND_STORE : STORE, values }
}

/** Adds what has happened and what was counted, if there is any; a change by nothing is none. */
function addArrival(values: unknown[], { events, counts }: Outbox): boolean {
  const names: string[] = []
  const changes: number[] = []
  for (const [name, change] of counts)
    if (change !== 0) {
      names.push(name)
      changes.push(change)
    }
  if (events.length === 0 && names.length === 0) return false
  const types = events.map(({ type }) => type)
  values.push(
    types,
    events.map(({ data }) => JSON.stringify(data)),
    names,
    changes,
  )
  return true
}

const ARRIVE = `
  insert into arrivals (tenant_id, created_at, types, data, names, changes)
  values ($1::bigint, $2::timestamptz, $3::text[], $4::json[], $5::text[], $6::bigint[])`

/**
 * The primary key is the last guard: two answers under one key cannot both commit. Answers expire in the
 * order in which they are stored, so the first one's note is right for all.
 */
const storeFrom = (first: number) => `
  stored as (
    insert into api_idempotency_keys
      (tenant_id, key_hash, fingerprint, status, body, created_at, expires_at)
    values ($1::bigint, $${first}, $${first + 1}, $${first + 2}, $${first + 3}, $2::timestamptz, $${first + 4})
    returning expires_at
  ), kept as (
    insert into work_due (tenant_id, kind, due_at)
    select $1::bigint, '${STORED_ANSWERS_PURGE}', s.expires_at from stored s
    where not exists (
      select from work_due where tenant_id = $1::bigint and kind = '${STORED_ANSWERS_PURGE}')
    on conflict (tenant_id, kind) do nothing returning 1
  )`

const STORE = `with ${storeFrom(3)} select`
const ARRIVE_AND_STORE = `with arrived as (${ARRIVE}), ${storeFrom(7)} select`
