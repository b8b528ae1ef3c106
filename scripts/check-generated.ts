import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from '../codegen/generate.ts'
import { layout } from './layout.ts'
import { tablesOf, withMigratedDatabase } from './migrated.ts'

/** Fails when a committed generated file is not what the contract and the migrations make. */
const dir = await mkdtemp(join(tmpdir(), 'generated-'))
try {
  const tables = join(dir, 'tables.ts')
  await withMigratedDatabase((url) =>
    generate({
      contract: layout.contract,
      out: dir,
      only: ['types', 'tables'],
      tables: tablesOf(url, tables),
    }),
  )
  const committed = join(layout.out, 'src/generated')
  const fresh = join(dir, 'src/generated')
  const names = new Set([...(await readdir(fresh)), ...(await readdir(committed).catch(() => []))])
  const pairs = [...names].sort().map((name) => [join(committed, name), join(fresh, name)] as const)
  const stale: string[] = []
  for (const [ours, theirs] of [...pairs, [layout.tables, tables] as const]) {
    const difference = await firstDifference(ours, theirs)
    if (difference) stale.push(`${ours}: ${difference}`)
  }
  if (stale.length > 0) {
    console.error(`Not what the contract and the migrations make:\n\n  ${stale.join('\n  ')}\n`)
    console.error('Run `npm run generate` and commit the result.')
    process.exitCode = 1
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}

async function firstDifference(committed: string, fresh: string): Promise<string | undefined> {
  const [ours, theirs] = await Promise.all(
    [committed, fresh].map((file) => readFile(file, 'utf8').catch(() => undefined)),
  )
  if (ours === theirs) return undefined
  if (ours === undefined) return 'is not there'
  if (theirs === undefined) return 'is generated no more'
  const [a, b] = [ours.split('\n'), theirs.split('\n')]
  const at = b.findIndex((line, index) => line !== a[index])
  return at < 0 ? `has more than ${b.length} lines` : `line ${at + 1} should be ${b[at]!.trim()}`
}
