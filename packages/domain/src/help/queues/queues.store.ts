import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

const columns = ['id', 'slug', 'name', 'assignment_policy', 'sla_plan_id', 'is_default'] as const

export type QueueRow = Pick<Selectable<Tables['help_queues']>, (typeof columns)[number]>

export const queueList = listOf('help_queues', { from: 'help_queues' })

const selectQueues = ({ tx, tenantId }: Partition, from = queueList.from) =>
  tx.selectFrom(from).select(columns).where('tenant_id', '=', tenantId)

export const listQueues = pagesOf(queueList, selectQueues)

export const findQueue = (ctx: Partition, id: number): Promise<QueueRow | undefined> =>
  selectQueues(ctx).where('id', '=', id).executeTakeFirst()

/** The default queue, which is not deleted until the transaction ends. */
export const keepDefaultQueue = (ctx: Partition): Promise<QueueRow> =>
  selectQueues(ctx).where('is_default', '=', true).forKeyShare().executeTakeFirstOrThrow()

/** The queue, locked until the transaction ends, and yet not against what names it. */
export const lockQueue = (ctx: Partition, id: number): Promise<QueueRow | undefined> =>
  selectQueues(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** The same against everything: nothing comes to name the queue meanwhile. */
export const lockQueueAlone = (ctx: Partition, id: number): Promise<QueueRow | undefined> =>
  selectQueues(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** Locks every queue, in one order for all: of two that become the default at once, one comes first. */
export const lockQueues = (ctx: Partition): Promise<QueueRow[]> =>
  selectQueues(ctx).orderBy('id').forNoKeyUpdate().execute()

/** The queue, which is not deleted until the transaction ends. */
export const keepQueue = (ctx: Partition, id: number): Promise<QueueRow | undefined> =>
  selectQueues(ctx).where('id', '=', id).forKeyShare().executeTakeFirst()

/** Those of these queues that are there; none of them is deleted until the transaction ends. */
export async function keepQueues(ctx: Partition, ids: readonly number[]): Promise<Set<number>> {
  const rows = await selectQueues(ctx)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forKeyShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function countQueues({ tx, tenantId }: Partition): Promise<number> {
  const { total } = await tx
    .selectFrom('help_queues')
    .select(sql<number>`count(*)`.as('total'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return total
}

export const insertQueue = (
  { tx, tenantId }: Partition,
  queue: Omit<Insertable<Tables['help_queues']>, 'tenant_id'>,
): Promise<QueueRow> =>
  tx
    .insertInto('help_queues')
    .values({ ...queue, tenant_id: tenantId })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const updateQueue = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['help_queues']>,
): Promise<QueueRow> =>
  tx
    .updateTable('help_queues')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Takes being the default from the queue that is it, unless it is this one; answers it. */
export const clearDefault = (
  { tx, tenantId }: Partition,
  otherThan: number,
): Promise<QueueRow | undefined> =>
  tx
    .updateTable('help_queues')
    .set({ is_default: false })
    .where('tenant_id', '=', tenantId)
    .where('is_default', '=', true)
    .where('id', '<>', otherThan)
    .returning(columns)
    .executeTakeFirst()

/** Whether a help topic, a canned response or a ticket names the queue. */
export async function isNamed({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const naming = (table: 'help_topics' | 'help_canned_responses' | 'help_tickets') =>
    tx
      .selectFrom(table)
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('queue_id', '=', id)
      .limit(1)
  const { named } = await tx
    .selectNoFrom(
      sql<boolean>`exists (${naming('help_topics')})
        or exists (${naming('help_canned_responses')})
        or exists (${naming('help_tickets')})`.as('named'),
    )
    .executeTakeFirstOrThrow()
  return named
}

export const deleteQueue = ({ tx, tenantId }: Partition, id: number) =>
  tx.deleteFrom('help_queues').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
