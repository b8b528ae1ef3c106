import type { Handler } from '../../kit/context.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { complete, mailOf } from './inbound-payload.ts'
import { readMail } from './raw-mail.ts'
import { takeMail } from './taking.ts'

export const receiveEmail: Handler<'receiveEmail'> = async (ctx, { body }) => {
  const raw = isBytes(body)
  const mail = raw ? complete(await readMail(await body.read())) : mailOf(body)
  const { ticket, action } = await takeMail(ctx, mail, ctx.caller.id)
  const reference = ticket ? referenceOf(ticket) : null
  return { ok: true, ticket_id: ticket?.id ?? null, reference, action }
}

const isBytes = <T extends { read: () => Promise<Uint8Array> }>(body: object | T): body is T =>
  'read' in body && typeof body.read === 'function'
