import path from 'node:path'
import { connect, migrate, startEmbedded, type Database } from '@mobieus/db'

/** How the commands reach the database. */
export interface Reached {
  /** As the role that owns the tables; `undefined` where only the application's URL is given. */
  readonly ownerUrl: string | undefined
  readonly appUrl: string
  /** Stops what was started for it. */
  release(): Promise<void>
}

/** Where everything lives that this machine keeps for the platform. */
export const dataFolder = (): string => path.resolve(process.env.DATA_DIR ?? 'data')

/**
 * The database, migrated: the one of `DATABASE_URL` as its owner; where the application shall not
 * know the owner, `APP_DATABASE_URL` alone, and migrating is somebody else's job; with neither, a
 * PostgreSQL of its own in `./data`.
 */
export async function reachDatabase(
  appSecret: string,
  log: (line: string) => void = () => {},
): Promise<Reached> {
  const { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl } = process.env
  for (const [name, url] of Object.entries({ DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl }))
    if (url !== undefined && !/^postgres(?:ql)?:\/\//.test(url))
      throw new Error(`${name} must be a URL such as postgres://user:password@host/database`)
  if (ownerUrl === undefined && appUrl !== undefined)
    return { ownerUrl, appUrl, release: async () => {} }
  const embedded =
    ownerUrl === undefined
      ? await startEmbedded({ dataDir: path.join(dataFolder(), 'postgres'), log })
      : undefined
  const url = ownerUrl ?? (embedded as { url: string }).url
  const migrated = await migrate({ url, appSecret, appUrl, log })
  return {
    ownerUrl: url,
    appUrl: migrated.appUrl,
    release: async () => embedded?.stop(),
  }
}

/** Does something with the application's connection, and closes it. */
export async function withDatabase<T>(
  appSecret: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const reached = await reachDatabase(appSecret)
  const db = connect({ url: reached.appUrl, max: 4, applicationName: 'mobieus cli' })
  try {
    return await work(db)
  } finally {
    await db.close()
    await reached.release()
  }
}
