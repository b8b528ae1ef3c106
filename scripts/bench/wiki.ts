import { operations } from '@mobieus/contract'
import { start } from './contenders.ts'
import type { BenchDatabase } from './database.ts'
import { fillWikiAlone } from './scale-fill.ts'
import { SCALE_ROWS } from './scale-operations.ts'
import type { ScaleRow } from './scale-requests.ts'
import {
  inGrown,
  measureOperations,
  openSide,
  setupOf,
  type Grown,
  type ScaleResult,
  type Sizes,
} from './scale.ts'
import { quantile } from './statistics.ts'

/** The time that a search or a web page takes with few pages, or with many. */
export interface WikiResult {
  readonly what: string
  readonly pages: number
  readonly p50Ms: number
  readonly p95Ms: number
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

const searches = SCALE_ROWS.filter(({ operation }) => operation === 'searchKnow')

/** Web pages, which no operation of the contract answers. */
const WEB_PAGES = [
  '/know/page-7',
  '/know/page-7/history',
  '/know/index',
  '/know/search?q=seldom',
].map((path): ScaleRow => ({ name: path, operation: 'getKnowPage', request: () => ({ path }) }))

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
      for (const row of [...searches, ...WEB_PAGES]) {
        const taken: number[] = []
        for (let n = 0; n < (quick ? 40 : 200); n++) taken.push(await send(row, n))
        const [p50Ms, p95Ms] = [quantile(taken, 0.5), quantile(taken, 0.95)]
        results.push({ what: row.name, pages: tenant.rows, p50Ms, p95Ms })
      }
    }
    return results
  } finally {
    await server.stop()
  }
}
