import { grownId, type Part, type Place } from '../part.ts'
import { ACTIVITY } from './activities.ts'
import { CERTIFIED } from './enrollments.ts'

export const ATTEMPT = 541

export const part: Part = {
  ids: { attempts: ATTEMPT, startAttempt: ACTIVITY },
  furnish: (place) => place.insert('learn_attempts', [attemptOf(place, place.at(ATTEMPT), 1)]),
  grow: (place, numbers) =>
    place.insert(
      'learn_attempts',
      numbers.map((i) => attemptOf(place, grownId(i), i + 1)),
    ),
}

const attemptOf = ({ at, now }: Place, id: number, number: number) => ({
  ...{ id, activity_id: at(ACTIVITY), enrollment_id: at(CERTIFIED), user_id: at(7), number },
  ...{ status: 'graded', score_pct: 90, passed: true, started_at: now, due_at: now },
  ...{ submitted_at: now, graded_at: now },
})
