import { randomBytes } from 'node:crypto'
import { grownId, type Part, type Place } from '../part.ts'

const FEED = 7301

export const part: Part = {
  ids: { 'calendar-feeds': FEED },
  furnish: (place) => place.insert('learn_calendar_feeds', [feedOf(place, place.at(FEED))]),
  grow: (place, numbers) =>
    place.insert(
      'learn_calendar_feeds',
      numbers.map((i) => ({ ...feedOf(place, grownId(i)), revoked_at: place.now })),
    ),
}

const feedOf = ({ at, now }: Place, id: number) => ({
  ...{ id, user_id: at(312), label: 'Desk', token_hash: randomBytes(32), created_at: now },
})
