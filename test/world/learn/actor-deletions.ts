import { grownId, type Part, type Place } from '../part.ts'

const DELETION = 7611

/** A deletion that is finished. */
export const part: Part = {
  ids: { 'actor-deletions': DELETION },
  furnish: (place) =>
    place.insert('learn_actor_deletions', [deletionOf(place, place.at(DELETION))]),
  grow: (place, numbers) =>
    place.insert(
      'learn_actor_deletions',
      numbers.map((i) => deletionOf(place, grownId(i))),
    ),
}

const deletionOf = ({ at, now }: Place, id: number) => ({
  ...{ id, user_id: at(4), refs: [], statements: 41, documents: 2, remaining: 0 },
  ...{ created_at: now, finished_at: now },
})
