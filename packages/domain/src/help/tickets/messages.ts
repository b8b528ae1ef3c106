import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { filesToAttach, presentAttachment } from '../attachments/attachments.ts'
import { deferUse, findCanned } from '../canned/canned-responses.store.ts'
import { authorOf, authorOfReply } from './authors.ts'
import * as store from './messages.store.ts'
import { addReply } from './replies.ts'
import { ticketNamed } from './tickets.rules.ts'
import { findTicket, lockTicket } from './tickets.store.ts'

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
  const row = await lockTicket(ctx, ticketNamed(path.id))
  if (!row) throw notFound()
  const author = await authorOfReply(ctx, row, body)
  if (author.shown.kind === 'requester') {
    if (body.internal) throw invalidField('internal', 'not_allowed', 'is for agents')
    if (body.status) throw invalidField('status', 'not_allowed', 'is for agents')
  }
  await noteUse(ctx, body.canned_response_id)
  const members = [author.columns.user_id, ctx.caller.user.id]
  const files = await filesToAttach(ctx, body, members)
  return { data: presentMessage(await addReply(ctx, row, { ...body, files }, author)) }
}

/** Counts a reply as a use of the canned response that it was made with. */
async function noteUse(ctx: AnyContext, id: number | undefined): Promise<void> {
  if (id === undefined) return
  if (!(await findCanned(ctx, id))) throw noSuch('canned_response_id')
  deferUse(ctx, id)
}

/** A message as the API shows it. */
export const presentMessage = (row: store.MessageRow): Message => ({
  id: row.id,
  kind: row.kind as Message['kind'],
  author: authorOf(row).shown,
  body: row.body,
  change: row.change as Message['change'],
  delivery: row.delivery && presentDelivery(row.delivery),
  attachments: row.attachments.map(presentAttachment),
  created_at: timestamp(row.created_at),
})

/** The mail of a message; while it is being sent it waits still. */
const presentDelivery = ({
  status,
  bounce_status,
  sent_at,
}: store.Delivery): NonNullable<Message['delivery']> => ({
  status: (status === 'sending' ? 'pending' : status) as NonNullable<Message['delivery']>['status'],
  bounce_status,
  sent_at: sent_at === null ? null : timestamp(new Date(sent_at)),
})
