import type { Attribute, ResourceType } from '../schema/attribute.ts'
import { findAmong, findAttribute, findExtension, findPlace, pathOf } from '../schema/places.ts'
import { isComplex } from '../schema/values.ts'

/** The parameters that choose attributes, as a list in one text or as one (RFC 7644, section 3.9). */
export interface Projecting {
  readonly attributes?: string | readonly string[] | undefined
  readonly excludedAttributes?: string | readonly string[] | undefined
}

/** The attributes that an answer shows: those named and no others, or all but those named. */
export interface Projection {
  readonly type: ResourceType
  readonly isOnly: boolean
  /** Paths as the schema spells them, and URNs of whole extensions. */
  readonly named: ReadonlySet<string>
}

/** The choice of a request; `undefined` where it makes none. Names that are unknown choose nothing. */
export function projectionOf(type: ResourceType, asked: Projecting): Projection | undefined {
  const only = namesOf(asked.attributes)
  const without = namesOf(asked.excludedAttributes)
  if (only.length === 0 && without.length === 0) return undefined
  const isOnly = only.length > 0
  const named = (isOnly ? only : without).flatMap((name) => {
    const extension = findExtension(type, name)
    if (extension) return [extension.id]
    const place = findPlace(type, name)
    return place ? [pathOf(place)] : []
  })
  return { type, isOnly, named: new Set(named) }
}

const namesOf = (sent: string | readonly string[] | undefined): readonly string[] =>
  (typeof sent === 'string' ? [sent] : (sent ?? []))
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** The resource with the attributes that the choice shows. */
export function project<T extends object>(projection: Projection | undefined, shown: T): T {
  if (projection === undefined) return shown
  const { type } = projection
  const kept = Object.entries(shown).flatMap(([name, value]): [string, unknown][] => {
    const extension = findExtension(type, name)
    if (!extension) return one(projection, findAttribute(type, name), '', value)
    const parts = Object.entries(value as object).flatMap(([each, part]) =>
      one(projection, findAmong(extension.attributes, each), extension.id, part),
    )
    return parts.length > 0 ? [[extension.id, Object.fromEntries(parts)]] : []
  })
  return Object.fromEntries(kept) as T
}

/** Whether the choice shows an attribute or a part of it, so that what is not shown need not be read. */
export function shows(projection: Projection | undefined, path: string): boolean {
  const place = projection && findPlace(projection.type, path)
  if (!projection || !place) return true
  const { attribute, extension } = place
  return one(projection, attribute, extension?.id ?? '', ANY).length > 0
}

/** Whether the choice names an attribute itself, as one must that is returned on request alone. */
export const names = (projection: Projection | undefined, path: string): boolean =>
  projection?.isOnly === true && projection.named.has(path)

/** Stands for a value whose parts are not looked at. */
const ANY = Symbol('any')

function one(
  projection: Projection,
  attribute: Attribute | undefined,
  urn: string,
  value: unknown,
): [string, unknown][] {
  if (attribute === undefined || attribute.returned === 'never') return []
  const { name } = attribute
  const path = urn === '' ? name : `${urn}:${name}`
  const { isOnly, named } = projection
  if (attribute.returned === 'always') return [[name, value]]
  if (named.has(path) || named.has(urn)) return isOnly ? [[name, value]] : []
  if (!isOnly && attribute.returned === 'request') return []
  const subs = (attribute.subAttributes ?? []).filter((sub) => named.has(`${path}.${sub.name}`))
  if (subs.length === 0) return isOnly ? [] : [[name, value]]
  if (value === ANY) return [[name, value]]
  const isShown = (sub: string) => {
    const found = findAmong(attribute.subAttributes, sub)
    return found?.returned === 'always' || subs.some((each) => each === found) === isOnly
  }
  const partsOf = (each: unknown) =>
    isComplex(each)
      ? Object.fromEntries(Object.entries(each).filter(([part]) => isShown(part)))
      : each
  const parts = Array.isArray(value) ? value.map(partsOf).filter(isFilled) : partsOf(value)
  return isFilled(parts) ? [[name, parts]] : []
}

const isFilled = (value: unknown) =>
  typeof value !== 'object' || value === null || Object.keys(value).length > 0
