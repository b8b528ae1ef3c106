import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import { requireQueue } from '../queues/choice.ts'
import { fieldsOf } from './topics.rules.ts'
import * as store from './topics.store.ts'

const rejectTaken = takenAs({ help_topics_slug: 'slug' })

export const listHelpTopics: Handler<'listHelpTopics'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const { is_active = true } = query
  return closePage(page, await store.listTopics(ctx, { is_active }, page), presentTopic)
}

export const createHelpTopic: Handler<'createHelpTopic'> = async (ctx, { body }) => {
  const topic = columnsOf(body)
  await requireQueue(ctx, body.queue_id)
  const { slug, name } = body
  const row = await store.insertTopic(ctx, { ...topic, slug, name }).catch(rejectTaken)
  count(ctx, store.topicList, 1, row)
  auditCreated(ctx, 'help_topic', row)
  return { data: presentTopic(row) }
}

export const getHelpTopic: Handler<'getHelpTopic'> = async (ctx, { path }) => {
  const row = await store.findTopic(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentTopic(row) }
}

export const updateHelpTopic: Handler<'updateHelpTopic'> = async (ctx, { path, body }) => {
  const change = columnsOf(body)
  const row = await store.lockTopic(ctx, path.id)
  if (!row) throw notFound()
  await requireQueue(ctx, body.queue_id)
  const updated = await store.updateTopic(ctx, row.id, change).catch(rejectTaken)
  count(ctx, store.topicList, -1, row)
  count(ctx, store.topicList, 1, updated)
  auditUpdated(ctx, 'help_topic', row, updated)
  return { data: presentTopic(updated) }
}

export const deleteHelpTopic: Handler<'deleteHelpTopic'> = async (ctx, { path }) => {
  const row = await store.lockTopicAlone(ctx, path.id)
  if (!row) throw notFound()
  if (await store.isTopicNamed(ctx, row.id))
    throw conflict('A ticket is about this topic; make it inactive instead.')
  await store.deleteTopic(ctx, row.id)
  count(ctx, store.topicList, -1, row)
  auditDeleted(ctx, 'help_topic', row)
  return { data: { id: row.id, deleted: true } }
}

/** The columns that a body writes, its fields as JSON. */
function columnsOf({
  custom_fields,
  ...others
}: components['schemas']['HelpTopicUpdate']): store.TopicChange {
  if (!custom_fields) return others
  return { ...others, custom_fields: JSON.stringify(fieldsOf(custom_fields)) }
}

export const presentTopic = (row: store.TopicRow): components['schemas']['HelpTopic'] => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  queue_id: row.queue_id,
  default_priority: row.default_priority as components['schemas']['TicketPriority'],
  custom_fields: row.custom_fields,
  is_active: row.is_active,
  sort_order: row.sort_order,
})
