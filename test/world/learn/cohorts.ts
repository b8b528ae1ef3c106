import type { Part } from '../part.ts'

const COHORT = 341

/** The cohort that an enrollment comes by. */
export const part: Part = {
  furnish({ at, insert, now }) {
    const named = { source: 'manual', name: 'Spring course', name_key: 'spring course' }
    insert('learn_cohorts', [{ ...named, id: at(COHORT), created_at: now, updated_at: now }])
  },
}
