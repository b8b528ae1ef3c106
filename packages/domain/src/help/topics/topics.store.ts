import type { Insertable, Selectable, Updateable } from 'kysely'
import type { components } from '@mobieus/contract'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

const columns = [
  'id',
  'slug',
  'name',
  'queue_id',
  'default_priority',
  'custom_fields',
  'is_active',
  'sort_order',
] as const

export type TopicRow = Omit<
  Pick<Selectable<Tables['help_topics']>, (typeof columns)[number]>,
  'custom_fields'
> & { custom_fields: components['schemas']['HelpField'][] }

/** The columns that are written; the fields are written as JSON. */
export type TopicChange = Omit<Updateable<Tables['help_topics']>, 'tenant_id' | 'id'>

export const topicList = listOf('help_topics', {
  from: 'help_topics',
  filters: { is_active: 'is_active' },
  counters: ['is_active'],
  order: { by: ['sort_order', 'id'], direction: 'asc' },
})

const selectTopics = ({ tx, tenantId }: Partition, from = topicList.from) =>
  tx.selectFrom(from).select(columns).where('tenant_id', '=', tenantId).$castTo<TopicRow>()

export const listTopics = pagesOf(topicList, selectTopics)

export const findTopic = (ctx: Partition, id: number): Promise<TopicRow | undefined> =>
  selectTopics(ctx).where('id', '=', id).executeTakeFirst()

/** The topic, locked until the transaction ends, and yet not against tickets that name it. */
export const lockTopic = (ctx: Partition, id: number): Promise<TopicRow | undefined> =>
  selectTopics(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** The same against everything: no ticket comes to name the topic meanwhile. */
export const lockTopicAlone = (ctx: Partition, id: number): Promise<TopicRow | undefined> =>
  selectTopics(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** The topic, which is not deleted until the transaction ends. */
export const keepTopic = (ctx: Partition, id: number): Promise<TopicRow | undefined> =>
  selectTopics(ctx).where('id', '=', id).forKeyShare().executeTakeFirst()

/** Whether a ticket is about the topic. */
export async function isTopicNamed({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('help_tickets')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('help_topic_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const insertTopic = (
  { tx, tenantId }: Partition,
  topic: Omit<Insertable<Tables['help_topics']>, 'tenant_id'>,
): Promise<TopicRow> =>
  tx
    .insertInto('help_topics')
    .values({ ...topic, tenant_id: tenantId })
    .returning(columns)
    .$castTo<TopicRow>()
    .executeTakeFirstOrThrow()

export const updateTopic = (
  { tx, tenantId }: Partition,
  id: number,
  change: TopicChange,
): Promise<TopicRow> =>
  tx
    .updateTable('help_topics')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .$castTo<TopicRow>()
    .executeTakeFirstOrThrow()

export const deleteTopic = ({ tx, tenantId }: Partition, id: number) =>
  tx.deleteFrom('help_topics').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
