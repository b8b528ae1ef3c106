import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import * as store from './canned-responses.store.ts'
import { htmlOf } from './html.rules.ts'
import { fillIn, firstNameOf, placeholdersOf, type Filling } from './text.rules.ts'
import { requireQueue } from '../queues/choice.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { findTicket, type TicketRow } from '../tickets/tickets.store.ts'

const rejectTaken = takenAs({ help_canned_responses_slug: 'slug' })

export const listCannedResponses: Handler<'listCannedResponses'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listCanned(ctx, query, page), presentCanned)
}

export const createCannedResponse: Handler<'createCannedResponse'> = async (ctx, { body }) => {
  await requireQueue(ctx, body.queue_id)
  const row = await store.insertCanned(ctx, body).catch(rejectTaken)
  count(ctx, store.cannedList, 1, row)
  auditCreated(ctx, 'canned_response', settingsOf(row))
  return { data: presentCanned(row) }
}

export const getCannedResponse: Handler<'getCannedResponse'> = async (ctx, { path }) => {
  const row = await store.findCanned(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentCanned(row) }
}

export const updateCannedResponse: Handler<'updateCannedResponse'> = async (
  ctx,
  { path, body },
) => {
  const row = await store.lockCanned(ctx, path.id)
  if (!row) throw notFound()
  await requireQueue(ctx, body.queue_id)
  const updated = await store.updateCanned(ctx, row.id, body).catch(rejectTaken)
  count(ctx, store.cannedList, -1, row)
  count(ctx, store.cannedList, 1, updated)
  auditUpdated(ctx, 'canned_response', settingsOf(row), settingsOf(updated))
  return { data: presentCanned(updated) }
}

export const deleteCannedResponse: Handler<'deleteCannedResponse'> = async (ctx, { path }) => {
  const row = await store.deleteCanned(ctx, path.id)
  if (!row) throw notFound()
  count(ctx, store.cannedList, -1, row)
  auditDeleted(ctx, 'canned_response', settingsOf(row))
  return { data: { id: row.id, deleted: true } }
}

export const previewCannedResponse: Handler<'previewCannedResponse'> = async (
  ctx,
  { path, body },
) => {
  const row = await store.findCanned(ctx, path.id)
  if (!row) throw notFound()
  const ticket = await findTicket(ctx, { id: body.ticket_id })
  if (!ticket) throw noSuch('ticket_id')
  const named = placeholdersOf(row.body_md)
  if ('fault' in named) throw invalidField('body_md', 'mustache', `cannot be read: ${named.fault}`)
  const filling = fillingOf(ticket)
  const [text, html] = [fillIn(row.body_md, filling), htmlOf(row.body_md, filling)]
  return { data: { text, html, unknown: [...named.unknown] } }
}

/** The values of the placeholders of a reply to a ticket. */
const fillingOf = (row: TicketRow): Filling => ({
  'requester.first_name': firstNameOf(row.requester_name),
  'requester.name': row.requester_name,
  'requester.email': row.requester_email ?? '',
  'ticket.reference': referenceOf(row),
  'ticket.subject': row.subject,
  'ticket.status': row.status,
  'ticket.priority': row.priority,
  'queue.name': row.queue_name,
  'agent.first_name': firstNameOf(row.assignee_name ?? ''),
  'agent.name': row.assignee_name ?? '',
})

/** The fields that people write, without the counter of its uses. */
const settingsOf = ({ use_count: _, ...settings }: store.CannedRow) => settings

export const presentCanned = (row: store.CannedRow): components['schemas']['CannedResponse'] => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  body_md: row.body_md,
  queue_id: row.queue_id,
  is_active: row.is_active,
  sort_order: row.sort_order,
  use_count: row.use_count,
})
