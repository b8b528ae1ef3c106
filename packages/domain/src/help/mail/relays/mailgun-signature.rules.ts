import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FormPart } from './form.rules.ts'

/** A signature of Mailgun's as a form has it. */
export interface Signature {
  readonly timestamp: string
  readonly token: string
  readonly signature: string
}

/** Mailgun posts again for eight hours what was not taken. */
const OLDEST_MS = 9 * 60 * 60 * 1000
const NEWEST_MS = 5 * 60 * 1000

/** The signature of a form; `undefined` where one of its fields is missing or has another form. */
export function signatureIn(parts: readonly FormPart[]): Signature | undefined {
  const textOf = (name: string, form: RegExp) => {
    const text = parts.find((each) => each.name === name)?.bytes.toString('latin1') ?? ''
    return form.test(text) ? text : undefined
  }
  const timestamp = textOf('timestamp', /^\d{1,12}$/)
  const token = textOf('token', /^[\w-]{1,200}$/)
  const signature = textOf('signature', /^[\da-f]{64}$/i)
  return timestamp && token && signature ? { timestamp, token, signature } : undefined
}

/** Whether the key has signed it (HMAC-SHA256 of timestamp and token, in hexadecimal); in constant time. */
export const isSignedBy = (key: string, { timestamp, token, signature }: Signature): boolean =>
  timingSafeEqual(
    createHmac('sha256', key)
      .update(timestamp + token)
      .digest(),
    Buffer.from(signature, 'hex'),
  )

/** Whether the time of a signature is within the nine hours before now, or as far ahead as clocks differ. */
export function isCurrent({ timestamp }: Signature, now: Date): boolean {
  const age = now.getTime() - Number(timestamp) * 1000
  return age <= OLDEST_MS && age >= -NEWEST_MS
}
