import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import {
  assertAppRole,
  assertPowerless,
  endCommonLogin,
  ensureAppRole,
  ensureLogin,
  loginOf,
  urlAs,
} from './app-role.ts'
import { findInstallation, secretOf, settleInstallation } from './installation.ts'
import { refuseWhatOpensNothing } from './sealed-before.ts'
import type { AppSecrets } from './secrets.ts'

/** What `migrate` needs to know; the password of the application's role follows from the secret. */
export interface MigrateOptions extends AppSecrets {
  /** The database, as the role that shall own its tables. */
  url: string
  /** Connect the application as this instead: a role the operator has made and granted `mobieus_app`. */
  appUrl?: string
  /** Hears one line for each file applied. */
  log?: (line: string) => void
}

const folder = fileURLToPath(new URL('../migrations/', import.meta.url))
// Any number will do, as long as nothing else in the database locks it.
const LOCK = 7_046_028_433

/**
 * Brings a database up to date and answers how the application connects to it. Several processes may
 * call it at once: one works, the others wait. Each file is one transaction and applied once; a landed
 * file that has been edited since, or is gone, is an error that names it. A secret that is not this
 * database's is refused before anything is written.
 */
export async function migrate(
  options: MigrateOptions,
): Promise<{ applied: string[]; appUrl: string }> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'mobieus migrate',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const log = options.log ?? (() => {})
    await refuseForeignSecret(client, options)
    await (options.appUrl === undefined ? ensureAppRole(client) : assertAppRole(client))
    const applied = await applyAll(client, log)
    const appUrl = await settle(client, options, log)
    await assertPowerless(client, appUrl)
    return { applied, appUrl }
  } finally {
    await client.end()
  }
}

async function refuseForeignSecret(client: pg.Client, secrets: AppSecrets): Promise<void> {
  const installation = await findInstallation(client)
  if (installation) secretOf(installation, secrets)
  else await refuseWhatOpensNothing(client, secrets)
}

/** The database belongs to this secret, and the application's role takes the password of it. */
async function settle(
  client: pg.Client,
  { url, appUrl, appSecret }: MigrateOptions,
  log: (line: string) => void,
): Promise<string> {
  await client.query('begin')
  const login = loginOf(await settleInstallation(client, appSecret), appSecret)
  if (appUrl === undefined) await ensureLogin(client, login)
  await client.query('commit')
  if (appUrl !== undefined) return appUrl
  const needed = await endCommonLogin(client)
  if (needed !== undefined) log(`the common login of older versions stays: ${needed}`)
  return urlAs(url, login)
}

async function applyAll(client: pg.Client, log: (line: string) => void): Promise<string[]> {
  await client.query(`create table if not exists migrations (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`)
  const landed = new Map<string, string>()
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations',
  )
  for (const row of rows) landed.set(row.name, row.sha256)

  const files = await readMigrations()
  for (const name of landed.keys())
    if (!files.some((file) => file.name === name))
      throw new Error(`the database has migration ${name}, which this version does not know`)

  const applied: string[] = []
  for (const { name, sql, sha256 } of files) {
    const before = landed.get(name)
    if (before === sha256) continue
    if (before !== undefined)
      throw new Error(`migration ${name} was edited after it landed; write a new file instead`)
    await apply(client, name, sql, sha256)
    log(`applied ${name}`)
    applied.push(name)
  }
  return applied
}

/** The first file that a database lacks; `undefined` when it is up to date. */
export async function findMissingMigration(client: pg.Client): Promise<string | undefined> {
  const landed = await client.query<{ name: string }>('select name from migrations')
  const names = new Set(landed.rows.map((row) => row.name))
  return (await readMigrations()).find((file) => !names.has(file.name))?.name
}

async function readMigrations() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(folder + name, 'utf8')
      // Line ends are git's business, not an edit.
      const sha256 = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
      return { name, sql, sha256 }
    }),
  )
}

async function apply(client: pg.Client, name: string, sql: string, sha256: string) {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
