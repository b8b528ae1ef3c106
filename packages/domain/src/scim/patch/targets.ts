import { type Filter } from '../filter/filter.ts'
import { Reader, readWithin } from '../filter/parse.ts'
import { FilterFault, tokensOf } from '../filter/tokens.ts'
import { placeWithin } from '../filter/comparisons.ts'
import type { Attribute, ResourceType, Schema } from '../schema/attribute.ts'
import { scimFault } from '../schema/faults.ts'
import { findExtension, findPlace, type Place } from '../schema/places.ts'

/** The part of a resource that an operation changes. */
export interface Target {
  readonly extension: Schema | undefined
  readonly attribute: Attribute
  /** The values of a multi-valued attribute that are meant, by their parts. */
  readonly filter: Filter | undefined
  readonly sub: Attribute | undefined
  /** The path as it was sent, for refusals. */
  readonly path: string
}

/** A whole extension, which the URN alone names. */
export interface ExtensionTarget {
  readonly extension: Schema
  readonly attribute: undefined
  readonly path: string
}

const MOST_CHARACTERS = 2000

/** The target of a path; refuses with `invalidPath` what is no path, or leads to no attribute. */
export function targetOf(type: ResourceType, path: string): Target | ExtensionTarget {
  const extension = findExtension(type, path)
  if (extension) return { extension, attribute: undefined, path }
  try {
    return readTarget(type, path)
  } catch (error) {
    if (error instanceof FilterFault) throw scimFault('invalidPath', 'path', error.message)
    throw error
  }
}

/** The same for a key of a value without a path: an unknown one leads nowhere, and is ignored. */
export function findTarget(type: ResourceType, key: string): Target | ExtensionTarget | undefined {
  try {
    return findExtension(type, key) ? targetOf(type, key) : readTarget(type, key)
  } catch (error) {
    if (error instanceof FilterFault) return undefined
    throw error
  }
}

function readTarget(type: ResourceType, path: string): Target {
  if (path.length > MOST_CHARACTERS)
    throw new FilterFault(`is longer than ${MOST_CHARACTERS} characters`)
  const reader = new Reader(tokensOf(path))
  const place = placeOf(type, reader.expect('word').text)
  if (reader.peek().kind !== '[') {
    reader.expect('end')
    return { ...place, filter: undefined, path }
  }
  if (place.sub || place.attribute.type !== 'complex' || !place.attribute.multiValued)
    throw new FilterFault(`has brackets behind ${place.attribute.name}, which has one value`)
  const filter = readWithin(reader, type, place)
  const sub = readSub(reader, place)
  reader.expect('end')
  return { ...place, filter, sub, path }
}

function placeOf(type: ResourceType, text: string): Place {
  const place = findPlace(type, text)
  if (place === undefined) throw new FilterFault(`leads to no attribute: ${text.slice(0, 100)}`)
  return place
}

function readSub(reader: Reader, place: Place): Attribute | undefined {
  if (reader.peek().kind === 'end') return undefined
  const { text } = reader.expect('word')
  const sub = text.startsWith('.') ? placeWithin(place, text.slice(1))?.sub : undefined
  if (sub === undefined) throw new FilterFault(`leads to no attribute: ${text.slice(0, 100)}`)
  return sub
}
