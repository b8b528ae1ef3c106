import { connect, type Database } from '@mobieus/db'
import { setAppIni } from '@mobieus/domain'
import pg from 'pg'
import { start } from './contenders.ts'
import { APP_SECRET, type BenchDatabase } from './database.ts'
import { settle } from './fill.ts'
import { call, type Reply } from './http.ts'
import { SCALE_BOUND } from './report.ts'
import { fillTenant, withoutIndexes, type Fill, type ScaleTenant } from './scale-fill.ts'
import { fillNeighbours } from './scale-neighbours.ts'
import { EXEMPT_JOBS, runBatch, SCALE_JOBS } from './scale-jobs.ts'
import { forgotten, SCALE_ROWS } from './scale-operations.ts'
import type { ScaleRequest, ScaleRow } from './scale-requests.ts'
import { BASE_DOMAIN, type Setup } from './servers/setup.ts'
import { median } from './statistics.ts'

/** One operation or job, and its median latency with few and with many rows. */
export interface ScaleResult {
  readonly name: string
  readonly smallMs: number
  readonly largeMs: number
  readonly ratio: number
  readonly exempt: string | undefined
}

const NEIGHBOURS = 2_000
const WARM_UP = 5

export interface Sizes {
  readonly small: number
  readonly large: number
  readonly quick: boolean
}

/** Two tenants of a grown world, and a connection of the application's role. */
export interface Grown {
  readonly db: Database
  readonly small: ScaleTenant
  readonly large: ScaleTenant
}

/**
 * Every operation and purge in a small tenant and in a large one of the same database, beside two
 * thousand others. Both search the same indexes; requests alternate between them, one at a time.
 * Throws when the contract has an operation that the table does not know.
 */
export async function measureScale(
  database: BenchDatabase,
  sizes: Sizes,
  log: (line: string) => void,
): Promise<ScaleResult[]> {
  if (forgotten().length > 0) throw new Error(`not in the table: ${forgotten().join(', ')}`)
  return inGrown(database, sizes, undefined, log, async (grown) => {
    const jobs = await measureJobs(grown)
    return [...(await measureOperations(database, grown, SCALE_ROWS, sizes, log)), ...jobs]
  })
}

/** Works in a database with a small tenant and a large one, beside others; `fill` says what they have. */
export async function inGrown<T>(
  { appUrl, ownerUrl }: BenchDatabase,
  sizes: Sizes,
  fill: Fill | undefined,
  log: (line: string) => void,
  work: (grown: Grown) => Promise<T>,
): Promise<T> {
  const db = connect({ url: appUrl, max: 2 })
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  // Foreign keys hold by construction; checking tens of millions of them takes minutes.
  await owner.query('set session_replication_role = replica').catch(() => undefined)
  await owner.query(`set synchronous_commit = off; set maintenance_work_mem = '256MB'`)
  try {
    const [small, large] = await withoutIndexes(owner, async () => {
      await fillNeighbours(owner, sizes.quick ? 200 : NEIGHBOURS)
      return [
        await fillTenant(db, owner, 'scale-small', sizes.small, fill),
        await fillTenant(db, owner, 'scale-large', sizes.large, fill),
      ] as const
    })
    for (const { slug } of [small, large]) await setAppIni(db, slug, INI)
    await settle({ ownerUrl } as BenchDatabase)
    log(`filled ${sizes.small} and ${sizes.large} rows of each kind`)
    return await work({ db, small, large })
  } finally {
    await Promise.all([db.close(), owner.end()])
  }
}

const INI = '[webhooks]\nmax_endpoints = 10000\n'

async function measureJobs({ db, small, large }: Grown): Promise<ScaleResult[]> {
  const results: ScaleResult[] = []
  for (const job of SCALE_JOBS) {
    const { name } = job
    const times: [number[], number[]] = [[], []]
    for (let i = 0; i < 3; i++)
      for (const [side, tenant] of [small, large].entries()) {
        const { ms, changed } = await runBatch(db, tenant, job)
        if (changed === 0) throw new Error(`${name} finds nothing to do`)
        times[side]?.push(ms)
      }
    results.push(resultOf(name, times, EXEMPT_JOBS[name]))
  }
  return results
}

/** The medians of both sizes, and what the large one costs for one of the small. */
export function resultOf(
  name: string,
  [small, large]: readonly [number[], number[]],
  exempt: string | undefined,
): ScaleResult {
  const [smallMs, largeMs] = [median(small), median(large)]
  return { name, smallMs, largeMs, ratio: largeMs / smallMs, exempt }
}

/** The setup of a server that tenants of a grown world are asked through. */
export const setupOf = ({ appUrl }: BenchDatabase, tenant: ScaleTenant): Setup => ({
  ...{ databaseUrl: appUrl, appSecret: APP_SECRET, database: true, poolSize: 4 },
  reads: { id: tenant.id },
  writes: { id: tenant.id, author: { id: tenant.adminId, username: 'founder' } },
})

/** Rows of the table in both tenants, one request after the other. */
export async function measureOperations(
  database: BenchDatabase,
  { small, large }: Grown,
  rows: readonly ScaleRow[],
  { quick }: Sizes,
  log: (line: string) => void,
): Promise<ScaleResult[]> {
  const requests = quick ? 10 : 20
  const server = await start('ours', setupOf(database, small))
  try {
    const sides = [await openSide(server.port, small), await openSide(server.port, large)] as const
    const results: ScaleResult[] = []
    for (const row of rows) {
      let n = 0
      const measure = async (times: number) => {
        const taken: [number[], number[]] = [[], []]
        for (let i = 0; i < times + WARM_UP; i++, n++)
          for (const side of i % 2 === 0 ? [0, 1] : [1, 0]) {
            const ms = await sides[side as 0 | 1](row, n)
            if (i >= WARM_UP) taken[side as 0 | 1].push(ms)
          }
        return resultOf(row.name, taken, row.exempt)
      }
      let result = await measure(requests)
      // A second, three times longer measurement tells a slow operation from a moment in which the
      // machine was busy.
      if (!row.exempt && result.ratio > SCALE_BOUND) result = await measure(3 * requests)
      results.push(result)
      if (result.ratio > SCALE_BOUND) log(`${row.name}: ${result.ratio.toFixed(2)} ×`)
    }
    return results
  } finally {
    await server.stop()
  }
}

/** The requests of one tenant: sends the nth of a row and answers how long it took. */
export async function openSide(port: number, tenant: ScaleTenant) {
  const host = `${tenant.slug}.${BASE_DOMAIN}`
  const cookie = `__Host-mobieus_session=${tenant.cookie}`
  let csrf = ''
  async function send({ path, body, headers, session, method }: ScaleRequest): Promise<Reply> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const reply = await call(port, {
      path,
      method: method ?? (text === undefined ? 'GET' : 'POST'),
      headers: {
        host,
        ...(session ? { cookie, 'x-csrf-token': csrf } : { authorization: `Bearer ${tenant.key}` }),
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: text,
    })
    if (reply.status >= 300)
      throw new Error(`${tenant.slug} ${path}: ${reply.status} ${reply.text.slice(0, 500)}`)
    return reply
  }
  const opened = await send({ path: '/api/admin/session', session: true })
  csrf = JSON.parse(opened.text).data.csrf_token
  return async (row: ScaleRow, n: number): Promise<number> => {
    const first = row.before && (await send(row.before(tenant, n)))
    const request = row.request(tenant, n)
    const id = first && JSON.parse(first.text).data?.id
    return (await send({ ...request, path: request.path.replace('{id}', id) })).ms
  }
}
