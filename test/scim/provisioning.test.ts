import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { secretsPurge } from '../../packages/domain/src/scim/index.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { callMobieus } from '../support/process/mobieus.ts'
import { addProvider, type Provider } from '../support/scim/provider.ts'
import { until } from '../support/until.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let okta: Provider
let session: string
beforeAll(async () => {
  platform = await startPlatform()
  okta = await addProvider(platform)
  session = await okta.tenant.session()
})
afterAll(() => platform.close())

const console = async (path: string): Promise<Json> =>
  (await platform.call(`/api/admin${path}`, { key: session, host: okta.tenant.url })).body

describe('the provisioning log', () => {
  const ENTRIES = '/scim-requests?outcome=refused'

  test('has what was refused, as the provider was told of it, and nothing secret', async () => {
    const id = await okta.user('logged')
    const moderator = await okta.user('moderator')
    await okta.setRole(moderator, 3)
    const wrong = { password: 'hunter2-secret', emails: 'none' }
    const answers = [
      await okta.send('POST', '/Users', { userName: 'LOGGED@example.com' }),
      await okta.send('PATCH', `/Users/${id}`, { Operations: [{ op: 'move', value: wrong }] }),
      await okta.send('PUT', `/Users/${id}`, { userName: 'x@example.com', ...wrong }),
      await okta.send('DELETE', `/Users/${id}`, undefined, { 'if-match': 'W/"9"' }),
      await okta.send('DELETE', `/Users/${moderator}`),
      await okta.send('PATCH', '/Groups/999999999', '{broken'),
      await okta.send('POST', '/Bulk', { schemas: ['x'], Operations: [{}] }),
    ]
    const { data, total_count } = await console(ENTRIES)
    const entries = [...data].reverse()
    expect(total_count).toBe(answers.length)
    expect(entries.map(({ status }) => status)).toEqual([409, 400, 400, 412, 404, 400, 400])
    for (const [place, { status, body, headers }] of answers.entries())
      expect(entries[place]).toMatchObject({
        ...{ outcome: 'refused', status, scim_type: body.scimType ?? null, detail: body.detail },
        request_id: headers.get('x-request-id'),
      })
    expect(entries.map((each) => [each.operation, each.resource_type, each.resource_id])).toEqual([
      ['createScimUser', 'User', null],
      ['patchScimUser', 'User', id],
      ['replaceScimUser', 'User', id],
      ['deleteScimUser', 'User', id],
      ['deleteScimUser', 'User', moderator],
      ['patchScimGroup', 'Group', '999999999'],
      ['bulkScim', 'Bulk', null],
    ])
    expect(JSON.stringify(entries)).not.toContain('hunter2')
    const ofUser = await console(`${ENTRIES}&user_id=${id}`)
    expect(ofUser).toMatchObject({ total_count: 3 })
    expect(await console(`/scim-requests/${entries[0].id}`)).toMatchObject({
      data: { before: null, after: null },
    })
  })

  test('has an entry of each operation of a bulk that was refused, and of no read, nor of a stranger', async () => {
    const before = (await console(ENTRIES)).total_count
    const Operations = [
      { method: 'POST', path: '/Users', data: {} },
      { method: 'POST', path: '/Users', data: { userName: 'bulk@example.com' } },
      { method: 'DELETE', path: '/Groups/999999999' },
      { method: 'MOVE', path: '/Users/1' },
    ]
    const { body } = await okta.send('POST', '/Bulk', { Operations })
    const { data, total_count } = await console(ENTRIES)
    expect(total_count).toBe(before + 3)
    const [moved, deleted, made] = data
    expect(made).toMatchObject({ operation: 'createScimUser', scim_type: 'invalidValue' })
    expect(deleted).toMatchObject({
      ...{ operation: 'deleteScimGroup', resource_id: '999999999', status: 404 },
      detail: body.Operations[2].response.detail,
    })
    expect(moved).toMatchObject({ operation: 'bulkScim', resource_type: 'User', resource_id: '1' })
    await okta.send('GET', '/Users/999999999')
    await okta.send('POST', '/Users/.search', { filter: 'none' })
    await okta.send('POST', '/Users', {}, { authorization: `Bearer ms_scim_${'x'.repeat(43)}` })
    expect((await console(ENTRIES)).total_count).toBe(before + 3)
    expect(await findDrift(platform, okta.tenantId)).toEqual([])
  })

  test('has what a bulk has refused where it ends in an error of ours, and the bulk itself', async () => {
    const before = (await console(ENTRIES)).total_count
    const poisoned =
      "alter table learn_cohorts add constraint poison check (name <> 'poison') not valid"
    await platform.query(poisoned)
    const Operations = [
      { method: 'DELETE', path: '/Users/999999999' },
      { method: 'POST', path: '/Groups', data: { displayName: 'poison' } },
      { method: 'POST', path: '/Users', data: { userName: 'behind@example.com' } },
    ]
    const { status } = await okta.send('POST', '/Bulk', { Operations })
    await platform.query('alter table learn_cohorts drop constraint poison')
    const { data, total_count } = await console(ENTRIES)
    expect([status, total_count]).toEqual([500, before + 2])
    expect(data[1]).toMatchObject({ operation: 'deleteScimUser', status: 404 })
    expect(data[0]).toMatchObject({ operation: 'bulkScim', resource_type: 'Bulk', status: 500 })
    expect(await findDrift(platform, okta.tenantId)).toEqual([])
  })
})

describe('the audit log', () => {
  const audited = async (id: string): Promise<Json[]> => {
    const { data } = await console('/audit-log?target_kind=user&limit=100')
    const own = data.filter(({ target }: Json) => target.id === Number(id))
    return own.map(({ action, before, after }: Json) => [action, before, after]).reverse()
  }

  test('has what a provider does to users: their names, and which attributes have changed', async () => {
    const external_id = 'e-1'
    const id = await okta.user('Audited', { externalId: external_id, title: 'Head' })
    await okta.patch(
      `/Users/${id}`,
      { op: 'replace', value: { title: 'Chief', userName: 'new@example.com', active: false } },
      { op: 'add', path: 'emails', value: [{ value: 'private@example.org' }] },
    )
    await okta.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'Chief' })
    await okta.patch(`/Users/${id}`, { op: 'remove', path: 'active' })
    await okta.send('DELETE', `/Users/${id}`)
    const names = { user_name: 'new@example.com', external_id }
    const entries = await audited(id)
    const old = { user_name: 'Audited@example.com', external_id }
    expect(entries).toEqual([
      ['user.provisioned', null, { ...old, active: true }],
      ['user.deactivated', { active: true }, { active: false }],
      ['user.updated', old, { ...names, attributes: ['emails', 'title', 'userName'] }],
      ['user.updated', names, { ...names, attributes: ['active'] }],
      ['user.deprovisioned', { managed: true }, { managed: false }],
    ])
    expect(JSON.stringify(entries)).not.toMatch(/private|Chief/)
  })

  test('has an entry of each user of a circle in a bulk, and of a leaver whose name is given away', async () => {
    const gone = await okta.user('given-away')
    await platform.call(`/api/v1/users/${gone}/delete`, {
      ...{ method: 'POST', host: okta.tenant.url, key: session },
    })
    const managed = (name: string, by: string) => ({
      ...{ method: 'POST', path: '/Users', bulkId: name },
      data: {
        userName: `${name}@example.com`,
        active: false,
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
          manager: { value: `bulkId:${by}` },
        },
      },
    })
    const { body } = await okta.send('POST', '/Bulk', {
      Operations: [managed('given-away', 'round'), managed('round', 'given-away')],
    })
    for (const [place, user_name] of ['given-away@example.com', 'round@example.com'].entries()) {
      const id = body.Operations[place].location.split('/').at(-1)
      expect(await audited(id)).toEqual([['user.provisioned', null, { user_name, active: false }]])
    }
    expect((await audited(gone)).at(-1)?.[0]).toBe('user.released')
    expect(await findDrift(platform, okta.tenantId)).toEqual([])
  })
})

describe('a token', () => {
  const post = (path: string, body: Json = {}) =>
    platform.call(`/api/admin/scim-tokens${path}`, {
      ...{ method: 'POST', host: okta.tenant.url, key: session, body },
    })
  const opens = async (secret: string) => {
    const authorization = `Bearer ${secret}`
    return (await okta.send('GET', '/Users?count=0', undefined, { authorization })).status
  }
  const secrets = async (id: number) => {
    const { rows } = await platform.query(
      'select count(*)::int as n from scim_token_directory where token_id = $1',
      [id],
    )
    return rows[0]?.n
  }
  const hours = (n: number) => new Date(platform.clock.now().getTime() + n * 60 * 60 * 1000)
  const purge = (at: Date) => doChore(platform.db, okta.tenantId, secretsPurge, at)

  test('is shown once, tells its last use, and gives way to a rotation after the grace', async () => {
    const { data } = (await post('', { label: 'Entra' })).body
    expect(await opens(data.secret)).toBe(200)
    const shown = async () => (await console(`/scim-tokens/${data.id}`)).data
    await until(async () => (await shown()).last_used_at !== null)
    expect(JSON.stringify(await shown())).not.toContain(data.secret)
    const rotated = (await post(`/${data.id}/rotate`, { grace_hours: 2 })).body.data
    expect([await opens(data.secret), await opens(rotated.secret)]).toEqual([200, 200])
    expect(await purge(hours(1))).toBe(0)
    platform.clock.advance(2 * 60 * 60 * 1000)
    expect([await opens(data.secret), await opens(rotated.secret)]).toEqual([401, 200])
    expect(await purge(hours(0))).toBe(1)
    expect(await secrets(data.id)).toBe(1)
    expect(await opens(rotated.secret)).toBe(200)
  })

  test('opens nothing once it is revoked or expired, and nothing is kept of its secrets', async () => {
    const revoked = (await post('', { label: 'Gone' })).body.data
    const expires_at = hours(5).toISOString()
    const expiring = (await post('', { label: 'Short', expires_at })).body.data
    await post(`/${expiring.id}/rotate`, { grace_hours: 72 })
    expect(await opens(revoked.secret)).toBe(200)
    expect((await post(`/${revoked.id}/revoke`)).body.data.status).toBe('revoked')
    expect(await opens(revoked.secret)).toBe(401)
    expect(await purge(hours(0))).toBe(1)
    expect(await opens(expiring.secret)).toBe(200)
    platform.clock.advance(6 * 60 * 60 * 1000)
    expect(await opens(expiring.secret)).toBe(401)
    expect((await console(`/scim-tokens/${expiring.id}`)).data.status).toBe('expired')
    expect(await purge(hours(0))).toBe(2)
    expect((await secrets(revoked.id)) + (await secrets(expiring.id))).toBe(0)
  })

  test('is made, listed, rotated and revoked on the command line', async () => {
    const { slug } = okta.tenant
    const run = (line: string) => callMobieus(platform, `scim-tokens ${line}`.split(' '))
    const made = await run(`create ${slug} --label Line`)
    const [, id = '', secret = ''] =
      /Token (\d+), shown this once:\n(ms_scim_\S+)/.exec(made.said) ?? []
    expect(await opens(secret)).toBe(200)
    const rotated = await run(`rotate ${slug} ${id} --grace 0`)
    const next = /ms_scim_\S+/.exec(rotated.said)?.[0] ?? ''
    expect([await opens(secret), await opens(next)]).toEqual([401, 200])
    expect((await run(`list ${slug}`)).said).toMatch(new RegExp(`${id} .*'Line' .*'valid'`))
    expect((await run(`revoke ${slug} ${id}`)).code).toBe(0)
    expect(await opens(next)).toBe(401)
  })
})
