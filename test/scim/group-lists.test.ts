import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { addCrew, addProvider, type Provider } from '../support/scim/provider.ts'

let platform: Platform
let okta: Provider
let [ann, ben, cleo] = ['', '', '']
beforeAll(async () => {
  platform = await startPlatform()
  ;({ okta, ann, ben, cleo } = await addCrew(platform))
})
afterAll(() => platform.close())

const list = (filter: string, more = '') =>
  okta.send('GET', `/Groups?filter=${encodeURIComponent(filter)}${more}`)
const idsOf = ({ body }: { body: Json }) => (body.Resources ?? []).map(({ id }: Json) => id)

test('groups are found by name, external id, member, id and time, in any combination', async () => {
  const id = await okta.group('Ärzte 100%', [ann, ben], { externalId: '00gX' })
  const other = await okta.group('ärzte 100x', [ben])
  const one = [id]
  for (const filter of [
    'displayName eq "ÄRZTE 100%"',
    'displayName ew "100%"',
    'externalId eq "00gX"',
    `members.value eq "${ann}" and displayName sw "ärzte"`,
    `members[value eq "${ann}"] and externalId pr`,
    `members[value eq "${ann}" and type eq "user"] and externalId pr`,
    `members.display eq "ann" and displayName sw "Ärzte"`,
    `id eq "${id}"`,
    `not (id ne "${id}")`,
    `meta.location ew "/Groups/${id}"`,
    `schemas eq "urn:ietf:params:scim:schemas:core:2.0:Group" and externalId eq "00gX"`,
  ])
    expect({ filter, ids: idsOf(await list(filter)) }).toEqual({ filter, ids: one })
  for (const filter of [
    'externalId eq "00GX"',
    'members.value eq "ann"',
    'meta.resourceType eq "User"',
  ])
    expect({ filter, ids: idsOf(await list(filter)) }).toEqual({ filter, ids: [] })
  const both = await list(
    `displayName sw "ärzte" and members pr`,
    '&sortBy=displayName&sortOrder=descending',
  )
  expect(idsOf(both)).toEqual([other, id])
  const empty = await okta.group('Empty ärzte')
  expect(idsOf(await list('displayName ew "ärzte" and not (members pr)'))).toEqual([empty])
  expect((await list('userName eq "x"')).body.scimType).toBe('invalidFilter')
})

test('users are found by their groups', async () => {
  const id = await okta.group('Found by', [ann, cleo])
  const users = async (filter: string) =>
    idsOf(await okta.send('GET', `/Users?filter=${encodeURIComponent(filter)}`))
  expect(await users(`groups.value eq "${id}"`)).toEqual([ann, cleo])
  expect(await users(`groups eq "${id}" and userName sw "ann"`)).toEqual([ann])
  expect(await users('groups[display co "found" and type eq "direct"]')).toEqual([ann, cleo])
  await okta.send('DELETE', `/Groups/${id}`)
  expect(await users(`groups.value eq "${id}"`)).toEqual([])
})

test('groups are told page by page along the cursor, each once, and by index', async () => {
  const near = await addProvider(platform)
  const made: string[] = []
  for (const name of ['b', 'a', 'd', 'c', 'e']) made.push(await near.group(name))
  for (const sorted of ['', '&sortBy=displayName']) {
    const seen: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { body }: { body: Json } = await near.send(
        'GET',
        `/Groups?count=2&cursor=${cursor}${sorted}`,
      )
      expect(body.totalResults).toBe(5)
      seen.push(...idsOf({ body }))
      cursor = body.nextCursor
    }
    const inOrder = [1, 0, 3, 2, 4].map((place) => made[place])
    expect(seen).toEqual(sorted ? inOrder : made)
  }
  const { body } = await near.send('GET', '/Groups?count=2&startIndex=4')
  expect({ ids: idsOf({ body }), startIndex: body.startIndex }).toEqual({
    ids: made.slice(3),
    startIndex: 4,
  })
})

test('a search over everything tells users before groups, or all in one order', async () => {
  const near = await addProvider(platform)
  const u = await near.user('zoe', { displayName: 'Beta' })
  const [g, h] = [await near.group('Alpha', [u]), await near.group('Gamma')]
  const search = async (body: object) => (await near.send('POST', '/.search', body)).body
  expect(await search({ attributes: ['displayName'] })).toMatchObject({
    totalResults: 3,
    Resources: [{ id: u }, { id: g, displayName: 'Alpha' }, { id: h }],
  })
  const sorted = await search({ sortBy: 'displayName', sortOrder: 'descending' })
  expect(idsOf({ body: sorted })).toEqual([h, u, g])
  expect(sorted.Resources[2].members).toHaveLength(1)
  expect(
    idsOf({ body: await search({ filter: 'userName sw "zoe" or displayName eq "gamma"' }) }),
  ).toEqual([u, h])
  expect(idsOf({ body: await search({ filter: 'meta.resourceType eq "Group"' }) })).toEqual([g, h])
  const named = { filter: 'not (displayName co "z")' }
  expect(idsOf({ body: await search({ ...named, startIndex: 2 }) })).toEqual([g, h])
  const one = await search({ ...named, count: 1 })
  const others = await search({ ...named, count: 2, cursor: one.nextCursor })
  expect([one, others].map((body) => [idsOf({ body }), body.totalResults])).toEqual([
    [[u], 3],
    [[g, h], 3],
  ])
  const first = await search({ count: 2, sortBy: 'displayName' })
  const next = await search({ count: 2, sortBy: 'displayName', cursor: first.nextCursor })
  expect([...idsOf({ body: first }), ...idsOf({ body: next })]).toEqual([g, u, h])
})
