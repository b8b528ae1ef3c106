import { settingOf } from '../../kit/settings.ts'
import { language } from '../settings.ts'
import { insertMessage, type NewMessage } from './messages.store.ts'
import { deferWords, SUBJECT, type Findable } from './words.store.ts'
import type { TicketWork } from './work.ts'

/** Writes what somebody has written on a ticket: a reply or a note, which searches find from then on. */
export async function writeMessage(
  ctx: TicketWork,
  message: NewMessage & { readonly ticket_id: number; readonly body: string },
): Promise<{ id: number }> {
  const { id } = await insertMessage(ctx, message)
  makeFindable(ctx, { ticketId: message.ticket_id, messageId: id, text: message.body })
  return { id }
}

/** Lets searches find a text, in the language of the tenant. */
const makeFindable = (ctx: TicketWork, text: Findable): void =>
  deferWords(ctx, settingOf(ctx.tenant.settings, language), text)

/** Lets searches find a ticket by its subject, and by a former one no longer. */
export const makeSubjectFindable = (
  ctx: TicketWork,
  { id, subject }: { readonly id: number; readonly subject: string },
): void => makeFindable(ctx, { ticketId: id, messageId: SUBJECT, text: subject })
