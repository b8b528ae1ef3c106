import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connect, transact } from '@mobieus/db'
import {
  createOutbox,
  createTenant,
  emit,
  flush,
  seal,
  sealingKey,
  secretPlace,
  WEBHOOK_SECRETS,
} from '@mobieus/domain'
import { APP_SECRET, openDatabase } from './database.ts'

/**
 * Deliveries a second of one worker process and of two: the log is filled first, then the workers
 * are started and the time from the first to the last arrival is taken. Receiver, database and
 * workers share the machine. `tsx scripts/bench/webhooks.ts [deliveries]`.
 */
const TENANTS = 4
const ENDPOINTS = 4
const deliveries = Number(process.argv[2] ?? 16_000)

const database = await openDatabase()
const db = connect({ url: database.appUrl, max: 4 })
const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
// The embedded server ends before the last connection has said goodbye.
owner.on('error', () => {})

let arrived = 0
let first = 0
let last = 0
const receiver = createServer((req, res) => {
  req.resume().on('end', () => {
    last = performance.now()
    if (arrived++ === 0) first = last
    res.end('ok')
  })
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`

const webhookKey = sealingKey(APP_SECRET, WEBHOOK_SECRETS)
const tenants: number[] = []
for (let i = 0; i < TENANTS; i++) {
  const admin = { username: 'founder', email: 'founder@example.com' }
  const created = await createTenant(db, { slug: `t${i}`, name: 'T', plan: 'pro', admin })
  tenants.push(created.live.tenantId)
  for (let k = 0; k < ENDPOINTS; k++) await register(created.live.tenantId)
}

async function register(tenantId: number): Promise<void> {
  const { rows } = await owner.query(
    `insert into webhook_endpoints
       (tenant_id, url, subscribed_events, since_position, secret_fingerprint, created_at)
     values ($1, $2, '{*}', 1, '', now()) returning id`,
    [tenantId, url],
  )
  const secret = seal(
    webhookKey,
    `whsec_${'A'.repeat(43)}=`,
    secretPlace(tenantId, Number(rows[0].id)),
  )
  await owner.query('update webhook_endpoints set secret = $1 where id = $2', [secret, rows[0].id])
  await owner.query(`insert into event_cursors values ($1, 'webhooks', 1) on conflict do nothing`, [
    tenantId,
  ])
}

/** Events of every tenant, as many as make the deliveries. */
async function fill(): Promise<void> {
  const each = Math.ceil(deliveries / TENANTS / ENDPOINTS)
  for (const tenantId of tenants)
    for (let done = 0; done < each; done += 500) {
      const outbox = createOutbox()
      for (let i = 0; i < Math.min(500, each - done); i++)
        emit<'createPost', 'post.created'>({ outbox }, 'post.created', {
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

const startWorker = (): ChildProcess =>
  spawn(
    process.execPath,
    ['--conditions=mobieus', '--import', 'tsx', 'packages/cli/src/main.ts', 'worker'],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        APP_DATABASE_URL: database.appUrl,
        APP_SECRET,
        WEBHOOK_ALLOW_PRIVATE: '1',
        LOG_LEVEL: 'error',
      },
    },
  )

/** One round; the workers are up, and idle, before there is anything to deliver. */
async function round(processes: number): Promise<number> {
  const workers = Array.from({ length: processes }, startWorker)
  await sleep(4_000)
  arrived = 0
  const before = await open()
  if (before > 0) throw new Error(`${before} deliveries are left over`)
  await fill()
  while ((await open()) > 0 || arrived < deliveries) await sleep(50)
  await Promise.all(
    workers.map(async (worker) => {
      const gone = new Promise((resolve) => worker.once('exit', resolve))
      worker.kill('SIGTERM')
      await gone
    }),
  )
  return Math.round((arrived / (last - first)) * 1_000)
}

async function open(): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as n from webhook_deliveries where status in ('pending', 'failed')`,
  )
  return rows[0].n
}

try {
  console.log(`${deliveries} deliveries, ${TENANTS} tenants with ${ENDPOINTS} endpoints each`)
  console.log(`${cpus().length} cores, shared by workers, PostgreSQL and the receiver`)
  await round(1) // Warm pages and plans.
  for (const processes of [1, 2, 1, 2])
    console.log(
      `${processes} worker process${processes > 1 ? 'es' : ''}: ${await round(processes)}/s`,
    )
} finally {
  receiver.close()
  receiver.closeAllConnections()
  await Promise.all([db.close(), owner.end()])
  await database.close()
}
