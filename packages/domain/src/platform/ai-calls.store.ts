import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import { among } from '../kit/among.ts'
import type { Partition, Writing } from '../kit/context.ts'
import { defer } from '../kit/defer.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf, type Pages } from '../kit/list-pages.ts'
import type { ModelOutcome, Tokens } from '../kit/model.ts'

/** Calls that have ended, each with the name of the member who asked. */
export const callList = listOf('ai_calls', {
  from: 'ai_calls as c',
  shown: sql`outcome is not null`,
  filters: { hook: 'hook', outcome: 'outcome' },
  counters: ['hook', 'outcome', ['hook', 'outcome']],
})

export type CallRow = Selectable<Tables['ai_calls']> & { username: string }

const selectCalls = ({ tx, tenantId }: Partition, from = callList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'c.user_id'),
    )
    .selectAll('c')
    .select('u.username')
    .where('c.tenant_id', '=', tenantId)

export const listCalls: Pages<typeof callList, CallRow> = pagesOf(callList, selectCalls)

/** The state of a tenant's spending: what its month has cost, what may come to it, and how fast it goes. */
export interface Spending {
  readonly spent: number
  readonly reserved: number
  readonly startedInMinute: number
}

export async function readSpending(
  { tx, tenantId }: Partition,
  month: string,
  minute: Date,
): Promise<Spending> {
  const { rows } = await sql<Spending>`
    select
      (select coalesce(sum(cost), 0)::bigint from ai_usage
       where tenant_id = ${tenantId} and month = ${month}::date) as spent,
      (select coalesce(sum(reserved), 0)::bigint from ai_calls
       where tenant_id = ${tenantId} and outcome is null) as reserved,
      (select count(*) from ai_calls
       where tenant_id = ${tenantId} and started_at >= ${minute}) as "startedInMinute"`.execute(tx)
  return rows[0] as Spending
}

type NewCall = Omit<Insertable<Tables['ai_calls']>, 'tenant_id'>

export const insertCall = ({ tx, tenantId }: Partition, call: NewCall): Promise<{ id: number }> =>
  tx
    .insertInto('ai_calls')
    .values({ ...call, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()

/** The end of a call. */
export interface CallEnd {
  readonly outcome: ModelOutcome | 'malformed' | 'lost'
  readonly duration_ms: number
  readonly tokens: Tokens
  readonly cost: number
}

/** Ends the call; `undefined` where it was ended already, as one that was taken for lost. */
export const endCall = (
  { tx, tenantId }: Partition,
  id: number,
  { outcome, duration_ms, tokens, cost }: CallEnd,
) =>
  tx
    .updateTable('ai_calls')
    .set({
      ...{ outcome, duration_ms, cost },
      ...{ input_tokens: tokens.input, output_tokens: tokens.output },
      ...{ cache_write_tokens: tokens.cacheWrite, cache_read_tokens: tokens.cacheRead },
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .returningAll()
    .executeTakeFirst()

/** Ends calls that began before a time and have not ended: what they have cost at most counts. */
export const endLostCalls = ({ tx, tenantId }: Partition, before: Date) =>
  tx
    .updateTable('ai_calls')
    .set(({ ref }) => ({ outcome: 'lost', duration_ms: 0, cost: ref('reserved') }))
    .where('tenant_id', '=', tenantId)
    .where('outcome', 'is', null)
    .where('started_at', '<', before)
    .returningAll()
    .execute()

type Ended = Selectable<Tables['ai_calls']>

/** Adds an ended call to what its month has cost, when the transaction ends. */
export function deferUsage(ctx: Writing, call: Ended, month: string): void {
  const failed = call.outcome === 'answered' ? 0 : 1
  defer(
    ctx,
    sql`
      insert into ai_usage as u (tenant_id, month, hook, model, calls, failed_calls, input_tokens,
        cache_write_tokens, cache_read_tokens, output_tokens, cost)
      values (${ctx.tenantId}, ${month}::date, ${call.hook}, ${call.model}, 1, ${failed},
        ${call.input_tokens}, ${call.cache_write_tokens}, ${call.cache_read_tokens},
        ${call.output_tokens}, ${call.cost})
      on conflict (tenant_id, month, hook, model) do update set
        calls = u.calls + 1,
        failed_calls = u.failed_calls + excluded.failed_calls,
        input_tokens = u.input_tokens + excluded.input_tokens,
        cache_write_tokens = u.cache_write_tokens + excluded.cache_write_tokens,
        cache_read_tokens = u.cache_read_tokens + excluded.cache_read_tokens,
        output_tokens = u.output_tokens + excluded.output_tokens,
        cost = u.cost + excluded.cost`.compile(ctx.tx),
  )
}

/** The usage of a month, by hook and model. */
export const listUsage = ({ tx, tenantId }: Partition, month: string) =>
  tx
    .selectFrom('ai_usage')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('month', '=', sql<Date>`${month}::date`)
    .orderBy('hook')
    .orderBy('model')
    .limit(500)
    .execute()

/** The cost of a month, in billionths of a US dollar. */
export async function readSpent({ tx, tenantId }: Partition, month: string): Promise<number> {
  const row = await tx
    .selectFrom('ai_usage')
    .select(sql<number>`coalesce(sum(cost), 0)::bigint`.as('spent'))
    .where('tenant_id', '=', tenantId)
    .where('month', '=', sql<Date>`${month}::date`)
    .executeTakeFirstOrThrow()
  return row.spent
}

/** Removes calls that began before a time, the oldest first, at most `limit`. */
export const deleteCalls = ({ tx, tenantId }: Partition, before: Date, limit: number) =>
  tx
    .deleteFrom('ai_calls')
    .where('tenant_id', '=', tenantId)
    .where(
      'id',
      '=',
      among<number>(
        tx
          .selectFrom('ai_calls')
          .select('id')
          .where('tenant_id', '=', tenantId)
          .where('outcome', 'is not', null)
          .where('started_at', '<=', before)
          .orderBy('started_at')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      ),
    )
    .returning(['hook', 'outcome'])
    .execute()

/** When the first of the calls that have ended began. */
export const oldestCall = (tenantId: number) =>
  sql`select min(started_at) from ai_calls where tenant_id = ${tenantId} and outcome is not null`
