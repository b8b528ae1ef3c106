import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { groupsPurge } from '../../packages/domain/src/scim/index.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
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
const NO_USER = { status: 400, body: { scimType: 'invalidValue' } }

describe('the members of a group', () => {
  test('are shown with address and type, by name where it is asked for, and the group with the user', async () => {
    const id = await okta.group('Readers', [ann])
    const { body } = await okta.send('GET', `/Groups/${id}`)
    expect(body.members).toEqual([
      {
        value: ann,
        $ref: expect.stringMatching(`/scim/v2/Users/${ann}$`),
        type: 'User',
      },
    ])
    const named = await okta.send('GET', `/Groups/${id}?attributes=members.display`)
    expect(named.body.members).toEqual([{ display: 'Ann' }])
    const user = await okta.send('GET', `/Users/${ann}`)
    expect(user.body.groups).toContainEqual({
      ...{ value: id, display: 'Readers', type: 'direct' },
      $ref: expect.stringMatching(`/scim/v2/Groups/${id}$`),
    })
    const without = await okta.send('GET', `/Users/${ann}?excludedAttributes=groups`)
    expect(without.body).not.toHaveProperty('groups')
  })

  test('Entra: a member whose $ref is null is a member', async () => {
    const id = await okta.group('Entra')
    const value = [{ $ref: null, value: ben }]
    expect((await okta.patch(`/Groups/${id}`, { op: 'Add', path: 'members', value })).status).toBe(
      204,
    )
    expect(await okta.membersOf(id)).toEqual([ben])
  })

  test('Okta: replaces members by a path, and the name without one that has the id beside it', async () => {
    const id = await okta.group('Okta', [ann])
    const value = [{ value: ben, display: 'ben@example.com' }, { value: cleo }]
    await okta.patch(`/Groups/${id}`, { op: 'replace', path: 'members', value })
    const renamed = { op: 'replace', value: { id, displayName: 'Okta 2' } }
    expect((await okta.patch(`/Groups/${id}`, renamed)).status).toBe(204)
    const { body } = await okta.send('GET', `/Groups/${id}`)
    expect(body).toMatchObject({ id, displayName: 'Okta 2' })
    expect(await okta.membersOf(id)).toEqual([ben, cleo])
  })

  test('Entra: removes members by a list of values, and empties a group by a replace with nothing', async () => {
    const id = await okta.group('Listed', [ann, ben, cleo])
    const value = [{ value: ann }, { value: ben }]
    await okta.patch(`/Groups/${id}`, { op: 'Remove', path: 'members', value })
    expect(await okta.membersOf(id)).toEqual([cleo])
    await okta.patch(`/Groups/${id}`, { op: 'Replace', path: 'members', value: [] })
    expect(await okta.membersOf(id)).toEqual([])
  })

  test('Entra: a path with the URN of the extension leads into what is nested there', async () => {
    const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
    const { status, body } = await okta.patch(
      `/Users/${cleo}`,
      { op: 'Add', path: `${urn}:department`, value: 'Ops' },
      { op: 'Add', path: `${urn}:manager`, value: ann },
      { op: 'Replace', path: `${urn}:manager.value`, value: ben },
    )
    expect(status).toBe(200)
    expect(body[urn]).toMatchObject({ department: 'Ops', manager: { value: ben } })
    const filter = encodeURIComponent(`${urn}:manager.value eq "${ben}"`)
    expect((await okta.send('GET', `/Users?filter=${filter}`)).body.totalResults).toBe(1)
  })

  test('OneLogin: adds and removes in one request, and Google: an add as a single object', async () => {
    const id = await okta.group('OneLogin', [ann])
    await okta.patch(
      `/Groups/${id}`,
      { op: 'add', path: 'members', value: [{ value: ben }] },
      { op: 'remove', path: `members[value eq "${ann}"]` },
    )
    await okta.patch(`/Groups/${id}`, { op: 'add', path: 'members', value: { value: cleo } })
    expect(await okta.membersOf(id)).toEqual([ben, cleo])
  })

  test('an unknown, another tenant’s, a hidden member and a group are refused alike, and nothing is changed', async () => {
    const id = await okta.group('Closed', [ann])
    const hidden = await okta.user('mod')
    await okta.setRole(hidden, 3)
    const far = await (await addProvider(platform)).user('far')
    const told = new Set<string>()
    for (const value of [hidden, far, '999999999', 'not-a-number', '']) {
      const change = { op: 'add', path: 'members', value: [{ value: ben }, { value }] }
      const answer = await okta.patch(`/Groups/${id}`, change)
      expect(answer).toMatchObject(NO_USER)
      told.add(answer.body.detail)
      const created = await okta.send('POST', '/Groups', {
        ...{ displayName: 'x', members: [{ value: ben }, { value }] },
      })
      expect(created).toMatchObject(NO_USER)
      expect(created.body.detail).toMatch('members[1].value')
    }
    expect([...told]).toEqual(['The request has a fault: members.value leads to no user.'])
    for (const member of [
      { value: ben, type: 'Group' },
      { value: ben, $ref: '../Groups/7' },
    ])
      expect(
        await okta.send('PUT', `/Groups/${id}`, { displayName: 'x', members: [member] }),
      ).toMatchObject(NO_USER)
    expect(await okta.membersOf(id)).toEqual([ann])
    expect((await list('displayName eq "x"')).body.totalResults).toBe(0)
  })

  test('a member who becomes a moderator is out of sight, stays in, and is in again afterwards', async () => {
    const eve = await okta.user('eve')
    const id = await okta.group('Promoted', [ann, eve])
    await okta.setRole(eve, 3)
    expect(await okta.membersOf(id)).toEqual([ann])
    expect((await list(`members.value eq "${eve}"`)).body.totalResults).toBe(0)
    await okta.send('PUT', `/Groups/${id}`, { displayName: 'Promoted' })
    await okta.setRole(eve, 2)
    expect(await okta.membersOf(id)).toEqual([eve])
  })

  test('a user who is deleted leaves every group, whose versions change', async () => {
    const leaving = await okta.user('leaving')
    const id = await okta.group('Left', [ann, leaving])
    await okta.send('DELETE', `/Users/${leaving}`)
    const { body } = await okta.send('GET', `/Groups/${id}`)
    expect(body.meta.version).toBe('W/"2"')
    expect(await okta.membersOf(id)).toEqual([ann])
  })
})

describe('a PATCH of a group', () => {
  test('answers nothing, and the group where attributes are asked for', async () => {
    const id = await okta.group('Answers')
    const change = { op: 'add', path: 'members', value: [{ value: ann }] }
    const nothing = await okta.patch(`/Groups/${id}`, change)
    expect(nothing).toMatchObject({ status: 204, text: '' })
    expect(nothing.headers.get('etag')).toBe('W/"2"')
    const shown = await okta.patch(`/Groups/${id}?attributes=members`, change)
    expect(shown).toMatchObject({ status: 200, body: { members: [{ value: ann }] } })
    const lean = await okta.patch(`/Groups/${id}?excludedAttributes=members`, change)
    expect(lean.body).not.toHaveProperty('members')
    // Nothing has changed since.
    expect(lean.headers.get('etag')).toBe('W/"2"')
  })

  test('one of 50 at once never touches another’s member', async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, (_, n) => okta.user(`crowd-${n}`)))
    const [leaving, coming] = [ids.slice(0, 25), ids.slice(25)]
    const id = await okta.group('Crowd', leaving)
    const answers = await Promise.all([
      ...coming.map((value) =>
        okta.patch(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value }] }),
      ),
      ...leaving.map((value) =>
        okta.patch(`/Groups/${id}`, { op: 'remove', path: `members[value eq "${value}"]` }),
      ),
    ])
    expect(answers.filter(({ status }) => status !== 204)).toEqual([])
    expect([...(await okta.membersOf(id))].sort()).toEqual([...coming].sort())
    const { body } = await okta.send('GET', `/Groups/${id}?attributes=meta.version`)
    expect(body.meta.version).toBe('W/"51"')
  })

  test('holds If-Match: of two with the same tag one is 412 and changes nothing', async () => {
    const id = await okta.group('Raced')
    const race = (value: string) =>
      okta.send(
        'PATCH',
        `/Groups/${id}`,
        { Operations: [{ op: 'add', path: 'members', value }] },
        { 'if-match': 'W/"1"' },
      )
    const answers = await Promise.all([race(ann), race(ben)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412])
    expect(await okta.membersOf(id)).toHaveLength(1)
    for (const method of ['PUT', 'DELETE'])
      expect(
        (
          await okta.send(
            method,
            `/Groups/${id}`,
            method === 'PUT' ? { displayName: 'y' } : undefined,
            { 'if-match': 'W/"1"' },
          )
        ).status,
      ).toBe(412)
  })

  test('a name is refused that is none, or longer than an index holds', async () => {
    const id = await okta.group('Named')
    for (const displayName of ['', null, 'x'.repeat(501)]) {
      const put = await okta.send('PUT', `/Groups/${id}`, { displayName })
      expect(put).toMatchObject(NO_USER)
      const change = { op: 'replace', path: 'displayName', value: displayName }
      expect((await okta.patch(`/Groups/${id}`, change)).status).toBe(400)
    }
    const long = '字'.repeat(500)
    expect((await okta.send('PUT', `/Groups/${id}`, { displayName: long })).status).toBe(200)
  })
})

test('a deleted group is gone at once, and its members are removed afterwards in batches', async () => {
  const id = await okta.group('Gone', [ann, ben])
  expect((await okta.send('DELETE', `/Groups/${id}`)).status).toBe(204)
  for (const [method, body] of [['GET'], ['PUT', { displayName: 'x' }], ['DELETE']] as const)
    expect((await okta.send(method, `/Groups/${id}`, body)).status).toBe(404)
  const { body } = await okta.send('GET', `/Users/${ben}`)
  expect((body.groups ?? []).map(({ value }: Json) => value)).not.toContain(id)
  const purge = () => doChore(platform.db, okta.tenantId, groupsPurge, platform.clock.now())
  while ((await purge()) > 0);
  for (const [table, column] of [
    ['learn_cohorts', 'id'],
    ['learn_cohort_members', 'cohort_id'],
  ]) {
    const { rows } = await platform.query(
      `select 1 from ${table} where tenant_id = $1 and ${column} = $2`,
      [okta.tenantId, id],
    )
    expect(rows).toEqual([])
  }
})

test('cohorts of other sources are no groups', async () => {
  const { rows } = await platform.query(
    `insert into learn_cohorts (tenant_id, source, name, name_key, created_at, updated_at)
     values ($1, 'manual', 'By hand', 'by hand', now(), now()) returning id`,
    [okta.tenantId],
  )
  const id = String(rows[0].id)
  for (const [method, body] of [['GET'], ['PUT', { displayName: 'x' }], ['DELETE']] as const)
    expect((await okta.send(method, `/Groups/${id}`, body)).status).toBe(404)
  expect((await list('displayName eq "By hand"')).body.totalResults).toBe(0)
})

test('both logs have who came into a group and who went', async () => {
  const id = await okta.group('Logged', [ann, ben])
  await okta.patch(
    `/Groups/${id}`,
    { op: 'add', path: 'members', value: [{ value: cleo }] },
    { op: 'remove', path: 'members', value: [{ value: ann }] },
  )
  await okta.send('DELETE', `/Groups/${id}`)
  const { rows } = await platform.query(
    `select operation, status, before, after from scim_requests
     where tenant_id = $1 and resource_type = 'Group' and resource_id = $2 order by id`,
    [okta.tenantId, id],
  )
  const { rows: audited } = await platform.query(
    `select action, before, after from audit_log
     where tenant_id = $1 and target_kind = 'scim_group' and target_id = $2 order by id`,
    [okta.tenantId, id],
  )
  const displayName = 'Logged'
  expect(audited).toEqual([
    {
      ...{ action: 'scim_group.created', before: null },
      after: { displayName, members: { added: [ann, ben], removed: [] } },
    },
    {
      ...{ action: 'scim_group.updated', before: { displayName } },
      after: { displayName, members: { added: [cleo], removed: [ann] } },
    },
    { action: 'scim_group.deleted', before: { displayName }, after: null },
  ])
  expect(rows).toEqual([
    {
      ...{ operation: 'createScimGroup', status: 201, before: null },
      after: { displayName, members: { added: [ann, ben], removed: [] } },
    },
    {
      ...{ operation: 'patchScimGroup', status: 204, before: { displayName } },
      after: { displayName, members: { added: [cleo], removed: [ann] } },
    },
    { operation: 'deleteScimGroup', status: 204, before: { displayName }, after: null },
  ])
})
