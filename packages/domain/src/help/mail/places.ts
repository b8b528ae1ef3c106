import { settingOf } from '../../kit/settings.ts'
import { reopenDays } from '../settings.ts'
import { findFollowUp } from '../tickets/links.store.ts'
import type { TicketWork } from '../tickets/work.ts'
import { lockEndOfMerges } from '../tickets/pairs.ts'
import { isClosedForGood } from '../tickets/tickets.rules.ts'
import { findTicket, type TicketRow } from '../tickets/tickets.store.ts'
import { isSameAddress, type Mailbox } from './addresses.rules.ts'
import { findTicketOfMails } from './inbound.store.ts'
import type { Mail } from './mail.ts'
import { collaboratorWith } from './authors.ts'
import { referenceIn } from './message-ids.rules.ts'
import { findAgentOfAddress } from './participants.store.ts'

/** The place that a mail leads to. */
export interface MailPlace {
  /** The ticket that it is added to, locked. */
  readonly ticket?: TicketRow
  /** The ticket that it answers, which is closed for good: a new one follows it. */
  readonly ended?: TicketRow
  /** The ticket that it names without taking part in it. */
  readonly named?: TicketRow
}

/**
 * The place that a mail leads to, by the mails that it answers or that a report is about. Else it is the reference
 * in its subject, which is easy to guess: it counts only of somebody who takes part in the ticket.
 */
export async function placeOf(ctx: TicketWork, mail: Mail, sender: Mailbox): Promise<MailPlace> {
  const about = mail.report?.about
  const id = await findTicketOfMails(ctx, about ? [about, ...mail.answers] : mail.answers)
  if (id !== undefined) return openPlace(ctx, id)
  const number = referenceIn(mail.subject)
  const named = number === undefined ? undefined : await findTicket(ctx, { number })
  if (!named) return {}
  return (await takesPart(ctx, named, sender)) ? openPlace(ctx, named.id) : { named }
}

/**
 * The ticket itself, or the one it was merged into, or the open one that follows it, whoever opened that. Where all
 * are closed for good, it is the last of them. A way that leads back, by a merge, ends there.
 */
async function openPlace(
  ctx: TicketWork,
  id: number,
  seen: readonly number[] = [],
): Promise<MailPlace> {
  const days = settingOf(ctx.tenant.settings, reopenDays)
  const row = await lockEndOfMerges(ctx, id)
  if (!row) return {}
  if (!isClosedForGood(row, ctx.now, days)) return { ticket: row }
  const next = seen.includes(row.id) ? undefined : await findFollowUp(ctx, row.id)
  return next === undefined ? { ended: row } : openPlace(ctx, next, [...seen, row.id])
}

async function takesPart(ctx: TicketWork, row: TicketRow, { email }: Mailbox): Promise<boolean> {
  if (row.requester_email !== null && isSameAddress(row.requester_email, email)) return true
  if (collaboratorWith(row, email)) return true
  return (await findAgentOfAddress(ctx, email)) !== undefined
}
