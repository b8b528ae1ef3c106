import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { keepsDatabases, tellKept } from './kept.ts'

/** A database of one test file. */
export interface TestDatabase {
  /** As the role that owns the tables. */
  readonly ownerUrl: string
  /** As the role the application connects as. */
  readonly appUrl: string
  /** With `TEST_KEEP=1` it stays, and is named. */
  drop(): Promise<void>
}

/**
 * A database of its own for a test file, migrated and empty; about 50 ms. Another template
 * (`template0`: without our tables) may be given. Its files are copied, which costs PostgreSQL half
 * of what it costs to log their pages.
 */
export async function testDatabase(options: { template?: string } = {}): Promise<TestDatabase> {
  const server = fromSetup('TEST_SERVER_URL')
  const template = options.template ?? fromSetup('TEST_TEMPLATE')
  const name = `mobieus_test_${randomBytes(6).toString('hex')}`
  await withServer(server, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  const ownerUrl = atDatabase(server, name)
  return {
    ownerUrl,
    appUrl: atDatabase(fromSetup('TEST_APP_URL'), name),
    drop: async () => (keepsDatabases() ? tellKept(ownerUrl) : dropDatabase(server, name)),
  }
}

/** Drops a database with the login role that it got when it was migrated. */
export const dropDatabase = (server: string, name: string): Promise<void> =>
  withServer(server, async (client) => {
    const { rows } = await client.query<{ role: string }>(
      `select r.rolname as role from pg_database d, aclexplode(d.datacl) a join pg_roles r on r.oid = a.grantee
       where d.datname = $1 and r.rolname like 'mobieus_app_%'`,
      [name],
    )
    await client.query(`drop database ${name} with (force)`)
    for (const { role } of rows) await client.query(`drop role ${role}`)
  })

/** Does something on a connection of its own. */
export async function withServer(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** The same server and role, another database. */
export function atDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** The same through the pooler of a run that has one: `check:pooler` starts it. */
export function throughPooler(url: string): string {
  const pooled = new URL(url)
  pooled.host = process.env.TEST_POOLER ?? pooled.host
  return pooled.href
}

/** The same through no pooler, which may stand before the cluster in a run: see `check:pooler`. */
export function directly(url: string): string {
  const server = process.env.TEST_SERVER_URL
  // Outside of a run there is no pooler.
  if (server === undefined) return url
  const direct = new URL(url)
  direct.host = new URL(server).host
  return direct.href
}

function fromSetup(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run tests through Jest's config`)
  return value
}
