import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { deferRow } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** A request with its token's label. */
export type RequestRow = Omit<
  Selectable<Tables['scim_requests']>,
  'tenant_id' | 'before' | 'after'
> & {
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
  readonly label: string
}

export const requestList = listOf('scim_requests', {
  from: 'scim_requests as q',
  filters: { token_id: 'token_id', user_id: 'user_id', outcome: 'outcome' },
  counters: ['token_id', 'outcome', ['token_id', 'outcome']],
})

const selectRequests = ({ tx, tenantId }: Partition, from = requestList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('scim_tokens as t', (join) =>
      join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'q.token_id'),
    )
    .where('q.tenant_id', '=', tenantId)
    .selectAll('q')
    .select('t.label')
    .$castTo<RequestRow>()

export const listRequests = pagesOf(requestList, selectRequests)

export const findRequest = (ctx: Partition, id: number): Promise<RequestRow | undefined> =>
  selectRequests(ctx).where('q.id', '=', id).executeTakeFirst()

/** An entry to be written; values as JSON. */
interface NewRequest {
  readonly token_id: number
  readonly operation: string
  readonly resource_type: string
  readonly resource_id: string | null
  readonly user_id: number | null
  readonly status: number
  readonly scim_type?: string | null
  readonly detail?: string
  readonly request_id: string
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly created_at: Date
}

/** Leaves an entry for the end of the transaction, which writes all of its entries at once. */
export const deferRequest = (ctx: Writing, request: NewRequest): void =>
  deferRow(
    ctx,
    WRITE,
    COLUMNS.map(([name]) => request[name]),
  )

const COLUMNS = [
  ['token_id', 'bigint'],
  ['operation', 'text'],
  ['resource_type', 'text'],
  ['resource_id', 'text'],
  ['user_id', 'bigint'],
  ['status', 'smallint'],
  ['scim_type', 'text'],
  ['detail', 'text'],
  ['request_id', 'text'],
  ['before', 'jsonb'],
  ['after', 'jsonb'],
  ['created_at', 'timestamptz'],
] as const satisfies readonly (readonly [keyof NewRequest, string])[]

const WRITE = `
  insert into scim_requests (tenant_id, ${COLUMNS.map(([name]) => name).join(', ')})
  select $1::bigint, r.* from unnest(${COLUMNS.map(([, type], i) => `$${i + 2}::${type}[]`).join(', ')}) r
  returning 1`

/** How many entries of a token there are with an outcome. */
interface Removed {
  readonly token_id: number
  readonly outcome: string
  readonly n: number
}

/** Removes requests of before a time, the oldest first, at most `limit`; answers how many of each kind. */
export async function deleteRequests(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<readonly Removed[]> {
  const { rows } = await sql<Removed>`
    with old as materialized (
      select id from scim_requests where tenant_id = ${tenantId} and created_at <= ${before}
      order by created_at limit ${limit}
    ), gone as (
      delete from scim_requests q using old
      where q.tenant_id = ${tenantId} and q.id = old.id returning q.token_id, q.outcome
    )
    select token_id, outcome, count(*) as n from gone group by 1, 2`.execute(tx)
  return rows
}

/** The time of the oldest request. */
export const oldestRequest = (tenantId: number) =>
  sql`select min(created_at) from scim_requests where tenant_id = ${tenantId}`
