import type { components } from '@mobieus/contract'
import type { Partition } from '../../kit/context.ts'
import { invalidField, noSuch } from '../../kit/problem.ts'
import { together } from '../../kit/together.ts'
import { requireQueue } from '../queues/choice.ts'
import { keepDefaultQueue, keepQueue, type QueueRow } from '../queues/queues.store.ts'
import { keepTags } from '../tags/tags.store.ts'
import { fieldValuesOf } from './fields.rules.ts'
import { keepTopic, type TopicRow } from '../topics/topics.store.ts'

type Said = Pick<
  components['schemas']['TicketCreate'],
  'queue_id' | 'help_topic_id' | 'priority' | 'tags' | 'custom_fields'
>

/** Where a new ticket belongs, as its opener says. */
export interface Origin extends Readonly<Said> {
  /** Whether the opener could be asked for the fields that the topic requires; a mail's sender could not. */
  readonly wasAsked?: boolean
}

/** The columns of a new ticket, as its opener or the help topic says them, its queue, and the ids of its tags. */
export async function originOf(ctx: Partition, said: Origin) {
  const { queue_id, help_topic_id, tags = [], custom_fields = {}, wasAsked = true } = said
  const [named, topic, tagIds] = await together([
    requireQueue(ctx, queue_id),
    topicOf(ctx, help_topic_id),
    tagIdsOf(ctx, tags),
  ])
  const fields = topic?.custom_fields ?? []
  const values = fieldValuesOf(fields, {}, custom_fields, { isNew: wasAsked })
  const queue = named ?? (await queueOf(ctx, topic))
  return {
    ...{ queue, help_topic_id: topic?.id ?? null, tagIds },
    priority: said.priority ?? topic?.default_priority ?? 'normal',
    custom_fields: JSON.stringify(values),
  }
}

/** The queue that a topic says, and otherwise the default one. */
async function queueOf(ctx: Partition, topic: TopicRow | undefined): Promise<QueueRow> {
  const said = topic?.queue_id ?? null
  return (said === null ? undefined : await keepQueue(ctx, said)) ?? keepDefaultQueue(ctx)
}

/** The topic that a body names; it is there, active, and stays until the transaction ends. */
export async function topicOf(
  ctx: Partition,
  id: number | null | undefined,
): Promise<TopicRow | undefined> {
  if (id === undefined || id === null) return undefined
  const topic = await keepTopic(ctx, id)
  if (!topic) throw noSuch('help_topic_id')
  if (!topic.is_active) throw invalidField('help_topic_id', 'inactive', 'is not active')
  return topic
}

/** The ids of the tags that a body names by their slugs. */
export async function tagIdsOf(
  ctx: Partition,
  slugs: readonly string[],
  field = 'tags',
): Promise<number[]> {
  if (slugs.length === 0) return []
  const kept = await keepTags(ctx, slugs)
  return slugs.map((slug, i) => {
    const id = kept.get(slug)
    if (id === undefined) throw noSuch(`${field}[${i}]`)
    return id
  })
}
