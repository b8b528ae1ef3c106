import type { Expression } from 'kysely'

/**
 * The columns that an attribute's values stand in, by which filters and orders ask for them. Texts stand there as
 * `foldCase` makes them, unless the attribute is case-exact, collated "C". NULL is unassigned.
 */
export type Column =
  | {
      readonly kind: 'text' | 'boolean' | 'time' | 'number'
      readonly of: Expression<unknown>
      /** An index finds a value, a beginning and what is before or behind a value. */
      readonly isIndexed?: boolean
    }
  /** A number that is shown as a string, as an `id` is. */
  | { readonly kind: 'id'; readonly of: Expression<unknown> }
  /** The same value for every resource of the kind, as `meta.resourceType`. */
  | { readonly kind: 'constant'; readonly value: string }

/**
 * The parallel arrays of a multi-valued attribute's parts, the n-th of each being those of the n-th value, NULL where
 * it has no such part. A part that no value has is no array at all. A simple attribute has one, under the name `value`.
 */
export interface ListColumns {
  /** How many values there are. */
  readonly size: Expression<unknown>
  readonly parts: Readonly<
    Record<string, { readonly kind: 'text' | 'boolean'; readonly of: Expression<unknown> }>
  >
  /** The condition that one of the values has a part that equals a text, where an index finds those. */
  readonly indexed?: (part: string, text: string) => Expression<boolean> | undefined
}

/** The columns of rows beside the resource, each of which is a value, as a group's members are. */
export interface RowColumns {
  readonly parts: Readonly<Record<string, Exclude<Column, { readonly kind: 'constant' }>>>
  /** The condition that one of the rows meets a condition over their columns. */
  readonly among: (condition: Expression<boolean>) => Expression<boolean>
}

export type ManyColumns = ListColumns | RowColumns

/** The columns of a kind of resource, by the paths that `pathOf` makes. */
export interface Columns {
  readonly single: Readonly<Record<string, Column>>
  readonly many: Readonly<Record<string, ManyColumns>>
}
