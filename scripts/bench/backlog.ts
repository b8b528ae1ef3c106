import { connect, transact, type Database } from '@mobieus/db'
import { createTenant, handlers, surfaces } from '@mobieus/domain'
import { createOutbox, emit, flush, logKind } from '@mobieus/domain/kit'
import {
  advance,
  placeArrivals,
  bySystem,
  choresOf,
  claimWebhookDeliveries,
  listTenantsDue,
  purgeWebhookDeliveries,
  settleDeliveries,
  settleLog,
  tenantsDue,
  webhookFanOut,
  WEBHOOKS,
} from '@mobieus/domain/platform'
import pg from 'pg'
import type { BenchDatabase } from './database.ts'
import { median } from './statistics.ts'

/** The cost of a step beside a large backlog, and its bound. */
export interface BacklogCost {
  readonly what: string
  readonly ms: number
  readonly mostMs: number
}

/** A step of the work that a request or a worker waits for, whatever else there is. */
const STEP_MS = 500
/** A look for work that is not there. */
const IDLE_MS = 25
/** A request. */
const REQUEST_MS = 100
const ENDPOINTS = 503
const EVENTS = 500

/**
 * Measures the steps whose cost must not grow with a backlog. They are looks for work beside 10,000 and
 * 100,000 tenants, and claims with 400,000 of 1.26 million deliveries due. Further steps disable, enable
 * and delete an endpoint with 200,000 open deliveries, and fan out 500 events to 503 endpoints. `quick`
 * has a tenth of it.
 */
export async function measureBacklog(
  database: BenchDatabase,
  { quick }: { readonly quick: boolean },
  log: (line: string) => void,
): Promise<BacklogCost[]> {
  const db = connect({ url: database.appUrl, max: 2 })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  // The embedded server ends before the last connection has said goodbye.
  owner.on('error', () => {})
  const of = (n: number) => (quick ? n / 10 : n)
  const costs: BacklogCost[] = []
  const add = (what: string, ms: number, mostMs: number) => {
    costs.push({ what, ms, mostMs })
    log(`${what}: ${ms.toFixed(1)} ms`)
  }
  try {
    for (const tenants of [of(10_000), of(100_000)]) {
      await idleTenants(owner, tenants)
      const beside = `beside ${tenants.toLocaleString('en')} tenants`
      add(`look for webhooks ${beside}`, await timed(() => look(db), 20), IDLE_MS)
      add(`look for chores ${beside}`, await timed(() => lookForChores(db), 20), IDLE_MS)
    }
    const many = await tenantWith(db, owner, 'waiting', 40)
    await deliveries(owner, many, of(1_260_000), of(400_000))
    log(`${of(1_260_000)} deliveries, ${of(400_000)} of them due`)
    add('look beside the backlog', await timed(() => look(db), 20), IDLE_MS)
    add('claim of 640', await timed((n) => claim(db, many, n), 10), STEP_MS)
    const settled = async () => {
      await settleLog(db, webhookFanOut, many)
      await settleDeliveries(db, many, new Date())
    }
    add('note when to look again', await timed(settled, 10), STEP_MS)
    const purge = () =>
      bySystem(db, many, new Date(), (ctx) => purgeWebhookDeliveries(ctx, inDays(40)))
    add('purge of a batch of 500', await timed(purge, 10), STEP_MS)

    const big = await tenantWith(db, owner, 'big', 1)
    await deliveries(owner, big, of(200_000), of(200_000))
    const id = await endpointOf(owner, big)
    for (const verb of ['disable', 'enable', 'delete'] as const)
      add(
        `${verb} with ${of(200_000).toLocaleString('en')} open`,
        await timed(() => call(db, big, `${verb}Webhook`, id), 1),
        REQUEST_MS,
      )

    const wide = await tenantWith(db, owner, 'wide', ENDPOINTS)
    await events(db, wide, EVENTS)
    await placeArrivals(db, wide)
    const steps: number[] = []
    for (let more = true; more;) {
      const began = performance.now()
      ;({ more } = await advance(db, webhookFanOut, wide, new Date()))
      steps.push(performance.now() - began)
    }
    const all = steps.reduce((sum, ms) => sum + ms, 0)
    log(
      `fan-out of ${EVENTS} events to ${ENDPOINTS} endpoints: ${steps.length} steps, ${all.toFixed(0)} ms`,
    )
    add('longest step of that fan-out', Math.max(...steps), STEP_MS * 2)
    return costs
  } finally {
    await Promise.all([db.close(), owner.end()])
  }
}

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

async function timed(work: (n: number) => Promise<unknown>, times: number): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await work(n)
    taken.push(performance.now() - began)
  }
  return median(taken)
}

const look = (db: Database) =>
  Promise.all([logKind('webhooks'), WEBHOOKS].map((kind) => listTenantsDue(db, kind, new Date())))

async function lookForChores(db: Database): Promise<void> {
  for (const { name } of choresOf(surfaces))
    for await (const tenant of tenantsDue(db, name, new Date())) throw new Error(`due: ${tenant}`)
}

/** Each claim finds the slots free again. */
const claim = (db: Database, tenantId: number, n: number) => {
  const now = new Date(Date.now() + n * 60_000)
  const leasedUntil = new Date(now.getTime() + 15_000)
  return claimWebhookDeliveries(db, tenantId, now, { leasedUntil, perEndpoint: 16, limit: 1_000 })
}

/** Tenants that have work of every kind, none of which is due. */
async function idleTenants(owner: pg.Pool, tenants: number): Promise<void> {
  const kinds = [...choresOf(surfaces).map(({ name }) => name), 'webhooks']
  await owner.query(
    `insert into work_due (tenant_id, kind, due_at)
     select 1000000 + n, kind, now() + make_interval(hours => 1 + n % 1000)
     from generate_series(1, $1) n cross join unnest($2::text[]) as k(kind)
     on conflict do nothing returning 1`,
    [tenants, kinds],
  )
  await owner.query('vacuum analyze work_due')
}

async function tenantWith(db: Database, owner: pg.Pool, slug: string, endpoints: number) {
  const admin = { username: 'founder', email: 'founder@example.com' }
  const { live } = await createTenant(db, { slug, name: slug, plan: 'pro', admin })
  await owner.query(
    `with made as (
       insert into webhook_endpoints
         (tenant_id, url, subscribed_events, since_position, secret_fingerprint, created_at)
       select $1, 'https://hooks.example.com/', '{*}', 1, '', now() from generate_series(1, $2)
       returning 1)
     insert into event_cursors (tenant_id, subscriber, position) values ($1, 'webhooks', 1)`,
    [live.tenantId, endpoints],
  )
  return live.tenantId
}

const endpointOf = async (owner: pg.Pool, tenantId: number) => {
  const { rows } = await owner.query('select id from webhook_endpoints where tenant_id = $1', [
    tenantId,
  ])
  return Number(rows[0].id)
}

/** The others are settled, so many days ago that a few are old enough to go. */
async function deliveries(owner: pg.Pool, tenantId: number, all: number, due: number) {
  await owner.query(
    `insert into webhook_deliveries
       (tenant_id, endpoint_id, event_position, event_type, status, attempt_count, next_attempt_at,
        created_at, completed_at)
     select $1, e.ids[1 + n % array_length(e.ids, 1)], 1, 'post.created',
       case when n <= $3 then 'pending' else 'succeeded' end, case when n <= $3 then 0 else 1 end,
       case when n <= $3 then now() - make_interval(secs => n % 10000) end, now(),
       case when n > $3 then now() - make_interval(mins => n % 40000) end
     from generate_series(1, $2) n
     cross join (select array_agg(id) as ids from webhook_endpoints where tenant_id = $1) e
     returning 1`,
    [tenantId, all, due],
  )
  await owner.query(
    `insert into work_due values ($1, 'webhooks', now())
     on conflict (tenant_id, kind) do update set due_at = now()`,
    [tenantId],
  )
  await owner.query('vacuum analyze webhook_deliveries')
}

async function events(db: Database, tenantId: number, n: number): Promise<void> {
  const outbox = createOutbox()
  for (let i = 0; i < n; i++)
    emit({ outbox }, 'post.created', {
      post_id: i + 1,
      thread_id: 1,
      forum_slug: 'general',
      title: 'A title of the usual length for a thread',
      parent_post_id: null,
      author: { id: 1, username: 'founder' },
    })
  const finish = () => flush(tenantId, outbox, new Date())
  await transact(db, tenantId, async () => {}, finish)
}

/** The handler in its transaction, as a request runs it. */
async function call(
  db: Database,
  tenantId: number,
  operation: 'disableWebhook' | 'enableWebhook' | 'deleteWebhook',
  id: number,
): Promise<void> {
  const admin = await firstMember(db, tenantId)
  await bySystem<unknown>(db, tenantId, new Date(), (ctx) =>
    handlers[operation](
      { ...ctx, tenant: { environment: 'live' }, caller: { user: { id: admin } } } as never,
      { path: { id } } as never,
    ),
  )
}

const firstMember = (db: Database, tenantId: number) =>
  transact(db, tenantId, async ({ tx }) => {
    const { id } = await tx
      .selectFrom('users')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow()
    return id
  })
