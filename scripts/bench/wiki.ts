import { operations } from '@mobieus/contract'
import { start, type Contender } from './contenders.ts'
import type { BenchDatabase } from './database.ts'
import { call } from './http.ts'
import { fillWikiAlone, type ScaleTenant } from './scale-fill.ts'
import { SCALE_ROWS } from './scale-operations.ts'
import {
  inGrown,
  measureOperations,
  openSide,
  setupOf,
  type Grown,
  type ScaleResult,
  type Sizes,
} from './scale.ts'
import { BASE_DOMAIN } from './servers/setup.ts'
import { quantile } from './statistics.ts'

/** The time that a search or a web page takes with few pages, or with many. */
export interface WikiResult {
  readonly what: string
  readonly pages: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** The CPU time of the server for one. */
  readonly cpuUs: number
}

/**
 * The wiki with a thousand pages and with a hundred thousand: each of its operations, by the table of the scale.
 * Searches and web pages are told with their 95th percentile.
 */
export async function measureWiki(
  database: BenchDatabase,
  quick: boolean,
  log: (line: string) => void,
): Promise<{ readonly scale: ScaleResult[]; readonly wiki: WikiResult[] }> {
  const sizes = { small: 1_000, large: 100_000, quick }
  return inGrown(database, sizes, fillWikiAlone, log, async (grown) => {
    const rows = SCALE_ROWS.filter(({ operation }) => operations[operation].surface === 'know')
    const scale = await measureOperations(database, grown, rows, sizes, log)
    return { scale, wiki: await measureReads(database, grown, sizes) }
  })
}

/** Requests that are not measured. */
const WARM_UP = 20

const searches = SCALE_ROWS.filter(({ operation }) => operation === 'searchKnow')

/** Web pages, which no operation of the contract answers, as readers without a session ask for them. */
const WEB_PAGES = ['/know/page-7', '/know/page-7/history', '/know/index', '/know/search?q=seldom']

async function measureReads(
  database: BenchDatabase,
  { small, large }: Grown,
  { quick }: Sizes,
): Promise<WikiResult[]> {
  const server = await start('ours', setupOf(database, small))
  try {
    const results: WikiResult[] = []
    for (const tenant of [small, large]) {
      const send = await openSide(server.port, tenant)
      const page = pageReader(server.port, tenant)
      const reads: Record<string, (n: number) => Promise<number>> = {}
      for (const row of searches) reads[row.name] = (n) => send(row, n)
      for (const path of WEB_PAGES) reads[path] = () => page(path, 200)
      reads[`${WEB_PAGES[0]}, as it was`] = () => page(WEB_PAGES[0] as string, 304)
      for (const [what, read] of Object.entries(reads))
        results.push({ what, pages: tenant.rows, ...(await timed(server, read, quick ? 40 : 200)) })
    }
    return results
  } finally {
    await server.stop()
  }
}

async function timed(
  server: Pick<Contender<'ours'>, 'usage'>,
  read: (n: number) => Promise<number>,
  times: number,
) {
  for (let n = 0; n < WARM_UP; n++) await read(n)
  const before = await server.usage()
  const taken: number[] = []
  for (let n = 0; n < times; n++) taken.push(await read(n))
  const { cpuUs } = await server.usage()
  return {
    ...{ p50Ms: quantile(taken, 0.5), p95Ms: quantile(taken, 0.95) },
    cpuUs: (cpuUs - before.cpuUs) / times,
  }
}

/** Reads web pages of a tenant, for `304` with the tag of the answer before; answers the time that one takes. */
function pageReader(port: number, { slug }: ScaleTenant) {
  const tags = new Map<string, string>()
  return async (path: string, wanted: 200 | 304): Promise<number> => {
    const tag = wanted === 304 ? tags.get(path) : undefined
    const headers = { host: `${slug}.${BASE_DOMAIN}`, ...(tag && { 'if-none-match': tag }) }
    const reply = await call(port, { path, headers })
    if (reply.status !== wanted) throw new Error(`${slug} ${path}: ${reply.status}`)
    tags.set(path, String(reply.headers.etag))
    return reply.ms
  }
}
