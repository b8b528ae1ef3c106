import type { Place } from '../schema/places.ts'

/** The operators that compare an attribute with a value (RFC 7644, table 3). */
export const COMPARISONS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** A value of the attribute's own type; strings are as they were sent, in their own case. */
export type Compared = string | number | boolean | Date

export interface Compare {
  readonly kind: 'compare'
  readonly at: Place
  readonly op: Comparison
  readonly value: Compared
}

/** The attribute has a value. */
export interface Present {
  readonly kind: 'present'
  readonly at: Place
}

/** One value of a multi-valued attribute fulfils all of this; the places within are parts of that value. */
export interface OneValue {
  readonly kind: 'one'
  readonly at: Place
  readonly of: Filter
}

/** A filter that is true of every resource, or of none. */
export interface Constant {
  readonly kind: 'constant'
  readonly is: boolean
}

/** A filter in one form: whatever speaks of a multi-valued attribute's parts is a `one`. */
export type Filter =
  | Compare
  | Present
  | OneValue
  | Constant
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Filter[] }

export const constant = (is: boolean): Constant => ({ kind: 'constant', is })

export function not(of: Filter): Filter {
  if (of.kind === 'constant') return constant(!of.is)
  return of.kind === 'not' ? of.of : { kind: 'not', of }
}

/** The filters joined, without those that change nothing. */
export function join(kind: 'and' | 'or', all: readonly Filter[]): Filter {
  const neutral = kind === 'and'
  if (all.some((each) => each.kind === 'constant' && each.is !== neutral)) return constant(!neutral)
  const rest = all.filter(({ kind }) => kind !== 'constant')
  if (rest.length === 0) return constant(neutral)
  return rest.length === 1 ? (rest[0] as Filter) : { kind, of: rest }
}

/** A text as it is compared where case does not count. Everything that is compared goes through it. */
export const foldCase = (text: string): string => text.toLowerCase()

/** The first text behind all that begin so, by code points; none behind those of the last one, or of none. */
export function behind(beginning: string): string | undefined {
  const points = [...beginning]
  const last = points.pop()?.codePointAt(0)
  if (last === undefined) return undefined
  if (last === 0x10ffff) return behind(points.join(''))
  // No text has the surrogates, which come behind U+D7FF.
  return points.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1)
}

/** The value that was sent, as the columns have it. */
export function sentOf({ at, value }: Compare): Compared {
  const { caseExact } = at.sub ?? at.attribute
  return typeof value === 'string' && !caseExact ? foldCase(value) : value
}
