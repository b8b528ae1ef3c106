import type { Model } from './model.ts'
import { banner, key, literal } from './print.ts'

/** The source of `errors.ts`: the error codes, from the enums that carry `x-status`. */
export function emitErrors(model: Model): string {
  const rows = model.errors.map(({ code, status, summary }) => {
    const label = key(code)
    return `  ${label}: ${literal({ status, summary }, 2, label.length + 3)},\n`
  })
  return `${banner}
/** Every error code with its HTTP status and what it means. */
export const errorCodes = {${rows.length > 0 ? `\n${rows.join('')}` : ''}} as const

export type ErrorCode = keyof typeof errorCodes
`
}
