import { sql, type Expression } from 'kysely'
import { pathOf } from '../schema/places.ts'
import type { Column, Columns } from './columns.ts'
import { compareColumn } from './compare-column.ts'
import { falseOf, joined, negated, trueOf } from './conditions.ts'
import type { Filter, Present } from './filter.ts'
import { compileOne, type Rows } from './one-value.ts'

type Condition = Expression<boolean>

/**
 * The condition of a query that a filter is. NULL counts as false in it, so that a negation is `is not true` and a
 * comparison with what is unassigned needs nothing of its own.
 */
export function compileFilter(columns: Columns, filter: Filter, rows: Rows = 'any'): Condition {
  switch (filter.kind) {
    case 'constant':
      return filter.is ? trueOf() : falseOf()
    case 'not':
      return negated(compileFilter(columns, filter.of, rows))
    case 'and':
    case 'or':
      return joined(
        filter.kind,
        cheapestFirst(filter.of).map((each) => compileFilter(columns, each, rows)),
      )
    case 'present':
      return isPresent(columns, filter)
    case 'compare':
      return compareColumn(columnOf(columns, pathOf(filter.at)), filter)
    case 'one':
      return compileOne(manyOf(columns, pathOf(filter.at)), filter.of, rows)
  }
}

/** In this order, since PostgreSQL stops at the first part that decides: columns before attributes with several values. */
const cheapestFirst = (all: readonly Filter[]): readonly Filter[] =>
  [...all].sort((one, other) => costOf(one) - costOf(other))

function costOf(filter: Filter): number {
  if (filter.kind === 'and' || filter.kind === 'or')
    return filter.of.reduce((sum, each) => sum + costOf(each), 0)
  if (filter.kind === 'not') return costOf(filter.of)
  return filter.kind === 'one' ? VALUES * costOf(filter.of) : 1
}

/** The values of an attribute that are looked at for one column, at a guess. */
const VALUES = 3

export function columnOf({ single }: Columns, path: string): Column {
  const column = Object.hasOwn(single, path) ? single[path] : undefined
  if (column === undefined) throw new Error(`No column is said for ${path}.`)
  return column
}

export function manyOf({ many }: Columns, path: string) {
  const columns = Object.hasOwn(many, path) ? many[path] : undefined
  if (columns === undefined) throw new Error(`No columns are said for the values of ${path}.`)
  return columns
}

/** A complex attribute is present where one of its parts is; a multi-valued one where it has a value. */
function isPresent(columns: Columns, { at }: Present): Condition {
  const { attribute, sub } = at
  if (attribute.multiValued && !sub) {
    const many = manyOf(columns, pathOf(at))
    if ('among' in many) return many.among(trueOf())
    return sql<boolean>`(${many.size} > 0)`
  }
  if (sub || attribute.type !== 'complex') return hasValue(columnOf(columns, pathOf(at)))
  const parts = (attribute.subAttributes ?? []).flatMap((each) => {
    const path = pathOf({ ...at, sub: each })
    return Object.hasOwn(columns.single, path) ? [hasValue(columnOf(columns, path))] : []
  })
  return parts.length > 0 ? joined('or', parts) : falseOf()
}

const hasValue = (column: Column): Condition =>
  column.kind === 'constant' ? trueOf() : sql<boolean>`(${column.of} is not null)`
