import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import { openSession } from '../../packages/domain/src/admin/index.ts'
import { createOutbox } from '../../packages/domain/src/kit/index.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { leaversPurge, secretsPurge } from '../../packages/domain/src/scim/index.ts'
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
})

const setActive = (id: string, active: Json, headers = {}) =>
  okta.send(
    'PATCH',
    `/Users/${id}`,
    { Operations: [{ op: 'replace', path: 'active', value: active }] },
    headers,
  )
const metaOf = async (id: string): Promise<Json> =>
  (await okta.send('GET', `/Users/${id}`)).body.meta
const asAdmin = (path: string, body?: Json) =>
  platform.call(`/api/v1${path}`, {
    ...{ method: 'POST', host: okta.tenant.url, key: session, body },
  })
const moderated = (id: string, action: string) =>
  asAdmin('/moderation/actions', { action, target_user_id: Number(id), reason: 'x' })

describe('the standing of a user', () => {
  test('is a version of its own: active alone moves the tag and the time, whoever has changed it', async () => {
    const id = await okta.user('turned')
    const steps = [
      () => setActive(id, false),
      () => setActive(id, true),
      () => moderated(id, 'ban'),
      () => moderated(id, 'lift_ban'),
    ]
    for (const step of steps) {
      const before = await metaOf(id)
      expect((await step()).status).toBeLessThan(300)
      const { version, lastModified } = await metaOf(id)
      expect(version).not.toBe(before.version)
      expect(Date.parse(lastModified)).toBeGreaterThan(Date.parse(before.lastModified))
      expect((await setActive(id, true, { 'if-match': before.version })).status).toBe(412)
    }
    const filter = encodeURIComponent(`meta.version eq "W/\\"5\\"" and userName sw "turned"`)
    expect((await okta.send('GET', `/Users?filter=${filter}`)).body.totalResults).toBe(1)
    const { status, body } = await okta.send('POST', '/Users', { userName: 'off', active: false })
    expect([status, body.active, body.meta.version]).toEqual([201, false, 'W/"2"'])
  })

  test('active false ends keys and sessions with it, and nothing of it where the rest is refused', async () => {
    const [id] = [await okta.user('leaver'), await okta.user('holder', { externalId: 'held' })]
    const key = await okta.tenant.key({ userId: Number(id) })
    const { tenantId } = okta
    const opened = await transact(platform.db, tenantId, ({ tx }) =>
      openSession({ tx, tenantId, outbox: createOutbox() }, Number(id), platform.clock.now()),
    )
    // No console lets a plain member in, so that the row itself is asked.
    const open = async () =>
      (await platform.query('select ended_at from sessions where id = $1', [opened.id])).rows[0]
        ?.ended_at === null
    const calls = async () => [
      (await platform.call('/api/v1/me', { host: okta.tenant.url, key })).status,
      await open(),
    ]
    expect(await calls()).toEqual([200, true])
    const replaced = { active: false, externalId: 'held' }
    const refused = await okta.patch(
      `/Users/${id}`,
      { op: 'replace', value: { active: false } },
      { op: 'replace', path: 'userName', value: 'holder@example.com' },
    )
    expect(refused.status).toBe(409)
    expect(await calls()).toEqual([200, true])
    expect((await okta.patch(`/Users/${id}`, { op: 'Replace', value: replaced })).status).toBe(200)
    expect(await calls()).toEqual([401, false])
    expect((await setActive(id, 'True')).status).toBe(409)
    const back = { op: 'replace', value: { active: true, externalId: 'own' } }
    expect((await okta.patch(`/Users/${id}`, back)).body.active).toBe(true)
    expect(await calls()).toEqual([401, false])
  })

  test('of moderators and administrators is out of reach, the last one’s too: they are 404', async () => {
    for (const role of [3, 4, 5]) {
      const id = await okta.user(`of role ${role}`)
      await okta.setRole(id, role)
      const answers = [
        await okta.send('GET', `/Users/${id}`),
        await setActive(id, false),
        await okta.send('PUT', `/Users/${id}`, { userName: 'x', active: false }),
        await okta.send('DELETE', `/Users/${id}`),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
      const { rows } = await platform.query('select role from users where id = $1', [id])
      expect(rows).toEqual([{ role }])
    }
  })
})

describe('a member who leaves', () => {
  const kept = async (id: string) => {
    const { rows } = await platform.query(
      `select (select count(*)::int from scim_user_resources where tenant_id = $1 and user_id = $2) as resources,
        (select count(*)::int from scim_user_values where tenant_id = $1 and user_id = $2) as values,
        (select count(*)::int from learn_cohort_members where tenant_id = $1 and user_id = $2) as groups`,
      [okta.tenantId, id],
    )
    return Object.values(rows[0] as object)
  }
  const total = async () => (await okta.send('GET', '/Users?count=0')).body.totalResults

  test('frees the name for another, who is counted once, and takes no group along', async () => {
    const id = await okta.user('again')
    await okta.group('Left behind', [id])
    const before = await total()
    await asAdmin(`/users/${id}/delete`)
    expect(await total()).toBe(before - 1)
    const next = await okta.user('AGAIN')
    expect(next).not.toBe(id)
    expect(await total()).toBe(before)
    expect(await kept(id)).toEqual([0, 0, 0])
    expect(await findDrift(platform, okta.tenantId)).toEqual([])
  })

  test('is forgotten after 30 days, with the groups, and not where the member has come back', async () => {
    const emails = [{ value: 'private@example.org' }]
    const [gone, back] = [await okta.user('gone', { emails }), await okta.user('back')]
    await okta.group('Both', [gone, back])
    for (const id of [gone, back]) await asAdmin(`/users/${id}/delete`)
    expect((await asAdmin(`/users/${back}/restore`)).status).toBe(200)
    const due = () =>
      platform.query(
        `select due_at from work_due where tenant_id = $1 and kind = 'purgeScimLeavers'`,
        [okta.tenantId],
      )
    const days = (n: number) => new Date(platform.clock.now().getTime() + n * 24 * 60 * 60 * 1000)
    const { rows } = await due()
    expect(Math.abs(Number(rows[0]?.due_at) - Number(days(30)))).toBeLessThan(60_000)
    const purge = (at: Date) => doChore(platform.db, okta.tenantId, leaversPurge, at)
    expect(await purge(days(29))).toBe(0)
    expect(await kept(gone)).toEqual([1, 1, 1])
    expect(await purge(days(31))).toBe(2)
    expect(await kept(gone)).toEqual([0, 0, 0])
    expect((await okta.send('GET', `/Users/${back}`)).body.groups).toHaveLength(1)
    expect((await due()).rows).toEqual([])
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
