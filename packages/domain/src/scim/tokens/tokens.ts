import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { statusOf, toExpiry } from '../../platform/secrets.rules.ts'
import { endToken, issueToken, renewSecret } from './lifecycle.ts'
import * as store from './tokens.store.ts'

export const listScimTokens: Handler<'listScimTokens'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listTokens(ctx, query, page)
  return closePage(page, found, (row) => presentToken(row, ctx.now))
}

export const createScimToken: Handler<'createScimToken'> = async (ctx, { body }) => {
  if (ctx.tenant.environment !== 'live')
    throw conflict('Identity providers keep members of the live partition in step.')
  const { id, secret } = await issueToken(ctx, {
    label: body.label,
    expiresAt: toExpiry(body.expires_at, ctx.now),
    createdBy: ctx.caller.user.id,
  })
  return { data: { ...presentToken(await getToken(ctx, id), ctx.now), secret } }
}

export const getScimToken: Handler<'getScimToken'> = async (ctx, { path }) => ({
  data: presentToken(await getToken(ctx, path.id), ctx.now),
})

export const rotateScimToken: Handler<'rotateScimToken'> = async (ctx, { path, body }) => {
  const { row, secret } = await renewSecret(ctx, await lockToken(ctx, path.id), body?.grace_hours)
  return { data: { ...presentToken(row, ctx.now), secret } }
}

export const revokeScimToken: Handler<'revokeScimToken'> = async (ctx, { path }) => {
  const row = await lockToken(ctx, path.id)
  if (!row.revoked_at) await endToken(ctx, row.id)
  return { data: presentToken({ ...row, revoked_at: row.revoked_at ?? ctx.now }, ctx.now) }
}

async function getToken(ctx: AnyContext, id: number): Promise<store.TokenRow> {
  const row = await store.findTokenRow(ctx, id)
  if (!row) throw notFound()
  return row
}

async function lockToken(ctx: AnyContext, id: number): Promise<store.TokenRow> {
  const row = await store.lockToken(ctx, id)
  if (!row) throw notFound()
  return row
}

/** A token as the API shows it; its secret is nowhere to be read. */
export const presentToken = (
  row: store.TokenRow,
  now: Date,
): components['schemas']['ProvisioningToken'] => ({
  id: row.id,
  label: row.label,
  prefix: row.prefix,
  status: statusOf(row, now),
  created_by:
    row.created_by === null || row.username === null
      ? null
      : { id: row.created_by, username: row.username },
  expires_at: nullableTimestamp(row.expires_at),
  revoked_at: nullableTimestamp(row.revoked_at),
  rotated_at: nullableTimestamp(row.rotated_at),
  previous_secret_expires_at: nullableTimestamp(row.previous_secret_expires_at),
  last_used_at: nullableTimestamp(row.last_used_at),
  created_at: timestamp(row.created_at),
})
