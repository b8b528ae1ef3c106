import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, migrate } from '@mobieus/db'
import { createKey } from '@mobieus/domain/admin'
import { scopes } from '@mobieus/domain/platform'
import pg from 'pg'
import { freePort } from '../../test/support/process/free-port.ts'
import { slowCommits } from '../../test/support/process/slow-commits.ts'
import { startThrowaway } from '../../test/support/process/throwaway.ts'
import { APP_SECRET } from './database.ts'
import { createBenchTenant, settle, type BenchTenant } from './fill.ts'
import { paced, createAtOnce, type Target } from './commits-load.ts'
import { cpuUsOf, treeOf } from './cpu.ts'
import type { Commits, CommitsResult } from './commits-report.ts'
import { measureRoom } from './commits-room.ts'
import { BASE_DOMAIN } from './servers/setup.ts'
import { median, quantile } from './statistics.ts'

const COMMIT_MS = 5
const CLIENTS = 32
const TENANTS = 32
const PER_SECOND = 500

/**
 * A PostgreSQL that syncs to the disk, each commit at least 5 ms later; a server and a worker as they ship.
 * CPU times count from the first create until everything is in the log and read by the webhooks.
 */
export async function measureCommits(
  { quick }: { readonly quick: boolean },
  log: (line: string) => void,
): Promise<Commits> {
  const postgres = await startThrowaway('commits', { durable: true })
  const owner = new pg.Pool({ connectionString: postgres.url, max: 1 })
  // The server ends before the last connection has said goodbye.
  owner.on('error', () => {})
  const processes: ChildProcess[] = []
  try {
    const { appUrl } = await migrate({ url: postgres.url, appSecret: APP_SECRET })
    const database = { ownerUrl: postgres.url, appUrl, close: async () => {} }
    await slowCommits(postgres.url, COMMIT_MS)
    const one = await openTarget(database, 'one', 10_000)
    const many: Target[] = []
    for (let i = 0; i < TENANTS; i++) many.push(await openTarget(database, `many-${i}`, 1_000))
    await settle(database)
    const env = environment(database)
    const port = await freePort()
    processes.push(
      fork(MAIN, ['serve'], { ...SILENT, env: { ...env, PORT: String(port) } }),
      fork(MAIN, ['worker'], { ...SILENT, env }),
    )
    await listens(port)
    await sleep(3_000)
    const pids = processes.map(({ pid }) => pid as number)
    const postmaster = (await postgres.postmaster()) as number
    const cpu = () => ({ node: cpuUsOf(pids), postgres: cpuUsOf(treeOf(postmaster), true) })
    const results: CommitsResult[] = []
    for (let round = 0; round < (quick ? 1 : 3); round++)
      for (const targets of [[one], many])
        results.push(await measureCreates({ port, targets, owner, cpu }, quick ? 4 : 20, log))
    const delivery = await measureDelivery(port, one, owner, quick ? 6 : 15)
    log(
      `webhooks at ${delivery.perSecond.toFixed(0)}/s: ${delivery.p50Ms.toFixed(0)} ms, 95 % within ${delivery.p95Ms.toFixed(0)} ms`,
    )
    const room = await measureRoom(database, owner, quick ? 50_000 : 1_000_000)
    log(`arrivals after ${room.writes} writes: ${room.bytes} bytes`)
    return { results, delivery, room }
  } finally {
    for (const child of processes) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    await owner.end()
    await postgres.stop()
  }
}

/** A server, the tenants that are written to, and the means to measure what that costs. */
interface Site {
  readonly port: number
  readonly targets: readonly Target[]
  readonly owner: pg.Pool
  /** The CPU times so far. */
  readonly cpu: () => { readonly node: number; readonly postgres: number }
}

/** Creates by all clients for so long, after a second of warming up. */
async function measureCreates(
  { port, targets, owner, cpu }: Site,
  seconds: number,
  log: (line: string) => void,
): Promise<CommitsResult> {
  await createAtOnce(port, targets, CLIENTS, 1)
  await settled(owner)
  const before = cpu()
  const { created, perSecond } = await createAtOnce(port, targets, CLIENTS, seconds)
  await settled(owner)
  const after = cpu()
  const nodeUs = (after.node - before.node) / created
  const postgresUs = (after.postgres - before.postgres) / created
  log(
    `commits of ${COMMIT_MS} ms, ${targets.length} tenants: ${perSecond.toFixed(0)} creates/s, CPU µs ${nodeUs.toFixed(0)} + ${postgresUs.toFixed(0)}`,
  )
  return { commitMs: COMMIT_MS, tenants: targets.length, perSecond, nodeUs, postgresUs }
}

/** The waits for webhooks at a steady pace: the medians of three rounds. */
async function measureDelivery(
  port: number,
  target: Target,
  owner: pg.Pool,
  seconds: number,
): Promise<Commits['delivery']> {
  // Autovacuum does so within its first minute; plans from when the tables were empty are then made anew.
  await paced(port, target, PER_SECOND / 5, 3)
  await owner.query('analyze')
  // A process that has just come up compiles its code in its first seconds at this pace.
  await paced(port, target, PER_SECOND, seconds)
  const rounds: Commits['delivery'][] = []
  for (let round = 0; round < 3; round++) {
    const { perSecond, ms } = await paced(port, target, PER_SECOND, seconds)
    rounds.push({ perSecond, p50Ms: quantile(ms, 0.5), p95Ms: quantile(ms, 0.95) })
  }
  const of = (field: keyof Commits['delivery']) => median(rounds.map((each) => each[field]))
  return { perSecond: of('perSecond'), p50Ms: of('p50Ms'), p95Ms: of('p95Ms') }
}

const MAIN = path.resolve(import.meta.dirname, '../../packages/cli/dist/main.js')
const SILENT = { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] as never }

type Database = Parameters<typeof createBenchTenant>[0]

const environment = ({ ownerUrl, appUrl }: Database) => ({
  PATH: process.env.PATH,
  DATABASE_URL: ownerUrl,
  APP_DATABASE_URL: appUrl,
  DATABASE_POOL: '32',
  APP_SECRET,
  BASE_DOMAINS: BASE_DOMAIN,
  WEBHOOK_ALLOW_PRIVATE: '1',
  LOG_LEVEL: 'error',
})

async function listens(port: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) return
    await sleep(100)
  }
  throw new Error('the server does not come up')
}

/** A tenant with what its clients need: a key with every scope, its members and its threads. */
async function openTarget(database: Database, slug: string, posts: number): Promise<Target> {
  const tenant: BenchTenant = await createBenchTenant(database, slug, posts)
  const db = connect({ url: database.appUrl, max: 1 })
  const owned = { tenantId: tenant.id, userId: tenant.adminId, environment: 'live' } as const
  const { secret } = await createKey(db, { ...owned, label: 'all', scopes, rateLimit: 0 })
  await db.close()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const idsOf = async (table: string) =>
    (await client.query(`select id::int from ${table} where tenant_id = $1`, [tenant.id])).rows.map(
      ({ id }) => id as number,
    )
  const target = {
    host: `${tenant.slug}.${BASE_DOMAIN}`,
    secret,
    authors: (await idsOf('users')).filter((id) => id !== tenant.adminId),
    threads: await idsOf('threads'),
  }
  await client.end()
  return target
}

/** Waits until nothing is left to do: everything is in the log, and the log is read. */
async function settled(owner: pg.Pool): Promise<void> {
  const left = `select exists (select from arrivals) or exists (
    select from event_cursors c join counters n on n.tenant_id = c.tenant_id and n.name = 'events'
    where n.value > c.position) or exists (
    select from webhook_deliveries where status in ('pending', 'failed')) as busy`
  while ((await owner.query(left)).rows[0].busy) await sleep(50)
}
