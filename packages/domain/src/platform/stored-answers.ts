import { STORED_ANSWERS_PURGE } from '../kit/notes.ts'
import type { Chore } from '../kit/surface.ts'
import { nextIdempotencyKey, purgeIdempotencyKeys } from './stored-answers.store.ts'

/** The purpose of the key under which answers are kept for their Idempotency-Key. */
export const STORED_ANSWERS = 'stored answers'

/** The place that an answer is sealed for: the tenant, and the claim that it belongs to. */
export const answerPlace = (tenantId: number, keyHash: Buffer): string =>
  `${tenantId} ${keyHash.toString('hex')}`

/** The purge of stored answers; the outbox notes it by this name. */
export const storedAnswersPurge: Chore = {
  name: STORED_ANSWERS_PURGE,
  run: (ctx) => purgeIdempotencyKeys(ctx, ctx.now),
  next: nextIdempotencyKey,
}
