export { seal, sealingKeys, unseal } from '@mobieus/db'
export type { ApiKey, Caller, Callers, Relay, Session, Token } from './kit/caller.ts'
export type {
  Answer,
  AnyContext,
  Context,
  Emitting,
  ExternalContext,
  Handler,
  Handlers,
  OpenOutbox,
  Outbox,
  Partition,
  Reading,
  Tenant,
  Writing,
} from './kit/context.ts'
export { appointSuperAdmin } from './admin/administrators.ts'
export {
  createKey,
  listKeys,
  purgeEndedSecrets,
  revokeKey,
  rotateKey,
  type MintedKey,
  type NewKey,
  type RotatedKey,
} from './admin/api-key-lifecycle.ts'
export { BANNED } from './platform/rank.rules.ts'
export { MODERATOR, roleNames, scopes } from './platform/roles.rules.ts'
export {
  createSignIn,
  environmentOf,
  hashToken,
  openSession,
  purgeSignIns,
  SESSION_MS,
  signIn,
  type OpenedSession,
} from './admin/sign-in.ts'
export {
  findTenant,
  listTenants,
  setPlan,
  type CreatedTenant,
  type NewTenant,
} from './admin/tenants.ts'
export { audit, type Audited, type AuditedChange } from './platform/audit.ts'
export {
  createAddressGuard,
  findUrlFault,
  isPublicAddress,
  type AddressGuard,
  type ResolveHost,
  type UrlFault,
} from './kit/address-guard.ts'
export { bySystem, type SystemAudited } from './platform/by-system.ts'
export { count, counterName, readCounter } from './kit/count.ts'
export { expireListings } from './core/listing-expiry.ts'
export { slugOf } from './core/listings.rules.ts'
export { insertListing } from './core/listings.store.ts'
export { BODY_LIMIT_BYTES } from './core/me.ts'
export { purgeLeftUsers } from './core/member-purge.ts'
export { presentPost } from './core/posts.ts'
export { isDownload, type Download } from './kit/download.ts'
export { eventOfDelivery } from './platform/webhook-deliveries.ts'
export { purgeWebhookDeliveries } from './platform/webhook-purges.ts'
export {
  claimWebhookDeliveries,
  recordWebhookAttempts,
  settleDeliveries,
  type Attempt,
  type ClaimedDelivery,
  type DisabledEndpoint,
} from './platform/webhook-work.ts'
export {
  createSigningSecret,
  fingerprintOf,
  secretPlace,
  WEBHOOK_SECRETS,
} from './platform/webhooks.rules.ts'
export { emit } from './kit/emit.ts'
export { createOutbox, flush, type StoredAnswer } from './kit/outbox.ts'
export { conflict, invalidField, noSuch, notFound, notImplemented, problem } from './kit/problem.ts'
export type { Outside } from './kit/outside.ts'
export { conditionsOf, requireMatch, type Conditions } from './kit/preconditions.ts'
export { reply, unwrap } from './kit/reply.ts'
export type { Resealed } from './platform/reseal.ts'
export { answerPlace, STORED_ANSWERS } from './platform/stored-answers.ts'
export { readSettings, settingOf, SettingsError, type Settings } from './kit/settings.ts'
export { openStorage, type StorageConfig } from './kit/storage/open.ts'
export { quarantineKey, type ByteRange, type FileStorage } from './kit/storage/storage.ts'
export { ulid } from './kit/ulid.ts'
export {
  createTenant,
  handlers,
  parseSettings,
  resealPartition,
  scopesOfRole,
  sealed,
  setAppIni,
} from './installed.ts'
export { surfaces } from './surfaces.ts'
export { doChore, listTenantsDue, tenantsDue } from './platform/chores.ts'
export { removeOrphans } from './platform/orphans.ts'
export { allowedOrigins, classLimits, requestsPerMinute } from './platform/settings.ts'
export { purgeIdempotencyKeys } from './platform/stored-answers.store.ts'
export { choresOf, kindsOf, sweepWork } from './platform/sweep.ts'
export { advance, onEvents, settleLog } from './platform/subscribers.ts'
export { addTask, doTasks, dropTask, settleTasks, type FailedTask } from './platform/tasks.ts'
export { webhookFanOut } from './platform/webhook-fan-out.ts'
export { secretsOf } from './platform/webhook-secrets.ts'
export { logKind, TASKS, WEBHOOKS } from './platform/work.ts'
export { repeatRound, takeRound } from './platform/rounds.ts'
export type { Scan } from './kit/scan.ts'
export type { Chore, Every, Shut, Subscriber, Surface, Task, Work } from './kit/surface.ts'
