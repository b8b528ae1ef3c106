import type { Random } from '../contract/random.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const NAMES = [
  'Ann',
  'ben',
  'Çelik',
  'Dörte',
  'eve',
  'O_Neil',
  '100% Fay',
  'G\\us',
  'ida "I"',
  '東京',
]
const TITLES = ['Editor', 'editor in chief', 'Head of Ops', 'ops', 'Ärztin']
const TYPES = ['work', 'home', 'Other']

/** A user as an identity provider sends one, with gaps; the number makes its name its own. */
export function personOf(numbers: Random, n: number): Record<string, unknown> {
  const some = <T>(value: T): T | undefined => (numbers.integer(1, 3) > 1 ? value : undefined)
  const name = numbers.pick(NAMES)
  const host = numbers.pick(['example.com', 'Example.org', 'x_y.example'])
  const department = some(numbers.pick(['Ops', 'Gardens', 'ops']))
  // Some have more than filters ask for in place.
  const more = n % 20 === 0 ? 4 : 0
  const emails = Array.from({ length: numbers.integer(0, 5) + more }, (_, place) => ({
    value: `P${n}.${place}@${host}`,
    ...(numbers.integer(0, 3) > 0 && { type: numbers.pick(TYPES) }),
    ...(place === 0 && numbers.integer(0, 1) > 0 && { primary: true }),
  }))
  return {
    userName: `Person${n}@${host}`,
    externalId: some(`00u${numbers.integer(1, 50)}X`),
    displayName: some(`${name} ${n % 97}`),
    title: some(numbers.pick(TITLES)),
    locale: some(numbers.pick(['en-US', 'de', 'ja-JP'])),
    ...(numbers.integer(0, 3) > 0 && { name: { givenName: name, familyName: some(`F${n % 41}`) } }),
    ...(emails.length > 0 && { emails }),
    phoneNumbers: some([{ value: `+49 ${n % 1000}`, type: numbers.pick(TYPES) }]),
    ...(department && {
      [ENTERPRISE]: { department, employeeNumber: String(n % 500), manager: { value: '7' } },
    }),
  }
}
