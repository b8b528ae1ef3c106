import type { Insertable } from 'kysely'
import type { EventDataOf, EventType } from '../../packages/contract/src/index.ts'
import type { Tables } from '../../packages/db/src/index.ts'

/** The part of the documentation world that one resource has, in a file named after it. */
export interface Part {
  /**
   * The meaning of `{id}` in a path, by the operation or by its resource (the second half of its tag).
   * It is here where the shared parameter's example (4501, a post) is not it. A field `thread_id` that
   * no example shows has its meaning here as well.
   */
  readonly ids?: Readonly<Record<string, number>>
  /** Puts the rows there that the examples of the contract speak of. */
  readonly furnish?: (place: Place) => void
  /** Puts one more row into each list for each number, where the examples of its filters find it. */
  readonly grow?: (place: Place, numbers: readonly number[]) => void
}

/** A table of tenants. */
export type TableName = {
  [Name in keyof Tables]: Tables[Name] extends { tenant_id: unknown } ? Name : never
}[keyof Tables]

type RowOf<Name extends TableName> = Omit<Insertable<Tables[Name]>, 'tenant_id'>

/** The partition that is furnished. Its rows are written at the end, in one transaction. */
export interface Place {
  readonly tenantId: number
  readonly now: Date
  /** The member who minted the keys that examples are sent with. */
  readonly founderId: number
  /** The id of the documentation as it is in this world. */
  readonly at: (id: number) => number
  /** The same for a slug. */
  readonly slugAt: (slug: string) => string
  /** Rows that all have the same columns; tables may come in any order. */
  insert<Name extends TableName>(table: Name, rows: readonly RowOf<Name>[]): void
  /** The same for rows that refer to the newest event of the world. */
  insertAfterEvents<Name extends TableName>(
    table: Name,
    rows: (newest: { position: number }) => readonly RowOf<Name>[],
  ): void
  emit<Type extends EventType>(type: Type, data: EventDataOf<Type>): void
  /** Keeps a file under a key of the storage. */
  store(key: string, content: string): void
  /** Seals a webhook's signing secret. */
  readonly sealSecret: (secret: string, place: string) => string
  /** Seals a value of any purpose. */
  readonly sealFor: (purpose: string, value: string, place: string) => string
}

/** The id of the row that a list grows by with this number; above all that operations give out. */
export const grownId = (number: number): number => 1_000_000_000 + number
