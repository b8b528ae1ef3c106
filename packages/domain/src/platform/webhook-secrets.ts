import { unseal, type OfSecrets, type SealingKey } from '@mobieus/db'
import { purgeOf } from '../kit/purge.ts'
import { gracesOf } from './graces.store.ts'
import { secretPlace } from './webhooks.rules.ts'
import type { ClaimedDelivery } from './webhook-work.store.ts'

/**
 * The secrets that sign a delivery at this time, the new one first; `undefined` when no key opens the
 * new one. An old one that no key opens is left out: its grace is a courtesy.
 */
export function secretsOf(
  keys: OfSecrets<SealingKey>,
  tenantId: number,
  delivery: ClaimedDelivery,
  now: Date,
): string[] | undefined {
  const { secret, previous_secret: previous, previous_secret_expires_at: until } = delivery
  const place = secretPlace(tenantId, delivery.endpoint_id)
  const newest = unseal(keys, secret, place)
  if (newest === undefined) return undefined
  const older = previous && until && until > now ? unseal(keys, previous, place) : undefined
  return older === undefined ? [newest] : [newest, older]
}

/** Forgets secrets that a rotation has replaced, once their grace is over. */
export const webhookSecretsPurge = purgeOf({
  name: 'purgeWebhookSecrets',
  keptDays: 0,
  ...gracesOf('webhook_endpoints', 'previous_secret'),
})
