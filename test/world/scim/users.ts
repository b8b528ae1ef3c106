import { columnsOf } from '../../../packages/domain/src/scim/index.ts'
import { grownId, type Part, type Place } from '../part.ts'

const ANN = 321
const RELEASED = 323
const BY_HAND = 324

type Resource = Parameters<typeof columnsOf>[0]

const ANNA: Resource = {
  userName: 'anna@example.com',
  externalId: '00u1anna',
  name: { givenName: 'Anna', familyName: 'Lee' },
  displayName: 'Anna Lee',
  title: 'Head of Gardens',
  emails: [{ value: 'anna@example.com', type: 'work', primary: true }],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Gardens' },
}

/** Users of SCIM: the one of the examples, and one that is released; and a member by hand who is adopted. */
export const part: Part = {
  ids: { members: RELEASED },
  furnish(place) {
    const { at, insert } = place
    insert('users', [
      {
        id: at(ANN),
        username: 'anna.lee',
        display_name: 'Anna Lee',
        email: 'anna@example.com',
        role: 2,
      },
      { id: at(RELEASED), username: 'rik', display_name: 'Rik', email: 'rik@example.com', role: 2 },
      {
        id: at(BY_HAND),
        username: 'cleo',
        display_name: 'Cleo',
        email: 'cleo@example.com',
        role: 2,
      },
    ])
    putUser(place, at(ANN), ANNA)
    putUser(place, at(RELEASED), {
      userName: 'rik@example.com',
      emails: emailsOf('rik@example.com'),
    })
  },
  grow(place, numbers) {
    for (const i of numbers) {
      const username = `scim_${i}`
      place.insert('users', [
        { id: grownId(i) + 500_000_000, username, display_name: username, role: 2 },
      ])
      putUser(place, grownId(i) + 500_000_000, { userName: `${username}@example.com` })
    }
  },
}

function putUser({ insert, now }: Place, user_id: number, resource: Resource) {
  const { userName } = resource
  insert('scim_users', [
    { user_id, created_at: now, updated_at: now, ...columnsOf(resource) } as never,
  ])
  insert('scim_user_resources', [{ user_id, resource: resource as never }])
  insert('scim_user_values', [
    { user_id, attribute: 'emails', position: 0, value: userName as string },
  ])
}

const emailsOf = (value: string) => [{ value, type: 'work', primary: true }]
