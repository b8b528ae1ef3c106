/** The purpose of the key under which answers are kept for their Idempotency-Key. */
export const STORED_ANSWERS = 'stored answers'

/** Where an answer is sealed for: the tenant and the claim that it belongs to. */
export const answerPlace = (tenantId: number, keyHash: Buffer): string =>
  `${tenantId} ${keyHash.toString('hex')}`
