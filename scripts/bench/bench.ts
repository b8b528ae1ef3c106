import { mkdir, writeFile } from 'node:fs/promises'
import { compile } from './contenders.ts'
import { APP_SECRET, openDatabase, type BenchDatabase } from './database.ts'
import { createBenchTenant, settle } from './fill.ts'
import { measurePaging } from './paging.ts'
import { toSvg } from './plot.ts'
import { brokenBounds, count, toText, type Report } from './report.ts'
import { compare } from './rounds.ts'
import type { Setup } from './servers/setup.ts'

/**
 * `npm run bench`: the same list and the same create on four servers, with and without the
 * database, then the list at two sizes. Prints a table, writes `build/bench/results.json` and
 * `bench.svg`, and fails when a bound does not hold. `--quick` measures less, and less surely.
 */

const quick = process.argv.includes('--quick')
const plan = quick
  ? { rounds: 3, seconds: 0.4, warmUp: 1_000 }
  : { rounds: 7, seconds: 1.2, warmUp: 4_000 }
const sizes = { small: 10_000, large: quick ? 200_000 : 1_000_000 }
const PAGES = quick ? 200 : 300

const startedAt = performance.now()
const log = (line: string) =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}`)

async function bench(database: BenchDatabase): Promise<Report> {
  const small = await createBenchTenant(database, 'small', sizes.small)
  const writes = await createBenchTenant(database, 'writes', 1_000)
  const large = await createBenchTenant(database, 'large', sizes.large)
  await settle(database)
  log(`filled: ${count(sizes.small)} and ${count(sizes.large)} posts`)
  const setup: Setup = {
    databaseUrl: database.appUrl,
    appSecret: APP_SECRET,
    database: true,
    poolSize: 10,
    reads: { id: small.id },
    writes: { id: writes.id, author: { id: writes.adminId, username: 'founder' } },
  }
  const pages = await measurePaging(setup, database, { small, large }, PAGES)
  log(`paged: ${pages.map(({ page, ratio }) => `${page} ${ratio.toFixed(2)}`).join('; ')}`)
  const tenants = { reads: small, writes }
  const results = [
    ...(await compare({ ...setup, database: false }, tenants, plan, log)),
    ...(await compare(setup, tenants, plan, log)),
  ]
  const broken = brokenBounds(results, pages)
  return { node: process.version, rounds: plan.rounds, sizes, results, pages, broken }
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
