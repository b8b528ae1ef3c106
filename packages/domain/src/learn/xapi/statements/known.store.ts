import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../../../kit/context.ts'
import type { Json } from '../shapes/check.ts'
import { refOf } from './refs.rules.ts'

const MOST_NAMES = 20

/** One definition completed by another, which counts where both say something; the languages of both. */
const merged = (
  before: RawBuilder<unknown>,
  after: RawBuilder<unknown>,
) => sql`(${before} || ${after}
  || jsonb_strip_nulls(jsonb_build_object(
    'name', (${before} -> 'name') || (${after} -> 'name'),
    'description', (${before} -> 'description') || (${after} -> 'description'))))`

/** Keeps definitions; a row that would stay as it is, is not touched. */
export async function upsertDefinitions(
  { tx, tenantId }: Partition,
  definitions: ReadonlyMap<string, Json>,
): Promise<void> {
  if (definitions.size === 0) return
  await sql`
    insert into learn_xapi_activities as a (tenant_id, ref, definition)
    select ${tenantId}, s.ref, s.definition::jsonb
    from unnest(${[...definitions.keys()]}::uuid[], ${[...definitions.values()].map((each) => JSON.stringify(each))}::text[])
      as s(ref, definition)
    left join learn_xapi_activities k on k.tenant_id = ${tenantId} and k.ref = s.ref
    where k.ref is null
      or ${merged(sql`k.definition`, sql`s.definition::jsonb`)} is distinct from k.definition
    order by s.ref
    on conflict (tenant_id, ref) do update set definition = ${merged(sql`a.definition`, sql`excluded.definition`)}
    returning ref`.execute(tx)
}

/** Keeps names of agents, of each the first twenty. */
export async function upsertNames(
  { tx, tenantId }: Partition,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  if (names.size === 0) return
  await sql`
    insert into learn_xapi_agents as a (tenant_id, ref, names)
    select ${tenantId}, s.ref, array[s.name]
    from unnest(${[...names.keys()]}::uuid[], ${[...names.values()]}::text[]) as s(ref, name)
    left join learn_xapi_agents k on k.tenant_id = ${tenantId} and k.ref = s.ref
    where k.ref is null or (not s.name = any(k.names) and cardinality(k.names) < ${MOST_NAMES})
    order by s.ref
    on conflict (tenant_id, ref) do update set names =
      case when excluded.names[1] = any(a.names) then a.names else a.names || excluded.names end
    returning ref`.execute(tx)
}

/** The definitions of activities as they are now, by their ids. */
export async function findDefinitions(
  { tx, tenantId }: Partition,
  ids: readonly string[],
): Promise<Map<string, Json>> {
  if (ids.length === 0) return new Map()
  const byRef = new Map(ids.map((id) => [refOf(id), id]))
  const rows = await tx
    .selectFrom('learn_xapi_activities')
    .select(['ref', 'definition'])
    .where('tenant_id', '=', tenantId)
    .where('ref', '=', sql<string>`any(${[...byRef.keys()]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ ref, definition }) => [byRef.get(ref) as string, definition as Json]))
}

export async function findNames(
  { tx, tenantId }: Partition,
  ref: string,
): Promise<readonly string[]> {
  const row = await tx
    .selectFrom('learn_xapi_agents')
    .select('names')
    .where('tenant_id', '=', tenantId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row?.names ?? []
}
