import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

const APP_ROLE = 'mobieus_app'

/**
 * Makes sure that the role the application connects as exists, can log in and has the password that
 * follows from the secret. Roles belong to the whole cluster: several databases may do this at once.
 */
export async function ensureAppRole(
  client: pg.Client,
  appSecret: string,
): Promise<{ user: string; password: string }> {
  const password = createHmac('sha256', appSecret).update(APP_ROLE).digest('hex')
  const found = await client.query('select from pg_roles where rolname = $1', [APP_ROLE])
  const login = `login password '${password}'`
  if (found.rowCount === 0) {
    const created = await client
      .query(`create role ${APP_ROLE} nosuperuser nobypassrls nocreatedb nocreaterole ${login}`)
      .then(() => true, ignore('42710', '23505'))
    if (created) return { user: APP_ROLE, password }
  }
  for (let attempt = 0; ; attempt++) {
    // XX000 is "tuple concurrently updated": another database is giving the role its password.
    const altered = await client
      .query(`alter role ${APP_ROLE} ${login}`)
      .then(() => true, attempt < 20 ? ignore('XX000') : rethrow)
    if (altered) return { user: APP_ROLE, password }
    await sleep(10 + Math.random() * 40)
  }
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
 * Fails unless the role of this URL exists and row-level security holds for it: it is no superuser,
 * may not bypass policies and has no share in the tables' owner.
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
export function urlAs(url: string, user: string, password: string): string {
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
  return (error: { code?: string }): false => {
    if (!codes.includes(error.code ?? '')) throw error
    return false
  }
}

function rethrow(error: unknown): never {
  throw error
}
