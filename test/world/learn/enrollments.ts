import { grownId, type Part, type Place } from '../part.ts'
import { COURSE } from './courses.ts'

const [RETRO, PIA] = [312, 7]
/** An active one, one each to cancel and to complete, and the completed ones of two certificates. */
export const ACTIVE = 551
const [CANCELLED, COMPLETED] = [552, 553]
export const [CERTIFIED, REVOKED] = [554, 555]

export const part: Part = {
  ids: {
    enrollments: ACTIVE,
    ...{ cancelEnrollment: CANCELLED, completeEnrollment: COMPLETED, enrollMembers: COURSE.id },
  },
  furnish(place) {
    const { at, insert } = place
    const active = { status: 'active', progress_pct: 50, score_pct: null, completed_at: null }
    insert('learn_enrollments', [
      { ...enrollmentOf(place, at(ACTIVE)), ...active, user_id: at(RETRO) },
      { ...enrollmentOf(place, at(CANCELLED)), ...active, course_id: at(503) },
      { ...enrollmentOf(place, at(COMPLETED)), ...active, course_id: at(504) },
      enrollmentOf(place, at(CERTIFIED)),
      enrollmentOf(place, at(REVOKED)),
    ])
  },
  grow: (place, numbers) =>
    place.insert(
      'learn_enrollments',
      numbers.map((i) => enrollmentOf(place, grownId(i))),
    ),
}

const enrollmentOf = ({ at, now }: Place, id: number) => ({
  ...{ id, user_id: at(PIA), course_id: at(COURSE.id), status: 'completed', progress_pct: 100 },
  ...{ score_pct: 90, enrolled_at: now, completed_at: now as Date | null },
})
