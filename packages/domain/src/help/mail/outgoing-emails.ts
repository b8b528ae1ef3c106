import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { addTask, dropTask } from '../../platform/tasks.ts'
import { noteChore } from '../../platform/work.ts'
import { auditSetting } from '../audit/audited.ts'
import { prefOf } from '../notifications/notification-prefs.rules.ts'
import { listPrefs } from '../notifications/notification-prefs.store.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { countMoved, sendMail } from './outgoing.ts'
import { outgoingMailPurge } from './outgoing-purge.ts'
import { subscriptionOf } from './outgoing.rules.ts'
import * as store from './outgoing-emails.store.ts'

export const listOutgoingEmails: Handler<'listOutgoingEmails'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listOutgoing(ctx, query, page), presentMail)
}

export const getOutgoingEmail: Handler<'getOutgoingEmail'> = async (ctx, { path }) => {
  const row = await store.findOutgoing(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentWhole(row) }
}

export const retryOutgoingEmail: Handler<'retryOutgoingEmail'> = async (ctx, { path }) => {
  const row = await lockMail(ctx, path.id)
  if (row.state !== 'failed')
    throw conflict(`Only a mail that has failed is sent once more; this one is ${row.state}.`)
  if (row.text === null) throw conflict('The text of the mail is not kept any more.')
  if (await isTurnedOff(ctx, row)) throw conflict('Such mail has been turned off meanwhile.')
  addTask(ctx, sendMail, row.id)
  return {
    data: await moveMail(ctx, row, 'retried', { status: 'pending', attempts: 0, error: null }),
  }
}

export const cancelOutgoingEmail: Handler<'cancelOutgoingEmail'> = async (ctx, { path }) => {
  const row = await lockMail(ctx, path.id)
  if (row.status === 'cancelled') return { data: presentWhole(row) }
  if (row.status === 'sending') throw conflict('The mail is being sent.')
  if (row.status !== 'pending')
    throw conflict(`Only a mail that waits is cancelled; this one is ${row.status}.`)
  dropTask(ctx, sendMail, row.id)
  noteChore(ctx, outgoingMailPurge, outgoingMailPurge.after(ctx.now))
  return { data: await moveMail(ctx, row, 'cancelled', { status: 'cancelled' }) }
}

async function lockMail(ctx: AnyContext, id: number): Promise<store.WholeMail> {
  const row = await store.lockOutgoing(ctx, id)
  if (!row) throw notFound()
  return row
}

/** Whether the reader of a mail, or the tenant, has turned such mail off. */
async function isTurnedOff(ctx: AnyContext, row: store.WholeMail): Promise<boolean> {
  const subscription = subscriptionOf(row)
  if (!subscription) return false
  const { scope, scope_id, event_key } = subscription
  return !prefOf(await listPrefs(ctx, { scope, scope_id }), event_key, 'email').enabled
}

/** Gives a mail another status, and notes it. */
async function moveMail(
  ctx: AnyContext,
  row: store.WholeMail,
  done: 'retried' | 'cancelled',
  change: Partial<Pick<store.WholeMail, 'status' | 'attempts' | 'error'>> & { status: string },
) {
  await store.updateOutgoing(ctx, row.id, change)
  countMoved(ctx, row.state, change.status)
  const told = { before: { status: row.state }, after: { status: change.status } }
  auditSetting(ctx, 'outgoing_email', done, row.id, told)
  return presentWhole({ ...row, ...change, state: change.status })
}

type Mail = components['schemas']['OutgoingEmail']

/** A mail as lists show it. */
const presentMail = (row: store.ListedMail): Mail => ({
  id: row.id,
  kind: row.kind as Mail['kind'],
  ticket: { id: row.ticket_id, reference: referenceOf(row) },
  ticket_message_id: row.ticket_message_id,
  from: { email: row.from_email, name: row.from_name },
  to: { email: row.to_email, name: row.to_name },
  subject: row.subject,
  status: row.state as Mail['status'],
  attempts: row.attempts,
  error: row.error,
  bounce_status: row.bounce_status,
  created_at: timestamp(row.created_at),
  sent_at: nullableTimestamp(row.sent_at),
})

/** A mail by itself; the link of a survey is its recipient's alone. */
const presentWhole = (row: store.WholeMail): components['schemas']['OutgoingEmailWithText'] => ({
  ...presentMail(row),
  message_id: row.message_id,
  text: row.kind === 'survey' ? null : row.text,
})
