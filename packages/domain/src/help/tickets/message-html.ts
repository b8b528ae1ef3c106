import type { Handler } from '../../kit/context.ts'
import { notFound } from '../../kit/problem.ts'
import { urlOf } from '../attachments/attachments.ts'
import { listAttachments } from '../attachments/attachments.store.ts'
import { hasRemotePictures, safeHtml } from '../mail/html.rules.ts'
import { findHtmlOfMessage } from '../mail/inbound.store.ts'
import { ticketNamed } from './tickets.rules.ts'
import { findTicket } from './tickets.store.ts'

export const getTicketMessageHtml: Handler<'getTicketMessageHtml'> = async (
  ctx,
  { path, query },
) => {
  const ticket = await findTicket(ctx, ticketNamed(path.id))
  const html = ticket && (await findHtmlOfMessage(ctx, ticket.id, path.message_id))
  if (!html) throw notFound()
  const files = await listAttachments(ctx, path.message_id)
  const picture = (cid: string) => {
    const file = files.find(({ content_id, status }) => content_id === cid && status === 'approved')
    return file && urlOf(file.id)
  }
  const shown = safeHtml(html, picture, query.remote_images === true)
  return { data: { html: shown, has_remote_images: hasRemotePictures(html) } }
}
