import type { Room } from './commits-room.ts'
import { median } from './statistics.ts'

/** Creates through HTTP where a commit takes its time, of one tenant or of many. */
export interface CommitsResult {
  readonly commitMs: number
  readonly tenants: number
  readonly perSecond: number
  /** CPU time for each create: of server and worker, and of PostgreSQL, with all that follows. */
  readonly nodeUs: number
  readonly postgresUs: number
}

/** All that was measured of them. */
export interface Commits {
  readonly results: readonly CommitsResult[]
  /** From the answer to a create to the first attempt of its webhook. */
  readonly delivery: {
    readonly perSecond: number
    readonly p50Ms: number
    readonly p95Ms: number
  }
  readonly room: Room
}

/** The share of what many tenants create that one tenant does at least. */
const SHARE = 0.9
const DELIVERY_MS = 50

export function brokenCommits(commits: Commits | undefined): string[] {
  if (!commits) return []
  const share = perSecondOf(commits, (n) => n === 1) / perSecondOf(commits, (n) => n > 1)
  const { p95Ms } = commits.delivery
  return [
    ...(share < SHARE
      ? [`creates of one tenant: ${share.toFixed(2)} × those of many, not at least ${SHARE}`]
      : []),
    ...(p95Ms > DELIVERY_MS
      ? [`95 % of the webhooks: within ${p95Ms.toFixed(0)} ms, not ${DELIVERY_MS}`]
      : []),
  ]
}

const perSecondOf = ({ results }: Commits, of: (tenants: number) => boolean) =>
  median(results.filter(({ tenants }) => of(tenants)).map(({ perSecond }) => perSecond))

/** Lines of a table: a load, its number, and one more. */
export function commitRows(commits: Commits): (string | number)[][] {
  const { results, delivery, room } = commits
  const created = [...new Set(results.map(({ tenants }) => tenants))].map((tenants) => {
    const own = results.filter((each) => each.tenants === tenants)
    const of = (field: 'perSecond' | 'nodeUs' | 'postgresUs') =>
      median(own.map((each) => each[field])).toFixed(0)
    return [
      `creates, ${own[0]?.commitMs} ms a commit, tenants: ${tenants}`,
      `${of('perSecond')}/s`,
      `CPU µs ${of('nodeUs')} + ${of('postgresUs')}`,
    ]
  })
  return [
    ...created,
    [
      `webhooks at ${delivery.perSecond.toFixed(0)} creates a second`,
      `${delivery.p50Ms.toFixed(0)} ms`,
      `95 % within ${delivery.p95Ms.toFixed(0)} ms`,
    ],
    [
      `arrivals after ${room.writes.toLocaleString('en')} writes`,
      `${megabytes(room.bytes)} MB`,
      `at most ${megabytes(room.mostBytes)} MB`,
    ],
  ]
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
