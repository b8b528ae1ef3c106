import { grownId, type Part, type Place } from '../part.ts'

const FORWARDER = 7621

/** A forwarder that sends nothing: no secret of the world opens its password. */
export const part: Part = {
  ids: { 'record-forwarders': FORWARDER },
  furnish: (place) =>
    place.insert('learn_record_forwarders', [forwarderOf(place, place.at(FORWARDER))]),
  grow: (place, numbers) =>
    place.insert(
      'learn_record_forwarders',
      numbers.map((i) => forwarderOf(place, grownId(i))),
    ),
}

const forwarderOf = ({ at, now }: Place, id: number) => ({
  ...{ id, label: 'Archive', url: 'https://archive.example.com/xapi', username: 'retro' },
  ...{ password: 'none', user_id: at(4), after_stored: now, after_id: 0, statements: 4100 },
  ...{ created_at: now, updated_at: now },
})
