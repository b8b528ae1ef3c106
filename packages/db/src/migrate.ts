import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
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
import { briefLocks, patiently } from './lock-patience.ts'
import { underLock } from './migration-lock.ts'
import { refuseWhatOpensNothing } from './sealed-before.ts'
import type { AppSecrets } from './secrets.ts'

/** The options of `migrate`; the password of the application's role follows from the secret. */
export interface MigrateOptions extends AppSecrets {
  /** The database, as the role that shall own its tables. */
  url: string
  /** Connect the application as this instead: a role the operator has made and granted `mobieus_app`. */
  appUrl?: string
  /** Called with one line for each file applied. */
  log?: (line: string) => void
  /** Called with a line when another session is waited for; `log` unless given. */
  onWait?: (line: string) => void
  /** The folder of the files; the platform's own unless given. */
  folder?: string
}

const platform = fileURLToPath(new URL('../migrations/', import.meta.url))

/**
 * Brings a database up to date and answers how the application connects to it. Several processes may
 * call it at once: of each file one of them applies it while the others wait. Each file is one
 * transaction and applied once. A file that would wait for a lock, with everybody else behind it, gives
 * way and is tried again. A landed file that has been edited since, or is gone, is an error that names
 * it. A secret that is not this database's is refused before anything is written. Nothing outlives its
 * transaction, so this works through a pooler, too.
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
    await refuseForeignSecret(client, options)
    await (options.appUrl === undefined ? ensureAppRole(client) : assertAppRole(client))
    const applied = await applyAll(client, options)
    const appUrl = await settle(client, options)
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
async function settle(client: pg.Client, options: MigrateOptions): Promise<string> {
  const { url, appUrl, appSecret, log = () => {}, onWait = log } = options
  const login = await underLock(client, onWait, async () => {
    // Another process may have settled it for another secret meanwhile.
    await refuseForeignSecret(client, options)
    const made = loginOf(await settleInstallation(client, appSecret), appSecret)
    if (appUrl === undefined) await ensureLogin(client, made)
    return made
  })
  if (appUrl !== undefined) return appUrl
  const needed = await endCommonLogin(client)
  if (needed !== undefined) log(`the common login of older versions stays: ${needed}`)
  return urlAs(url, login)
}

async function applyAll(client: pg.Client, options: MigrateOptions): Promise<string[]> {
  const { log = () => {}, onWait = log } = options
  const files = await readMigrations(options.folder)
  const applied: string[] = []
  for (;;) {
    const name = await patiently(options.url, onWait, () =>
      underLock(client, onWait, () => applyNext(client, files)),
    )
    if (name === undefined) return applied
    log(`applied ${name}`)
    applied.push(name)
  }
}

type Migration = Awaited<ReturnType<typeof readMigrations>>[number]

/** Applies the first file that has not landed, and answers its name; `undefined` when all have. */
async function applyNext(
  client: pg.Client,
  files: readonly Migration[],
): Promise<string | undefined> {
  await client.query(`create table if not exists migrations (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`)
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations',
  )
  const landed = new Map(rows.map((row) => [row.name, row.sha256]))
  for (const name of landed.keys())
    if (!files.some((file) => file.name === name))
      throw new Error(`the database has migration ${name}, which this version does not know`)
  for (const { name, sha256 } of files)
    if (landed.has(name) && landed.get(name) !== sha256)
      throw new Error(`migration ${name} was edited after it landed; write a new file instead`)
  const next = files.find((file) => !landed.has(file.name))
  if (next) await apply(client, next)
  return next?.name
}

/** The first file that a database lacks; `undefined` when it is up to date. */
export async function findMissingMigration(client: pg.Client): Promise<string | undefined> {
  const landed = await client.query<{ name: string }>('select name from migrations')
  const names = new Set(landed.rows.map((row) => row.name))
  return (await readMigrations()).find((file) => !names.has(file.name))?.name
}

async function readMigrations(folder = platform) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8')
      // Line ends are git's business, not an edit.
      const sha256 = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
      return { name, sql, sha256 }
    }),
  )
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(briefLocks)
    await client.query(sql)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
  } catch (error) {
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
