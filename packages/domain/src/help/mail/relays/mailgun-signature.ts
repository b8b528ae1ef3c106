import { createHash } from 'node:crypto'
import type { Secrets } from '@mobieus/db'
import type { Writing } from '../../../kit/context.ts'
import { problem } from '../../../kit/problem.ts'
import { purgeOf } from '../../../kit/purge.ts'
import { noteChore } from '../../../platform/work.ts'
import { digestOf } from '../inbound-payload.ts'
import { findTaken } from '../inbound.store.ts'
import { mailgunKeyOf } from '../mailgun-keys.ts'
import type { Mail } from '../mail.ts'
import type { FormPart } from './form.rules.ts'
import { isCurrent, isSignedBy, signatureIn } from './mailgun-signature.rules.ts'
import { deleteTokens, oldestToken, useToken } from './mailgun-signature.store.ts'

/** Forgets tokens after a day; their signatures count for nine hours. */
export const mailgunTokensPurge = purgeOf({
  name: 'purge-mailgun-tokens',
  keptDays: 1,
  remove: deleteTokens,
  oldest: oldestToken,
})

/** The state in which the post of a relay is taken. */
export interface Posted extends Writing {
  readonly now: Date
  readonly secrets: Secrets
  readonly caller: { readonly id: number }
}

/**
 * Asks for the signature of an account that has a signing key; `401` for a wrong one, and for one that is too old.
 * Answers a check of the mail, which the signature does not cover: a token serves for one mail, which may come again.
 */
export async function requireSignature(
  ctx: Posted,
  parts: readonly FormPart[],
): Promise<(mail: Mail) => Promise<void>> {
  const key = await mailgunKeyOf(ctx, ctx.caller.id)
  if (key === null) return async () => undefined
  const signature = signatureIn(parts)
  if (key === undefined || !signature || !isSignedBy(key, signature))
    throw unsigned('The signature of Mailgun is missing or wrong.')
  if (!isCurrent(signature, ctx.now)) throw unsigned('The signature of Mailgun is too old.')
  const hash = createHash('sha256').update(signature.token).digest()
  const isFresh = await useToken(ctx, hash, ctx.now)
  if (isFresh) noteChore(ctx, mailgunTokensPurge, mailgunTokensPurge.after(ctx.now))
  return async (mail) => {
    if (!isFresh && !(await findTaken(ctx, mail.messageId, digestOf(mail))))
      throw unsigned('The token of this signature has served for another mail.')
  }
}

const unsigned = (message: string) =>
  problem('invalid_api_key', message, { headers: { 'WWW-Authenticate': 'Secret' } })
