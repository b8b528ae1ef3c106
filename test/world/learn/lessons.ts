import { grownId, type Part, type Place } from '../part.ts'
import { COURSE } from './courses.ts'
import { MODULE } from './modules.ts'

export const LESSON = 521
/** The one to delete. */
const OTHER = 524

/** Its place is behind those that come as the world grows. */
const LAST = 1000

export const part: Part = {
  ids: {
    ...{ lessons: LESSON, deleteLesson: OTHER },
    ...{ listModuleLessons: MODULE, createLesson: MODULE, orderLessons: MODULE },
  },
  furnish: (place) =>
    place.insert('learn_lessons', [
      lessonOf(place, place.at(LESSON), LAST),
      lessonOf(place, place.at(OTHER), LAST + 1),
    ]),
  grow: (place, numbers) =>
    place.insert(
      'learn_lessons',
      numbers.map((i) => lessonOf(place, grownId(i), i)),
    ),
}

const lessonOf = ({ at, now }: Place, id: number, position: number) => ({
  ...{ id, course_id: at(COURSE.id), module_id: at(MODULE), title: 'The power supply', position },
  ...{ content_markdown: 'Measure it **first**.', estimated_minutes: 30, activity_count: 40 },
  ...{ created_at: now, updated_at: now },
})
