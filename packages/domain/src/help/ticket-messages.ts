import type { components } from '@mobieus/contract'
import type { Handler } from '../kit/context.ts'
import { emit } from '../kit/emit.ts'
import { closePage, openPage } from '../kit/page.ts'
import { timestamp } from '../kit/present.ts'
import { invalidField, notFound } from '../kit/problem.ts'
import { settingOf } from '../kit/settings.ts'
import { reopenDays } from './settings.ts'
import { authorOf, authorOfReply } from './ticket-authors.ts'
import * as store from './ticket-messages.store.ts'
import { moveTicket } from './ticket-status.ts'
import { referenceOf, requireOpenable, statusAfterReply, ticketNamed } from './tickets.rules.ts'
import { findTicket, lockTicket, updateTicket } from './tickets.store.ts'

type Status = components['schemas']['TicketStatus']
type Message = components['schemas']['TicketMessage']

export const listTicketMessages: Handler<'listTicketMessages'> = async (ctx, { path, query }) => {
  const named = { ticket: path.id }
  const page = openPage(ctx, { ...query, ...named })
  const ticket = await findTicket(ctx, ticketNamed(path.id))
  if (!ticket) throw notFound()
  const filter = { ticket_id: ticket.id }
  return closePage(page, await store.listMessages(ctx, filter, page), presentMessage)
}

export const replyToTicket: Handler<'replyToTicket'> = async (ctx, { path, body }) => {
  const { internal = false, status } = body
  const row = await lockTicket(ctx, ticketNamed(path.id))
  if (!row) throw notFound()
  const author = await authorOfReply(ctx, row, body)
  const byRequester = author.shown.kind === 'requester'
  if (byRequester && internal) throw invalidField('internal', 'not_allowed', 'is for agents')
  if (byRequester && status) throw invalidField('status', 'not_allowed', 'is for agents')
  requireOpenable(row, ctx.now, settingOf(ctx.tenant.settings, reopenDays))
  const message = {
    ...{ ticket_id: row.id, kind: internal ? 'note' : 'reply', ...author.columns },
    ...{ body: body.body, change: null, created_at: ctx.now },
  }
  const { id } = await store.insertMessage(ctx, message)
  if (!internal)
    emit(ctx, 'ticket.replied', {
      ...{ ticket_id: row.id, reference: referenceOf(row) },
      ...{ message_id: id, author: author.shown },
    })
  await moveTicket(
    ctx,
    row,
    status ?? statusAfterReply(row.status as Status, { byRequester, internal }),
    author,
  )
  const isFirst = !byRequester && !internal && row.first_responded_at === null
  await updateTicket(ctx, row.id, {
    updated_at: ctx.now,
    ...(isFirst && { first_responded_at: ctx.now }),
  })
  return { data: presentMessage({ ...message, id, author_name: author.shown.name }) }
}

/** A message as the API shows it. */
export const presentMessage = (row: store.MessageRow): Message => ({
  id: row.id,
  kind: row.kind as Message['kind'],
  author: authorOf(row).shown,
  body: row.body,
  change: row.change as Message['change'],
  created_at: timestamp(row.created_at),
})
