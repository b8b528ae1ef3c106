import { validators } from '@mobieus/contract/artifacts'
import { describeFaults } from '@mobieus/server'

/**
 * Refuses values that an operation would refuse in its body, by the operation's own validator. So rows
 * made by the shell can be changed by the API. Fields are called by the options they came from, and
 * lines of text are trimmed in place.
 */
export function requireBody(
  operationId: 'createUser' | 'createApiKey' | 'createScimToken',
  body: object,
  options: Readonly<Record<string, string>>,
): void {
  const validator = validators[operationId]?.body?.['application/json']
  if (!validator) throw new Error(`${operationId} takes no JSON`)
  if (validator(body)) return
  const faults = describeFaults(validator.errors, 'body').faults.map(({ field, message }) => {
    const name = /^\w+/.exec(field)?.[0] ?? field
    return `${options[name] ?? field} ${message}`
  })
  throw new Error(faults.join('; '))
}
