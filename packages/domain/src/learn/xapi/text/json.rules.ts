import type { FieldFault } from '@mobieus/contract'
import { problem } from '../../../kit/problem.ts'
import { countMembers } from './scan.rules.ts'

/** A JSON text and its value. */
export interface Parsed {
  readonly text: string
  readonly value: unknown
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The deepest nesting that is taken. */
const DEEPEST = 100

const refused = (code: string, message: string, field = 'body') =>
  problem('invalid_request', `The body ${message}.`, { details: [{ field, code, message }] })

/**
 * A body as text and value. It is refused where it is no JSON in UTF-8, or where a key stands twice in an object (xAPI, Data 2.2). So it is for
 * strings that cannot be kept: U+0000 and lone surrogates.
 */
export function parseBody(bytes: Uint8Array): Parsed {
  let text: string
  let value: unknown
  try {
    text = utf8.decode(bytes)
    value = JSON.parse(text)
  } catch (error) {
    throw refused('json', `is not valid JSON: ${(error as Error).message}`)
  }
  requireKept(text, value)
  return { text, value }
}

/** The value of a parameter that is JSON; `undefined` where it is none. */
export function parseParameter(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    requireKept(text, value)
    return value
  } catch {
    return undefined
  }
}

function requireKept(text: string, value: unknown): void {
  const seen: Seen = { members: 0, fault: undefined }
  walk(value, '', 0, seen)
  if (seen.fault) throw refused(seen.fault.code, seen.fault.message, seen.fault.field)
  if (countMembers(text) !== seen.members)
    throw refused('repeated', 'has a key twice in one object')
}

interface Seen {
  members: number
  fault: FieldFault | undefined
}

function walk(value: unknown, at: string, depth: number, seen: Seen): void {
  if (seen.fault) return
  if (typeof value === 'string') return check(value, at, seen)
  if (value === null || typeof value !== 'object') return
  if (depth === DEEPEST) {
    const message = `must not be nested more than ${DEEPEST} levels deep`
    seen.fault = { field: at, code: 'too_deep', message }
    return
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) walk(value[i], `${at}[${i}]`, depth + 1, seen)
    return
  }
  for (const key of Object.keys(value)) {
    seen.members++
    const place = at === '' ? key : `${at}.${key}`
    check(key, place, seen)
    walk((value as Record<string, unknown>)[key], place, depth + 1, seen)
  }
}

function check(text: string, at: string, seen: Seen): void {
  if (!text.includes('\0') && (text as unknown as { isWellFormed(): boolean }).isWellFormed())
    return
  const message = 'must not contain U+0000 or lone surrogates'
  seen.fault = { field: at === '' ? 'body' : at, code: 'characters', message }
}
