import { sql, type Expression } from 'kysely'
import { pathOf } from '../schema/places.ts'
import type { Columns, ListColumns } from './columns.ts'
import { columnOf, compileFilter, manyOf } from './compile.ts'
import { joined } from './conditions.ts'
import type { Compare, Filter } from './filter.ts'
import { findsByIndex, IN_PLACE, looksAtValues } from './one-value.ts'

type Condition = Expression<boolean>

/** How a filter is asked of all rows. */
export interface Looking {
  /** The filter, of any row. */
  readonly condition: Condition
  /** An index finds those that fulfil it; else every row is read. */
  readonly isNarrow: boolean
  /** The filter of rows with few values, without a subquery, and of those with many; none where it needs none. */
  readonly parts:
    { readonly isFew: Condition; readonly few: Condition; readonly many: Condition } | undefined
}

/** The ways in which a filter is asked, over the columns of a kind of resource. */
export function lookingOf(columns: Columns, filter: Filter): Looking {
  const lists = [...listsLookedAt(columns, filter)]
  return {
    condition: compileFilter(columns, filter),
    isNarrow: isNarrow(columns, filter),
    parts:
      lists.length === 0
        ? undefined
        : {
            isFew: joined(
              'and',
              lists.map(({ size }) => sql`(${size} <= ${sql.lit(IN_PLACE)})`),
            ),
            few: compileFilter(columns, filter, 'few'),
            many: compileFilter(columns, filter, 'many'),
          },
  }
}

/** The attributes whose values are looked at one by one. */
function listsLookedAt(columns: Columns, filter: Filter): ReadonlySet<ListColumns> {
  switch (filter.kind) {
    case 'not':
      return listsLookedAt(columns, filter.of)
    case 'and':
    case 'or':
      return new Set(filter.of.flatMap((each) => [...listsLookedAt(columns, each)]))
    case 'one': {
      const many = manyOf(columns, pathOf(filter.at))
      return new Set(looksAtValues(many, filter.of) ? [many] : [])
    }
    default:
      return new Set()
  }
}

/** A range may be as wide as the table: beside what no index answers it is no help. */
function isNarrow(columns: Columns, filter: Filter): boolean {
  const all = filter.kind === 'and' ? filter.of : [filter]
  return (
    all.some((each) => findsFew(columns, each)) ||
    all.every((each) => asksIndex(columns, each, COMPARED))
  )
}

const findsFew = (columns: Columns, filter: Filter): boolean =>
  filter.kind === 'one'
    ? findsByIndex(manyOf(columns, pathOf(filter.at)), filter.of)
    : asksIndex(columns, filter, EQUAL)

type Operators = ReadonlySet<Compare['op']>
const EQUAL: Operators = new Set(['eq'])
const COMPARED: Operators = new Set(['eq', 'sw', 'gt', 'ge', 'lt', 'le'])

/** Comparisons of indexed columns by these operators, for all alternatives of which a bitmap of indexes is made. */
function asksIndex(columns: Columns, filter: Filter, operators: Operators): boolean {
  if (filter.kind === 'or') return filter.of.every((each) => asksIndex(columns, each, operators))
  if (filter.kind !== 'compare' || !operators.has(filter.op)) return false
  const column = columnOf(columns, pathOf(filter.at))
  if (column.kind === 'id') return filter.op === 'eq'
  return column.kind !== 'constant' && column.isIndexed === true
}
