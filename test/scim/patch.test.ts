import { expect, test } from '@jest/globals'
import {
  groupType,
  patched,
  resourceOf,
  userType,
  type Resource,
} from '../../packages/domain/src/scim/index.ts'
import { scimRefusal } from '../support/scim/refusal.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const ann: Resource = {
  userName: 'ann@example.com',
  name: { givenName: 'Anna', familyName: 'Lee' },
  active: true,
  emails: [{ type: 'home', value: 'ann@home.example' }],
}

const removedAddress = {
  Operations: [{ op: 'Remove', path: 'emails[type eq "work"].value', value: 'other@example.org' }],
}

const user = (body: unknown, stored: Resource = ann) => patched(userType, stored, body).resource
const ops = (...Operations: unknown[]) => ({ Operations })
const crew = { displayName: 'Crew' }
const group = (...Operations: unknown[]) => {
  const { resource, members } = patched(groupType, crew, { Operations })
  const { isCleared, added, removed } = members
  return { resource, isCleared, added: [...added], removed: [...removed] }
}

test.each(['Add', 'Replace', 'add', 'replace'])(
  'Entra: %s of a work address makes one, of a user who has none',
  (op) => {
    const body = ops({ op, path: 'emails[type eq "work"].value', value: 'new@example.com' })
    const work = { type: 'work', value: 'new@example.com' }
    expect(user(body).emails).toEqual([{ type: 'home', value: 'ann@home.example' }, work])
    expect(user(body, { userName: 'x' }).emails).toEqual([work])
  },
)

test('a remove by path takes the address away, whatever value comes with it', () => {
  const emails = [{ type: 'work', value: 'ann@work.example', primary: true }]
  expect(user(removedAddress, { ...ann, emails })).not.toHaveProperty('emails')
  expect(user(removedAddress)).toEqual(ann)
})

test('Entra: active as a string, op capitalised', () => {
  expect(user(ops({ op: 'Replace', path: 'active', value: 'False' })).active).toBe(false)
  const maybe = ops({ op: 'Replace', path: 'active', value: 'maybe' })
  expect(() => user(maybe)).toThrow(scimRefusal('invalidValue', 'active'))
})

test('Okta and Entra: a value without a path has dotted and URN keys', () => {
  const value = { active: false, 'name.givenName': 'Ann', [`${ENTERPRISE}:department`]: 'Ops' }
  expect(user(ops({ op: 'replace', value }))).toEqual({
    ...ann,
    active: false,
    name: { givenName: 'Ann', familyName: 'Lee' },
    [ENTERPRISE]: { department: 'Ops' },
  })
})

test('Okta: a complex value without a path changes the parts that it has', () => {
  const value = { id: 'x', title: 'Editor', name: { givenName: 'Clea' }, shoeSize: 44 }
  expect(user(ops({ op: 'replace', value }))).toEqual({
    ...ann,
    title: 'Editor',
    name: { givenName: 'Clea', familyName: 'Lee' },
  })
})

test('one operation that is refused leaves the resource as it was', () => {
  const before = structuredClone(ann)
  const title = { op: 'replace', path: 'title', value: 'New' }
  const name = { op: 'replace', path: 'name.givenName', value: 'Ann' }
  const bad = { op: 'replace', path: 'nonsense[', value: 1 }
  expect(() => user(ops(title, name, bad))).toThrow(scimRefusal('invalidPath', 'path'))
  expect(ann).toEqual(before)
})

test.each([
  'name.',
  'name[',
  'emails[type eq',
  'nonsense',
  'emails[type eq "work"]x',
  'a b',
  'emails..value',
])('a path that leads nowhere is invalidPath: %s', (path) => {
  const body = ops({ op: 'replace', path, value: 'x' })
  expect(() => user(body)).toThrow(scimRefusal('invalidPath', 'path'))
})

test('the manager comes as a string or an object and is kept as an object', () => {
  for (const value of ['7', { value: '7' }]) {
    const body = ops({ op: 'add', path: `${ENTERPRISE}:manager`, value })
    expect(user(body)[ENTERPRISE]).toEqual({ manager: { value: '7' } })
  }
  const manager = { value: '7', $ref: 'https://x.example/7', displayName: 'Pia' }
  const had = { ...ann, [ENTERPRISE]: { manager } }
  const path = `${ENTERPRISE}:manager`
  expect(user(ops({ op: 'replace', path, value: '8' }), had)[ENTERPRISE]).toEqual({
    manager: { value: '8' },
  })
  expect(user(ops({ op: 'remove', path }), had)).toEqual(ann)
})

test.each([
  [{ op: 'move', path: 'title', value: 'x' }, 'invalidSyntax', 'Operations[0].op'],
  [{ op: 'remove' }, 'noTarget', 'path'],
  [{ op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue', 'title'],
  [{ op: 'replace', path: 'id', value: '9' }, 'mutability', 'id'],
  [{ op: 'add', path: 'groups', value: [{ value: '9' }] }, 'mutability', 'groups'],
  [{ op: 'remove', path: 'userName' }, 'mutability', 'userName'],
  [{ op: 'replace', path: 'userName', value: null }, 'invalidValue', 'userName'],
  [{ op: 'add', value: 'x' }, 'invalidValue', 'value'],
  [
    { op: 'replace', path: 'emails[value co "zz"].display', value: 'x' },
    'noTarget',
    'emails[value co "zz"].display',
  ],
] as const)('%j is refused', (operation, scimType, field) => {
  expect(() => user(ops(operation))).toThrow(scimRefusal(scimType, field))
})

test('a value that becomes the primary one takes that from the others, and one that is there is not added', () => {
  const emails: Resource[] = [
    { type: 'work', value: 'a@x.example', primary: true },
    { type: 'home', value: 'b@x.example' },
  ]
  const path = 'emails[type eq "home"].primary'
  expect(user(ops({ op: 'replace', path, value: 'True' }), { ...ann, emails }).emails).toEqual([
    { type: 'work', value: 'a@x.example', primary: false },
    { type: 'home', value: 'b@x.example', primary: true },
  ])
  const again = ops({ op: 'add', path: 'emails', value: [{ type: 'HOME', value: 'B@x.example' }] })
  expect(user(again, { ...ann, emails }).emails).toHaveLength(2)
})

test('a password is taken and kept nowhere', () => {
  expect(user(ops({ op: 'replace', value: { password: 'Zz9' } }))).toEqual(ann)
  expect(user(ops({ op: 'replace', path: 'password', value: 'Zz9' }))).toEqual(ann)
})

test('names of prototypes are unknown names', () => {
  const value = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}')
  expect(user(ops({ op: 'add', value }))).toEqual(ann)
  const name = JSON.parse('{"__proto__": {"polluted": true}, "givenName": "Ann"}')
  const after = user(ops({ op: 'add', path: 'name', value: name }))
  expect('polluted' in (after.name as object)).toBe(false)
  for (const path of ['__proto__', 'constructor.prototype', 'name.__proto__'])
    expect(() => user(ops({ op: 'add', path, value: { polluted: true } }))).toThrow(
      scimRefusal('invalidPath', 'path'),
    )
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect(resourceOf(userType, { ...value, userName: 'x' })).toEqual({ userName: 'x' })
})

const onlyRemoved = { resource: crew, isCleared: false, added: [], removed: ['7'] }

test('members of a group are changed without being loaded', () => {
  const seven = { value: '7' }
  expect(group({ op: 'Remove', path: 'members', value: [seven] })).toEqual(onlyRemoved)
  expect(group({ op: 'remove', path: 'members[value eq "7"]' })).toEqual(onlyRemoved)
  expect(group({ op: 'replace', path: 'members', value: [] })).toMatchObject({
    ...{ isCleared: true, added: [] },
  })
  expect(group({ op: 'add', path: 'members', value: [seven, seven] })).toMatchObject({
    ...{ isCleared: false, added: ['7'] },
  })
  expect(group({ op: 'remove', path: 'members' })).toMatchObject({ isCleared: true, added: [] })
  expect(group({ op: 'remove', path: 'members', value: [] })).toMatchObject({ isCleared: false })
  expect(group({ op: 'replace', value: { displayName: 'New' } })).toEqual({
    ...{ resource: { displayName: 'New' }, isCleared: false, added: [], removed: [] },
  })
})

test('operations on members follow each other', () => {
  const of = (op: string, ...ids: string[]) => ({
    ...{ op, path: 'members', value: ids.map((value) => ({ value })) },
  })
  expect(group(of('add', '1', '2'), of('remove', '2', '3'), of('add', '3'))).toMatchObject({
    ...{ isCleared: false, added: ['1', '3'], removed: ['2'] },
  })
  expect(group(of('remove', '1'), of('replace', '4'), of('add', '1'))).toMatchObject({
    ...{ isCleared: true, added: ['4', '1'], removed: [] },
  })
})

test('a PATCH whose operations compare too much is refused with tooMany, however long its filters are', () => {
  const emails = Array.from({ length: 100 }, (_, i) => ({
    type: 'other',
    value: `${i}@example.com`,
  }))
  const filter = Array.from({ length: 30 }, () => 'value eq "none@example.com"').join(' or ')
  const remove = { op: 'remove', path: `emails[${filter}]` }
  const stored = { userName: 'x', emails }
  const many = (times: number) => ops(...Array.from({ length: times }, () => remove))
  expect(user(many(6), stored).emails).toHaveLength(100)
  const field = `${remove.path.slice(0, 200)}…`
  expect(() => user(many(1000), stored)).toThrow(scimRefusal('tooMany', field))
  expect(user(ops({ op: 'replace', path: 'emails', value: emails })).emails).toHaveLength(100)
})
