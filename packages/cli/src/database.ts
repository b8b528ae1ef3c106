import path from 'node:path'
import {
  connect,
  findAppUrl,
  migrate,
  startEmbedded,
  urlAs,
  type AppSecrets,
  type Database,
} from '@mobieus/db'
import { postgresUrl, readConfig } from '@mobieus/server'
import type { Terminal } from './command.ts'

/** The ways in which commands reach the database. */
export interface Reached {
  /**
   * The URL as the role that owns the tables; `undefined` where only the application's URL is given.
   */
  readonly ownerUrl: string | undefined
  readonly appUrl: string
  /** The URL as the application's role, not through a pooler as far as another way is known. */
  readonly listenUrl: string
  /** Stops what was started for it. */
  release(): Promise<void>
}

/** The folder of everything that this machine keeps for the platform. */
export const dataFolder = ({ DATA_DIR }: NodeJS.ProcessEnv): string =>
  path.resolve(DATA_DIR ?? 'data')

type Log = (line: string) => void

/**
 * The database, brought up to date. With `DATABASE_URL` it is that one, as its owner. With
 * `APP_DATABASE_URL` alone the application does not know the owner, and migrating is another's job. With
 * neither it is a PostgreSQL of its own in `./data`.
 */
export const migrateDatabase = (
  env: NodeJS.ProcessEnv,
  secrets: AppSecrets,
  log: Log = () => {},
): Promise<Reached> =>
  reach(env, log, async (ownerUrl, appUrl) =>
    ownerUrl === undefined
      ? findAppUrl({ ...secrets, appUrl })
      : (await migrate({ ...secrets, url: ownerUrl, appUrl, log, onWait: console.error })).appUrl,
  )

/** The same database as it stands: nothing of it or of its cluster is changed to reach it. */
export const reachDatabase = (
  env: NodeJS.ProcessEnv,
  secrets: AppSecrets,
  log: Log = () => {},
): Promise<Reached> => reach(env, log, (url, appUrl) => findAppUrl({ ...secrets, url, appUrl }))

async function reach(
  env: NodeJS.ProcessEnv,
  log: Log,
  connectionOf: (ownerUrl?: string, appUrl?: string) => Promise<string>,
): Promise<Reached> {
  const ownerUrl = postgresUrl(env, 'DATABASE_URL')
  const appUrl = postgresUrl(env, 'APP_DATABASE_URL')
  const directUrl = postgresUrl(env, 'LISTEN_DATABASE_URL')
  const embedded =
    ownerUrl === undefined && appUrl === undefined
      ? await startEmbedded({
          dataDir: path.join(dataFolder(env), 'postgres'),
          log,
          onRestart: console.error,
          onLost: endWith,
        })
      : undefined
  const release = async () => embedded?.stop()
  const url = ownerUrl ?? embedded?.url
  try {
    const reached = await connectionOf(url, appUrl)
    const listenUrl = directUrl ?? (url === undefined ? reached : asRoleOf(reached, url))
    return { ownerUrl: url, appUrl: reached, listenUrl, release }
  } catch (error) {
    await release()
    throw error
  }
}

/** Without its database a process could only answer 503 for ever: it ends, and says why. */
function endWith(error: Error): void {
  console.error(`mobieus: the database is gone for good. ${error.message}`)
  process.exit(1)
}

/** The owner's address, which is the database's own, with the application's role. */
function asRoleOf(appUrl: string, ownerUrl: string): string {
  const { searchParams, username, password } = new URL(appUrl)
  return urlAs(ownerUrl, {
    user: searchParams.get('user') ?? decodeURIComponent(username),
    password: searchParams.get('password') ?? decodeURIComponent(password),
  })
}

/** Does something with the application's connection to the database as it stands, and closes it. */
export async function withDatabase<T>(
  { env }: Pick<Terminal, 'env'>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const reached = await reachDatabase(env, readConfig(env))
  const db = connect({ url: reached.appUrl, max: 4, applicationName: 'mobieus cli' })
  try {
    return await work(db)
  } finally {
    await db.close()
    await reached.release()
  }
}
