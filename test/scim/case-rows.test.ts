import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createKey } from '../../packages/domain/src/admin/index.ts'
import { corpus } from '../support/corpora.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { addProvider, type Provider } from '../support/scim/provider.ts'

/** The rows of the table that are about SCIM, from the public record of neighbouring products. */

const { folder, isThere } = corpus('cases/scim-know')
const rows: Json[] = isThere
  ? JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')).filter(
      ({ id }: Json) => !id.startsWith('know-'),
    )
  : []

let platform: Platform
let okta: Provider
beforeAll(async () => {
  platform = await startPlatform()
  okta = await addProvider(platform)
})
afterAll(() => platform.close())

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** The body of a row, its names in braces filled in. */
const bodyOf = (id: string, user = ''): Json =>
  JSON.parse(JSON.stringify(rows.find((row) => row.id === id)?.body).replaceAll('{USER_1}', user))
const send = async (id: string, at: string, user?: string, body = bodyOf(id, user)) =>
  okta.send('PATCH', at, body)
const read = async (at: string): Promise<Json> => (await okta.send('GET', at)).body
const found = async (query: string): Promise<Json> =>
  (await okta.send('GET', `/Users?${query}`)).body
const filtered = (filter: string) => found(`filter=${encodeURIComponent(filter)}`)
const namesOf = ({ Resources = [] }: Json) => Resources.map(({ userName }: Json) => userName)

/** A group of two new users. */
async function crew(name: string) {
  const [one, two] = [await okta.user(`${name}-1`), await okta.user(`${name}-2`)]
  return { one, two, group: await okta.group(name, [one, two]) }
}

const emails = (value: string, more = {}) => ({ emails: [{ type: 'work', value, ...more }] })

/** The rows, each held by what it says must happen. */
const held: Readonly<Record<string, () => Promise<void>>> = {
  'patch-01': async () => {
    for (const op of ['Add', 'Replace']) {
      const at = `/Users/${await okta.user(`p01-${op}`)}`
      const body = bodyOf('patch-01')
      body.Operations[0].op = op
      expect((await okta.send('PATCH', at, body)).status).toBe(200)
      expect((await read(at)).emails).toEqual([{ type: 'work', value: 'new@example.com' }])
      await okta.send('DELETE', at)
    }
  },
  'patch-02': async () => {
    const at = `/Users/${await okta.user('p02', emails('kept@example.org'))}`
    await send('patch-02', at)
    expect(JSON.stringify((await read(at)).emails ?? [])).not.toMatch('@')
  },
  'patch-03': async () => {
    const userId = Number(await okta.user('p03'))
    const of = { tenantId: okta.tenantId, environment: 'live' as const, userId }
    const { secret: key } = await createKey(platform.db, {
      ...{ ...of, label: 'own', rateLimit: 0, scopes: ['users:read'] },
    })
    const asked = async () => (await platform.call('/api/v1/me', { key, host: okta.url })).status
    expect(await asked()).toBe(200)
    expect(await send('patch-03', `/Users/${userId}`)).toMatchObject({
      ...{ status: 200, body: { active: false } },
    })
    expect(await asked()).toBe(401)
  },
  'patch-04': async () => {
    const at = `/Users/${await okta.user('p04')}`
    expect((await send('patch-04', at)).status).toBe(200)
    expect(await read(at)).toMatchObject({
      ...{ active: false, name: { givenName: 'Ann' }, [ENTERPRISE]: { department: 'Ops' } },
    })
  },
  'patch-05': async () => {
    const { one, two, group } = await crew('p05')
    await send('patch-05', `/Groups/${group}`, one)
    expect(await okta.membersOf(group)).toEqual([two])
    await okta.patch(`/Groups/${group}`, { op: 'Remove', path: 'members' })
    expect(await okta.membersOf(group)).toEqual([])
  },
  'patch-06': async () => {
    const { one, two, group } = await crew('p06')
    const answer = await send('patch-06', `/Groups/${group}?attributes=members`, one)
    expect(answer.body.members).toMatchObject([{ value: two }])
    expect(await okta.membersOf(group)).toEqual([two])
  },
  'patch-07': async () => {
    const { group } = await crew('p07')
    expect((await send('patch-07', `/Groups/${group}?attributes=members`)).status).toBe(200)
    expect(await okta.membersOf(group)).toEqual([])
  },
  'patch-08': async () => {
    const at = `/Users/${await okta.user('p08')}`
    const before = await read(at)
    for (const path of ['name.', '.name', 'name..givenName']) {
      const body = bodyOf('patch-08')
      body.Operations[0].path = path
      const { status, body: said } = await okta.send('PATCH', at, body)
      expect([status, said.scimType]).toEqual([400, 'invalidPath'])
    }
    expect(await read(at)).toEqual(before)
  },
  'patch-09': async () => {
    const one = await okta.user('p09')
    const group = await okta.group('p09')
    expect((await send('patch-09', `/Groups/${group}`, one)).status).toBe(204)
    const lost = bodyOf('patch-09', '999999999')
    expect((await send('patch-09', `/Groups/${group}`, '', lost)).body).toMatchObject({
      ...{ status: '400', scimType: 'invalidValue' },
    })
    expect(await okta.membersOf(group)).toEqual([one])
  },
  'patch-10': async () => {
    const at = `/Users/${await okta.user('p10', { displayName: 'Before' })}`
    const { status, body } = await send('patch-10', at)
    expect([status, body.scimType]).toEqual([400, 'invalidPath'])
    expect((await read(at)).displayName).toBe('Before')
  },
  'patch-11': async () => {
    const id = await okta.user('p11')
    await send('patch-11', `/Users/${id}`)
    const { rows } = await platform.query('select role from users where id = $1', [id])
    expect(rows).toEqual([{ role: 2 }])
  },
  'patch-12': async () => {
    const manager = await okta.user('p12')
    for (const [n, body] of bodyOf('patch-12', manager).entries()) {
      const at = `/Users/${await okta.user(`p12-${n}`)}`
      expect((await okta.send('PATCH', at, body)).status).toBe(200)
      expect((await read(at))[ENTERPRISE].manager.value).toBe(manager)
    }
  },
  'filter-01': async () => {
    await okta.user('f01')
    expect(namesOf(await filtered('userName eq "F01@Example.com"'))).toEqual(['f01@example.com'])
  },
  'filter-02': async () => {
    for (const userName of ['a"b\\c', 'müller+1@example.com']) {
      expect((await okta.send('POST', '/Users', { userName })).status).toBe(201)
      const sent = encodeURIComponent(`userName eq ${JSON.stringify(userName)}`)
      expect(namesOf(await found(`filter=${sent}`))).toEqual([userName])
    }
  },
  'filter-03': async () => {
    await okta.user('f03-off', { active: false, ...emails('a@example.org') })
    await okta.user('f03-on', emails('b@example.org'))
    await okta.user('f03-id', { externalId: 'f03' })
    const filter =
      'not (active eq true) and emails[type eq "work" and value co "@example.org"] or externalId pr'
    const names = namesOf(await filtered(filter))
    expect(names).toEqual(['f03-off@example.com', 'f03-id@example.com'])
  },
  'filter-04': async () => {
    const { totalResults } = await found('count=0')
    const all = namesOf(await found('startIndex=0'))
    expect([totalResults, namesOf(await found('count=0'))]).toEqual([all.length, []])
    expect(namesOf(await found('startIndex=1'))).toEqual(all)
    expect(namesOf(await found('startIndex=9999'))).toEqual([])
    expect(await found('count=-1')).toMatchObject({ totalResults, itemsPerPage: 0 })
  },
  'create-01': async () => {
    await okta.user('c01', { externalId: 'c01' })
    for (const body of [
      { userName: 'C01@EXAMPLE.com' },
      { userName: 'c01-other@example.com', externalId: 'c01' },
    ])
      expect(await okta.send('POST', '/Users', body)).toMatchObject({
        ...{ status: 409, body: { status: '409', scimType: 'uniqueness' } },
      })
  },
  'create-02': async () => {
    const id = await okta.user('c02')
    await okta.send('DELETE', `/Users/${id}`)
    expect(await okta.user('c02')).not.toBe(id)
  },
  'types-01': async () => {
    const types = ['application/json', 'application/scim+json; charset=utf-8', 'text/plain']
    const statuses = []
    for (const [n, type] of types.entries()) {
      const body = JSON.stringify({ userName: `t01-${n}` })
      const answer = await okta.send('POST', '/Users', body, { 'content-type': type })
      statuses.push(answer.status)
      expect(answer.headers.get('content-type')).toMatch(/^application\/scim\+json/)
    }
    expect(statuses).toEqual([201, 201, 415])
  },
  'bulk-01': async () => {
    const half = (bulkId: string, other: string) => ({
      ...{ method: 'POST', path: '/Groups', bulkId },
      data: { displayName: `Half ${bulkId}`, members: [{ value: `bulkId:${other}` }] },
    })
    const Operations = [half('x', 'y'), half('y', 'x')]
    const { body } = await okta.send('POST', '/Bulk', { Operations, failOnErrors: 1 })
    expect(body.Operations).toMatchObject([{ bulkId: 'x', status: '409' }])
    const filter = encodeURIComponent('displayName sw "Half"')
    expect((await read(`/Groups?filter=${filter}`)).totalResults).toBe(0)
  },
}

const cases = isThere ? describe : describe.skip

cases('a row of the table', () => {
  if (isThere) test.each(rows)('$id: $what', ({ id }) => (held[id] as () => Promise<void>)())

  test('is held by a test, each of them', () => {
    expect(rows.map(({ id }) => id)).toEqual(Object.keys(held))
  })
})
