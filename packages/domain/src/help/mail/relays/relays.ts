import type { components, ReceivedBytes } from '@mobieus/contract'
import { Problem } from '@mobieus/contract'
import type { Handler } from '../../../kit/context.ts'
import { noteInAudit } from '../../audit/audited.ts'
import { system } from '../../tickets/authors.ts'
import { referenceOf } from '../../tickets/tickets.rules.ts'
import { takeMail, type TakingMail } from '../taking.ts'
import type { Mail } from '../mail.ts'
import { partsOfForm, type FormPart } from './form.rules.ts'
import { requireSignature } from './mailgun-signature.ts'
import { mailOfMailgun } from './mailgun.rules.ts'
import { mailOfPostmark } from './postmark.rules.ts'
import { mailOfRelay } from './relayed.ts'
import { mailOfSendgrid } from './sendgrid.rules.ts'

type Outcome = components['schemas']['InboundEmailOutcome']

export const receivePostmarkEmail: Handler<'receivePostmarkEmail'> = async (ctx, { body }) =>
  takeFrom(ctx, 'postmark', async () => mailOfRelay(mailOfPostmark(await body.read())))

export const receiveSendgridEmail: Handler<'receiveSendgridEmail'> = async (ctx, { body }) =>
  takeFrom(ctx, 'sendgrid', async () => mailOfRelay(mailOfSendgrid(await formOf(body))))

export const receiveMailgunEmail: Handler<'receiveMailgunEmail'> = async (ctx, { body }) => {
  const parts = await formOf(body)
  const requireFresh = await requireSignature(ctx, parts)
  return takeFrom(ctx, 'mailgun', async () => {
    const mail = await mailOfRelay(mailOfMailgun(parts))
    await requireFresh(mail)
    return mail
  })
}

const formOf = async (body: ReceivedBytes): Promise<readonly FormPart[]> =>
  partsOfForm(Buffer.from(await body.read()), body.contentType)

type Relayed = TakingMail & { readonly caller: { readonly id: number } }

/**
 * Takes a mail from a relay, which sends whatever is refused again for hours or days and then drops it. A post that can
 * never be accepted is therefore ignored, and told in the audit log.
 */
async function takeFrom(ctx: Relayed, relay: string, read: () => Promise<Mail>): Promise<Outcome> {
  const mail = await read().catch((fault: unknown) => {
    if (fault instanceof Problem && fault.status === 422) return fault
    throw fault
  })
  if (mail instanceof Problem) {
    const { field, message: reason } = mail.details?.[0] ?? {}
    const account = { kind: 'email_account', id: ctx.caller.id }
    noteInAudit(ctx, 'inbound_email.refused', account, { after: { relay, field, reason } }, system)
    return { ok: true, ticket_id: null, reference: null, action: 'ignored' }
  }
  const { ticket, action } = await takeMail(ctx, mail, ctx.caller.id)
  const reference = ticket ? referenceOf(ticket) : null
  return { ok: true, ticket_id: ticket?.id ?? null, reference, action }
}
