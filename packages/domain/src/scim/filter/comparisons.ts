import { findSub, valueSub, type Place } from '../schema/places.ts'
import type { Attribute } from '../schema/attribute.ts'
import { timeOf } from '../schema/values.ts'
import { constant, not, type Comparison, type Compared, type Filter } from './filter.ts'
import { FilterFault, type Token } from './tokens.ts'

/** A place that a filter names, and the attribute there that holds a value of its own. */
export interface Leaf {
  readonly at: Place
  readonly of: Attribute
}

/**
 * The place whose value is compared: a complex attribute that is named alone stands for its sub-attribute `value`, as
 * `emails` and `manager` do (D-34).
 */
export function leafOf(at: Place, path: string): Leaf {
  const of = at.sub ?? at.attribute
  if (of.type !== 'complex') return { at, of }
  const sub = valueSub(of)
  if (sub === undefined) throw new FilterFault(`compares ${path}, which has no value of its own`)
  return { at: { ...at, sub }, of: sub }
}

const ORDERS: ReadonlySet<Comparison> = new Set(['gt', 'ge', 'lt', 'le'])
const TEXTS: ReadonlySet<Comparison> = new Set(['co', 'sw', 'ew'])

/** The comparison of a place with what stands behind the operator. */
export function comparisonOf(place: Place, path: string, op: Comparison, token: Token): Filter {
  const { at, of } = leafOf(place, path)
  if (token.kind === 'word' && token.text.toLowerCase() === 'null') {
    const absent = not({ kind: 'present', at })
    if (op === 'eq') return absent
    if (op === 'ne') return not(absent)
    throw new FilterFault(`compares ${path} with null by ${op}`)
  }
  if (!allows(of, op)) throw new FilterFault(`compares ${path}, of type ${of.type}, by ${op}`)
  const value = valueOf(of, token)
  if (value === undefined)
    throw new FilterFault(`compares ${path} with something that is not of type ${of.type}`)
  return { kind: 'compare', at, op, value }
}

function allows({ type }: Attribute, op: Comparison): boolean {
  if (ORDERS.has(op)) return type !== 'boolean' && type !== 'binary'
  if (TEXTS.has(op)) return type === 'string' || type === 'reference' || type === 'binary'
  return true
}

function valueOf({ type }: Attribute, { kind, text }: Token): Compared | undefined {
  if (type === 'boolean') {
    const word = text.toLowerCase()
    return word === 'true' || word === 'false' ? word === 'true' : undefined
  }
  if (type === 'integer' || type === 'decimal')
    return kind === 'word' && isNumber(text) ? Number(text) : undefined
  if (kind !== 'string') return undefined
  return type === 'dateTime' ? timeOf(text) : text
}

const isNumber = (text: string) =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text))

/**
 * The filter of one place in the one form. For a multi-valued attribute it holds where one value fulfils it; the sense
 * of `eq null`, that there is none, is turned around the whole.
 */
export function overValues(filter: Filter): Filter {
  if (filter.kind === 'not') return not(overValues(filter.of))
  if (filter.kind !== 'compare' && filter.kind !== 'present') return filter
  const { attribute, sub } = filter.at
  if (!attribute.multiValued || (filter.kind === 'present' && !sub)) return filter
  return { kind: 'one', at: { ...filter.at, sub: undefined }, of: filter }
}

/** The place of a name within `attribute[…]`. */
export function placeWithin({ extension, attribute }: Place, name: string): Place | undefined {
  const sub = findSub(attribute, name)
  return sub && { extension, attribute, sub }
}

/** A filter on an attribute that a kind of resource does not have: it has no value there. */
export const withoutAttribute = (op: Comparison | 'pr', token?: Token): Filter =>
  constant(
    op === 'eq' ? token?.text.toLowerCase() === 'null' && token.kind === 'word' : op === 'ne',
  )
