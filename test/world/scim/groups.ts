import { grownId, type Part, type Place } from '../part.ts'

const GROUP = 331
/** The user of the examples, who is in it. */
const ANN = 321

/** A group of the identity provider, which is a cohort of Learn. */
export const part: Part = {
  furnish(place) {
    const { at, insert, now } = place
    const external_id = '00g1gardeners'
    insert('learn_cohorts', [{ ...groupOf(place, at(GROUP), 'Gardeners'), external_id }])
    insert('learn_cohort_members', [{ cohort_id: at(GROUP), user_id: at(ANN), joined_at: now }])
  },
  grow: (place, numbers) =>
    place.insert(
      'learn_cohorts',
      numbers.map((i) => groupOf(place, grownId(i), 'Gardeners')),
    ),
}

const groupOf = ({ now }: Place, id: number, name: string) => ({
  ...{ id, source: 'api', name, name_key: name.toLowerCase() },
  ...{ created_at: now, updated_at: now },
})
