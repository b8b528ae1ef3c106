import { defer } from '../kit/defer.ts'
import type { Writing } from '../kit/context.ts'
import * as store from './work.store.ts'

/** Chores: what is done to a tenant when its time has come. */
export const choreKinds = [
  'expireListings',
  'purgeEndedSecrets',
  'purgeIdempotencyKeys',
  'purgeLeftUsers',
  'purgeSignIns',
  'purgeWebhookDeliveries',
] as const
export type ChoreKind = (typeof choreKinds)[number]

/** Deliveries of webhooks to be made. */
export const WEBHOOKS = 'webhooks'
/** Events that a subscriber of the log has not read. */
export const logKind = (subscriber: string) => `log:${subscriber}`

/**
 * Notes that a chore of the tenant is due at a time, in the transaction that makes it so. Where one is
 * noted for sooner, this is a look-up and locks nothing; so one that is being moved on in the same moment
 * may be missed, which the next note or the sweep mends.
 */
export const noteChore = (ctx: Pick<Writing, 'outbox' | 'tenantId'>, kind: ChoreKind, at: Date) =>
  defer(ctx, store.noteUnlessSooner(ctx.tenantId, kind, at))

/** Notes deliveries that are due; never missed, because it waits for who moves the row on. */
export const noteDeliveries = (ctx: Pick<Writing, 'outbox' | 'tenantId'>, at: Date) =>
  defer(ctx, store.note(ctx.tenantId, WEBHOOKS, at))
