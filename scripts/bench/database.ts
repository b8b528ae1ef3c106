import { randomBytes } from 'node:crypto'
import { migrate } from '@mobieus/db'
import { atDatabase, dropDatabase, withServer } from '../../test/support/process/postgres.ts'
import { startThrowaway } from '../../test/support/process/throwaway.ts'

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
  const embedded = given === undefined ? await startThrowaway('bench') : undefined
  const server = embedded?.url ?? String(given)
  const name = `mobieus_bench_${randomBytes(4).toString('hex')}`
  await withServer(server, (client) => client.query(`create database ${name}`))
  const ownerUrl = atDatabase(server, name)
  const { appUrl } = await migrate({ url: ownerUrl, appSecret: APP_SECRET })
  return {
    ownerUrl,
    appUrl,
    close: () => (embedded ? embedded.stop() : dropDatabase(server, name)),
  }
}
