import type { Attribute, ResourceType, Schema } from './attribute.ts'
import { attributesOf } from './common.ts'
import { scimFault } from './faults.ts'
import { findAmong, findAttribute, findExtension, isOwnSchema } from './places.ts'
import { isComplex, isKept, twice, valueOf, type Complex, type Value } from './values.ts'

/**
 * The attributes of a resource that clients write, under the schema's spelling, those of an extension below its URN.
 * `id`, `meta`, `schemas` and other read-only ones are added where it is shown.
 */
export type Resource = Complex

type Draft = Record<string, Value>

/**
 * The resource that the body of a create or a replacement describes. Unknown and read-only attributes are ignored,
 * nulls are unassigned, secrets are left out; another type than an attribute's is refused with the path.
 */
export function resourceOf(type: ResourceType, body: unknown): Resource {
  if (!isComplex(body)) throw scimFault('invalidSyntax', 'body', 'is not an object')
  const own: Draft = {}
  const extensions: [Schema, unknown][] = []
  for (const [name, value] of Object.entries(body)) {
    const extension = findExtension(type, name)
    if (extension) extensions.push([extension, value])
    else if (isOwnSchema(type, name)) takeAll(own, ownFinder(type), value, name)
    else take(own, findAttribute(type, name), value, '')
  }
  for (const [{ id, attributes }, value] of extensions) {
    if (Object.hasOwn(own, id)) throw twice(id)
    const kept: Draft = {}
    takeAll(kept, (name) => findAmong(attributes, name), value, id)
    if (Object.keys(kept).length > 0) own[id] = kept
  }
  requireComplete(type, own)
  return own
}

const ownFinder = (type: ResourceType) => (name: string) => findAttribute(type, name)

function takeAll(
  into: Draft,
  finds: (name: string) => Attribute | undefined,
  sent: unknown,
  urn: string,
): void {
  if (sent === null) return
  if (!isComplex(sent)) throw scimFault('invalidValue', urn, 'is not an object')
  for (const [name, value] of Object.entries(sent)) take(into, finds(name), value, `${urn}:`)
}

function take(into: Draft, attribute: Attribute | undefined, sent: unknown, prefix: string): void {
  if (attribute === undefined || !isKept(attribute)) return
  if (Object.hasOwn(into, attribute.name)) throw twice(prefix + attribute.name)
  const value = valueOf(attribute, sent, prefix + attribute.name)
  if (value !== undefined) into[attribute.name] = value
}

/** Refuses a resource without an attribute that is required; an empty text is none. */
export function requireComplete(type: ResourceType, resource: Resource): void {
  const missing = (kept: Complex, attributes: readonly Attribute[], prefix: string) => {
    for (const { name, required, mutability } of attributes) {
      const value = Object.hasOwn(kept, name) ? kept[name] : ''
      if (required && mutability !== 'readOnly' && isBlank(value))
        throw scimFault('invalidValue', prefix + name, 'is required')
    }
  }
  missing(resource, attributesOf(type), '')
  for (const { schema, required } of type.extensions) {
    const kept = Object.hasOwn(resource, schema.id) ? resource[schema.id] : undefined
    if (required || kept !== undefined)
      missing(isComplex(kept) ? kept : {}, schema.attributes, `${schema.id}:`)
  }
}

const isBlank = (value: Value | undefined) => typeof value === 'string' && value.trim() === ''

/**
 * The resource after it is replaced by a body (PUT). An immutable attribute that has a value keeps it; another one is
 * refused (RFC 7644, section 3.5.1).
 */
export function replacementOf(type: ResourceType, stored: Resource, body: unknown): Resource {
  const next: Draft = { ...resourceOf(type, body) }
  for (const { name, mutability } of attributesOf(type)) {
    if (mutability !== 'immutable' || !Object.hasOwn(stored, name)) continue
    const before = stored[name] as Value
    if (Object.hasOwn(next, name) && JSON.stringify(next[name]) !== JSON.stringify(before))
      throw scimFault('mutability', name, 'cannot be changed')
    next[name] = before
  }
  return next
}

/** The schemas that a resource has attributes of: its own, and each extension of which it has any. */
export const schemasOf = (type: ResourceType, resource: Resource): readonly string[] => [
  type.schema.id,
  ...type.extensions
    .filter(({ schema, required }) => required || Object.hasOwn(resource, schema.id))
    .map(({ schema }) => schema.id),
]
