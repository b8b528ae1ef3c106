import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Partition } from '../../kit/context.ts'
import { purgeOf } from '../../kit/purge.ts'
import { gracesOf } from '../../platform/graces.store.ts'
import { findSecretHashes } from './email-accounts.store.ts'

const SECRET_BYTES = 32

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A new secret, which is told once, and its hash, which is kept. */
export function createInboundSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = `mh_in_${randomBytes(SECRET_BYTES).toString('base64url')}`
  return { secret, hash: hashOf(secret) }
}

/**
 * The id of the e-mail account whose secret this is, or was until the end of its grace; `undefined` for a stranger's.
 * Every secret of the tenant is compared, each in constant time.
 */
export async function accountOfSecret(
  partition: Partition,
  secret: string,
  now: Date,
): Promise<number | undefined> {
  const sent = hashOf(secret)
  let found: number | undefined
  for (const { id, secret_hash, previous_secret_hash } of await findSecretHashes(partition, now)) {
    const fits = timingSafeEqual(secret_hash, sent)
    const did = previous_secret_hash !== null && timingSafeEqual(previous_secret_hash, sent)
    if (fits || did) found = id
  }
  return found
}

/** Forgets secrets that a rotation has replaced, once their grace is over. */
export const inboundSecretsPurge = purgeOf({
  name: 'purgeInboundSecrets',
  keptDays: 0,
  ...gracesOf('help_email_accounts', 'previous_secret_hash'),
})
