import { grownId, type Part, type Place } from '../part.ts'
import { COURSE } from './courses.ts'

export const MODULE = 511
/** The one to delete. */
const OTHER = 514

/** Its place is behind those that come as the world grows. */
const LAST = 1000

export const part: Part = {
  ids: {
    ...{ modules: MODULE, deleteModule: OTHER },
    ...{ listCourseModules: COURSE.id, createModule: COURSE.id, orderModules: COURSE.id },
  },
  furnish: (place) =>
    place.insert('learn_modules', [
      moduleOf(place, place.at(MODULE), LAST),
      moduleOf(place, place.at(OTHER), LAST + 1),
    ]),
  grow: (place, numbers) =>
    place.insert(
      'learn_modules',
      numbers.map((i) => moduleOf(place, grownId(i), i)),
    ),
}

const moduleOf = ({ at, now }: Place, id: number, position: number) => ({
  ...{ id, course_id: at(COURSE.id), title: 'Looking for the fault', position },
  // Lessons that come as the world grows are counted beforehand.
  ...{ summary: 'From the outside to the inside.', lesson_count: 40 },
  ...{ created_at: now, updated_at: now },
})
