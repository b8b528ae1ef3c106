import type { Part } from '../part.ts'
import { growPlaces, putPlaces } from './places.ts'

export const FORUM = { id: 12, slug: 'atari-2600' }

/** The forum of the posts, another one, and one that is archived. */
export const part: Part = {
  ids: { forums: FORUM.id, unarchiveForum: 14 },
  furnish: (place) =>
    putPlaces(place, 'forums', [
      { ...FORUM, name: 'Atari 2600' },
      { id: 13, slug: 'zx-spectrum', name: 'ZX Spectrum' },
      { id: 14, slug: 'fairs', name: 'Fairs', archived: true },
    ]),
  grow: (place, numbers) => growPlaces(place, 'forums', numbers),
}
