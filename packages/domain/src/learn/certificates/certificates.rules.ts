import { randomBytes } from 'node:crypto'

/** Crockford's letters, of which none is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new serial, `MC-7Q4K-9T2M-X8RB-3DWC`: 80 random bits, of which no two are alike in any installation. */
export function newSerial(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32]).join('')
  return `MC-${letters.match(/.{4}/g)?.join('-')}`
}

/** The time so many months later; where its month has no such day, the month's last one. Null is never. */
export function expiryOf(at: Date, months: number | null): Date | null {
  if (months === null) return null
  const later = new Date(at)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const days = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(at.getUTCDate(), days))
  return later
}

/** The page of the tenant where anybody verifies a certificate. */
export const verifyUrlOf = (origin: string, serial: string): string =>
  `${origin}/learn/certificates/${serial}`
