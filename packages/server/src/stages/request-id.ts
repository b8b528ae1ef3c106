import { randomBytes } from 'node:crypto'
import { ulid } from '@mobieus/domain'

// Random bytes are drawn for many ids at once: one call for each costs more than the id.
const POOL = 10 * 256
let pool = randomBytes(POOL)
let used = 0

/** A new request id: `req_` and a lower-case ULID of the current time and 80 random bits. */
export function createRequestId(): string {
  if (used === POOL) {
    pool = randomBytes(POOL)
    used = 0
  }
  const low = (BigInt(pool.readUInt16BE(used)) << 64n) | pool.readBigUInt64BE(used + 2)
  used += 10
  return `req_${ulid(new Date(), low)}`
}
