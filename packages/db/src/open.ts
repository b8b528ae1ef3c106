import pg from 'pg'
import { loginOf, urlAs } from './app-role.ts'
import type { Database } from './connect.ts'
import { findInstallation, secretOf, type Querying } from './installation.ts'
import { findMissingMigration } from './migrate.ts'
import type { AppSecrets } from './secrets.ts'

/** The options of `findAppUrl`. */
export interface FindOptions extends AppSecrets {
  /** The database, as the role that owns its tables; without it `appUrl` has to be given. */
  readonly url?: string
  /** The database as the application's role, where an operator has made that. */
  readonly appUrl?: string
}

/**
 * How the application connects to a database that is up to date. Reads, and changes nothing of the
 * database or its cluster. Throws a sentence when the secret is another one's or a migration is missing.
 */
export async function findAppUrl({ url, appUrl, ...secrets }: FindOptions): Promise<string> {
  const client = new pg.Client({
    connectionString: url ?? appUrl,
    application_name: 'mobieus look-up',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const { installation, secret } = await identify(client, secrets)
    const login = loginOf(installation, secret)
    const missing = url === undefined ? undefined : await findMissingMigration(client)
    if (missing !== undefined) throw behind(`it lacks ${missing}`)
    return appUrl ?? urlAs(url as string, login)
  } finally {
    await client.end()
  }
}

/**
 * The secret, among those that are known, that a database belongs to. Throws a sentence when it is none
 * of them, before anything is made with a secret that opens nothing there.
 */
export const findSecret = async (db: Database, secrets: AppSecrets): Promise<string> =>
  (await identify(db.pool, secrets)).secret

async function identify(client: Querying, secrets: AppSecrets) {
  const installation = await findInstallation(client)
  if (!installation) throw behind('its tables are not those of this version')
  return { installation, secret: secretOf(installation, secrets) }
}

const behind = (why: string) =>
  new Error(`the database is not up to date, ${why}: run "mobieus migrate" first`)
