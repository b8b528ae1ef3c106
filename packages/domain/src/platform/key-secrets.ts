import { announceKey } from '../kit/announce.ts'
import type { Writing } from '../kit/context.ts'
import { purgeOf } from '../kit/purge.ts'
import { noteChore } from './work.ts'
import * as store from './key-secrets.store.ts'

/** Removes what is kept of secrets that have ended: with their key, or with the grace of a rotation. */
export const keySecretsPurge = purgeOf({
  name: 'purgeEndedSecrets',
  keptDays: 0,
  remove: store.deleteEndedSecrets,
  oldest: store.firstEnd,
})

/** Keeps a secret of a key by its hash. */
export async function keepSecret(
  ctx: Writing,
  keyId: number,
  secret: { readonly hash: Buffer; readonly validUntil: Date | null },
): Promise<void> {
  await store.insertSecret(ctx, keyId, secret)
  if (secret.validUntil) noteChore(ctx, keySecretsPurge, secret.validUntil)
}

/** Ends every secret of keys at `until`, unless it ends sooner, and tells it to every process. */
export async function endSecrets(
  ctx: Writing,
  keyIds: readonly number[],
  until: Date,
): Promise<void> {
  if (keyIds.length === 0) return
  await store.limitSecrets(ctx, keyIds, until)
  for (const id of keyIds) announceKey(ctx, id)
  noteChore(ctx, keySecretsPurge, until)
}
