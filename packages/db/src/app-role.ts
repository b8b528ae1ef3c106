import { createHmac } from 'node:crypto'
import type pg from 'pg'
import type { Installation } from './installation.ts'
import { limitLogin } from './limits.ts'

/**
 * The role that holds the rights of the application, in every database of a cluster; it has no login.
 */
const APP_ROLE = 'mobieus_app'

/** The login of the application for one database. */
export interface Login {
  readonly user: string
  readonly password: string
}

/** The role of one installation, and the password that follows from its secret. */
export function loginOf({ id }: Pick<Installation, 'id'>, appSecret: string): Login {
  const user = `${APP_ROLE}_${id}`
  return { user, password: createHmac('sha256', appSecret).update(user).digest('hex') }
}

/** Makes the role that the migrations grant their rights to, unless the cluster has it. */
export async function ensureAppRole(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [APP_ROLE])
  if (found.rowCount) return
  await client
    .query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`)
    // Another database of the cluster has made it meanwhile.
    .catch(ignore('42710', '23505'))
}

/** Fails unless the role that the migrations grant their rights to exists. */
export async function assertAppRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE])
  if (rowCount === 0)
    throw new Error(
      `the role ${APP_ROLE}, which holds the application's rights, does not exist: ` +
        `"create role ${APP_ROLE}", then grant it to the role the application connects as`,
    )
}

/**
 * Makes sure that an installation's login role exists, has the application's rights and limits and takes
 * this password. Nothing else of the cluster is changed.
 */
export async function ensureLogin(client: pg.Client, { user, password }: Login): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [user])
  const login = `login password '${password}'`
  if (found.rowCount) await client.query(`alter role ${user} ${login}`)
  else
    await client
      .query(`create role ${user} nosuperuser nobypassrls nocreatedb nocreaterole ${login}`)
      .catch(explain('42501', 'the role of DATABASE_URL may not create roles'))
  await client
    .query(`grant ${APP_ROLE} to ${user}`)
    .catch(explain('42501', `the role of DATABASE_URL may not grant ${APP_ROLE}, made by another`))
  // A role is named here even where all have the right already. Other databases of the cluster see by it
  // that this one has a login role of its own.
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  await client.query(`grant connect on database ${database} to ${user}`)
  await limitLogin(client, user)
}

/**
 * Before each database had a login role of its own, all of a cluster logged in as the common one. Its
 * login ends when it is needed no more: no session has it, and every other database that knows the role
 * has a login role. Answers why it has to stay, if it has.
 */
export async function endCommonLogin(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ sessions: number; databases: string[] }>(
    `select (select count(*)::int from pg_stat_activity where usesysid = r.oid) as sessions,
            array(select d.datname::text from pg_database d
                  where d.datname <> current_database()
                    and exists (select from pg_shdepend s
                                where s.dbid = d.oid and s.refobjid = r.oid
                                  and s.refclassid = 'pg_authid'::regclass)
                    and not exists (select from aclexplode(d.datacl) a
                                    join pg_roles own on own.oid = a.grantee
                                    where own.rolname ~ '^${APP_ROLE}_[0-9a-f]{12}$')
                  order by 1) as databases
     from pg_roles r where rolname = $1 and rolcanlogin`,
    [APP_ROLE],
  )
  const common = rows[0]
  if (!common) return undefined
  const { sessions, databases } = common
  if (sessions > 0) return `${sessions} sessions of an older version are logged in as ${APP_ROLE}`
  if (databases.length > 0)
    return `not migrated yet: ${databases.join(', ')}, whose login is ${APP_ROLE}`
  // XX000 is "tuple concurrently updated": another database has ended it meanwhile.
  await client.query(`alter role ${APP_ROLE} nologin password null`).catch(ignore('XX000'))
  return undefined
}

/**
 * Fails unless the role of this URL exists and row-level security holds for it. It is no superuser, may
 * not bypass policies and has no share in the tables' owner.
 */
export async function assertPowerless(client: pg.Client, appUrl: string): Promise<void> {
  const url = new URL(appUrl)
  const role = url.searchParams.get('user') ?? decodeURIComponent(url.username)
  const { rows } = await client.query<{ super: boolean; bypass: boolean; owner: boolean }>(
    `select rolsuper as super, rolbypassrls as bypass,
            exists (select from pg_class
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                      and pg_has_role(pg_roles.oid, relowner, 'member')) as owner
     from pg_roles where rolname = $1`,
    [role],
  )
  const found = rows[0]
  if (!found) throw new Error(`the application role ${role} does not exist`)
  const power = found.super
    ? 'is a superuser'
    : found.bypass
      ? 'may bypass row-level security'
      : found.owner && 'owns tables'
  if (power) throw new Error(`the application may not connect as ${role}: the role ${power}`)
}

/** The same database, as another role. */
export function urlAs(url: string, { user, password }: Login): string {
  const as = new URL(url)
  // A URL without a host (a local socket) has no place for a user but the query.
  if (as.host === '' || as.searchParams.has('user')) {
    as.searchParams.set('user', user)
    as.searchParams.set('password', password)
  } else {
    as.username = user
    as.password = password
    as.searchParams.delete('password')
  }
  return as.href
}

function ignore(...codes: string[]) {
  return (error: { code?: string }): void => {
    if (!codes.includes(error.code ?? '')) throw error
  }
}

function explain(code: string, sentence: string) {
  return (error: Error & { code?: string }): never => {
    throw error.code === code ? new Error(`${sentence}: ${error.message}`, { cause: error }) : error
  }
}
