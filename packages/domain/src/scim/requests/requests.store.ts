import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
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
  filters: { token_id: 'token_id', user_id: 'user_id' },
  counters: ['token_id'],
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

/** Leaves a request's entry for the end of the transaction. */
export const deferRequest = (
  ctx: Writing,
  request: Omit<Insertable<Tables['scim_requests']>, 'tenant_id'>,
): void =>
  defer(ctx, ctx.tx.insertInto('scim_requests').values({ ...request, tenant_id: ctx.tenantId }))

/** Removes requests of before a time, the oldest first, at most `limit`; answers how many of each token. */
export async function deleteRequests(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<readonly { readonly token_id: number; readonly n: number }[]> {
  const { rows } = await sql<{ token_id: number; n: number }>`
    with old as materialized (
      select id from scim_requests where tenant_id = ${tenantId} and created_at <= ${before}
      order by created_at limit ${limit}
    ), gone as (
      delete from scim_requests q using old
      where q.tenant_id = ${tenantId} and q.id = old.id returning q.token_id
    )
    select token_id, count(*) as n from gone group by 1`.execute(tx)
  return rows
}

/** The time of the oldest request. */
export const oldestRequest = (tenantId: number) =>
  sql`select min(created_at) from scim_requests where tenant_id = ${tenantId}`
