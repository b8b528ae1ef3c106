import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import { statusOf, toExpiry } from '../platform/secrets.rules.ts'
import type { AnyContext, Handler } from '../kit/context.ts'
import { closePage, openPage } from '../kit/page.ts'
import { nullableTimestamp, timestamp } from '../kit/present.ts'
import { conflict, notFound } from '../kit/problem.ts'
import { endKey, mintKey, renewSecret } from './api-key-lifecycle.ts'
import { requireKnown, requirePartition } from './api-keys.rules.ts'
import * as store from './api-keys.store.ts'

export const listApiKeys: Handler<'listApiKeys'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listKeys(ctx, query, page)
  return closePage(page, found, (row) => presentApiKey(row, ctx.now))
}

export const createApiKey: Handler<'createApiKey'> = async (ctx, { body }) => {
  const { environment } = ctx.tenant
  requirePartition(body.environment, environment)
  requireKnown(body.scopes)
  const { id, secret } = await mintKey(ctx, {
    userId: ctx.caller.user.id,
    environment,
    label: body.label,
    scopes: body.scopes,
    rateLimit: body.requests_per_minute ?? null,
    expiresAt: toExpiry(body.expires_at, ctx.now),
  })
  return { data: { ...presentApiKey(await getKey(ctx, id), ctx.now), secret } }
}

export const getApiKey: Handler<'getApiKey'> = async (ctx, { path }) => ({
  data: presentApiKey(await getKey(ctx, path.id), ctx.now),
})

export const updateApiKey: Handler<'updateApiKey'> = async (ctx, { path, body }) => {
  const row = await lockKey(ctx, path.id)
  if (row.revoked_at) throw conflict('The key is revoked.')
  const { label = row.label, requests_per_minute: rate_limit = row.rate_limit } = body
  const changed = { ...row, label, rate_limit }
  const change = { before: editable(row), after: editable(changed) }
  if (JSON.stringify(change.before) !== JSON.stringify(change.after)) {
    await store.updateKey(ctx, row.id, { label, rate_limit })
    audit(ctx, 'api_key.updated', { kind: 'api_key', id: row.id }, change)
  }
  return { data: presentApiKey(changed, ctx.now) }
}

export const revokeApiKey: Handler<'revokeApiKey'> = async (ctx, { path }) => {
  const row = await lockKey(ctx, path.id)
  if (!row.revoked_at) await endKey(ctx, row.id)
  return { data: presentApiKey({ ...row, revoked_at: row.revoked_at ?? ctx.now }, ctx.now) }
}

export const rotateApiKey: Handler<'rotateApiKey'> = async (ctx, { path, body }) => {
  const { row, secret } = await renewSecret(ctx, await lockKey(ctx, path.id), body?.grace_hours)
  return { data: { ...presentApiKey(row, ctx.now), secret } }
}

async function getKey(ctx: AnyContext, id: number): Promise<store.KeyRow> {
  const row = await store.findKey(ctx, id)
  if (!row) throw notFound()
  return row
}

async function lockKey(ctx: AnyContext, id: number): Promise<store.KeyRow> {
  const row = await store.lockKey(ctx, id)
  if (!row) throw notFound()
  return row
}

const editable = ({ label, rate_limit }: store.KeyRow) => ({
  label,
  requests_per_minute: rate_limit,
})

/** A key as the API shows it; what it was given as a secret is nowhere to be read. */
export const presentApiKey = (row: store.KeyRow, now: Date): components['schemas']['ApiKey'] => ({
  id: row.id,
  label: row.label,
  prefix: row.prefix,
  environment: row.environment as 'live' | 'test',
  scopes: row.scopes,
  requests_per_minute: row.rate_limit,
  user: { id: row.user_id, username: row.username },
  status: statusOf(row, now),
  expires_at: nullableTimestamp(row.expires_at),
  revoked_at: nullableTimestamp(row.revoked_at),
  rotated_at: nullableTimestamp(row.rotated_at),
  previous_secret_expires_at: nullableTimestamp(row.previous_secret_expires_at),
  last_used_at: nullableTimestamp(row.last_used_at),
  last_used_ip: row.last_used_ip,
  created_at: timestamp(row.created_at),
})
