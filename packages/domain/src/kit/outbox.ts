import type { Statement } from '@mobieus/db'
import { announcement } from './announce.ts'
import type { OpenOutbox, Outbox } from './context.ts'
import { LOG_KIND, STORED_ANSWERS_PURGE } from './notes.ts'

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
const OF_TYPE = `${EVENTS}.type=`
export const eventCounter = (type?: string): string => (type ? `${OF_TYPE}${type}` : EVENTS)

/** The type that a counter of events is of; `undefined` for any other counter. */
export const typeOfCounter = (name: string): string | undefined =>
  name.startsWith(OF_TYPE) ? name.slice(OF_TYPE.length) : undefined

/**
 * The statements for the end of a write: deferred changes, announcements, and then as ONE statement
 * counters, events and the stored answer.
 *
 * Counters are locked in the order of their names, so that writes never wait for each other in a
 * circle. Unsorted, 16 writers deadlock within seconds. The counter of all events makes positions
 * gap-free and in commit order: its holder commits or gives its number back. `created_at` never
 * decreases along positions, however far the clocks of several servers are apart.
 */
export function flush(
  tenantId: number,
  outbox: Outbox,
  now: Date,
  answer?: StoredAnswer,
): Statement[] {
  const { events } = outbox
  const changes = outbox.announcements
    ? [...outbox.changes, announcement(outbox.announcements)]
    : outbox.changes
  if (events.length === 0 && outbox.counts.size === 0 && !answer) return changes
  const counts = new Map([...outbox.counts].filter(([, change]) => change !== 0))
  const ofType = new Map<string, number>()
  for (const { type } of events) ofType.set(type, (ofType.get(type) ?? 0) + 1)
  for (const [type, n] of ofType) counts.set(eventCounter(type), n)
  if (events.length > 0) counts.set(eventCounter(), events.length)
  if (counts.size === 0 && !answer) return changes

  const values: unknown[] = [tenantId, now]
  const parameter = (value: unknown) => `$${values.push(value)}`
  const parts: string[] = []
  if (counts.size > 0) parts.push(`bumped as (${bump(counts, parameter)})`)
  if (events.length > 0) parts.push(`written as (${write(events, ofType, parameter)})`)
  if (events.length > 0) parts.push(`told as (${NOTE_LOG})`)
  if (answer) parts.push(`stored as (${store(answer, parameter)})`, `kept as (${NOTE_ANSWER})`)
  return [...changes, { text: `with ${parts.join(', ')} select`, values }]
}

/**
 * The note by which a reader of the log finds the tenant even when no hint comes. It follows the raised
 * counter, so that no reader at the end of the log takes it away before this commits. A note that is
 * there stays as it is.
 */
const NOTE_LOG = `
  insert into work_due (tenant_id, kind, due_at)
  select c.tenant_id, '${LOG_KIND}' || c.subscriber, $2::timestamptz
  from bumped b join event_cursors c on c.tenant_id = $1::bigint
  where b.name = '${EVENTS}'
  on conflict (tenant_id, kind) do nothing returning 1`

/** Answers expire in the order in which they are stored, so the first one's note is right for all. */
const NOTE_ANSWER = `
  insert into work_due (tenant_id, kind, due_at)
  select $1::bigint, '${STORED_ANSWERS_PURGE}', s.expires_at from stored s
  on conflict (tenant_id, kind) do nothing returning 1`

type Parameter = (value: unknown) => string

const bump = (counts: ReadonlyMap<string, number>, parameter: Parameter) => `
  insert into counters as c (tenant_id, name, value, touched_at)
  select $1::bigint, n.name, n.change, $2::timestamptz
  from unnest(${parameter([...counts.keys()])}::text[], ${parameter([...counts.values()])}::bigint[]) as n(name, change)
  order by n.name collate "C"
  on conflict (tenant_id, name) do update
    set value = c.value + excluded.value, touched_at = greatest(c.touched_at, excluded.touched_at)
  returning name, value, touched_at`

/** Each event takes its place from the end of what the counters were raised by. */
function write(
  events: Outbox['events'],
  ofType: ReadonlyMap<string, number>,
  parameter: Parameter,
): string {
  const seen = new Map<string, number>()
  const back: number[] = []
  const backOfType: number[] = []
  events.forEach(({ type }, i) => {
    const nth = (seen.get(type) ?? 0) + 1
    seen.set(type, nth)
    back.push(events.length - 1 - i)
    backOfType.push((ofType.get(type) as number) - nth)
  })
  const types = parameter(events.map((event) => event.type))
  const data = parameter(events.map((event) => JSON.stringify(event.data)))
  return `
  insert into api_events (tenant_id, position, type, type_position, created_at, data)
  select $1::bigint, a.value - e.back, e.type, t.value - e.back_of_type, a.touched_at, e.data::json
  from unnest(${types}::text[], ${data}::text[], ${parameter(back)}::bigint[], ${parameter(backOfType)}::bigint[])
    as e(type, data, back, back_of_type)
  join bumped a on a.name = '${EVENTS}'
  join bumped t on t.name = '${OF_TYPE}' || e.type
  returning 1`
}

/** The primary key is the last guard: two answers under one key cannot both commit. */
const store = (answer: StoredAnswer, parameter: Parameter) => `
  insert into api_idempotency_keys
    (tenant_id, key_hash, fingerprint, status, body, created_at, expires_at)
  values ($1::bigint, ${parameter(answer.keyHash)}, ${parameter(answer.fingerprint)},
    ${parameter(answer.status)}, ${parameter(answer.body)}, $2::timestamptz, ${parameter(answer.expiresAt)})
  returning expires_at`
