import { grownId, type Part, type Place } from '../part.ts'

const [COHORT, ENROLLMENT, INVITE] = [6501, 558, 6601]
const [BUYER, MEMBER, COURSE] = [312, 9, 501]

/** A cohort that has bought seats, one of which is taken. */
export const part: Part = {
  ids: { cohorts: COHORT },
  furnish(place) {
    const { at, insert, slugAt, now } = place
    insert('learn_cohorts', [
      {
        ...cohortOf(place, at(COHORT), slugAt('inv_2026_0007')),
        ...{ seats_used: 1, expires_at: '2990-05-29T00:00:00Z' },
      },
    ])
    insert('learn_enrollments', [
      {
        ...{ id: at(ENROLLMENT), user_id: at(MEMBER), course_id: at(COURSE), status: 'active' },
        ...{ cohort_id: at(COHORT), enrolled_at: now, expires_at: '2990-05-29T00:00:00Z' },
      },
    ])
    const seat = { cohort_id: at(COHORT), enrollment_id: at(ENROLLMENT), joined_at: now }
    insert('learn_cohort_members', [{ ...seat, user_id: at(MEMBER) }])
    insert('learn_cohort_invites', [inviteOf(place, at(INVITE), 'ann@example.com')])
  },
  grow(place, numbers) {
    const { at, insert, now } = place
    for (const i of numbers) {
      // Groups of an identity provider have ids of their own.
      insert('learn_cohorts', [cohortOf(place, grownId(1_000_000 + i), `grown-${i}`)])
      insert('learn_cohort_members', [
        {
          ...{ cohort_id: at(COHORT), enrollment_id: at(ENROLLMENT), joined_at: now },
          user_id: grownId(i),
        },
      ])
      insert('learn_cohort_invites', [inviteOf(place, grownId(i), `grown-${i}@example.com`)])
    }
  },
}

const cohortOf = ({ at, now }: Place, id: number, source_reference: string) => ({
  ...{ id, source: 'grant', name: 'Repairs, spring', name_key: 'repairs, spring' },
  ...{ course_id: at(COURSE), buyer_user_id: at(BUYER), seat_count: 20, source_reference },
  ...{ organization_name: 'Retro Repairs Ltd', metadata: { order: 'A-16' } },
  ...{ created_at: now, updated_at: now },
})

const inviteOf = ({ at, now }: Place, id: number, email: string) => ({
  ...{ id, cohort_id: at(COHORT), email, email_key: email, status: 'sent' },
  ...{ created_at: now, sent_at: now },
})
