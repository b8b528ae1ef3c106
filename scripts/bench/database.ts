import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate, startEmbedded } from '@mobieus/db'
import pg from 'pg'

/** A migrated database of the bench's own. */
export interface BenchDatabase {
  /** As the role that owns the tables and sees every tenant. */
  readonly ownerUrl: string
  /** As the role that servers connect as. */
  readonly appUrl: string
  close(): Promise<void>
}

export const APP_SECRET = 'bench-secret-bench-secret'

/** On the server behind DATABASE_URL, or on an embedded one that syncs nothing to the disk. */
export async function openDatabase(): Promise<BenchDatabase> {
  const given = process.env.DATABASE_URL
  const embedded = given === undefined ? await startThrowaway() : undefined
  const server = embedded?.url ?? String(given)
  const name = `mobieus_bench_${randomBytes(4).toString('hex')}`
  await runOn(server, `create database ${name}`)
  const ownerUrl = atDatabase(server, name)
  const { appUrl } = await migrate({ url: ownerUrl, appSecret: APP_SECRET })
  return {
    ownerUrl,
    appUrl,
    close: () => (embedded ? embedded.stop() : runOn(server, `drop database ${name} with (force)`)),
  }
}

async function startThrowaway() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mobieus-bench-'))
  // Run by root, PostgreSQL is another user, who has to reach its folder in here.
  await chmod(dataDir, 0o755)
  return startEmbedded({ dataDir, durable: false })
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function atDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
