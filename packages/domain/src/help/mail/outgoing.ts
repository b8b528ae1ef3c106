import { transact } from '@mobieus/db'
import { count } from '../../kit/count.ts'
import type { Writing } from '../../kit/context.ts'
import type { FinalFailure, LetterFile } from '../../kit/post.ts'
import type { FileStorage } from '../../kit/storage/storage.ts'
import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { writeThroughOutage } from '../../platform/outages.ts'
import { addTask } from '../../platform/tasks.ts'
import { noteChore } from '../../platform/work.ts'
import type { AttachmentRow } from '../attachments/attachments.store.ts'
import { keyOf } from '../attachments/keeping.ts'
import { findDefaultAccount, type AccountRow } from './email-accounts.store.ts'
import { subjectOfNews, textOfNews, type News } from '../notifications/news.rules.ts'
import { prefOf } from '../notifications/notification-prefs.rules.ts'
import { listPrefs } from '../notifications/notification-prefs.store.ts'
import { unsubscribePath } from '../notifications/unsubscribing.ts'
import type { Recipient } from '../notifications/recipients.store.ts'
import type { TicketWork } from '../tickets/work.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import type { Author } from '../tickets/authors.ts'
import type { Collaborator, TicketRow } from '../tickets/tickets.store.ts'
import type { Mailbox } from './addresses.rules.ts'
import { oneLine } from './text.rules.ts'
import { outgoingList } from './outgoing-emails.store.ts'
import { outgoingMailPurge } from './outgoing-purge.ts'
import * as rules from './outgoing.rules.ts'
import * as store from './outgoing.store.ts'

const MOST_ATTEMPTS = 20
const MOST_ERROR = 500

/** A text that is to be mailed about a ticket, and the message that it belongs to. */
interface Outgoing {
  readonly kind: 'confirmation' | 'reply' | 'survey'
  readonly people: readonly Mailbox[]
  readonly text: string
  readonly messageId: number | null
  /** The account that a mail came to; the default where none did. */
  readonly accountId?: number
}

/**
 * Mails the reply of an agent to the requester of its ticket and the collaborators. Answers whether it did: people
 * without an address, and a desk without an account, get and send none. Nor is anybody sent what they wrote.
 */
export function mailReply(
  ctx: TicketWork,
  row: TicketRow,
  { author, ...reply }: Pick<Outgoing, 'text' | 'messageId'> & { readonly author: Author },
): Promise<boolean> {
  const { user_id } = author.columns
  const others = row.collaborators.filter((each) => user_id === null || each.user_id !== user_id)
  const people = [...requesterIn(row), ...others.flatMap(mailboxIn)]
  return mail(ctx, row, { kind: 'reply', people, ...reply })
}

/** Asks the requester of a ticket something; answers whether they could be. */
export async function mailSurvey(ctx: TicketWork, row: TicketRow, text: string): Promise<boolean> {
  if (!(await isWanted(ctx, row, SURVEY_PREF))) return false
  return mail(ctx, row, { kind: 'survey', people: requesterIn(row), text, messageId: null })
}

/** Surveys follow from the status, and are turned off with what else does. */
const SURVEY_PREF = 'ticket.status_changed'

/** Whether the requester of a ticket, or the tenant, wants mail of an event. */
async function isWanted(ctx: TicketWork, row: TicketRow, event_key: string): Promise<boolean> {
  const set = await listPrefs(ctx, { scope: 'requester', scope_id: row.requester_id })
  return prefOf(set, event_key, 'email').enabled
}

const mailboxIn = ({ email, name }: Pick<Collaborator, 'email' | 'name'>): Mailbox[] =>
  email === null ? [] : [{ email, name: oneLine(name) }]

const requesterIn = ({ requester_email: email, requester_name: name }: TicketRow): Mailbox[] =>
  mailboxIn({ email, name })

/**
 * Writes a mail to each of these people, in the transaction of what it tells of; a worker sends it. One that a server
 * does not take, or that comes back, is then that of one recipient. Answers whether there is any.
 */
async function mail(
  ctx: TicketWork,
  row: TicketRow,
  { kind, people, text, messageId, accountId }: Outgoing,
): Promise<boolean> {
  if (people.length === 0) return false
  const account = await findDefaultAccount(ctx, accountId)
  if (!account) return false
  const thread = rules.threadOf(await store.findAnswered(ctx, row.id))
  const addressed = JSON.stringify(rules.addressedTo(people))
  const subject = rules.subjectAbout(referenceOf(row), row.subject)
  const mails = people.map((to) => ({
    ...aboutTicket(ctx, row, account, to),
    ...{ kind, ticket_message_id: messageId, subject, text, addressed, ...thread },
    ...(kind !== 'reply' && {
      ...{ pref_scope: 'requester', pref_scope_id: row.requester_id },
      event_key: kind === 'survey' ? SURVEY_PREF : 'ticket.created',
    }),
  }))
  await queue(ctx, mails)
  return true
}

/** The columns that every mail about a ticket has, by its account and its recipient. */
const aboutTicket = (
  ctx: { readonly now: Date },
  row: TicketRow,
  account: AccountRow,
  to: Mailbox,
) => ({
  ...{ ticket_id: row.id, created_at: ctx.now },
  message_id: rules.newMessageId(referenceOf(row), account.address),
  ...{ from_email: account.address, from_name: account.name },
  ...{ to_email: to.email, to_name: to.name },
})

/** Writes mails down that a worker is to send. */
async function queue(
  ctx: Writing & { readonly now: Date },
  mails: Parameters<typeof store.insertOutgoing>[1],
): Promise<void> {
  for (const { id } of await store.insertOutgoing(ctx, mails)) addTask(ctx, sendMail, id)
  count(ctx, outgoingList, mails.length, { status: 'pending' })
}

/** Counts a mail of which something else has become; statuses are those of the list. */
export function countMoved(ctx: Pick<Writing, 'outbox'>, was: string, is: string): void {
  if (was === is) return
  count(ctx, outgoingList, -1, { status: was })
  count(ctx, outgoingList, 1, { status: is })
}

/** Notes that a mail of ours came back, where there is one of this Message-ID. */
export async function noteBounce(
  ctx: Writing,
  messageId: string,
  status: string | null,
): Promise<void> {
  const was = await store.markBounced(ctx, messageId, status)
  if (was !== undefined) countMoved(ctx, was, 'bounced')
}

/** Writes a mail to each of these agents about a ticket; a worker sends it. The mails about one ticket are a thread. */
export async function mailAgents(
  ctx: Writing & { readonly now: Date },
  account: AccountRow,
  row: TicketRow,
  agents: readonly Recipient[],
  news: News,
): Promise<void> {
  if (agents.length === 0) return
  const refs = rules.threadOfAgents(referenceOf(row), account.address)
  const [subject, text] = [subjectOfNews(row, news), textOfNews(row, news)]
  const mails = agents.map((agent) => ({
    ...aboutTicket(ctx, row, account, agent),
    ...{ kind: 'notification', subject, text, in_reply_to: null, refs },
    ...{ pref_scope: 'agent', pref_scope_id: agent.id, event_key: news.event_key },
  }))
  await queue(ctx, mails)
}

/** Confirms a ticket that a mail has opened, unless its requester, or the tenant, wants no confirmations. */
export async function confirmTicket(
  ctx: TicketWork,
  row: TicketRow,
  { messageId, accountId }: Pick<Outgoing, 'messageId' | 'accountId'>,
): Promise<void> {
  if (!(await isWanted(ctx, row, 'ticket.created'))) return
  const text = rules.confirmationText(referenceOf(row), row.requester_name)
  const people = requesterIn(row)
  await mail(ctx, row, { kind: 'confirmation', people, text, messageId, accountId })
}

const LOOKS_AGAIN_MS = 5_000

const openFiles = (
  storage: FileStorage,
  tenantId: number,
  files: readonly AttachmentRow[],
): Promise<LetterFile[]> =>
  Promise.all(
    files.map(async (each) => ({
      ...{ name: each.name, mime: each.mime_type },
      content: await storage.open(keyOf(tenantId, each)),
    })),
  )

/**
 * Sends a mail. The row says that it is being sent before it is. After a crash nobody knows whether it was: it is sent
 * once more, under the same Message-ID. A server that is out of reach is tried for about 14 hours.
 */
export const sendMail: Task = {
  name: 'send-mail',
  async run({ db, post, secrets, originOf, storage, clock }, tenantId, id) {
    const end = (outcome: Parameters<typeof store.endSending>[2] & { status: string }) =>
      writeThroughOutage(() =>
        bySystem(db, tenantId, clock(), async (ctx) => {
          const hasEnded = await store.endSending(ctx, id, outcome)
          if (hasEnded) countMoved(ctx, 'pending', outcome.status)
          if (outcome.status !== 'pending')
            noteChore(ctx, outgoingMailPurge, outgoingMailPurge.after(ctx.now))
        }),
      )
    const waits = await transact(db, tenantId, ({ tx }) => store.awaitsScan({ tx, tenantId }, id))
    if (waits) return new Date(clock().getTime() + LOOKS_AGAIN_MS)
    const [row, files] = await transact(db, tenantId, async ({ tx }) => {
      const begun = await store.beginSending({ tx, tenantId }, id)
      return [begun, begun ? await store.listFiles({ tx, tenantId }, begun) : []] as const
    })
    if (!row) return undefined
    const subscription = rules.subscriptionOf(row)
    const unsubscribeUrl =
      subscription && originOf(row.slug) + unsubscribePath(secrets, tenantId, subscription)
    try {
      const opened = await openFiles(storage, tenantId, files)
      await post.send({ ...rules.letterOf(row, unsubscribeUrl), files: opened })
    } catch (failure) {
      const error = (failure as Error).message.slice(0, MOST_ERROR)
      const ends = (failure as Partial<FinalFailure>).isFinal || row.attempts >= MOST_ATTEMPTS
      await end({ status: ends ? 'failed' : 'pending', error })
      if (ends) return undefined
      throw failure
    }
    await end({ status: 'sent', sent_at: clock(), error: null })
    return undefined
  },
}
