import type { Database } from '../../packages/db/src/index.ts'
import { presentEvent } from '../../packages/domain/src/platform/events.ts'
import type { Creates } from './clients.ts'
import type { Direct } from './direct.ts'
import { lineOf, rowOf, type Arrived, type Follower, type Shown } from './readers.ts'
import type { Kill } from './victims.ts'

/** All that a run leaves to be judged by. */
export interface Evidence {
  /** The database past row-level security. */
  readonly owner: Database
  readonly tenantId: number
  readonly creates: number
  readonly kills: number
  readonly killed: readonly Kill[]
  readonly done: Creates
  readonly direct: Direct
  readonly followers: readonly Follower[]
  readonly arrived: ReadonlyMap<string, Arrived>
  /** Whether `mobieus recount --check` has found every counter right. */
  readonly recounted: boolean
}

interface Logged {
  readonly position: number
  readonly type: string
  readonly type_position: number
  readonly created_at: Date
  readonly data: Shown['data']
}

/** The verdicts over a run; tells the numbers that they rest on. */
export async function judge(
  evidence: Evidence,
  log: (line: string) => void,
): Promise<Record<string, boolean>> {
  const { creates, kills, killed, done, direct, followers, arrived, recounted } = evidence
  const events = await query<Logged>(
    evidence,
    `select position, type, type_position, created_at, data from api_events
     where tenant_id = $1 order by position`,
  )
  const rows = await rowsOf(evidence)
  const rest = await leftOver(evidence)
  const lines = events.map((row) => lineOf(presentEvent(row) as Shown))
  // The founder joined before the endpoint was there.
  const [, ...delivered] = lines
  const counts = new Map<string, number>()
  for (const { data } of events) counts.set(rowOf(data), (counts.get(rowOf(data)) ?? 0) + 1)
  const doubles = [...arrived.values()].filter(({ at }) => at.length > 1)
  const names = new Set(rows.values())

  log(
    `${rows.size} rows, ${events.length} events; ${direct.committed.length} direct writes committed, ` +
      `${direct.undone.length} undone; ${done.refused} creates refused, ${done.left} left by their client; ` +
      `asked again: ${JSON.stringify(done.repeated)}`,
  )
  log(`${arrived.size} events arrived, ${doubles.length} of them again; kills: ${tally(killed)}`)
  const followed = followers.map(
    ({ name, seen }) =>
      [
        `the log was followed over ${name}`,
        same(log, `the follower over ${name}`, seen, lines),
      ] as const,
  )
  return {
    'so many were killed': killed.length === kills,
    'every create was answered, each with a row of its own':
      done.rows.size === creates && new Set(done.rows.values()).size === creates,
    'each row that was answered is there': [...done.rows].every(([row, n]) => rows.get(row) === n),
    'no row is there twice': names.size === rows.size,
    'what was committed directly is there':
      direct.committed.length > 0 && direct.committed.every((name) => names.has(name)),
    'what was undone is not':
      direct.undone.length > 0 && !direct.undone.some((name) => names.has(name)),
    'rows, last position and counters are equal':
      rows.size === events.length &&
      rows.size === events.at(-1)?.position &&
      rows.size === rest.events &&
      rows.size === rest.posts + rest.users,
    'each row has its one event': [...rows.keys()].every((row) => counts.get(row) === 1),
    'positions have no gap, nor those of a type': isDense(events),
    'times never decrease': events.every(
      ({ created_at }, i) => created_at >= (events[i - 1]?.created_at ?? new Date(0)),
    ),
    'a recount finds every counter right': recounted,
    'nothing is left to be placed': rest.arrivals === 0,
    ...Object.fromEntries(followed),
    'each event has one delivery, in the order of the log, which succeeded':
      rest.deliveries.every(
        ({ event_position, status }, i) => event_position === i + 2 && status === 'succeeded',
      ) && rest.deliveries.length === delivered.length,
    'every event arrived, and no other': same(
      log,
      'the receiver',
      [...arrived.values()].map(({ line }) => line).sort(),
      [...delivered].sort(),
    ),
    'events arrive again only after a kill': doubles.every((each) => isOfKill(each, killed)),
  }
}

const query = async <Row extends object>({ owner, tenantId }: Evidence, text: string) =>
  (await owner.pool.query<Row>(text, [tenantId])).rows

/** Names of rows, by what the rows are called in answers and events. */
async function rowsOf(evidence: Evidence): Promise<Map<string, string>> {
  const rows = await query<{ row: string; name: string }>(
    evidence,
    `select 'post ' || id as row, body as name from posts where tenant_id = $1
     union all select 'user ' || id, username from users where tenant_id = $1`,
  )
  return new Map(rows.map(({ row, name }) => [row, name]))
}

async function leftOver(evidence: Evidence) {
  const [counted] = await query<Record<'arrivals' | 'events' | 'posts' | 'users', number>>(
    evidence,
    `select (select count(*) from arrivals where tenant_id = $1) as arrivals,
       ${['events', 'posts', 'users']
         .map(
           (name) =>
             `(select value from counters where tenant_id = $1 and name = '${name}') as ${name}`,
         )
         .join(', ')}`,
  )
  const deliveries = await query<{ event_position: number; status: string }>(
    evidence,
    `select event_position, status from webhook_deliveries where tenant_id = $1 order by id`,
  )
  return { ...(counted as NonNullable<typeof counted>), deliveries }
}

function isDense(events: readonly Logged[]): boolean {
  const ofType = new Map<string, number>()
  return events.every(({ position, type, type_position }, i) => {
    const expected = (ofType.get(type) ?? 0) + 1
    ofType.set(type, expected)
    return position === i + 1 && type_position === expected
  })
}

/** Whether a reader has seen exactly this; tells of the first difference. */
function same(
  log: (line: string) => void,
  reader: string,
  seen: readonly string[],
  expected: readonly string[],
): boolean {
  const most = Math.max(seen.length, expected.length)
  for (let i = 0; i < most; i++)
    if (seen[i] !== expected[i]) {
      log(`${reader} differs at ${i + 1}: ${seen[i]} in place of ${expected[i]}`)
      return false
    }
  return true
}

const LEASE_MS = 15_000
const LATE_MS = 5_000

/**
 * An attempt whose worker, or database, is killed before it was recorded is made again. Its record may have
 * been on its way until the lease ended; the kill may be noted before the arrival is.
 */
const isOfKill = ({ at: [first = 0] }: Arrived, killed: readonly Kill[]): boolean =>
  killed.some(
    ({ name, at }) =>
      !name.startsWith('server') && at > first - LATE_MS && at < first + LEASE_MS + LATE_MS,
  )

/** How often each was killed. */
export function tally(killed: readonly Kill[]): string {
  const counts = new Map<string, number>()
  for (const { name } of killed) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, n]) => `${name} ${n}`).join(', ')
}
