import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, startEmbedded } from '@mobieus/db'
import type { TablesOptions } from '../codegen/tables.ts'

/** What the table types are made from: a database of our own with every migration applied. */
export async function withMigratedDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tables-'))
  const { url, stop } = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate({ url, appSecret: 'only for the types' })
    return await work(url)
  } finally {
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** How our tables read: `int8` as a number, as the connection is set up; not the migrations' own. */
export function tablesOf(url: string, file: string): TablesOptions {
  return { url, file, types: { int8: 'number' }, exclude: 'migrations' }
}
