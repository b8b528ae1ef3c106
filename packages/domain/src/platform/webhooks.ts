import type { components } from '@mobieus/contract'
import { seal, unseal } from '@mobieus/db'
import { audit, type AuditedChange } from './audit.ts'
import { findUrlFault, type UrlFault } from '../kit/address-guard.ts'
import type { AnyContext, ExternalContext, Handler } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { closePage, openPage } from '../kit/page.ts'
import { nullableTimestamp, timestamp } from '../kit/present.ts'
import { invalidField, notFound } from '../kit/problem.ts'
import { settingOf } from '../kit/settings.ts'
import { lastPosition } from './placing.ts'
import { endpointLimit } from './settings.ts'
import { insertCursor } from './subscribers.store.ts'
import { deliveriesPurge } from './webhook-purges.ts'
import { webhookSecretsPurge } from './webhook-secrets.ts'
import { noteChore } from './work.ts'
import { findWaiting } from './webhook-replays.ts'
import {
  createSigningSecret,
  DEFAULT_GRACE_HOURS,
  fingerprintOf,
  normaliseTypes,
  secretPlace,
  WEBHOOK_SECRETS,
} from './webhooks.rules.ts'
import * as store from './webhooks.store.ts'

export const listWebhooks: Handler<'listWebhooks'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listWebhooks(ctx, query, page)
  return closePage(page, found, (row) => presentWebhook(ctx, row))
}

export const createWebhook: Handler<'createWebhook'> = async (ctx, { body }) => {
  const fault = await findUrlFault(ctx.outside.guard, body.url)
  return ctx.conclude((ctx) => create(ctx, body, fault))
}

export const getWebhook: Handler<'getWebhook'> = async (ctx, { path }) => {
  const row = await store.findWebhook(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentWebhook(ctx, row) }
}

export const updateWebhook: Handler<'updateWebhook'> = async (ctx, { path, body }) => {
  const fault = await findFault(ctx, body)
  return ctx.conclude((ctx) => update(ctx, path.id, body, fault))
}

export const patchWebhook: Handler<'patchWebhook'> = async (ctx, { path, body }) => {
  const fault = await findFault(ctx, body)
  return ctx.conclude((ctx) => update(ctx, path.id, body, fault))
}

export const deleteWebhook: Handler<'deleteWebhook'> = (ctx, { path }) => remove(ctx, path.id)

export const removeWebhook: Handler<'removeWebhook'> = (ctx, { path }) => remove(ctx, path.id)

export const disableWebhook: Handler<'disableWebhook'> = async (ctx, { path }) => {
  const row = await store.lockWebhook(ctx, path.id)
  if (!row) throw notFound()
  if (row.status === 'disabled') return { data: presentWebhook(ctx, row) }
  const changed = await store.disableEndpoint(ctx, row.id, { disabled_reason: 'by_request' })
  noteChore(ctx, deliveriesPurge, ctx.now)
  auditWebhook(ctx, 'disabled', row.id, { before: stateOf(row), after: stateOf(changed) })
  return { data: presentWebhook(ctx, changed) }
}

export const enableWebhook: Handler<'enableWebhook'> = async (ctx, { path }) => {
  const row = await store.lockWebhook(ctx, path.id)
  if (!row) throw notFound()
  if (row.status === 'active') return presentEnabled(ctx, row)
  const change = {
    status: 'active',
    disabled_reason: null,
    consecutive_failures: 0,
    failing_since: null,
    since_position: await lastPosition(ctx),
  }
  const changed = await store.updateWebhook(ctx, row.id, change)
  auditWebhook(ctx, 'enabled', row.id, { before: stateOf(row), after: stateOf(changed) })
  return presentEnabled(ctx, changed)
}

export const rotateWebhookSecret: Handler<'rotateWebhookSecret'> = async (ctx, { path, body }) => {
  const row = await store.lockWebhook(ctx, path.id)
  if (!row) throw notFound()
  const graceHours = body?.grace_hours ?? DEFAULT_GRACE_HOURS
  const until = new Date(ctx.now.getTime() + graceHours * 3_600_000)
  const signing_secret = createSigningSecret()
  const place = secretPlace(ctx.tenantId, row.id)
  // A secret that no key opens signs nothing, so it gets no grace.
  const opens = row.secret !== null && unseal(keysOf(ctx), row.secret, place) !== undefined
  const lasts = graceHours > 0 && opens
  const changed = await store.updateWebhook(ctx, row.id, {
    secret: seal(keysOf(ctx), signing_secret, place),
    secret_fingerprint: fingerprintOf(signing_secret),
    previous_secret: lasts ? row.secret : null,
    previous_secret_expires_at: lasts ? until : null,
  })
  if (lasts) noteChore(ctx, webhookSecretsPurge, until)
  const { secret_fingerprint } = changed
  auditWebhook(ctx, 'secret_rotated', row.id, {
    before: { secret_fingerprint: row.secret_fingerprint },
    after: { secret_fingerprint, grace_hours: graceHours },
  })
  return { data: { ...presentWebhook(ctx, changed), signing_secret } }
}

async function create(
  ctx: AnyContext,
  body: components['schemas']['WebhookCreate'],
  fault: UrlFault | undefined,
) {
  if (fault) throw invalidField('url', fault.code, fault.message)
  await requireRoom(ctx)
  const signing_secret = createSigningSecret()
  const since_position = await lastPosition(ctx)
  await insertCursor(ctx, store.SUBSCRIBER, since_position)
  const { id } = await store.insertWebhook(ctx, {
    url: body.url,
    description: body.description ?? null,
    subscribed_events: normaliseTypes(body.subscribed_events),
    since_position,
    secret_fingerprint: fingerprintOf(signing_secret),
    created_at: ctx.now,
  })
  const secret = seal(keysOf(ctx), signing_secret, secretPlace(ctx.tenantId, id))
  const row = await store.updateWebhook(ctx, id, { secret })
  count(ctx, store.webhookList, 1)
  auditWebhook(ctx, 'created', id, { after: editable(row) })
  return { data: { ...presentWebhook(ctx, row), signing_secret } }
}

type Update = components['schemas']['WebhookUpdate']

const findFault = async ({ outside }: Pick<ExternalContext, 'outside'>, { url }: Update) =>
  url === undefined ? undefined : findUrlFault(outside.guard, url)

async function update(ctx: AnyContext, id: number, body: Update, fault: UrlFault | undefined) {
  const row = await store.lockWebhook(ctx, id)
  if (!row) throw notFound()
  if (fault) throw invalidField('url', fault.code, fault.message)
  const { url = row.url, description = row.description, subscribed_events } = body
  const changed = await store.updateWebhook(ctx, id, {
    url,
    description,
    subscribed_events: normaliseTypes(subscribed_events ?? row.subscribed_events),
  })
  const change = { before: editable(row), after: editable(changed) }
  if (JSON.stringify(change.before) !== JSON.stringify(change.after))
    auditWebhook(ctx, 'updated', id, change)
  return { data: presentWebhook(ctx, changed) }
}

async function remove(ctx: AnyContext, id: number) {
  const row = await store.lockWebhook(ctx, id)
  if (!row) throw notFound()
  await store.disableEndpoint(ctx, id, {
    disabled_reason: 'deleted',
    deleted_at: ctx.now,
    secret: null,
    previous_secret: null,
    previous_secret_expires_at: null,
  })
  noteChore(ctx, deliveriesPurge, ctx.now)
  count(ctx, store.webhookList, -1)
  auditWebhook(ctx, 'deleted', id, { before: editable(row) })
  return { data: { id, deleted: true as const } }
}

/** The keys that seal signing secrets. */
const keysOf = ({ secrets }: Pick<AnyContext, 'secrets'>) => secrets.for(WEBHOOK_SECRETS).sealing

const auditWebhook = (ctx: AnyContext, done: string, id: number, change: AuditedChange) =>
  audit(ctx, `webhook.${done}`, { kind: 'webhook', id }, change)

const editable = ({ url, description, subscribed_events }: store.WebhookRow) => ({
  url,
  description,
  subscribed_events,
})

const stateOf = ({ status, disabled_reason }: store.WebhookRow) => ({ status, disabled_reason })

/** An enabled endpoint, and the events that it missed while it was disabled. */
const presentEnabled = async (ctx: AnyContext, row: store.WebhookRow) => ({
  data: { ...presentWebhook(ctx, row), waiting: await findWaiting(ctx, row) },
})

/** Each event is multiplied by the endpoints: beyond the ceiling another one is a fault. */
async function requireRoom(ctx: AnyContext): Promise<void> {
  const limit = settingOf(ctx.tenant.settings, endpointLimit)
  if ((await store.countForRegistration(ctx)) < limit) return
  throw invalidField(
    'url',
    'too_many',
    `would be one endpoint more than the ${limit} of the tenant`,
  )
}

/** An endpoint as the API shows it: everything but its secrets. */
export const presentWebhook = (
  ctx: Pick<AnyContext, 'tenant' | 'now'>,
  row: store.WebhookRow,
): components['schemas']['Webhook'] => ({
  id: row.id,
  url: row.url,
  description: row.description,
  subscribed_events: row.subscribed_events as components['schemas']['SubscribedEvents'],
  status: row.status as components['schemas']['WebhookStatus'],
  environment: ctx.tenant.environment,
  consecutive_failures: row.consecutive_failures,
  failing_since: nullableTimestamp(row.failing_since),
  disabled_reason: row.disabled_reason,
  secret_fingerprint: row.secret_fingerprint,
  previous_secret_expires_at:
    row.previous_secret_expires_at && row.previous_secret_expires_at > ctx.now
      ? timestamp(row.previous_secret_expires_at)
      : null,
  created_at: timestamp(row.created_at),
  last_success_at: nullableTimestamp(row.last_success_at),
})
