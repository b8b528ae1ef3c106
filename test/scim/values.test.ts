import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { addProvider, type Provider } from '../support/scim/provider.ts'

let platform: Platform
let okta: Provider
beforeAll(async () => {
  platform = await startPlatform()
  okta = await addProvider(platform)
})
afterAll(() => platform.close())

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const total = async (filter: string) =>
  (await okta.send('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body.totalResults

describe('a removed active', () => {
  test('has no value, says nothing of the standing, and is there again when it is sent', async () => {
    const id = await okta.user('removed', { active: false })
    const filter = (rest: string) => `id eq "${id}" and ${rest}`
    const { status, body } = await okta.patch(`/Users/${id}`, { op: 'remove', path: 'active' })
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('active')
    expect((await okta.send('GET', `/Users/${id}`)).body).not.toHaveProperty('active')
    expect(await total(filter('active pr'))).toBe(0)
    expect(await total(filter('active eq false'))).toBe(0)
    expect(await total(filter('not (active eq true)'))).toBe(1)
    const titled = await okta.patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'Editor' })
    expect(titled.body).not.toHaveProperty('active')
    const put = await okta.send('PUT', `/Users/${id}`, { userName: 'removed@example.com' })
    expect(put.body.active).toBe(false)
  })
})

describe('long values', () => {
  /** Bytes that no compression makes shorter, as an index would need. */
  const long = (characters: number) =>
    randomBytes(characters).toString('base64').slice(0, characters)

  test.each([
    ['userName', (text: string) => ({ userName: text })],
    ['externalId', (text: string) => ({ externalId: text })],
    ['displayName', (text: string) => ({ displayName: text })],
    ['name.familyName', (text: string) => ({ name: { familyName: text } })],
    ['name.givenName', (text: string) => ({ name: { givenName: text } })],
    [
      `${ENTERPRISE}:employeeNumber`,
      (text: string) => ({ [ENTERPRISE]: { employeeNumber: text } }),
    ],
  ])('%s is kept up to 500 characters, and refused beyond', async (path, body) => {
    const send = (text: string) =>
      okta.send('POST', '/Users', { userName: `of ${path} ${text.length}`, ...body(text) })
    expect((await send('𐍈'.repeat(250))).status).toBe(201)
    const { status, body: refusal } = await send(long(501))
    expect({ status, scimType: refusal.scimType }).toEqual({
      status: 400,
      scimType: 'invalidValue',
    })
    expect(refusal.detail).toContain(`${path} is longer than 500 characters`)
  })

  test.each([
    ['x509Certificates', long(100_000)],
    ['photos', long(10_000)],
    ['entitlements', long(10_000)],
    ['emails', `${long(9_000)}@example.com`],
  ])('a value of %s is kept whole and found by its whole', async (attribute, value) => {
    const id = await okta.user(`long-${attribute}`, { [attribute]: [{ value }] })
    const { body } = await okta.send('GET', `/Users/${id}`)
    expect(body[attribute]).toEqual([{ value }])
    if (value.length > 10_000) return
    const filter = (text: string) => ({ filter: `${attribute}.value eq "${text}"` })
    const search = async (text: string) =>
      (await okta.send('POST', '/Users/.search', filter(text))).body.totalResults
    expect(await search(value.slice(0, 9_900))).toBe(value.length > 9_900 ? 0 : 1)
    expect(await search(value.slice(0, 9_000))).toBe(0)
  })
})
