import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createKey } from '../../packages/domain/src/admin/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { addProvider, type Provider } from '../support/scim/provider.ts'

let platform: Platform
let okta: Provider
beforeAll(async () => {
  platform = await startPlatform()
  okta = await addProvider(platform)
})
afterAll(() => platform.close())

test('a managed member reads and patches their own resource by /Me, and nobody else has one', async () => {
  const userId = Number(await okta.user('me', { displayName: 'Me', title: 'Head' }))
  const keyOf = async (id: number) => {
    const of = { tenantId: okta.tenantId, environment: 'live' as const, userId: id }
    const key = { ...of, label: 'own', rateLimit: 0, scopes: ['users:read'] }
    return (await createKey(platform.db, key)).secret
  }
  const key = await keyOf(userId)
  const call = (body?: object, as = key, base = '/scim/v2') =>
    platform.call(`${base}/Me`, {
      ...{ method: body ? 'PATCH' : 'GET', key: as, host: okta.url, body },
      headers: body ? { 'content-type': 'application/scim+json' } : {},
    })
  const location = `${okta.url}/scim/v2/Users/${userId}`
  for (const base of ['/scim/v2', '/api/scim/v2', '/api/v1/scim/v2']) {
    const answer = await call(undefined, key, base)
    expect(answer).toMatchObject({ status: 200, body: { id: String(userId), title: 'Head' } })
    expect(answer.headers.get('location')).toBe(location)
  }
  const replace = (path: string, value: unknown) => ({
    Operations: [{ op: 'replace', path, value }],
  })
  expect(await call(replace('displayName', 'Mine'))).toMatchObject({
    ...{ status: 200, body: { displayName: 'Mine', meta: { version: 'W/"2"' } } },
  })
  for (const [path, value] of Object.entries({
    ...{ title: 'Boss', active: false, userName: 'other', externalId: 'x' },
    ...{ 'emails[type eq "work"].value': 'a@b.example', roles: [{ value: 'admin' }] },
  }))
    expect((await call(replace(path, value))).body).toMatchObject({ status: '403' })
  expect((await okta.send('GET', `/Users/${userId}`)).body).toMatchObject({
    ...{ displayName: 'Mine', title: 'Head', active: true },
  })
  const founder = await keyOf(
    (
      await platform.query('select min(id)::int as id from users where tenant_id = $1', [
        okta.tenantId,
      ])
    ).rows[0].id,
  )
  expect((await call(undefined, founder)).status).toBe(404)
  expect((await okta.send('GET', '/Me')).body).toMatchObject({ status: '404' })
})
