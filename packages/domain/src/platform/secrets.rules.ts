import { createHash, randomBytes } from 'node:crypto'
import { conflict, invalidField } from '../kit/problem.ts'

/** The secrets of credentials, keys and tokens alike: how they are made, how long they last, what is kept of them. */

const SECRET_BYTES = 32
const PREFIX_LENGTH = 12
const HOUR_MS = 60 * 60 * 1000

/** How long older secrets stay valid after a rotation: unless it says otherwise, and at most. */
export const GRACE_HOURS = 24
export const MOST_GRACE_HOURS = 72

/** The parts of a secret that are kept: its SHA-256 and its first characters. */
export const keptOf = (secret: string) => ({
  hash: createHash('sha256').update(secret).digest(),
  prefix: secret.slice(0, PREFIX_LENGTH),
})

/** A secret of 32 random bytes behind what tells its kind, such as `mc_live_`, and what is kept of it. */
export function mintSecret(beginning: string) {
  const secret = beginning + randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, ...keptOf(secret) }
}

interface Ends {
  readonly expires_at: Date | null
  readonly revoked_at: Date | null
}

/** The status of a credential at a time. */
export const statusOf = ({ expires_at, revoked_at }: Ends, now: Date) =>
  revoked_at ? 'revoked' : expires_at && expires_at <= now ? 'expired' : 'active'

/** The columns of a credential with another secret; `409 conflict` where the credential has come to its end. */
export function rotationOf(
  what: 'key' | 'token',
  row: Ends,
  { prefix, graceHours, now }: { prefix: string; graceHours: number; now: Date },
) {
  const status = statusOf(row, now)
  if (status !== 'active') throw conflict(`The ${what} is ${status}.`)
  const until = new Date(now.getTime() + graceHours * HOUR_MS)
  return { prefix, rotated_at: now, previous_secret_expires_at: until }
}

/** Throws on a grace that the contract does not allow, for the command line. */
export function requireGrace(graceHours: number): void {
  if (graceHours > MOST_GRACE_HOURS)
    throw new Error(`the grace is ${MOST_GRACE_HOURS} hours at most, not ${graceHours}`)
}

/** The time at which a credential expires; one that has passed is a fault. */
export function toExpiry(text: string | null | undefined, now: Date): Date | null {
  if (text === null || text === undefined) return null
  const time = new Date(text)
  if (!(time > now)) throw invalidField('expires_at', 'past', 'must be in the future')
  return time
}
