import { grownId, type Part, type Place } from '../part.ts'
import { COURSE } from './courses.ts'
import { LESSON } from './lessons.ts'

/** A quiz. */
export const ACTIVITY = 531
/** The one to delete. */
const OTHER = 532

/** Its place is behind those that come as the world grows. */
const LAST = 1000

export const part: Part = {
  ids: {
    ...{ activities: ACTIVITY, deleteActivity: OTHER },
    ...{ listLessonActivities: LESSON, createActivity: LESSON, orderActivities: LESSON },
  },
  furnish: (place) =>
    place.insert('learn_activities', [
      activityOf(place, place.at(ACTIVITY), LAST),
      activityOf(place, place.at(OTHER), LAST + 1),
    ]),
  grow: (place, numbers) =>
    place.insert(
      'learn_activities',
      numbers.map((i) => activityOf(place, grownId(i), i)),
    ),
}

const activityOf = ({ at, now }: Place, id: number, position: number) => ({
  ...{ id, course_id: at(COURSE.id), lesson_id: at(LESSON), kind: 'quiz', position },
  ...{ title: 'What goes first?', max_attempts: 3, time_limit_seconds: 600, pass_mark_pct: 80 },
  ...{ shuffle_options: true, shuffle_items: false, is_required: true },
  ...{ release_rule_kind: 'open', scoring_method: 'highest' },
  ...{ feedback_timing: 'after_submission', review_rule: 'always' },
  ...{ created_at: now, updated_at: now },
})
