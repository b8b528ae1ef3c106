import { grownId, type Part, type Place } from '../part.ts'
import { COURSE } from './courses.ts'

/** One that an activity plays, and one that none does. */
const [PACKAGE, UNUSED] = [581, 582]
/** The activity that plays it, in a course with parts of its own. */
const [PLAYING, COURSE_OF_IT, MODULE, LESSON] = [534, 504, 512, 522]

export const part: Part = {
  ids: {
    ...{ 'scorm-packages': PACKAGE, scorm_packages: PACKAGE },
    ...{ deleteScormPackage: UNUSED, launchActivity: PLAYING },
  },
  furnish(place) {
    const { at, insert, now } = place
    insert('learn_scorm_packages', [packageOf(place, at(PACKAGE)), packageOf(place, at(UNUSED))])
    const [course_id, module_id, lesson_id] = [at(COURSE_OF_IT), at(MODULE), at(LESSON)]
    const times = { created_at: now, updated_at: now }
    const title = 'Safety at the bench'
    insert('learn_modules', [{ id: module_id, course_id, title, position: 1, ...times }])
    insert('learn_lessons', [{ id: lesson_id, course_id, module_id, title, position: 1, ...times }])
    insert('learn_activities', [
      {
        ...{ id: at(PLAYING), course_id, lesson_id, kind: 'scorm', title, position: 1 },
        ...{ scorm_package_id: at(PACKAGE), ...times },
      },
    ])
  },
  grow: (place, numbers) =>
    place.insert(
      'learn_scorm_packages',
      numbers.map((i) => packageOf(place, grownId(i))),
    ),
}

const MANIFEST = {
  ...{ standard: 'scorm_1_2', schema_version: '1.2', identifier: 'SAFETY' },
  ...{ title: 'Safety at the bench', sequencing: null },
  items: [
    {
      ...{ identifier: 'ITEM-1', title: 'Safety at the bench', kind: 'sco', launch: 'index.html' },
      ...{ is_external: false, is_visible: true, mastery_score: 80, max_time_allowed: null },
      ...{ time_limit_action: null, launch_data: null, prerequisites: null },
      ...{ completion_threshold: null, sequencing: null, others: {}, items: [] },
    },
  ],
}

const packageOf = ({ at, now }: Place, id: number) => ({
  ...{ id, title: 'Safety at the bench', standard: 'scorm_1_2', status: 'ready' },
  ...{ course_id: at(COURSE.id), uploader_id: at(9), file_name: 'safety.zip', size_bytes: 48213 },
  ...{ file_count: 12, launch_path: 'index.html', warnings: [] as never },
  ...{ storage_key: `learn-packs/1/${id}`, manifest: MANIFEST as never },
  ...{ created_at: now, updated_at: now },
})
