import { isDeepStrictEqual } from 'node:util'
import { foldCase, type Filter } from '../filter/filter.ts'
import { equalitiesOf, matches } from '../filter/matches.ts'
import type { Attribute } from '../schema/attribute.ts'
import { scimFault } from '../schema/faults.ts'
import { findSub, valueSub } from '../schema/places.ts'
import * as values from '../schema/values.ts'
import { isComplex, isPrimary, type Complex, type Value } from '../schema/values.ts'
import { comparisonsOf, look, type Looks } from './looks.ts'
import type { Change, Draft } from './patch.ts'
import { mergedParts, set } from './single.ts'
import type { Target } from './targets.ts'

/** Changes an attribute that has several values: all of them, those that a filter names, or a part of those. */
export function changeMany(draft: Draft, target: Target, change: Change, looks: Looks): void {
  const { attribute, filter, path } = target
  const { name, required } = attribute
  const before = Object.hasOwn(draft, name) ? (draft[name] as readonly Value[]) : []
  const sent = Array.isArray(change.value) ? change.value.length : 1
  const asked = filter ? comparisonsOf(filter) : change.op === 'replace' ? 1 : sent
  look(looks, (before.length + sent) * asked, path)
  const next = nextOf(target, before, change)
  const marked = onePrimary(before, values.withoutRepeats(next))
  values.requireFew(attribute, marked, path)
  if (marked.length > 0) draft[name] = marked
  else if (required) throw scimFault('mutability', path, 'is required')
  else delete draft[name]
}

function nextOf(target: Target, before: readonly Value[], change: Change): readonly Value[] {
  const { attribute, filter, sub, path } = target
  if (filter || sub) return changeSome(target, before, change)
  if (change.op === 'remove') return withoutSent(attribute, before, change.value, path)
  const sent = listOf(attribute, change.value, path)
  return change.op === 'replace'
    ? sent
    : sent.reduce<readonly Value[]>((all, one) => withOne(attribute, all, one), before)
}

/** The values that were sent; one alone may stand without its list. */
function listOf(attribute: Attribute, sent: unknown, path: string): readonly Value[] {
  if (sent === null || sent === undefined) return []
  const list = Array.isArray(sent) ? sent : [sent]
  return (
    values.listOf(
      attribute,
      list.map((each) => asComplex(attribute, each)),
      path,
    ) ?? []
  )
}

/** A text alone is a value's `value`. */
const asComplex = (attribute: Attribute, sent: unknown): unknown =>
  typeof sent === 'string' && attribute.type === 'complex' && valueSub(attribute)
    ? { value: sent }
    : sent

/** The values with one more. One of the same type and value is that value: it takes on what else was sent. */
function withOne(attribute: Attribute, all: readonly Value[], one: Value): readonly Value[] {
  const place = all.findIndex((each) => isSame(attribute, each, one))
  if (place === -1) return [...all, one]
  const found = all[place]
  return all.with(place, isComplex(found) && isComplex(one) ? { ...found, ...one } : one)
}

function isSame(attribute: Attribute, kept: Value, sent: Value): boolean {
  if (!isComplex(kept) || !isComplex(sent)) return isDeepStrictEqual(kept, sent)
  if (!valueSub(attribute)) return isDeepStrictEqual(kept, sent)
  return ['type', 'value'].every((name) => equals(attribute, name, kept, sent))
}

function equals(attribute: Attribute, name: string, one: Complex, other: Complex): boolean {
  const sub = findSub(attribute, name)
  const [a, b] = [one, other].map((each) => (Object.hasOwn(each, name) ? each[name] : undefined))
  if (sub && !sub.caseExact && typeof a === 'string' && typeof b === 'string')
    return foldCase(a) === foldCase(b)
  return isDeepStrictEqual(a, b)
}

/**
 * The values that stay when a list of some is removed, as Entra sends it: those of which every part that was sent is
 * equal. Without a list all go.
 */
function withoutSent(
  attribute: Attribute,
  before: readonly Value[],
  sent: unknown,
  path: string,
): readonly Value[] {
  if (sent === null || sent === undefined) return []
  const gone = listOf(attribute, sent, path)
  return before.filter((each) => !gone.some((one) => hasParts(attribute, each, one)))
}

function hasParts(attribute: Attribute, kept: Value, sent: Value): boolean {
  if (!isComplex(kept) || !isComplex(sent)) return isDeepStrictEqual(kept, sent)
  const names = Object.keys(sent)
  return names.length > 0 && names.every((name) => equals(attribute, name, kept, sent))
}

/** Changes the values that the filter names; without a filter there is one, whose part is changed. */
function changeSome(target: Target, before: readonly Value[], change: Change): readonly Value[] {
  const { filter, path } = target
  if (!filter && before.length > 1)
    throw scimFault('noTarget', path, 'does not say which of several values is meant')
  const isMeant = (value: Value) => !filter || matches(filter, value)
  if (before.some(isMeant))
    return before.flatMap((value) => (isMeant(value) ? changed(target, value, change) : [value]))
  if (change.op === 'remove') return before
  const made = changed(target, madeBy(target, filter), change)
  return [...before, ...made]
}

/** A new value from what the filter says of it, as its type: so Entra sets the first work address. */
function madeBy({ path }: Target, filter: Filter | undefined): Complex {
  const equalities = filter ? equalitiesOf(filter) : new Map<string, Value>()
  if (equalities === undefined) throw scimFault('noTarget', path, 'leads to no value')
  return Object.fromEntries(equalities) as Complex
}

/** The value after the change: none where nothing of it is left but its type. */
function changed(target: Target, value: Value, { op, value: sent }: Change): readonly Value[] {
  const { attribute, sub, path } = target
  if (!sub) {
    if (op === 'remove' || sent === null) return []
    return replaced(target, value, op, Array.isArray(sent) && sent.length === 1 ? sent[0] : sent)
  }
  if (!isComplex(value)) throw scimFault('invalidPath', path, `leads into ${attribute.name}`)
  const parts: Draft = { ...value }
  set(parts, sub, op === 'remove' ? undefined : values.valueOf(sub, sent, path), false, path)
  return isEmpty(parts) ? [] : [parts]
}

/** A replaced value has the parts that were sent and those that the filter named it by; an added one keeps its own. */
function replaced(
  { attribute, filter, path }: Target,
  value: Value,
  op: Change['op'],
  sent: unknown,
): readonly Value[] {
  const parts = asComplex(attribute, sent)
  if (!isComplex(parts) || !isComplex(value))
    throw scimFault('invalidValue', path, 'is not an object')
  const named = filter && op === 'replace' ? equalitiesOf(filter) : undefined
  const base = op === 'replace' ? (Object.fromEntries(named ?? []) as Complex) : value
  const next = mergedParts(attribute, base, parts, path)
  return isEmpty(next) ? [] : [next]
}

const isEmpty = (value: Complex) =>
  Object.keys(value).every((name) => name === 'type' || name === 'primary')

/** A value that has become the primary one takes that from the others (RFC 7644, section 3.5.2). */
function onePrimary(before: readonly Value[], next: readonly Value[]): readonly Value[] {
  const primary = next.filter(isPrimary)
  if (primary.length < 2) return next
  const fresh = primary.filter((each) => !before.some((had) => isDeepStrictEqual(had, each)))
  const chosen = fresh.at(-1) ?? primary[0]
  return next.map((each) =>
    isComplex(each) && isPrimary(each) && each !== chosen ? { ...each, primary: false } : each,
  )
}
