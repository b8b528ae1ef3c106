import { grownId, type Part, type Place } from '../part.ts'
import { COURSE } from './courses.ts'

const PACKAGE = 581

export const part: Part = {
  ids: { 'scorm-packages': PACKAGE },
  furnish: (place) => place.insert('learn_scorm_packages', [packageOf(place, place.at(PACKAGE))]),
  grow: (place, numbers) =>
    place.insert(
      'learn_scorm_packages',
      numbers.map((i) => packageOf(place, grownId(i))),
    ),
}

const packageOf = ({ at, now }: Place, id: number) => ({
  ...{ id, title: 'Safety at the bench', standard: 'scorm_1_2', status: 'ready' },
  ...{ course_id: at(COURSE.id), uploader_id: at(9), file_name: 'safety.zip', size_bytes: 48213 },
  ...{ file_count: 12, launch_path: 'index.html', warnings: [] as never },
  ...{ created_at: now, updated_at: now },
})
