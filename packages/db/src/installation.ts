import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { checkValueOf, eachSecret, type AppSecrets } from './secrets.ts'

/** One database as an installation of the platform. */
export interface Installation {
  /** Twelve hexadecimal digits, of this database alone. */
  readonly id: string
  readonly secretCheck: string
  /** False in a copy that has not been migrated since: its row is the original's. */
  readonly own: boolean
}

/** The installation that this database is; `undefined` before the migration that makes it one. */
export async function findInstallation(client: Querying): Promise<Installation | undefined> {
  const there = await client.query("select from pg_class where oid = to_regclass('installation')")
  if (there.rowCount === 0) return undefined
  const { rows } = await client.query<Installation>(
    `select id, secret_check as "secretCheck",
            database_oid = (select oid from pg_database where datname = current_database()) as own
     from installation`,
  )
  return rows[0]
}

/** A connection that can be queried, or a pool of them. */
export interface Querying {
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>
}

/** The one of these secrets that the database was made with; throws a sentence when none is. */
export function secretOf(installation: Installation, secrets: AppSecrets): string {
  const found = eachSecret(secrets, (each) => each).find(
    (each) => checkValueOf(each, installation.id) === installation.secretCheck,
  )
  if (found === undefined) throw foreignSecret()
  return found
}

/** The refusal of a secret under which this database's data stays shut. */
export const foreignSecret = (): Error =>
  new Error(
    'APP_SECRET is not the one this database was made with; ' +
      'where it has been changed, name the one before it in APP_SECRET_PREVIOUS',
  )

/**
 * Keeps that the database belongs to the present secret. A copy of another database becomes one of its
 * own first: whatever happens to its login role then does not concern the original.
 */
export async function settleInstallation(
  client: pg.Client,
  appSecret: string,
): Promise<Installation> {
  const found = await findInstallation(client)
  const id = found?.own ? found.id : randomBytes(6).toString('hex')
  const secretCheck = checkValueOf(appSecret, id)
  if (found?.own && found.secretCheck === secretCheck) return found
  await client.query('delete from installation')
  await client.query(
    `insert into installation (id, database_oid, secret_check)
     select $1, oid, $2 from pg_database where datname = current_database()`,
    [id, secretCheck],
  )
  return { id, secretCheck, own: true }
}
