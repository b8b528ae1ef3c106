import type { Emitting } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import type { Audited } from '../../platform/audit.ts'
import { noteChore } from '../../platform/work.ts'
import { attach } from '../attachments/attachments.ts'
import { noteInAudit } from '../audit/audited.ts'
import { findOwnAddresses } from './email-accounts.store.ts'
import { system } from '../tickets/authors.ts'
import { addCollaborators, MOST_COLLABORATORS, requestersOf } from '../tickets/collaborators.ts'
import { openTicket } from '../tickets/opening.ts'
import { addReply } from '../tickets/replies.ts'
import { noteChange } from '../tickets/thread.ts'
import { writeMessage } from '../tickets/words.ts'
import type { TicketWork } from '../tickets/work.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { findTicket, type TicketRow } from '../tickets/tickets.store.ts'
import { domainOf, type Mailbox } from './addresses.rules.ts'
import { safeHtml } from './html.rules.ts'
import { digestOf } from './inbound-payload.ts'
import * as store from './inbound.store.ts'
import { authorOfMail } from './authors.ts'
import { filesOf } from './files.ts'
import { isHeldBack, isLooping } from './loops.ts'
import { placeOf, type MailPlace } from './places.ts'
import { shownTextOf, subjectOf } from './texts.ts'
import type { Mail } from './mail.ts'
import { confirmTicket, noteBounce } from './outgoing.ts'
import { findTicketOfOurs } from './outgoing.store.ts'
import { inboundList } from './inbound-emails.store.ts'
import { unboundMailPurge } from './unbound-purge.ts'
import { judge, type Judgement } from './robots.rules.ts'
import { othersOf, senderOf } from './senders.rules.ts'
import { keepSourceOf } from './sources.ts'

/** The state in which mail is taken: it opens and answers tickets. */
export type TakingMail = TicketWork &
  Audited &
  Emitting<'ticket.created' | 'ticket.assigned' | 'ticket.replied' | 'ticket.status_changed'>

/** The outcome of a mail; a ticket that it led to, now or when it came before. */
export interface Outcome {
  readonly action: 'created' | 'appended' | 'ignored'
  readonly ticket?: TicketRow | undefined
}

/** A mail that is being taken. */
interface Taking {
  /** The id of its row. */
  readonly id: number
  readonly mail: Mail
  readonly sender: Mailbox
  /** The people whom it went to beside us. */
  readonly others: readonly Mailbox[]
  readonly accountId: number
  readonly judged: Judgement
}

/** The outcome of a mail with the columns of its row. */
interface Taken extends Outcome {
  readonly ticket_message_id?: number
  readonly unanswered?: string | null
  readonly is_third_party?: boolean
  /** Whether the sender is told the reference of the new ticket. */
  readonly confirms?: boolean
}

const MOST_RAW = 5_000_000

/**
 * Takes a mail that came for an account: it opens a ticket, is added to one, or is ignored. A mail that comes again
 * has no second effect, also when it comes many times at once. Robots open nothing, and change no status.
 */
export async function takeMail(ctx: TakingMail, mail: Mail, accountId: number): Promise<Outcome> {
  const ours = await findOwnAddresses(ctx)
  const sender = senderOf(mail, ours)
  const judged = judge(mail)
  const digest = digestOf(mail)
  const id = await store.insertInbound(ctx, {
    ...{ account_id: accountId, message_id: mail.messageId, digest, kind: judged.kind },
    ...{ sender_email: sender.email, sender_domain: domainOf(sender.email) },
    ...{
      sender_name: sender.name,
      subject: mail.subject,
      text: mail.text?.slice(0, MOST_RAW) ?? null,
    },
    html: mail.html?.slice(0, MOST_RAW) ?? null,
    safe_html: mail.html === null ? null : safeHtml(mail.html.slice(0, MOST_RAW)),
    refs: [...mail.answers].reverse().join(' '),
    headers: JSON.stringify(Object.fromEntries(mail.headers)),
    received_at: ctx.now,
  })
  if (id === undefined) return { action: 'ignored', ticket: await ticketOfTaken(ctx, mail, digest) }
  const own = await findTicketOfOurs(ctx, mail.messageId)
  if (own !== undefined) return ownMail(ctx, id, accountId, own)
  if (await store.isIdUsed(ctx, mail.messageId, id)) tell(ctx, id, 'id_reused', mail)
  const others = othersOf(mail, sender, ours).slice(0, MOST_COLLABORATORS)
  const taking = { id, mail, sender, others, accountId, judged }
  const place = await placeOf(ctx, mail, sender)
  const take = judged.kind === 'person' ? takeLetter : takeNotice
  const { action, ticket, confirms, ...columns } = await take(ctx, taking, place)
  await store.updateInbound(ctx, id, {
    ...{ unanswered: judged.unanswered, action, ticket_id: ticket?.id ?? null, ...columns },
  })
  count(ctx, inboundList, 1, { account_id: accountId, action })
  if (columns.ticket_message_id !== undefined) {
    await attach(ctx, columns.ticket_message_id, await filesOf(mail))
    await keepSourceOf(ctx, columns.ticket_message_id, mail)
  }
  if (!ticket) noteChore(ctx, unboundMailPurge, unboundMailPurge.after(ctx.now))
  else if (confirms)
    await confirmTicket(ctx, ticket, { messageId: columns.ticket_message_id as number, accountId })
  return { action, ticket }
}

/** A mail of ours that came back to us by a list or a rule: it is known already. */
async function ownMail(
  ctx: TakingMail,
  id: number,
  account_id: number,
  ticketId: number,
): Promise<Outcome> {
  await store.updateInbound(ctx, id, { action: 'ignored' })
  count(ctx, inboundList, 1, { account_id, action: 'ignored' })
  noteChore(ctx, unboundMailPurge, unboundMailPurge.after(ctx.now))
  return { action: 'ignored', ticket: await findTicket(ctx, { id: ticketId }) }
}

async function ticketOfTaken(
  ctx: TakingMail,
  mail: Mail,
  digest: Buffer,
): Promise<TicketRow | undefined> {
  const taken = await store.findTaken(ctx, mail.messageId, digest)
  return taken?.ticket_id ? findTicket(ctx, { id: taken.ticket_id }) : undefined
}

/** A person's mail: a reply on the ticket that it leads to, or the first message of a new one. */
async function takeLetter(ctx: TakingMail, taking: Taking, place: MailPlace): Promise<Taken> {
  const { id, mail, sender, others, judged } = taking
  if (place.ticket) return appendLetter(ctx, taking, place.ticket)
  const [requester_id] = (await requestersOf(ctx, [sender, ...others])) as [number]
  const text = { subject: subjectOf(mail), body: shownTextOf(mail) }
  const { ticket, messageId } = await openByMail(ctx, {
    ...{ ...text, requester_id, collaborators: others },
    ...(place.ended && { follow_up_of_id: place.ended.id }),
  })
  if (place.named)
    noteChange(ctx, ticket, system, {
      ...{ field: 'mentions', from: null, to: referenceOf(place.named) },
    })
  const held = judged.unanswered === null && (await isHeldBack(ctx, sender.email, id))
  return {
    ...{ action: 'created', ticket, ticket_message_id: messageId },
    ...(held && { unanswered: 'held_back' }),
    ...(judged.unanswered === null && !held && { confirms: true }),
  }
}

async function openByMail(
  ctx: TakingMail,
  asked: Pick<
    Parameters<typeof openTicket>[1],
    'subject' | 'body' | 'requester_id' | 'collaborators' | 'follow_up_of_id'
  >,
) {
  const ticket = await openTicket(ctx, { ...asked, source: 'email' })
  return { ticket, messageId: await store.findFirstMessage(ctx, ticket.id) }
}

/**
 * A mail of an agent that nothing proves to be theirs is a note: it is sent to nobody. It brings nobody else to the
 * ticket either, no more than a third party's does.
 */
async function appendLetter(ctx: TakingMail, taking: Taking, row: TicketRow): Promise<Taken> {
  const { id, mail, sender, others } = taking
  const { author, side } = await authorOfMail(ctx, row, mail, taking)
  const isStranger = side === 'third party' || side === 'unproven agent'
  const ticket = isStranger
    ? row
    : await addCollaborators(ctx, row, await requestersOf(ctx, others), author)
  const body = shownTextOf(mail)
  const looping = await isLooping(ctx, sender.email, id, ticket.id)
  const message =
    side === 'unproven agent'
      ? await writeMessage(ctx, {
          ...{ ticket_id: ticket.id, kind: 'note', ...author.columns, body, created_at: ctx.now },
        })
      : await addReply(ctx, ticket, { body }, author)
  return {
    ...{ action: 'appended', ticket, ticket_message_id: message.id },
    is_third_party: isStranger,
    unanswered: looping ? 'held_back' : 'reply',
  }
}

/** The mail of a robot: a note on the ticket that it leads to, and otherwise nothing. It moves no status. */
async function takeNotice(ctx: TakingMail, taking: Taking, place: MailPlace): Promise<Taken> {
  const { id, mail, judged } = taking
  const { ticket } = place
  const { about, status } = mail.report ?? {}
  if (judged.kind === 'bounce' && about) await noteBounce(ctx, about, status ?? null)
  if (!ticket) {
    tell(ctx, id, 'ignored', mail, { kind: judged.kind })
    return { action: 'ignored' }
  }
  const isReport = judged.kind === 'bounce' || judged.kind === 'delay'
  const { author, side } = isReport
    ? { author: system, side: undefined }
    : await authorOfMail(ctx, ticket, mail, taking)
  const message = await writeMessage(ctx, {
    ...{ ticket_id: ticket.id, kind: 'note', ...author.columns },
    ...{ body: shownTextOf(mail), created_at: ctx.now },
  })
  return {
    ...{ action: 'appended', ticket, ticket_message_id: message.id },
    is_third_party: side === 'third party',
  }
}

const tell = (
  ctx: Audited,
  id: number,
  what: 'ignored' | 'id_reused',
  { messageId: message_id, from: { email: sender } }: Mail,
  more: object = {},
): void =>
  noteInAudit(
    ctx,
    `inbound_email.${what}`,
    { kind: 'inbound_email', id },
    { after: { message_id, sender, ...more } },
    system,
  )
