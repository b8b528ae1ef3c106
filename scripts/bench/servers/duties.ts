import { isUtf8 } from 'node:buffer'
import { Histogram, Registry } from 'prom-client'
import { Refusal } from './checks.ts'

/**
 * The duties of this server for each request beside admitting it, for the frameworks to do as well.
 */

const duration = new Histogram({
  name: 'request_duration_seconds',
  help: 'Time from the first byte of a request to its answer.',
  labelNames: ['operation', 'status'],
  registers: [new Registry()],
})

/** Counts an answer in the histogram that operators look at. */
export const observe = (operation: string, status: number, ms: number): void =>
  duration.observe({ operation, status }, ms / 1000)

/** A body that is no text is refused, not mended. */
export function requireText(bytes: Buffer): void {
  if (!isUtf8(bytes)) throw new Refusal(400, 'invalid_request', 'The body is not UTF-8.')
}

/** PostgreSQL stores neither U+0000 nor lone surrogates: a fault of the caller, not of the server. */
export function requireStorable(body: object): void {
  for (const [name, value] of Object.entries(body))
    if (typeof value === 'string' && (value.includes('\0') || !isWellFormed(value)))
      throw new Refusal(422, 'validation_failed', `${name} holds characters that cannot be stored`)
}

const isWellFormed = (text: string): boolean =>
  (text as unknown as { isWellFormed(): boolean }).isWellFormed()
