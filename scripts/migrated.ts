import { migrate } from '@mobieus/db'
import type { TablesOptions } from '../codegen/tables.ts'
import { startThrowaway } from '../test/support/process/throwaway.ts'

/**
 * The database that the table types are made from: one of our own, with every migration applied.
 */
export async function withMigratedDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { url, stop } = await startThrowaway('tables')
  try {
    await migrate({ url, appSecret: 'only for the types' })
    return await work(url)
  } finally {
    await stop()
  }
}

/** How our tables read: `int8` as a number, as the connection is set up; not the migrations' own. */
export function tablesOf(url: string, file: string): TablesOptions {
  return { url, file, types: { int8: 'number' }, exclude: 'migrations' }
}
