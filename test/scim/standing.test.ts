import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import { openSession } from '../../packages/domain/src/admin/index.ts'
import { createOutbox } from '../../packages/domain/src/kit/index.ts'
import { doChore, keySecretsPurge } from '../../packages/domain/src/platform/index.ts'
import { leaversPurge } from '../../packages/domain/src/scim/index.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { addProvider, type Provider } from '../support/scim/provider.ts'
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
    expect([status, body.active, body.meta.version]).toEqual([201, false, 'W/"1"'])
  })

  test('active false ends keys and sessions with it, and nothing of it where the rest is refused', async () => {
    const [id] = [await okta.user('leaver'), await okta.user('holder', { externalId: 'held' })]
    const key = await okta.tenant.key({ userId: Number(id) })
    const { tenantId } = okta
    const opened = await transact(platform.db, tenantId, ({ tx }) =>
      openSession({ tx, tenantId, outbox: createOutbox() }, Number(id), platform.clock.now()),
    )
    const headers = { cookie: `mobieus_session=${opened.token}` }
    const host = okta.tenant.url
    const calls = async () => [
      (await platform.call('/api/v1/me', { host, key })).status,
      (await platform.call('/api/admin/session', { host, key: null, headers })).status,
    ]
    expect(await calls()).toEqual([200, 200])
    const replaced = { active: false, externalId: 'held' }
    const refused = await okta.patch(
      `/Users/${id}`,
      { op: 'replace', value: { active: false } },
      { op: 'replace', path: 'userName', value: 'holder@example.com' },
    )
    expect(refused.status).toBe(409)
    expect(await calls()).toEqual([200, 200])
    expect((await okta.patch(`/Users/${id}`, { op: 'Replace', value: replaced })).status).toBe(200)
    expect(await calls()).toEqual([401, 401])
    expect(await doChore(platform.db, tenantId, keySecretsPurge, platform.clock.now())).toBe(1)
    expect((await setActive(id, 'True')).status).toBe(409)
    const back = { op: 'replace', value: { active: true, externalId: 'own' } }
    expect((await okta.patch(`/Users/${id}`, back)).body.active).toBe(true)
    expect(await calls()).toEqual([401, 401])
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
