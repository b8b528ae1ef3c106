import { grownId, type Part, type Place } from '../part.ts'
import { TOKEN } from './tokens.ts'

const REQUEST = 71
/** The user of the examples. */
const ANN = 321
const ACTIVE = { userName: 'anna@example.com', active: true }

/** An entry of the provisioning log. */
export const part: Part = {
  ids: { requests: REQUEST },
  furnish: (place) => place.insert('scim_requests', [requestOf(place, place.at(REQUEST))]),
  grow: (place, numbers) =>
    place.insert(
      'scim_requests',
      numbers.map((i) => requestOf(place, grownId(i))),
    ),
}

const requestOf = ({ at, now }: Place, id: number) => ({
  ...{ id, token_id: at(TOKEN), operation: 'patchScimUser', resource_type: 'User', status: 200 },
  ...{
    resource_id: String(at(ANN)),
    user_id: at(ANN),
    request_id: 'req_01jw0wnp3a2e8r6f4k1v7c9d5b',
  },
  ...{ before: ACTIVE, after: { ...ACTIVE, title: 'Head of Gardens' } },
  created_at: now,
})
