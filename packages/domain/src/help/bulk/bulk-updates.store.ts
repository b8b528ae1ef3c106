import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { matching, pagesOf } from '../../kit/list-pages.ts'
import { filterOf } from '../tickets/tickets.rules.ts'
import { ticketList } from '../tickets/tickets.store.ts'

/** A bulk update with its author's name. */
export type BulkRow = Omit<Selectable<Tables['help_bulk_updates']>, 'tenant_id' | 'change'> & {
  change: Record<string, unknown>
  author_name: string | null
}

export const bulkList = listOf('help_bulk_updates', { from: 'help_bulk_updates as b' })

const selectBulks = ({ tx, tenantId }: Partition, from = bulkList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'b.user_id'),
    )
    .where('b.tenant_id', '=', tenantId)
    .selectAll('b')
    .select('u.display_name as author_name')
    .$castTo<BulkRow>()

export const listBulks = pagesOf(bulkList, selectBulks)

export const findBulk = (ctx: Partition, id: number): Promise<BulkRow | undefined> =>
  selectBulks(ctx).where('b.id', '=', id).executeTakeFirst()

/** The result of a ticket, with the number of its reference. */
export type ResultRow = Omit<
  Selectable<Tables['help_bulk_results']>,
  'tenant_id' | 'bulk_id' | 'attempts'
> & { number: number | null }

/** Results have no counter: a bulk update has at most a thousand. */
export const resultList = listOf('help_bulk_results', {
  from: 'help_bulk_results as r',
  filters: { bulk_id: 'bulk_id', outcome: 'outcome' },
  order: { by: ['ticket_id'], direction: 'asc' },
})

export const listResults = pagesOf(resultList, ({ tx, tenantId }, from = resultList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('help_tickets as t', (join) =>
      join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'r.ticket_id'),
    )
    .where('r.tenant_id', '=', tenantId)
    .select(['r.ticket_id', 'r.outcome', 'r.code', 'r.field', 'r.message', 't.number'])
    .$castTo<ResultRow>(),
)

/** The ids of the tickets that the filters of their list find, at most so many. */
export async function listTicketIds(
  { tx, tenantId }: Partition,
  filter: Parameters<typeof filterOf>[0],
  limit: number,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('help_tickets')
    .select('id')
    .where(matching(ticketList, tenantId, filterOf(filter)))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Writes a bulk update down with its tickets; answers its id. */
export async function insertBulk(
  { tx, tenantId }: Partition,
  bulk: Omit<Insertable<Tables['help_bulk_updates']>, 'tenant_id' | 'total'>,
  ticketIds: readonly number[],
): Promise<number> {
  const { id } = await tx
    .insertInto('help_bulk_updates')
    .values({ ...bulk, total: ticketIds.length, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into help_bulk_results (tenant_id, bulk_id, ticket_id)
    select ${tenantId}, ${id}, each from unnest(${ticketIds}::bigint[]) each
    returning 1`.execute(tx)
  return id
}

/** The next ticket that has not had its turn, locked; one that another worker has in hand is left to it. */
export async function takeTicket(
  { tx, tenantId }: Partition,
  bulkId: number,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('help_bulk_results')
    .select('ticket_id')
    .where('tenant_id', '=', tenantId)
    .where('bulk_id', '=', bulkId)
    .where('outcome', '=', 'pending')
    .orderBy('ticket_id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row?.ticket_id
}

/** The outcome of a ticket, and why it failed. */
export interface Outcome {
  readonly outcome: 'updated' | 'unchanged' | 'failed'
  readonly code?: string
  readonly field?: string | null
  readonly message?: string
}

/** Leaves the outcome of a ticket for the end of the transaction, and counts it; one that has its outcome keeps it. */
export const deferOutcome = (
  { tx, tenantId, outbox }: Writing,
  bulkId: number,
  ticketId: number,
  { outcome, code = '', field = null, message = '' }: Outcome,
): void =>
  defer(
    { outbox },
    sql`
      with told as (
        update help_bulk_results set outcome = ${outcome}, code = nullif(${code}::text, ''),
          field = ${field}::text, message = nullif(${message}::text, '')
        where tenant_id = ${tenantId} and bulk_id = ${bulkId} and ticket_id = ${ticketId}
          and outcome = 'pending'
        returning 1)
      update help_bulk_updates set ${sql.ref(outcome)} = ${sql.ref(outcome)} + 1
      where tenant_id = ${tenantId} and id = ${bulkId} and exists (select from told)`.compile(tx),
  )

/** Counts that a ticket could not be changed for no reason of its own; answers how often by now. */
export async function countAttempt(
  { tx, tenantId }: Partition,
  bulkId: number,
  ticketId: number,
): Promise<number> {
  const row = await tx
    .updateTable('help_bulk_results')
    .set({ attempts: sql`attempts + 1` })
    .where('tenant_id', '=', tenantId)
    .where('bulk_id', '=', bulkId)
    .where('ticket_id', '=', ticketId)
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts ?? 0
}

/** Notes the end of a bulk update all of whose tickets have had their turn; `false` where it has not ended now. */
export async function finish(
  { tx, tenantId }: Partition,
  bulkId: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update help_bulk_updates set finished_at = ${now}
    where tenant_id = ${tenantId} and id = ${bulkId} and finished_at is null and not exists (
      select from help_bulk_results
      where tenant_id = ${tenantId} and bulk_id = ${bulkId} and outcome = 'pending')
    returning 1`.execute(tx)
  return rows.length > 0
}

/** Removes bulk updates that ended before then, at most so many; answers how many. */
export async function deleteFinished(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql`
    delete from help_bulk_updates where tenant_id = ${tenantId} and id = any(array(
      select id from help_bulk_updates
      where tenant_id = ${tenantId} and finished_at <= ${before}
      order by finished_at limit ${limit} for update skip locked))
    returning 1`.execute(tx)
  return rows.length
}

/** When the bulk update that ended first has ended. */
export const firstFinished = (tenantId: number) => sql`
  select finished_at from help_bulk_updates
  where tenant_id = ${tenantId} and finished_at is not null order by finished_at limit 1`
