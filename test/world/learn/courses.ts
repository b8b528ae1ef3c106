import { grownId, type Part, type Place } from '../part.ts'
import { CATEGORY } from './categories.ts'

const AUTHOR = 9
/** The course of the examples, and one each to publish, unpublish and archive. */
export const COURSE = { id: 501, slug: 'repairing-a-console', title: 'Repairing a console' }
const DRAFT = { id: 502, slug: 'reading-schematics', title: 'Reading schematics' }
const PUBLISHED = { id: 503, slug: 'cleaning-contacts', title: 'Cleaning contacts' }
/** The one that is in review. */
const REVIEWED = { id: 507, slug: 'mending-pads', title: 'Mending pads' }
const OLD = { id: 504, slug: 'tuning-a-picture', title: 'Tuning a picture' }

export const part: Part = {
  ids: {
    ...{ courses: COURSE.id, publishCourse: DRAFT.id },
    ...{ submitCourse: DRAFT.id, returnCourse: REVIEWED.id },
    ...{ unpublishCourse: PUBLISHED.id, archiveCourse: OLD.id },
  },
  furnish(place) {
    const { slugAt } = place
    // Parts that come as the world grows are counted beforehand.
    const counts = { module_count: 40, lesson_count: 40, activity_count: 40 }
    insertCourse(place, place.at(COURSE.id), slugAt(COURSE.slug), COURSE.title, counts)
    insertCourse(place, place.at(DRAFT.id), slugAt(DRAFT.slug), DRAFT.title, {
      ...{ status: 'draft', published_at: null, published_version: null },
    })
    const reviewed = { status: 'in_review', published_at: null, published_version: null }
    const { id: reviewedId } = REVIEWED
    insertCourse(place, place.at(reviewedId), slugAt(REVIEWED.slug), REVIEWED.title, reviewed)
    for (const { id, slug, title } of [PUBLISHED, OLD])
      insertCourse(place, place.at(id), slugAt(slug), title)
    const asked = { course_id: place.at(COURSE.id), required_course_id: place.at(PUBLISHED.id) }
    place.insert('learn_course_prerequisites', [asked])
  },
  grow(place, numbers) {
    for (const i of numbers) insertCourse(place, grownId(i), `grown-course-${i}`, `Course ${i}`)
  },
}

function insertCourse(
  { at, insert, now }: Place,
  id: number,
  slug: string,
  title: string,
  more: object = {},
) {
  insert('learn_courses', [
    {
      ...{ id, slug, title, subtitle: 'From the power supply to the picture', language: 'en' },
      ...{ summary: 'What to look at first, and with which tools.', estimated_minutes: 120 },
      ...{ completion_rule: 'required_activities', credit_hours: 2, credit_kind: 'CPD' },
      ...{ credit_expires_after_months: 24, author_id: at(AUTHOR), status: 'published' },
      ...{ module_count: 0, lesson_count: 0, activity_count: 0 },
      ...{ category_id: at(CATEGORY), version_number: 1, published_version: 1 },
      ...{ created_at: now, updated_at: now, published_at: now, ...more },
    },
  ])
}
