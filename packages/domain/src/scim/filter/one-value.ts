import { sql, type Expression } from 'kysely'
import { alternativesOf } from './alternatives.ts'
import { compileAny } from './any-value.ts'
import { compareColumn } from './compare-column.ts'
import type { ListColumns, ManyColumns } from './columns.ts'
import { falseOf, joined, negated, trueOf } from './conditions.ts'
import { behind, sentOf, type Compare, type Filter } from './filter.ts'

type Condition = Expression<boolean>

/** The values of an attribute that are asked in place; more than so many are unnested, which costs 4 µs a row. The index
 * `scim_users_of_many` has the same number in its condition: another one here needs another index. */
export const IN_PLACE = 6

/**
 * The rows that a condition is asked of: with few values of an attribute, which are asked in place, with many, or any. A
 * condition for few has no subquery, beside which PostgreSQL would read in one process only.
 */
export type Rows = 'few' | 'many' | 'any'

/** Whether values have to be looked at, because neither an index nor a list at once answers the filter over their parts. */
export const looksAtValues = (columns: ManyColumns, filter: Filter): columns is ListColumns =>
  !('among' in columns) &&
  alternativesOf(filter).some(
    (each) => askedOfList(columns, each) === undefined && !askedOfIndex(columns, each)?.isAll,
  )

/**
 * The condition that one value fulfils a filter over its parts. An equality is asked of the index, a single comparison of
 * the list of its part. Else the values are asked in place, one behind the other as far as there are any. At 100,000 rows
 * that takes 5 ms of processor time for each part of each value. Unnesting the values took 130 in all, and a correlated
 * subquery over a table of them 70 to 300.
 */
export function compileOne(columns: ManyColumns, filter: Filter, rows: Rows = 'any'): Condition {
  if ('among' in columns) {
    const { parts } = columns
    return columns.among(within(parts, filter, (name) => parts[name]?.of as Expression<unknown>))
  }
  const all = alternativesOf(filter)
  const found = all.map((each) => askedOfIndex(columns, each))
  // Where one alternative reads all rows, the index saves nothing to the others.
  if (found.includes(undefined)) return joined('or', cheapestFirst(columns, all, rows))
  return joined(
    'or',
    all.map((each, place) => withIndex(columns, each, found[place] as Indexed, rows)),
  )
}

/** Whether an index finds those with a value that fulfils the filter. */
export const findsByIndex = (columns: ManyColumns, filter: Filter): boolean => {
  const [only, ...others] = alternativesOf(filter)
  if ('among' in columns || others.length > 0) return false
  return askedOfIndex(columns, only as Filter) !== undefined
}

interface Indexed {
  readonly condition: Condition
  /** The rest of the filter, which the index does not answer. */
  readonly isAll: boolean
}

/** A part of the filter that must hold and that the index answers. */
function askedOfIndex(columns: ListColumns, filter: Filter): Indexed | undefined {
  const parts = filter.kind === 'and' ? filter.of : [filter]
  for (const part of parts) {
    if (part.kind !== 'compare' || part.op !== 'eq' || typeof part.value !== 'string') continue
    const condition = columns.indexed?.(partOf(part), String(sentOf(part)))
    if (condition) return { condition, isAll: parts.length === 1 }
  }
  return undefined
}

const withIndex = (
  columns: ListColumns,
  filter: Filter,
  { condition, isAll }: Indexed,
  rows: Rows,
) => (isAll ? condition : joined('and', [condition, scan(columns, filter, rows)]))

const partOf = ({ at }: { readonly at: Compare['at'] }) => at.sub?.name ?? 'value'

/** The alternatives that lists answer, before those for which values are looked at, of which the shortest come first. */
function cheapestFirst(columns: ListColumns, all: readonly Filter[], rows: Rows): Condition[] {
  const asked = all.map((each) => ({ each, any: askedOfList(columns, each) }))
  const others = asked.filter(({ any }) => any === undefined).map(({ each }) => each)
  return [
    ...asked.flatMap(({ any }) => any ?? []),
    ...others
      .sort((one, other) => lengthOf(one) - lengthOf(other))
      .map((each) => lookedAt(columns, each, rows)),
  ]
}

const lengthOf = (filter: Filter): number =>
  filter.kind === 'and' || filter.kind === 'or'
    ? filter.of.reduce((sum, each) => sum + lengthOf(each), 0)
    : 1

/** The values are looked at where each comparison holds of one of them, as far as a list tells that at once. */
function lookedAt(columns: ListColumns, filter: Filter, rows: Rows): Condition {
  const parts = filter.kind === 'and' ? filter.of : [filter]
  const demanded = parts.filter((part) => part.kind !== 'not' && !holdsWithout(part))
  return joined('and', [
    ...demanded.flatMap((part) => askedOfList(columns, part) ?? boundsOf(columns, part)),
    scan(columns, filter, rows),
  ])
}

/** A list has a text from a beginning on, and one before all behind it: most lists without that beginning lack one. */
function boundsOf({ parts }: ListColumns, part: Filter): Condition[] {
  if (part.kind !== 'compare' || part.op !== 'sw') return []
  const list = parts[partOf(part)]?.of
  const from = String(sentOf(part))
  const end = behind(from)
  if (list === undefined || end === undefined) return []
  return [sql<boolean>`(${from} <= any(${list}))`, sql<boolean>`(${end} > any(${list}))`]
}

const holdsWithout = (part: Filter) => part.kind === 'compare' && part.op === 'ne'

function askedOfList({ parts, size }: ListColumns, filter: Filter): Condition | undefined {
  const term = filter.kind === 'not' ? filter.of : filter
  if (term.kind !== 'compare' && term.kind !== 'present') return undefined
  const name = partOf(term)
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined
  return part && compileAny(part.of, size, filter)
}

function scan(columns: ListColumns, filter: Filter, rows: Rows): Condition {
  const { parts, size } = columns
  if (rows === 'many') return unnested(columns, filter)
  const holdsAt = (place: number) =>
    within(parts, filter, (name) => sql`(${parts[name]?.of})[${sql.lit(place)}]`)
  let rest = rows === 'few' ? undefined : unnested(columns, filter)
  for (let place = IN_PLACE; place > 0; place--) {
    const here = holdsAt(place)
    rest = rest
      ? sql<boolean>`(${here} or ${sql<boolean>`(${size} > ${sql.lit(place)} and ${rest})`})`
      : here
  }
  return sql<boolean>`(${size} > 0 and ${rest})`
}

function unnested({ parts }: ListColumns, filter: Filter): Condition {
  const names = Object.keys(parts)
  return sql<boolean>`exists (
    select from unnest(${sql.join(names.map((name) => parts[name]?.of))})
      as one_value(${sql.join(names.map((name) => sql.ref(name)))})
    where ${within(parts, filter, (name) => sql`one_value.${sql.ref(name)}`)})`
}

/** The filter over the parts of one value, which `at` finds. */
function within(
  parts: ManyColumns['parts'],
  filter: Filter,
  at: (name: string) => Expression<unknown>,
): Condition {
  switch (filter.kind) {
    case 'constant':
      return filter.is ? trueOf() : falseOf()
    case 'not':
      return negated(within(parts, filter.of, at))
    case 'and':
    case 'or':
      return joined(
        filter.kind,
        filter.of.map((each) => within(parts, each, at)),
      )
    case 'one':
      throw new Error('A filter over the parts of one value has no values within.')
  }
  const name = partOf(filter)
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined
  // A part that is in no column is never assigned.
  if (part === undefined)
    return filter.kind === 'compare' && filter.op === 'ne' ? trueOf() : falseOf()
  if (filter.kind === 'present') return sql<boolean>`(${at(name)} is not null)`
  return compareColumn({ ...part, of: at(name) }, filter)
}
