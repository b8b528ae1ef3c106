import type { Attribute } from './attribute.ts'
import { scimFault } from './faults.ts'
import { findSub, isReference } from './places.ts'

export type Simple = string | number | boolean
export interface Complex {
  readonly [name: string]: Value
}
export type Value = Simple | Complex | readonly Value[]

/** The most characters of a text, and of a binary value. */
const MOST_CHARACTERS = { text: 10_000, binary: 100_000 }
/** The most values that a multi-valued attribute may have; members of groups are not held here. */
const MOST_VALUES = 100

/**
 * The value of an attribute as it is kept, from what was sent. It is `undefined` where it is unassigned, which `null`
 * and an empty list say (RFC 7643, section 2.5). Refuses another type than the attribute's, with the path.
 */
export function valueOf(attribute: Attribute, sent: unknown, path: string): Value | undefined {
  if (!attribute.multiValued) return oneOf(attribute, sent, path)
  if (sent === null || sent === undefined) return undefined
  if (!Array.isArray(sent)) throw wrong(path, 'is not a list')
  return listOf(attribute, sent, path)
}

/** The values of a multi-valued attribute; `undefined` where there are none. */
export function listOf(
  attribute: Attribute,
  sent: readonly unknown[],
  path: string,
): readonly Value[] | undefined {
  const values = sent.flatMap((each, place) => {
    const value = oneOf(attribute, each, `${path}[${place}]`)
    return value === undefined ? [] : [value]
  })
  const distinct = withoutRepeats(values)
  if (distinct.filter(isPrimary).length > 1) throw wrong(path, 'has more than one primary value')
  return distinct.length > 0 ? requireFew(attribute, distinct, path) : undefined
}

/** Refuses more values than an attribute may have. */
export function requireFew<V>(attribute: Attribute, values: readonly V[], path: string) {
  if (values.length > MOST_VALUES && !isReference(attribute))
    throw wrong(path, `has more than ${MOST_VALUES} values`)
  return values
}

/** The values without those that are there before, equal in every part. */
export function withoutRepeats(values: readonly Value[]): readonly Value[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const text = JSON.stringify(isComplex(value) ? Object.entries(value).sort() : value)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

export const isComplex = (value: unknown): value is Complex =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isPrimary = (value: Value): boolean => isComplex(value) && value.primary === true

/** One value, of an attribute or of those of a multi-valued one. */
export function oneOf(attribute: Attribute, sent: unknown, path: string): Value | undefined {
  if (sent === null || sent === undefined) return undefined
  if (attribute.type !== 'complex') return simpleOf(attribute, sent, path)
  if (typeof sent === 'string' && isReference(attribute)) return { value: textOf(sent, path) }
  if (!isComplex(sent)) throw wrong(path, 'is not an object')
  return complexOf(attribute, sent, path)
}

/**
 * The sub-attributes that a client may write, under the schema's spelling. Names are looked up in the table, never on
 * the object, so that `__proto__` is an unknown name like any other.
 */
function complexOf(attribute: Attribute, sent: Complex, path: string): Complex | undefined {
  const kept: Record<string, Value> = {}
  for (const [name, value] of Object.entries(sent)) {
    const sub = findSub(attribute, name)
    if (sub === undefined || !isKept(sub)) continue
    if (Object.hasOwn(kept, sub.name)) throw twice(`${path}.${sub.name}`)
    const one = valueOf(sub, value, `${path}.${sub.name}`)
    if (one !== undefined) kept[sub.name] = one
  }
  for (const { name, required, mutability } of attribute.subAttributes ?? [])
    if (required && mutability !== 'readOnly' && !Object.hasOwn(kept, name))
      throw wrong(`${path}.${name}`, 'is required')
  return Object.keys(kept).length > 0 ? kept : undefined
}

/** Whether what a client sends for an attribute is kept: read-only ones are ours, and secrets are not stored. */
export const isKept = ({ mutability, returned }: Attribute): boolean =>
  mutability !== 'readOnly' && mutability !== 'writeOnly' && returned !== 'never'

export const twice = (path: string) => scimFault('invalidSyntax', path, 'is sent twice')

const wrong = (path: string, message: string) => scimFault('invalidValue', path, message)

function simpleOf({ type }: Attribute, sent: unknown, path: string): Simple {
  if (type === 'boolean') return booleanOf(sent, path)
  if (type === 'integer' || type === 'decimal') return numberOf(type, sent, path)
  if (typeof sent !== 'string') throw wrong(path, 'is not a string')
  if (type === 'dateTime' && timeOf(sent) === undefined) throw wrong(path, 'is not a date and time')
  if (type === 'binary' && !/^[\w+/-]*={0,2}$/.test(sent)) throw wrong(path, 'is not base64')
  return textOf(sent, path, type === 'binary' ? 'binary' : 'text')
}

/** A boolean, which Entra sends as a string in any case. */
function booleanOf(sent: unknown, path: string): boolean {
  if (typeof sent === 'boolean') return sent
  const word = typeof sent === 'string' ? sent.toLowerCase() : undefined
  if (word !== 'true' && word !== 'false') throw wrong(path, 'is not true or false')
  return word === 'true'
}

function numberOf(type: 'integer' | 'decimal', sent: unknown, path: string): number {
  const fits = type === 'integer' ? Number.isSafeInteger(sent) : Number.isFinite(sent)
  if (typeof sent !== 'number' || !fits) throw wrong(path, `is not of type ${type}`)
  return sent
}

/** A text that the database can keep: without NUL, every surrogate in its pair. */
function textOf(sent: string, path: string, kind: 'text' | 'binary' = 'text'): string {
  if (!isStorable(sent)) throw wrong(path, 'has a character that is none')
  if (sent.length > MOST_CHARACTERS[kind])
    throw wrong(path, `is longer than ${MOST_CHARACTERS[kind]} characters`)
  return sent
}

/** Whether a text has neither NUL nor half of a surrogate pair, which no text in PostgreSQL holds. */
export const isStorable = (text: string): boolean =>
  !/\p{Surrogate}/u.test(text) && !text.includes('\0')

const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/i

/** The instant that a date and time names, to the millisecond; UTC where it names no offset. */
export function timeOf(text: string): Date | undefined {
  if (!TIME.test(text)) return undefined
  const upper = text.toUpperCase()
  const time = new Date(/T.*(?:Z|[+-]\d\d:\d\d)$|^[^T]*$/.test(upper) ? upper : `${upper}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time
}
