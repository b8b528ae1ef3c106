import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { write } from './print.ts'

const cli = join(
  dirname(createRequire(import.meta.url).resolve('kysely-codegen/package.json')),
  'dist/cli/bin.js',
)

const banner =
  '// Generated from the migrated database by `npm run generate`. Never edited by hand.\n'

export interface TablesOptions {
  /** The migrated PostgreSQL database. */
  readonly url: string
  /** The file that gets the types. */
  readonly file: string
  /** The type that a database type is read as, where that is not the driver's default: `{ int8: 'number' }`. */
  readonly types?: Readonly<Record<string, string>>
  /** The tables to leave out, as a glob. */
  readonly exclude?: string
}

/** Kysely's types of every table of a database, as one file. */
export async function writeTables(options: TablesOptions): Promise<void> {
  const { url, file, types = {}, exclude } = options
  const dir = await mkdtemp(join(tmpdir(), 'tables-'))
  try {
    const out = join(dir, 'tables.ts')
    const args = ['--url', url, '--dialect', 'postgres', '--out-file', out, '--log-level', 'error']
    args.push('--type-mapping', JSON.stringify(types))
    if (exclude) args.push('--exclude-pattern', exclude)
    await promisify(execFile)(process.execPath, [cli, ...args])
    const text = await readFile(out, 'utf8')
    await write(file, banner + text.replace(/^\/\*\*[\s\S]*?\*\/\s*/, ''))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
