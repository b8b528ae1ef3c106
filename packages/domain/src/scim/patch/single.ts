import type { Attribute } from '../schema/attribute.ts'
import { scimFault } from '../schema/faults.ts'
import { findSub, isReference } from '../schema/places.ts'
import { isComplex, isKept, valueOf, type Complex, type Value } from '../schema/values.ts'
import type { Change, Draft } from './patch.ts'
import type { Target } from './targets.ts'

/** Changes an attribute that has one value, or one part of it. */
export function changeOne(draft: Draft, { attribute, sub, path }: Target, change: Change): void {
  const { op, value } = change
  const { name } = attribute
  if (sub === undefined) {
    const next = op === 'remove' ? undefined : nextOf(attribute, kept(draft, name), value, path)
    set(draft, attribute, next, op === 'remove', path)
    return
  }
  const before = kept(draft, name)
  const parts: Draft = isComplex(before) ? { ...before } : {}
  // Another manager has another address: it is made anew where it is shown.
  if (isReference(attribute)) delete parts.$ref
  const next = op === 'remove' ? undefined : valueOf(sub, value, path)
  set(parts, sub, next, op === 'remove', path)
  if (Object.keys(parts).length > 0) draft[name] = parts
  else delete draft[name]
}

const kept = (draft: Draft, name: string): Value | undefined =>
  Object.hasOwn(draft, name) ? draft[name] : undefined

/** A complex value changes the parts that it has, and leaves the others (RFC 7644, section 3.5.2.3). */
function nextOf(
  attribute: Attribute,
  before: Value | undefined,
  sent: unknown,
  path: string,
): Value | undefined {
  if (
    !isComplex(sent) ||
    attribute.type !== 'complex' ||
    !isComplex(before) ||
    isReference(attribute)
  )
    return valueOf(attribute, sent, path)
  return mergedParts(attribute, before, sent, path)
}

/** A complex value with the parts that were sent, of which null takes one away. */
export function mergedParts(
  attribute: Attribute,
  before: Complex,
  sent: Complex,
  path: string,
): Complex {
  const next: Draft = { ...before }
  for (const [name, value] of Object.entries(sent)) {
    const sub = findSub(attribute, name)
    if (sub && isKept(sub)) set(next, sub, valueOf(sub, value, `${path}.${sub.name}`), false, path)
  }
  return next
}

/** Sets a value or takes it away, where the attribute may be changed so. */
export function set(
  draft: Draft,
  { name, mutability, required }: Attribute,
  next: Value | undefined,
  isRemoved: boolean,
  path: string,
): void {
  const before = kept(draft, name)
  const isOther = JSON.stringify(before) !== JSON.stringify(next)
  if (mutability === 'immutable' && before !== undefined && isOther)
    throw scimFault('mutability', path, 'cannot be changed')
  if (isRemoved && required) throw scimFault('mutability', path, 'is required')
  if (next === undefined || (isComplex(next) && Object.keys(next).length === 0)) delete draft[name]
  else draft[name] = next
}
