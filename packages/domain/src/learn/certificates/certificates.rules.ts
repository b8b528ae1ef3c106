import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'

/** Crockford's letters, of which none is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new serial, `MC-7Q4K-9T2M-X8RB-3DWC`: 80 random bits, of which no two are alike in any installation. */
export function newSerial(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32]).join('')
  return `MC-${letters.match(/.{4}/g)?.join('-')}`
}

/**
 * The time so many months later, at the same time of day in the community's time zone. Where that month has no such
 * day, it is the month's last one: a month after January 31 is February 28, or 29.
 */
export const expiryOf = (at: Date, months: number, timeZone: string): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(timeZone)
      .add({ months }).epochMilliseconds,
  )

/** The page of the tenant where anybody verifies a certificate. */
export const verifyUrlOf = (origin: string, serial: string): string =>
  `${origin}/learn/certificates/${serial}`
