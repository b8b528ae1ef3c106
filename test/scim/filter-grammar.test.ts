import { expect, test } from '@jest/globals'
import {
  groupType,
  parseFilter,
  project,
  projectionOf,
  replacementOf,
  resourceOf,
  userType,
} from '../../packages/domain/src/scim/index.ts'
import { scimRefusal } from '../support/scim/refusal.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const parse = (text: string) => parseFilter(userType, text)

test.each([
  '',
  '(',
  'userName',
  'userName eq',
  'userName eq "a',
  'userName eq a',
  'userName eq "\\x"',
  'userName eq "\\u0000"',
  'userName eq "\\ud800"',
  'userName eq 5',
  'userName is "a"',
  'userName eq "a" and',
  'userName eq "a" userName eq "b"',
  'userName pr "a"',
  'not userName eq "a"',
  'active gt true',
  'active co "t"',
  'meta.created co "2020"',
  'meta.created gt "yesterday"',
  'userName gt null',
  'name eq "a"',
  'addresses eq "a"',
  'emails[type eq "work"',
  'emails[type eq "work"].nothing eq "a"',
  'emails[emails[type eq "a"]]',
  'emails[type eq "work"]]',
  'userName[value eq "a"]',
  'shoeSize eq 44',
  '__proto__ eq "a"',
  'emails[constructor eq "a"]',
  'password eq "secret"',
  'userName eq "a")',
  `${'('.repeat(1000)}userName pr${')'.repeat(1000)}`,
  Array.from({ length: 100 }, () => 'userName pr').join(' or '),
  `userName eq "${'a'.repeat(20_000)}"`,
])('a filter that is none is invalidFilter: %.40s', (text) => {
  expect(() => parse(text)).toThrow(scimRefusal('invalidFilter', 'filter'))
})

test('and binds closer than or, not closer than both', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((each) => `userName eq "${each}"`)
  expect(parse(`${a} or ${b} and ${c}`)).toEqual(parse(`${a} or (${b} and ${c})`))
  expect(parse(`${a} and ${b} or ${c}`)).toEqual(parse(`(${a} and ${b}) or ${c}`))
  expect(parse(`not (${a}) and ${b}`)).toEqual(parse(`(not (${a})) and ${b}`))
  expect(parse(`not (${a} and ${b})`)).not.toEqual(parse(`not (${a}) and ${b}`))
})

test.each([
  ['USERNAME EQ "a"', 'userName eq "a"'],
  ['emails eq "a"', 'emails.value eq "a"'],
  ['emails[type eq "work"].value eq "a"', 'emails[type eq "work" and value eq "a"]'],
  ['emails[value eq "a"]', 'emails.value eq "a"'],
  ['name[familyName eq "a"]', 'name.familyName eq "a"'],
  ['manager eq "1"', `${ENTERPRISE}:manager.value eq "1"`],
  [`${ENTERPRISE.toUpperCase()}:DEPARTMENT eq "a"`, `${ENTERPRISE}:department eq "a"`],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "a"', 'userName eq "a"'],
  ['title eq null', 'not (title pr)'],
  ['title ne null', 'title pr'],
  ['active eq "True"', 'active eq true'],
  ['userName eq "m\\u00fcller"', 'userName eq "müller"'],
  ['meta.created gt "2024-01-01T02:00:00+02:00"', 'meta.created gt "2024-01-01T00:00:00Z"'],
])('%s says the same as %s', (one, other) => {
  expect(parse(one)).toEqual(parse(other))
})

test('members alone are their values', () => {
  expect(parseFilter(groupType, 'members eq "7"')).toEqual(
    parseFilter(groupType, 'members.value eq "7"'),
  )
})

test('an attribute of another kind of resource has no value, where several kinds are asked', () => {
  const absent = (text: string) => parseFilter(userType, text, { unknownIsAbsent: true })
  expect(absent('members pr')).toEqual({ kind: 'constant', is: false })
  expect(absent('not (members eq "7")')).toEqual({ kind: 'constant', is: true })
  expect(absent('members eq "7" or userName pr')).toEqual(parse('userName pr'))
})

const whole = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
  id: '7',
  userName: 'ann',
  name: { givenName: 'Ann', familyName: 'Lee' },
  emails: [{ type: 'work', value: 'ann@x.example' }],
  [ENTERPRISE]: { department: 'Ops', costCenter: '3' },
  meta: { resourceType: 'User', version: 'W/"1"' },
}
const { schemas, id } = whole

test.each([
  [
    { attributes: 'name.familyName,emails.value' },
    { schemas, id, name: { familyName: 'Lee' }, emails: [{ value: 'ann@x.example' }] },
  ],
  [{ attributes: 'USERNAME' }, { schemas, id, userName: 'ann' }],
  [
    { attributes: `${ENTERPRISE}:department` },
    { schemas, id, [ENTERPRISE]: { department: 'Ops' } },
  ],
  [{ attributes: ENTERPRISE }, { schemas, id, [ENTERPRISE]: whole[ENTERPRISE] }],
  [{ attributes: ['meta.version', 'shoeSize'] }, { schemas, id, meta: { version: 'W/"1"' } }],
  [{ attributes: 'shoeSize' }, { schemas, id }],
  [
    { excludedAttributes: `name.givenName,emails,meta,id,${ENTERPRISE}` },
    { schemas, id, userName: 'ann', name: { familyName: 'Lee' } },
  ],
  [{}, whole],
])('a projection of %j', (asked, shown) => {
  expect(project(projectionOf(userType, asked), whole)).toEqual(shown)
})

test('a created resource has what the table knows, in its spelling', () => {
  const body = {
    schemas: ['urn:example:acme'],
    id: '9',
    USERNAME: 'wes',
    name: { givenName: 'Wes', middleName: null },
    displayName: null,
    emails: [],
    password: 'Zz9',
    groups: [],
    shoeSize: 44,
    active: 'TRUE',
    [ENTERPRISE]: { manager: '7', department: null },
    'urn:example:acme': { badge: '12' },
  }
  expect(resourceOf(userType, body)).toEqual({
    ...{ userName: 'wes', name: { givenName: 'Wes' }, active: true },
    [ENTERPRISE]: { manager: { value: '7' } },
  })
})

test.each([
  [{ displayName: 'x' }, 'userName'],
  [{ userName: ' ' }, 'userName'],
  [{ userName: 'a', title: 5 }, 'title'],
  [{ userName: 'a', emails: 'x' }, 'emails'],
  [{ userName: 'a', emails: ['x'] }, 'emails[0]'],
  [{ userName: 'a', emails: [{ value: 1 }] }, 'emails[0].value'],
  [
    {
      userName: 'a',
      emails: [
        { value: 'x', primary: true },
        { value: 'y', primary: true },
      ],
    },
    'emails',
  ],
  [{ userName: 'a\0' }, 'userName'],
  [{ userName: 'a', [ENTERPRISE]: 'x' }, ENTERPRISE],
])('a resource with a fault is invalidValue, its path named: %j', (body, field) => {
  expect(() => resourceOf(userType, body)).toThrow(scimRefusal('invalidValue', field))
})

test('a replacement leaves out what it does not name', () => {
  const stored = { userName: 'ann', title: 'Editor' }
  expect(replacementOf(userType, stored, { userName: 'ann' })).toEqual({ userName: 'ann' })
})
