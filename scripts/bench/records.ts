import { connect } from '@mobieus/db'
import { createTenant } from '@mobieus/domain'
import { createKey } from '@mobieus/domain/admin'
import autocannon from 'autocannon'
import pg from 'pg'
import { start } from './contenders.ts'
import { APP_SECRET, type BenchDatabase } from './database.ts'
import { settle } from './fill.ts'
import { call } from './http.ts'
import { batchOf, FILTERS, READS, statementOf } from './record-statements.ts'
import { resultOf, type ScaleResult } from './scale.ts'
import { BASE_DOMAIN } from './servers/setup.ts'
import { median } from './statistics.ts'

/** How often a second a record store does something, this one and the one beside it. */
export interface RecordResult {
  readonly what: string
  readonly perSecond: number
  readonly beside: number | undefined
}

/** A store, or the store of a tenant. */
interface Store {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

export interface RecordPlan {
  readonly quick: boolean
  /** Another record store with its credentials in the URL. */
  readonly beside: string | undefined
  /** The statements of the small tenant and of the large one. */
  readonly sizes: { readonly small: number; readonly large: number }
}

const BATCH = 250
const BULK = 10_000
/** The statements that a large tenant has again and again, with other ids. */
const PATTERN = 1_000

/** The record store with few statements and with many, and beside another one where its URL is given. */
export async function measureRecords(
  database: BenchDatabase,
  plan: RecordPlan,
  log: (line: string) => void,
): Promise<{ readonly recordScale: ScaleResult[]; readonly records: RecordResult[] }> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const tenants = [
    await addTenant(database, 'records-few'),
    await addTenant(database, 'records-many'),
    await addTenant(database, 'records-fresh'),
  ] as const
  const setup = { databaseUrl: database.appUrl, appSecret: APP_SECRET, database: true }
  const server = await start('ours', {
    ...{ ...setup, poolSize: 10, reads: { id: tenants[0].id } },
    writes: { id: tenants[0].id, author: { id: 0, username: 'founder' } },
  })
  const [few, many, fresh] = tenants.map(({ slug, secret }): Store => ({
    url: new URL(`http://127.0.0.1:${server.port}/api/v1/learn/xapi/`),
    headers: { host: `${slug}.${BASE_DOMAIN}`, authorization: `Bearer ${secret}` },
  })) as [Store, Store, Store]
  try {
    const records = await compared(fresh, plan, log)
    const { small, large } = plan.sizes
    for (const [store, { id }, size] of [
      [few, tenants[0], small],
      [many, tenants[1], large],
    ] as const) {
      for (let n = 0; n < PATTERN; n += BATCH) await post(store, batchOf(n, BATCH))
      await multiply(owner, id, size / PATTERN - 1)
    }
    await settle(database)
    log(`filled ${small} and ${large} statements`)
    return { records, recordScale: await scaleOf(few, many, plan, log) }
  } finally {
    await server.stop()
    await owner.end()
  }
}

async function addTenant({ appUrl }: BenchDatabase, slug: string) {
  const db = connect({ url: appUrl, max: 1 })
  const admin = { username: 'founder', email: 'founder@example.com' }
  const { live } = await createTenant(db, { slug, name: slug, plan: 'pro', admin })
  const { secret } = await createKey(db, {
    ...{ tenantId: live.tenantId, userId: live.adminId, environment: 'live', label: 'bench' },
    ...{ scopes: ['learn:xapi:read', 'learn:xapi:write'], rateLimit: 1_000_000_000 },
  })
  await db.close()
  return { slug, secret, id: live.tenantId }
}

/** Copies what the tenant has been sent so many times, each copy a minute before what there is, with other ids. */
async function multiply(owner: pg.Client, tenant: number, copies: number): Promise<void> {
  await owner.query('set synchronous_commit = off')
  await owner.query(
    `create temp table pattern as
       select id, statement_id, stored, row_number() over (order by id) as place
       from learn_xapi_statements where tenant_id = ${tenant}`,
  )
  await owner.query(
    `create temp table copies as
       select p.id as origin, p.statement_id as old_id, gen_random_uuid() as statement_id,
         (select max(id) from learn_xapi_statements) + (k - 1) * ${PATTERN} + p.place as id,
         p.stored - (${copies} + 1 - k) * interval '1 minute' as stored
       from pattern p cross join generate_series(1, ${copies}) k`,
  )
  await owner.query(
    `insert into learn_xapi_statements (tenant_id, id, statement_id, stored, body, added, edits, is_timed, target,
       is_voiding, is_voided) overriding system value
     select s.tenant_id, c.id, c.statement_id, c.stored, s.body,
       replace(s.added, c.old_id::text, c.statement_id::text), s.edits, s.is_timed, s.target, s.is_voiding, s.is_voided
     from copies c join learn_xapi_statements s on s.tenant_id = ${tenant} and s.id = c.origin order by c.id`,
  )
  await owner.query(
    `insert into learn_xapi_refs (tenant_id, kind, ref, stored, statement, origin)
     select r.tenant_id, r.kind, r.ref, c.stored, c.id, c.id
     from copies c join learn_xapi_refs r on r.tenant_id = ${tenant} and r.statement = c.origin`,
  )
  await owner.query(
    `select setval('learn_xapi_statements_id_seq', (select max(id) from learn_xapi_statements))`,
  )
  await owner.query('drop table pattern, copies')
}

async function send(
  { url, headers }: Store,
  request: { readonly path: string; readonly body?: string },
) {
  const { path, body } = request
  const ask = () =>
    call(Number(url.port), {
      path: url.pathname + path,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...FIXED },
      body,
    })
  // A store ends connections that have been idle while the other one was asked.
  const reply = await ask().catch(ask)
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text.slice(0, 500)}`)
  return reply
}

const FIXED = { 'x-experience-api-version': '1.0.3', 'content-type': 'application/json' }
const post = (store: Store, body: string) => send(store, { path: 'statements', body })

/** One request after the other, to both in turn. */
async function scaleOf(
  few: Store,
  many: Store,
  { quick }: RecordPlan,
  log: (line: string) => void,
): Promise<ScaleResult[]> {
  const asked: Record<string, (n: number) => { path: string; body?: string }> = {
    'POST of 250': (n) => ({ path: 'statements', body: batchOf(n * BATCH, BATCH) }),
    'POST of one': (n) => ({ path: 'statements', body: JSON.stringify(statementOf(n)) }),
  }
  for (const [name, query] of Object.entries(FILTERS))
    asked[name] = () => ({ path: `statements?${query}` })
  const results: ScaleResult[] = []
  for (const [name, request] of Object.entries(asked)) {
    const taken: [number[], number[]] = [[], []]
    for (let i = 0; i < (quick ? 20 : 60) + 5; i++)
      for (const side of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const { ms, text } = await send(side === 0 ? few : many, request(i))
        if (name.startsWith('GET') && text.startsWith('{"statements":[]'))
          throw new Error(`${name} finds nothing`)
        if (i >= 5) taken[side].push(ms)
      }
    const result = resultOf(`statements, ${name}`, taken, undefined)
    log(`${result.name}: ${result.ratio.toFixed(2)} ×`)
    results.push(result)
  }
  return results
}

/** Both stores in turn, round after round, and their medians. */
async function compared(
  ours: Store,
  { quick, beside }: RecordPlan,
  log: (line: string) => void,
): Promise<RecordResult[]> {
  const stores = [ours, ...(beside === undefined ? [] : [besideOf(beside)])]
  const rounds = quick ? 3 : 7
  const seconds = quick ? 1 : 2
  const body = JSON.stringify(statementOf(3))
  const measured: Record<string, (store: Store, round: number) => Promise<number>> = {
    'bulk, 10,000 in batches of 250': bulk,
    'POST of one': (store) => load(store, { path: 'statements', body, connections: 1 }, seconds),
  }
  for (const [what, query] of Object.entries(READS))
    measured[what] = (store) => load(store, { path: `statements?${query}` }, seconds)
  const results: RecordResult[] = []
  for (const [what, measure] of Object.entries(measured)) {
    const samples: number[][] = stores.map(() => [])
    for (let round = 0; round < rounds + 1; round++)
      for (let i = 0; i < stores.length; i++) {
        const at = (i + round) % stores.length
        const sample = await measure(stores[at] as Store, round)
        // The first round is for the compiler.
        if (round > 0) samples[at]?.push(sample)
      }
    const [perSecond = 0, other] = samples.map(median)
    results.push({ what, perSecond, beside: other })
    const ratio = other === undefined ? '' : `, ${(perSecond / other).toFixed(2)} × the other`
    log(`${what}: ${perSecond.toFixed(0)} a second${ratio}`)
  }
  return results
}

/** The statements a second of a bulk, one batch after the other. */
async function bulk(store: Store, round: number): Promise<number> {
  const bodies = Array.from({ length: BULK / BATCH }, (_, i) =>
    batchOf(round * BULK + i * BATCH, BATCH),
  )
  const begin = performance.now()
  for (const body of bodies) await post(store, body)
  return BULK / ((performance.now() - begin) / 1_000)
}

interface Loaded {
  readonly path: string
  readonly body?: string
  readonly connections?: number
}

async function load(
  store: Store,
  { path, body, connections = 8 }: Loaded,
  duration: number,
): Promise<number> {
  const { url, headers } = store
  const result = await autocannon({
    url: url.href + path,
    method: body === undefined ? 'GET' : 'POST',
    ...{ connections, duration, sampleInt: 100, body },
    headers: { ...headers, ...FIXED },
  })
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) {
    await send(store, { path, body })
    throw new Error(`${url.href}${path}: ${result.non2xx} failures, ${result.errors} errors`)
  }
  return result['2xx'] / result.duration
}

function besideOf(text: string): Store {
  const url = new URL(text.endsWith('/') ? text : `${text}/`)
  const authorization = `Basic ${btoa(`${url.username}:${url.password}`)}`
  url.username = url.password = ''
  return { url, headers: { host: url.host, authorization } }
}
