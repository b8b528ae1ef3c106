import { sql, type Expression, type RawBuilder } from 'kysely'
import type { Columns } from '../filter/columns.ts'
import type { ResourceType } from '../schema/attribute.ts'
import { findPlace, pathOf, valueSub } from '../schema/places.ts'

export interface Sorting {
  readonly sortBy?: string | undefined
  readonly sortOrder?: string | undefined
}

/** The value that a list is put in order by, and the direction, which an item of `order by` ends with. */
export interface Order {
  readonly key: Expression<unknown>
  readonly direction: RawBuilder<unknown>
}

/**
 * The order that a request asks for (RFC 7644, section 3.4.2.3), which that of ids follows. Resources
 * without a value come last ascending and first descending. A multi-valued attribute sorts by its primary value, else
 * by its first. `undefined` where the attribute is unknown or nothing to sort by.
 */
export function orderOf(type: ResourceType, columns: Columns, sorting: Sorting): Order | undefined {
  const key = keyOf(type, columns, sorting)
  return key && { key, direction: directionOf(sorting) }
}

export const directionOf = ({ sortOrder }: Sorting): RawBuilder<unknown> =>
  sortOrder?.toLowerCase() === 'descending' ? sql`desc nulls first` : sql`asc nulls last`

/** The value by which a resource is put in order. */
export function keyOf(
  type: ResourceType,
  columns: Columns,
  { sortBy }: Sorting,
): Expression<unknown> | undefined {
  const found = sortBy === undefined ? undefined : findPlace(type, sortBy)
  if (found === undefined) return undefined
  const { attribute } = found
  const sub = found.sub ?? valueSub(attribute)
  return attribute.multiValued
    ? firstOf(columns, pathOf({ ...found, sub: undefined }), sub?.name ?? 'value')
    : singleOf(columns, pathOf({ ...found, sub }))
}

function singleOf({ single }: Columns, path: string) {
  const column = Object.hasOwn(single, path) ? single[path] : undefined
  return column && column.kind !== 'constant' ? column.of : undefined
}

function firstOf({ many }: Columns, path: string, part: string) {
  const columns = Object.hasOwn(many, path) ? many[path] : undefined
  // Rows beside the resource have no first one.
  const parts = columns && !('among' in columns) ? columns.parts : undefined
  if (parts === undefined || !Object.hasOwn(parts, part)) return undefined
  const of = parts[part]?.of
  const primary = Object.hasOwn(parts, 'primary') ? parts.primary?.of : undefined
  return primary
    ? sql`coalesce((${of})[array_position(${primary}, true)], (${of})[1])`
    : sql`(${of})[1]`
}
