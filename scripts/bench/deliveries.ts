import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database, seal, sealingKeys, transact } from '@mobieus/db'
import { createTenant } from '@mobieus/domain'
import { createOutbox, emit, flush } from '@mobieus/domain/kit'
import { secretPlace, WEBHOOK_SECRETS } from '@mobieus/domain/platform'
import pg from 'pg'
import { APP_SECRET, type BenchDatabase } from './database.ts'
import { median } from './statistics.ts'

/** Deliveries a second of one worker process and of two. */
export interface DeliveryResult {
  readonly receivers: string
  readonly one: number
  readonly two: number
  /** `two` as a multiple of `one`: the median over pairs of rounds. */
  readonly growth: number
}

/** A load: receivers, tenants, endpoints and deliveries. */
interface Scenario {
  readonly name: string
  readonly answersAfterMs: number
  /** The endpoints of each tenant. */
  readonly endpoints: number
  readonly deliveries: number
}

const TENANTS = 4
/** Receivers that answer at once measure the machine; slow ones what a process may have in flight. */
const scenarios = (quick: boolean): readonly Scenario[] => [
  {
    name: 'answer at once',
    answersAfterMs: 0,
    endpoints: 4,
    deliveries: quick ? 4_000 : 16_000,
  },
  {
    name: 'answer after 2 s',
    answersAfterMs: 2_000,
    endpoints: 40,
    deliveries: quick ? 3_200 : 8_000,
  },
]

/**
 * The workers are up and idle, then the log is filled, and the time from the first to the last
 * arrival is taken. Receiver, database and workers share the machine.
 */
export async function measureDeliveries(
  database: BenchDatabase,
  { quick }: { readonly quick: boolean },
  log: (line: string) => void,
): Promise<DeliveryResult[]> {
  const db = connect({ url: database.appUrl, max: 4 })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  // The embedded server ends before the last connection has said goodbye.
  owner.on('error', () => {})
  try {
    const results: DeliveryResult[] = []
    for (const [i, scenario] of scenarios(quick).entries()) {
      const receiver = await startReceiver(scenario.answersAfterMs)
      const tenants = await register(db, owner, `hooks${i}`, scenario.endpoints, receiver.url)
      const round = (processes: number) =>
        deliver(database, owner, scenario, receiver, processes, () => fill(db, tenants, scenario))
      await round(1) // Warm pages and plans.
      const pairs: [number, number][] = []
      for (let n = 0; n < (quick ? 1 : 3); n++) {
        const pair: [number, number] = [await round(1), await round(2)]
        pairs.push(pair)
        log(`receivers that ${scenario.name}: ${pair[0]}/s by one process, ${pair[1]}/s by two`)
      }
      receiver.server.close()
      receiver.server.closeAllConnections()
      results.push({
        receivers: scenario.name,
        one: median(pairs.map(([one]) => one)),
        two: median(pairs.map(([, two]) => two)),
        growth: median(pairs.map(([one, two]) => two / one)),
      })
    }
    return results
  } finally {
    await Promise.all([db.close(), owner.end()])
  }
}

interface Receiver {
  readonly server: Server
  readonly url: string
  arrived: number
  /** When the first and the last arrived since `arrived` was set to 0. */
  first: number
  last: number
}

async function startReceiver(answersAfterMs: number): Promise<Receiver> {
  const server = createServer((req, res) => {
    req.resume().on('end', () => {
      receiver.last = performance.now()
      if (receiver.arrived++ === 0) receiver.first = receiver.last
      if (answersAfterMs === 0) res.end('ok')
      else setTimeout(() => res.end('ok'), answersAfterMs)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const receiver = { server, url: `http://127.0.0.1:${port}/`, arrived: 0, first: 0, last: 0 }
  return receiver
}

async function register(
  db: Database,
  owner: pg.Pool,
  name: string,
  endpoints: number,
  url: string,
): Promise<number[]> {
  const webhookKeys = sealingKeys({ appSecret: APP_SECRET }, WEBHOOK_SECRETS)
  const tenants: number[] = []
  for (let i = 0; i < TENANTS; i++) {
    const admin = { username: 'founder', email: 'founder@example.com' }
    const { live } = await createTenant(db, { slug: `${name}-${i}`, name, plan: 'pro', admin })
    const { tenantId } = live
    tenants.push(tenantId)
    const { rows } = await owner.query<{ id: string }>(
      `insert into webhook_endpoints
         (tenant_id, url, subscribed_events, since_position, secret_fingerprint, created_at)
       select $1, $2, '{*}', 1, '', now() from generate_series(1, $3) returning id`,
      [tenantId, url, endpoints],
    )
    const ids = rows.map((row) => Number(row.id))
    const secrets = ids.map((id) =>
      seal(webhookKeys, `whsec_${'A'.repeat(43)}=`, secretPlace(tenantId, id)),
    )
    await owner.query(
      `update webhook_endpoints w set secret = s.secret
       from unnest($1::bigint[], $2::text[]) as s(id, secret) where w.id = s.id`,
      [ids, secrets],
    )
    await owner.query(
      `insert into event_cursors values ($1, 'webhooks', 1) on conflict do nothing`,
      [tenantId],
    )
  }
  return tenants
}

const BATCH = 500

/** Events of every tenant, as many as make the deliveries. */
async function fill(db: Database, tenants: number[], { deliveries, endpoints }: Scenario) {
  const each = deliveries / TENANTS / endpoints
  for (const tenantId of tenants)
    for (let done = 0; done < each; done += BATCH) {
      const outbox = createOutbox()
      for (let i = 0; i < Math.min(BATCH, each - done); i++)
        emit({ outbox }, 'post.created', {
          post_id: i + 1,
          thread_id: 1,
          forum_slug: 'general',
          title: 'A title of the usual length for a thread',
          parent_post_id: null,
          author: { id: 1, username: 'founder' },
        })
      await transact(
        db,
        tenantId,
        async () => {},
        () => flush(tenantId, outbox, new Date()),
      )
    }
}

/** One round: deliveries a second of so many processes. */
async function deliver(
  database: BenchDatabase,
  owner: pg.Pool,
  { deliveries }: Scenario,
  receiver: Receiver,
  processes: number,
  begin: () => Promise<void>,
): Promise<number> {
  const workers = Array.from({ length: processes }, () => startWorker(database))
  await sleep(4_000)
  receiver.arrived = 0
  await begin()
  while (receiver.arrived < deliveries || (await countOpen(owner)) > 0) await sleep(50)
  await Promise.all(
    workers.map(async (worker) => {
      const gone = once(worker, 'exit')
      worker.kill('SIGTERM')
      await gone
    }),
  )
  return Math.round((receiver.arrived / (receiver.last - receiver.first)) * 1_000)
}

/** The worker as it ships, in a process of its own. */
const startWorker = ({ ownerUrl, appUrl }: BenchDatabase): ChildProcess =>
  fork(path.resolve(import.meta.dirname, '../../packages/cli/dist/main.js'), ['worker'], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: ownerUrl,
      APP_DATABASE_URL: appUrl,
      APP_SECRET,
      WEBHOOK_ALLOW_PRIVATE: '1',
      LOG_LEVEL: 'error',
    },
  })

async function countOpen(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from webhook_deliveries where status in ('pending', 'failed')`,
  )
  return rows[0]?.n ?? 0
}
