import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { noteChore } from '../../platform/work.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import { startNotifying } from '../notifications/notifying.ts'
import * as store from './email-accounts.store.ts'
import { createInboundSecret, inboundSecretsPurge } from './inbound-secret.ts'
import { columnsOfMailgunKey } from './mailgun-keys.ts'

/** The most accounts of a partition: so many secrets are compared for each mail. */
const MOST = 50
const DEFAULT_GRACE_HOURS = 24
const HOUR_MS = 60 * 60 * 1000

const rejectTaken = takenAs({
  help_email_accounts_address: 'address',
  help_email_accounts_default: 'is_default',
})

export const listEmailAccounts: Handler<'listEmailAccounts'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listAccounts(ctx, query, page), presentAccount)
}

export const createEmailAccount: Handler<'createEmailAccount'> = async (ctx, { body }) => {
  const others = await store.lockAccounts(ctx)
  if (others.length >= MOST) throw conflict(`There are ${MOST} e-mail accounts already.`)
  const is_default = others.length === 0 || body.is_default === true
  if (is_default) await clearDefault(ctx, others)
  const { secret: inbound_secret, hash: secret_hash } = createInboundSecret()
  const times = { secret_rotated_at: ctx.now, created_at: ctx.now }
  const { mailgun_signing_key: key, ...named } = body
  const account = { ...named, is_default, secret_hash, ...times }
  const made = await store.insertAccount(ctx, account).catch(rejectTaken)
  const row = key
    ? await store.updateAccount(ctx, made.id, columnsOfMailgunKey(ctx, made.id, key))
    : made
  count(ctx, store.accountList, 1)
  if (others.length === 0) await startNotifying(ctx)
  auditCreated(ctx, 'email_account', row)
  return { data: { ...presentAccount(row), inbound_secret } }
}

export const getEmailAccount: Handler<'getEmailAccount'> = async (ctx, { path }) => {
  const row = await store.findAccount(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentAccount(row) }
}

export const updateEmailAccount: Handler<'updateEmailAccount'> = async (ctx, { path, body }) => {
  const all = await store.lockAccounts(ctx)
  const row = all.find(({ id }) => id === path.id)
  if (!row) throw notFound()
  if (row.is_default && body.is_default === false)
    throw conflict('There is always a default; make another account it.', 'is_default')
  if (body.is_default && !row.is_default) await clearDefault(ctx, all)
  const { mailgun_signing_key, ...named } = body
  const change = { ...named, ...columnsOfMailgunKey(ctx, row.id, mailgun_signing_key) }
  const updated = await store.updateAccount(ctx, row.id, change).catch(rejectTaken)
  auditUpdated(ctx, 'email_account', row, updated)
  return { data: presentAccount(updated) }
}

export const deleteEmailAccount: Handler<'deleteEmailAccount'> = async (ctx, { path }) => {
  const all = await store.lockAccounts(ctx)
  const row = all.find(({ id }) => id === path.id)
  if (!row) throw notFound()
  if (row.is_default && all.length > 1)
    throw conflict('The default stays as long as there are others; make another account it before.')
  await store.deleteAccount(ctx, row.id)
  count(ctx, store.accountList, -1)
  auditDeleted(ctx, 'email_account', row)
  return { data: { id: row.id, deleted: true } }
}

export const rotateEmailAccountSecret: Handler<'rotateEmailAccountSecret'> = async (
  ctx,
  { path, body },
) => {
  const row = (await store.lockAccounts(ctx)).find(({ id }) => id === path.id)
  if (!row) throw notFound()
  const hours = body?.grace_hours ?? DEFAULT_GRACE_HOURS
  const until = hours === 0 ? null : new Date(ctx.now.getTime() + hours * HOUR_MS)
  const { secret: inbound_secret, hash } = createInboundSecret()
  const renewed = await store.renewSecret(ctx, row.id, { hash, now: ctx.now, until })
  if (until) noteChore(ctx, inboundSecretsPurge, until)
  auditUpdated(ctx, 'email_account', row, renewed)
  return { data: { ...presentAccount(renewed), inbound_secret } }
}

/** Makes room for another default; all accounts are locked. */
async function clearDefault(ctx: AnyContext, all: readonly store.AccountRow[]): Promise<void> {
  const former = all.find(({ is_default }) => is_default)
  if (!former) return
  const cleared = await store.updateAccount(ctx, former.id, { is_default: false })
  auditUpdated(ctx, 'email_account', former, cleared)
}

/** An e-mail account as the API shows it. */
export const presentAccount = (row: store.AccountRow): components['schemas']['EmailAccount'] => ({
  id: row.id,
  address: row.address,
  name: row.name,
  is_default: row.is_default,
  authentication_server: row.authentication_server,
  secret_rotated_at: timestamp(row.secret_rotated_at),
  previous_secret_expires_at: nullableTimestamp(row.previous_secret_expires_at),
  mailgun_signing_key_set_at: nullableTimestamp(row.mailgun_signing_key_set_at),
  created_at: timestamp(row.created_at),
})
