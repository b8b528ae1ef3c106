import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { measureBacklog } from './backlog.ts'
import { measureBodies } from './bodies.ts'
import { measureCommits } from './commits.ts'
import { compile } from './contenders.ts'
import { APP_SECRET, openDatabase, type BenchDatabase } from './database.ts'
import { createBenchTenant, settle } from './fill.ts'
import { measureDeliveries } from './deliveries.ts'
import { measureDesk } from './desk.ts'
import { measurePaging, type PageResult } from './paging.ts'
import { toSvg } from './plot.ts'
import { measureRecords } from './records.ts'
import { brokenBounds, count, toText, type Report } from './report.ts'
import { compare, type Result } from './rounds.ts'
import { measureScale } from './scale.ts'
import { measureScim } from './scim.ts'
import type { Setup } from './servers/setup.ts'
import { measureWiki } from './wiki.ts'

/**
 * `npm run bench`: the same list and the same create on four servers, with and without the database,
 * and the list at two sizes. Webhooks by one worker process and by two follow, what a large backlog
 * costs, then every operation and purge at two sizes. The last are creates where a commit takes 5 ms.
 * Prints a table, writes `build/bench/results.json` and `bench.svg`, and fails when a bound does not hold.
 * `--quick` measures less, and less surely; `requests`, `pages`, `deliveries`, `backlog`, `bodies`,
 * `scale`, `desk`, `know`, `scim`, `learn` or `commits` measures only those. `--beside URL` measures another record
 * store with `learn`, whose credentials are in the URL.
 */

const { values: flags, positionals: chosen } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, beside: { type: 'string' } },
  allowPositionals: true,
})
const { quick, beside } = flags
const parts = [
  'requests',
  'pages',
  'deliveries',
  'backlog',
  'bodies',
  'scale',
  'desk',
  'know',
  'scim',
  'learn',
  'commits',
] as const
const unknown = chosen.find((each) => !parts.some((part) => part === each))
if (unknown !== undefined) throw new Error(`${unknown} is none of ${parts.join(', ')}`)
const wants = (part: (typeof parts)[number]) => chosen.length === 0 || chosen.includes(part)
// Many short rounds: what else the machine does for a moment meets few of them.
const plan = quick
  ? { rounds: 3, seconds: 0.4, warmUp: 1_000 }
  : { rounds: 15, seconds: 0.6, warmUp: 4_000 }
const sizes = { small: 10_000, large: quick ? 200_000 : 1_000_000 }
const PAGES = quick ? 200 : 300

const startedAt = performance.now()
const log = (line: string) =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}`)

async function bench(database: BenchDatabase): Promise<Report> {
  const pages: PageResult[] = []
  const results: Result[] = []
  if (wants('requests') || wants('pages')) await benchLists(database, results, pages)
  const deliveries = wants('deliveries') ? await measureDeliveries(database, { quick }, log) : []
  const backlog = wants('backlog') ? await measureBacklog(database, { quick }, log) : []
  const bodies = wants('bodies') ? await measureBodies() : []
  const grown = { ...sizes, quick }
  const all = wants('scale') ? await measureScale(database, grown, log) : []
  // A database of its own, because both fill the same tenants.
  const { scale: own, desk } = wants('desk')
    ? await withDatabase((fresh) => measureDesk(fresh, grown, log))
    : { scale: [], desk: [] }
  // Another size than the others, so it is measured although the scale has it too.
  const { scale: ofWiki, wiki } = wants('know')
    ? await withDatabase((fresh) => measureWiki(fresh, quick, log))
    : { scale: [], wiki: [] }
  const { scimScale, scimCosts } = wants('scim')
    ? await withDatabase((fresh) => measureScim(fresh, quick, log))
    : { scimScale: [], scimCosts: [] }
  const { recordScale, records } = wants('learn')
    ? await withDatabase((fresh) => measureRecords(fresh, { quick, beside, sizes }, log))
    : { recordScale: [], records: [] }
  const scale = [...all, ...(all.length > 0 ? [] : own)]
  const commits = wants('commits') ? await measureCommits({ quick }, log) : undefined
  const measured = {
    results,
    pages,
    deliveries,
    backlog,
    bodies,
    scale,
    desk,
    wikiScale: ofWiki,
    wiki,
    scimScale,
    scimCosts,
    recordScale,
    records,
    commits,
  }
  const { rounds } = plan
  return { node: process.version, rounds, sizes, ...measured, broken: brokenBounds(measured) }
}

async function withDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const fresh = await openDatabase()
  return work(fresh).finally(() => fresh.close())
}

async function benchLists(database: BenchDatabase, results: Result[], pages: PageResult[]) {
  const small = await createBenchTenant(database, 'small', sizes.small)
  const writes = await createBenchTenant(database, 'writes', 1_000)
  const rows = wants('pages') ? sizes.large : sizes.small
  const large = await createBenchTenant(database, 'large', rows)
  await settle(database)
  log(`filled: ${count(sizes.small)} and ${count(rows)} posts`)
  const setup: Setup = {
    databaseUrl: database.appUrl,
    appSecret: APP_SECRET,
    database: true,
    poolSize: 10,
    reads: { id: small.id },
    writes: { id: writes.id, author: { id: writes.adminId, username: 'founder' } },
  }
  if (wants('pages')) pages.push(...(await measurePaging(setup, database, { small, large }, PAGES)))
  for (const { page, ratio } of pages) log(`page ${page}: ${ratio.toFixed(2)} ×`)
  if (!wants('requests')) return
  const tenants = { reads: small, writes }
  for (const database of [false, true])
    results.push(...(await compare({ ...setup, database }, tenants, plan, log)))
}

await compile()
const database = await openDatabase()
log('compiled, PostgreSQL is up')
const report = await bench(database).finally(() => database.close())
await mkdir('build/bench', { recursive: true })
await writeFile('build/bench/results.json', JSON.stringify(report, null, 2))
await writeFile('build/bench/bench.svg', toSvg(report))
console.log(`\n${toText(report)}\n\nbuild/bench/results.json, build/bench/bench.svg`)
process.exitCode = report.broken.length === 0 ? 0 : 1
