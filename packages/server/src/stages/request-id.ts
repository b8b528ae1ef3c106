import { randomFillSync } from 'node:crypto'
import { ulid } from '@mobieus/domain/kit'

const BYTES = 10
// Random bytes, drawn for many ids at once: one call for each costs more than the id.
const pool = Buffer.alloc(BYTES * 256)
let used = pool.length

/** A new request id: `req_` and a lower-case ULID of the current time and 80 random bits. */
export function createRequestId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const at = used
  used += BYTES
  return `req_${ulid(new Date(), pool.readUIntBE(at, 5), pool.readUIntBE(at + 5, 5))}`
}
