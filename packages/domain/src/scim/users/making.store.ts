import { CompiledQuery } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { BANNED } from '../../platform/rank.rules.ts'
import type { Resource } from '../schema/resources.ts'
import { columnsOf, valuesOf } from './columns.rules.ts'

/** The rows of a user, written as one statement: an import of thousands waits for nothing as long as for trips. */

/** A resource and the columns that follow from it. */
export interface Made {
  readonly resource: Resource
  readonly columns: ReturnType<typeof columnsOf>
}

/** The names of what follows from a resource; the values travel as one, whichever of them there are. */
const NAMES = Object.keys(columnsOf({}))

/** Writes the rows of the member `m`, who is banned or not; `$1` is the tenant, `$2` the time, `$3` to `$5` the user. */
const WRITE_USER = `
  managed as (
    insert into scim_users (tenant_id, user_id, banned, created_at, updated_at, ${NAMES.join(', ')})
    select $1::bigint, m.id, m.banned, $2::timestamptz, $2::timestamptz, ${NAMES.map((each) => `r.${each}`).join(', ')}
    from m, json_populate_record(null::scim_users, $3::json) r returning 1
  ), kept as (
    insert into scim_user_resources (tenant_id, user_id, resource)
    select $1::bigint, m.id, $4::jsonb from m returning 1
  ), listed as (
    insert into scim_user_values (tenant_id, user_id, attribute, position, value)
    select $1::bigint, m.id, v.attribute, v.position, v.value
    from m, json_to_recordset($5::json) as v (attribute text, position smallint, value text) returning 1
  )`

const valuesFor = ({ tenantId }: Partition, { resource, columns }: Made, now: Date) => [
  ...[tenantId, now, JSON.stringify(assigned(columns)), JSON.stringify(resource)],
  JSON.stringify(valuesOf(resource)),
]

/** The columns that have a value: naming the others of seventy costs more than the row. */
const assigned = (columns: Made['columns']) =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null))

const WRITE_MEMBER = `
  with m as (
    insert into users (tenant_id, id, joined_at, username, email, display_name, email_verified, role)
    overriding system value
    values ($1::bigint, coalesce($9::bigint, nextval('users_id_seq')), $2::timestamptz, $6::text, $7::text,
      $8::text, $7::text is not null, $10::integer)
    on conflict (tenant_id, username_key) where username_key is not null do nothing
    returning id, role = ${BANNED} as banned
  ), ${WRITE_USER}
  select id from m`

/** The names of a new member in the community, and the rank. */
export interface NewMember {
  /** The id, where it was taken beforehand. */
  readonly id: number | undefined
  readonly username: string
  readonly email: string | null
  readonly display_name: string
  readonly role: number
}

/** Ids of members who are to refer to each other. */
export async function takeMemberIds({ tx }: Partition, count: number): Promise<readonly number[]> {
  const { rows } = await tx.executeQuery<{ id: number }>(
    CompiledQuery.raw(TAKE_IDS, [Array.from({ length: count }, (_, n) => n)]),
  )
  return rows.map(({ id }) => id)
}

const TAKE_IDS = `select nextval('users_id_seq') as id from unnest($1::int[])`

/** Makes a member whom the provider manages; answers the id, `undefined` where the username is taken. */
export async function insertMember(
  ctx: Partition,
  { id, username, email, display_name, role }: NewMember,
  made: Made,
  now: Date,
): Promise<number | undefined> {
  const values = [...valuesFor(ctx, made, now), username, email, display_name, id, role]
  const { rows } = await ctx.tx.executeQuery<{ id: number }>(
    CompiledQuery.raw(WRITE_MEMBER, values),
  )
  return rows[0]?.id
}

const WRITE_ONLY_USER = `with m as (select $6::bigint as id, false as banned), ${WRITE_USER} select`

/** Puts a member into the provider's hands, as this resource. */
export async function insertUser(
  ctx: Partition,
  id: number,
  resource: Resource,
  now: Date,
): Promise<void> {
  const made = { resource, columns: columnsOf(resource) }
  await ctx.tx.executeQuery(CompiledQuery.raw(WRITE_ONLY_USER, [...valuesFor(ctx, made, now), id]))
}
