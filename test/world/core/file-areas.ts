import type { Part } from '../part.ts'
import { growPlaces, putPlaces } from './places.ts'

export const AREA = { id: 17, slug: 'manuals' }

/** The area of the files, another one, and one that is archived. */
export const part: Part = {
  ids: { 'file-areas': AREA.id, unarchiveFileArea: 19 },
  furnish: (place) =>
    putPlaces(place, 'file_areas', [
      { ...AREA, name: 'Manuals' },
      { id: 18, slug: 'schematics', name: 'Schematics' },
      { id: 19, slug: 'drivers', name: 'Drivers', archived: true },
    ]),
  grow: (place, numbers) => growPlaces(place, 'file_areas', numbers),
}
