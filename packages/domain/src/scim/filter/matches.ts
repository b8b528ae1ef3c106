import { findSub } from '../schema/places.ts'
import { isComplex, timeOf, type Value } from '../schema/values.ts'
import { foldCase, type Compare, type Compared, type Filter } from './filter.ts'

/**
 * Whether one value of a multi-valued attribute fulfils the filter in the brackets of a path, as PATCH asks. Lists
 * of resources are never held against filters here: those are compiled into queries.
 */
export function matches(filter: Filter, value: Value): boolean {
  switch (filter.kind) {
    case 'constant':
      return filter.is
    case 'not':
      return !matches(filter.of, value)
    case 'and':
      return filter.of.every((each) => matches(each, value))
    case 'or':
      return filter.of.some((each) => matches(each, value))
    case 'present':
      return partOf(filter.at.sub?.name, value) !== undefined
    case 'compare':
      return compares(filter, partOf(filter.at.sub?.name, value))
    case 'one':
      throw new Error('A filter over the parts of one value has no values within.')
  }
}

function partOf(name: string | undefined, value: Value): Value | undefined {
  if (name === undefined) return value
  return isComplex(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function compares({ at, op, value: sent }: Compare, stored: Value | undefined): boolean {
  if (stored === undefined) return op === 'ne'
  const { caseExact, type } = at.sub ?? at.attribute
  const fold = (value: unknown): Comparable => {
    if (value instanceof Date) return value.getTime()
    if (typeof value !== 'string') return value as Comparable
    if (type === 'dateTime') return timeOf(value)?.getTime() ?? Number.NaN
    return caseExact ? value : foldCase(value)
  }
  return holds(op, fold(stored), fold(sent))
}

type Comparable = string | number | boolean

function holds(op: Compare['op'], stored: Comparable, sent: Comparable): boolean {
  if (op === 'eq') return stored === sent
  if (op === 'ne') return stored !== sent
  if (op === 'gt' || op === 'ge' || op === 'lt' || op === 'le') {
    const order = orderOf(stored, sent)
    if (order === 0) return op === 'ge' || op === 'le'
    return op === 'gt' || op === 'ge' ? order > 0 : order < 0
  }
  const [text, part] = [String(stored), String(sent)]
  if (op === 'co') return text.includes(part)
  return op === 'sw' ? text.startsWith(part) : text.endsWith(part)
}

/** The order of two values; texts by code points, as the database orders them by bytes of UTF-8. */
function orderOf(one: Comparable, other: Comparable): number {
  if (typeof one === 'string' && typeof other === 'string')
    return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return Number(one) - Number(other)
}

/** The equalities that a filter demands together, as `type eq "work"`; `undefined` where it demands anything else. */
export function equalitiesOf(filter: Filter): ReadonlyMap<string, Compared> | undefined {
  const parts = filter.kind === 'and' ? filter.of : [filter]
  const found = new Map<string, Compared>()
  for (const part of parts) {
    if (part.kind !== 'compare' || part.op !== 'eq' || !part.at.sub) return undefined
    const sub = findSub(part.at.attribute, part.at.sub.name)
    if (sub === undefined || found.has(sub.name)) return undefined
    found.set(sub.name, part.value)
  }
  return found
}
