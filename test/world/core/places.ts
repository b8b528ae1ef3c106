import { grownId, type Place } from '../part.ts'

/** A place of the contract's examples, or one that is archived. */
interface Named {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly archived?: true
}

type Table = 'file_areas' | 'forums' | 'listing_categories'

/** Puts forums, categories or areas there. */
export const putPlaces = (place: Place, table: Table, places: readonly Named[]): void =>
  place.insert(
    table,
    places.map(({ id, slug, name, archived }) => ({
      id: place.at(id),
      slug: place.slugAt(slug),
      name,
      archived_at: archived ? place.now : null,
    })),
  )

/** For each number one more place, and one that is archived. */
export const growPlaces = (
  { insert, now }: Place,
  table: Table,
  numbers: readonly number[],
): void =>
  insert(
    table,
    numbers.flatMap((i) => {
      const [id, former] = [grownId(2 * i), grownId(2 * i + 1)]
      return [
        { id, slug: `place-${i}`, name: `Place ${i}`, archived_at: null },
        { id: former, slug: `former-place-${i}`, name: `Former place ${i}`, archived_at: now },
      ]
    }),
  )
