import path from 'node:path'
import {
  connect,
  findAppUrl,
  migrate,
  startEmbedded,
  type AppSecrets,
  type Database,
} from '@mobieus/db'

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

type Log = (line: string) => void

/**
 * The database, brought up to date: the one of `DATABASE_URL` as its owner; where the application shall
 * not know the owner, `APP_DATABASE_URL` alone, and migrating is somebody else's job; with neither, a
 * PostgreSQL of its own in `./data`.
 */
export const migrateDatabase = (secrets: AppSecrets, log: Log = () => {}): Promise<Reached> =>
  reach(log, async (ownerUrl, appUrl) =>
    ownerUrl === undefined
      ? findAppUrl({ ...secrets, appUrl })
      : (await migrate({ ...secrets, url: ownerUrl, appUrl, log })).appUrl,
  )

/** The same database as it stands: nothing of it or of its cluster is changed to reach it. */
export const reachDatabase = (secrets: AppSecrets, log: Log = () => {}): Promise<Reached> =>
  reach(log, (url, appUrl) => findAppUrl({ ...secrets, url, appUrl }))

async function reach(
  log: Log,
  connectionOf: (ownerUrl?: string, appUrl?: string) => Promise<string>,
): Promise<Reached> {
  const { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl } = process.env
  for (const [name, url] of Object.entries({ DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl }))
    if (url !== undefined && !/^postgres(?:ql)?:\/\//.test(url))
      throw new Error(`${name} must be a URL such as postgres://user:password@host/database`)
  const embedded =
    ownerUrl === undefined && appUrl === undefined
      ? await startEmbedded({ dataDir: path.join(dataFolder(), 'postgres'), log })
      : undefined
  const release = async () => embedded?.stop()
  const url = ownerUrl ?? embedded?.url
  try {
    return { ownerUrl: url, appUrl: await connectionOf(url, appUrl), release }
  } catch (error) {
    await release()
    throw error
  }
}

/** Does something with the application's connection, and closes it. */
export async function withDatabase<T>(
  secrets: AppSecrets,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const reached = await reachDatabase(secrets)
  const db = connect({ url: reached.appUrl, max: 4, applicationName: 'mobieus cli' })
  try {
    return await work(db)
  } finally {
    await db.close()
    await reached.release()
  }
}
