import { core } from './core/index.ts'

export type {
  Answer,
  ApiKey,
  Context,
  Handler,
  Handlers,
  Outbox,
  Partition,
  Tenant,
} from './context.ts'
export {
  createKey,
  listKeys,
  revokeKey,
  scopes,
  type MintedKey,
  type NewKey,
} from './admin/keys.ts'
export {
  createTenant,
  findTenant,
  listTenants,
  setAppIni,
  setPlan,
  type CreatedTenant,
  type NewTenant,
} from './admin/tenants.ts'
export {
  createAddressGuard,
  findUrlFault,
  isPublicAddress,
  type AddressGuard,
  type ResolveHost,
  type UrlFault,
} from './address-guard.ts'
export { count, counterName, readCounter } from './count.ts'
export { BODY_LIMIT_BYTES } from './core/me.ts'
export { GRACE_DAYS, purgeIdempotencyKeys, purgeLeftUsers } from './core/retention.store.ts'
export { eventOfDelivery, purgeWebhookDeliveries } from './core/webhook-deliveries.ts'
export {
  claimWebhookDeliveries,
  fanOutWebhooks,
  listTenantsWithWebhookWork,
  recordWebhookAttempts,
  type AttemptResult,
  type ClaimedDelivery,
  type DisabledEndpoint,
} from './core/webhook-work.ts'
export { nextAttemptAt, retryAfterMs, secretPlace } from './core/webhooks.rules.ts'
export { emit } from './emit.ts'
export { createOutbox, flush, type StoredAnswer } from './outbox.ts'
export { conflict, invalidField, noSuch, notFound, notImplemented, problem } from './problem.ts'
export { preparations, type Outside } from './prepare.ts'
export { reply, unwrap } from './reply.ts'
export { parseSettings, SettingsError, type Settings } from './settings.ts'
export { ulid } from './ulid.ts'
export { createVault, type Vault } from './vault.ts'

/** Every operation's handler, by operationId. */
export const handlers = { ...core }
