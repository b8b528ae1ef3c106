import type { RawBuilder, Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'

/** A value that callers filter by. */
export type Value = string | number | boolean

/** A table of tenants. */
type TableName = {
  [Name in keyof Tables]: Tables[Name] extends { tenant_id: unknown } ? Name : never
}[keyof Tables]

/** A table, `posts`, with the alias that its rows have where they are joined, `posts as p`. */
type From = TableName | `${TableName} as ${string}`
type TableOf<Source> = Source extends `${infer Table} as ${string}` ? Table : Source
type ColumnOf<Source> =
  TableOf<Source> extends infer Table extends TableName ? keyof Tables[Table] & string : never

/** The rows that a value of a filter finds. */
export type Filter<Column extends string = string> =
  /** Those that have it in this column. */
  | Column
  /** Those that refer to a row of another table, which callers name by its slug. */
  | { readonly column: Column; readonly slugOf: TableName }
  /** Those that meet this condition; such a filter has no counter. */
  | { readonly where: (value: Value) => RawBuilder<unknown> }

type Filters<Column extends string> = Readonly<Record<string, Filter<Column>>>

/**
 * The order of a list's rows, by columns that no two rows share and that are never null. An index in this
 * order, after the tenant, finds each page. Times are told as such: their microseconds are part of the order.
 */
export interface Order<Column = string | { readonly time: string }> {
  readonly by: readonly [Column, ...Column[]]
  readonly direction: 'asc' | 'desc'
}

type Row<Source> =
  TableOf<Source> extends infer Table extends TableName ? Selectable<Tables[Table]> : never
type Keys<Fields> = {
  [Name in keyof Fields]: null extends Fields[Name]
    ? never
    : Fields[Name] extends Date
      ? { readonly time: Name }
      : Fields[Name] extends string | number
        ? Name
        : never
}[keyof Fields]

/** The columns of a row's positions: among all rows, and among those that a filter finds. */
interface Positions<Column extends string = string> {
  readonly all: Column
  readonly by: Readonly<Record<string, Column>>
}

interface Declaration<Source, Given, Counters> {
  readonly from: Source
  /** The condition of the rows that the list shows; constants as literals, so that plans know them. */
  readonly shown?: RawBuilder<unknown>
  readonly filters?: Given
  /**
   * The filters whose totals are kept in counters: one alone, or several together. A total that has no
   * counter is counted on an index, which has to cover the filters.
   */
  readonly counters?: Counters
  /** Newest first by `id`, unless it says otherwise. */
  readonly order?: Order<Keys<Row<Source>>>
  /** The columns with the positions that the counters of a log give. */
  readonly positions?: Positions<ColumnOf<Source>>
}

/** The filters of a counter, and what precedes each value in its name: `reports.status=`. */
interface Counter<Counted extends string> {
  readonly filters: readonly Counted[]
  readonly labels: readonly string[]
}

/** A list: its rows, filters and order, and the counters that know its totals. */
export interface List<
  Source extends string = string,
  Given extends string = string,
  Counted extends string = string,
> {
  /** The name of the counter of all rows, with which those of filters begin. */
  readonly name: string
  readonly from: Source
  readonly table: string
  readonly alias: string
  readonly shown: RawBuilder<unknown> | undefined
  readonly filters: Readonly<Record<Given, Filter>>
  readonly filterNames: readonly Given[]
  readonly counters: readonly Counter<Counted>[]
  readonly order: Order
  readonly positions: Positions | undefined
}

type NameIn<Each> = Each extends readonly (infer Name)[] ? Name : Each

/**
 * Declares a list once: its pages and totals, the counters that a write changes, and what those are
 * compared with follow from it.
 */
export function listOf<
  const Source extends From,
  const Given extends Filters<ColumnOf<Source>> = Record<never, never>,
  const Counters extends readonly (keyof Given | readonly (keyof Given)[])[] = [],
>(
  name: string,
  declaration: Declaration<Source, Given, Counters>,
): List<Source, keyof Given & string, NameIn<Counters[number]> & string> {
  type Counted = NameIn<Counters[number]> & string
  const { from, shown, filters = {}, counters = [], order, positions } = declaration
  const [table = from, alias = table] = from.split(' as ')
  return {
    ...{ name, from, table, alias, shown, positions },
    filters: filters as Given,
    filterNames: Object.keys(filters),
    counters: counters.map((each) => labelled(name, [each].flat() as Counted[])),
    order: (order as Order | undefined) ?? { by: ['id'], direction: 'desc' },
  }
}

const labelled = <Counted extends string>(
  name: string,
  filters: readonly Counted[],
): Counter<Counted> => ({
  filters,
  labels: filters.map((filter, i) => `${i === 0 ? `${name}.` : '&'}${filter}=`),
})
