import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { orderOf } from '../../packages/domain/src/scim/bulk/order.rules.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { severingProxy } from '../support/fake/severing-proxy.ts'
import { directly } from '../support/process/postgres.ts'
import { startProcess, type ServerProcess } from '../support/process/processes.ts'
import { addProvider, type Provider } from '../support/scim/provider.ts'

let platform: Platform
let okta: Provider
beforeAll(async () => {
  platform = await startPlatform()
  okta = await addProvider(platform)
})
afterAll(() => platform.close())

const BULK = ['urn:ietf:params:scim:api:messages:2.0:BulkRequest']
const bulk = (Operations: Json, more: object = {}) =>
  okta.send('POST', '/Bulk', { schemas: BULK, Operations, ...more })
const post = (path: string, bulkId: string | undefined, data: Json) => ({
  ...{ method: 'POST', path, bulkId, data },
})
const userOf = (name: string, more: object = {}) => ({ userName: `${name}@example.com`, ...more })
const statuses = ({ body }: { body: Json }) => body.Operations.map(({ status }: Json) => status)
const found = async (name: string): Promise<Json | undefined> => {
  const filter = encodeURIComponent(`userName eq "${name}@example.com"`)
  return (await okta.send('GET', `/Users?filter=${filter}`)).body.Resources?.[0]
}

test('each operation has its own status, in the order in which they came', async () => {
  const old = await okta.user('old')
  const kept = await okta.group('Kept', [old])
  const answer = await bulk([
    post('/Users', 'new', userOf('new')),
    post('/Users', 'twin', userOf('OLD')),
    {
      method: 'PATCH',
      path: `/Users/${old}`,
      data: { Operations: [{ op: 'add', path: 'title', value: 'T' }] },
    },
    { method: 'put', path: `/Groups/${kept}`, data: { displayName: 'Kept 2' } },
    { method: 'DELETE', path: `/Groups/${kept}` },
    { method: 'GET', path: `/Users/${old}` },
    { method: 'DELETE', path: '/Users/999999999' },
    { method: 'POST', path: '/Gadgets', data: {} },
    { method: 'PATCH', path: `/Users/${old}`, data: { Operations: [{ op: 'move' }] } },
    { method: 'DELETE', path: `/Users/${old}`, version: 'W/"1"' },
  ])
  expect(answer.status).toBe(200)
  expect(answer.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:BulkResponse'])
  expect(statuses(answer)).toEqual([
    ...['201', '409', '200', '200', '204', '400', '404', '404', '400', '412'],
  ])
  const [made, twin, patched] = answer.body.Operations
  const { id } = (await found('new')) as Json
  const location = expect.stringMatching(new RegExp(`^http.*/scim/v2/Users/${id}$`))
  expect(made).toEqual({ method: 'POST', bulkId: 'new', version: 'W/"1"', location, status: '201' })
  expect(twin).toMatchObject({
    bulkId: 'twin',
    response: { status: '409', scimType: 'uniqueness' },
  })
  expect(twin).not.toHaveProperty('location')
  expect(patched).toMatchObject({
    version: 'W/"2"',
    location: expect.stringMatching(`/Users/${old}$`),
  })
  expect(answer.body.Operations[9].location).toMatch(`/Users/${old}`)
  expect((await okta.send('GET', `/Users/${old}`)).body.title).toBe('T')
})

test('references lead to what is made, wherever it stands: in members, in a manager, in a path', async () => {
  const answer = await bulk([
    post('/Groups', 'g', {
      displayName: 'Referred',
      members: [{ value: 'bulkId:b' }, { value: 'bulkId:a' }],
    }),
    {
      method: 'PATCH',
      path: '/Groups/bulkId:g',
      data: { Operations: [{ op: 'remove', path: 'members', value: [{ value: 'bulkId:a' }] }] },
    },
    post(
      '/Users',
      'a',
      userOf('ref-a', {
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
          manager: { value: 'bulkId:b' },
        },
      }),
    ),
    post('/Users', 'b', userOf('ref-b')),
  ])
  expect(statuses(answer)).toEqual(['201', '204', '201', '201'])
  const [a, b] = [await found('ref-a'), await found('ref-b')]
  expect(b?.groups).toMatchObject([{ display: 'Referred' }])
  expect(a).not.toHaveProperty('groups')
  expect(a?.['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'].manager.value).toBe(
    b?.id,
  )
})

test('an operation that refers to nothing, to a failure, or around in a circle is refused, and makes nothing', async () => {
  const refers = (bulkId: string, to: string) =>
    post('/Groups', bulkId, {
      displayName: `Circle ${bulkId}`,
      members: [{ value: `bulkId:${to}` }],
    })
  const answer = await bulk([
    refers('lost', 'nowhere'),
    post('/Users', 'bad', { displayName: 'without a name' }),
    refers('after', 'bad'),
    refers('one', 'two'),
    refers('two', 'one'),
    refers('self', 'self'),
    refers('behind', 'one'),
    post('/Users', 'twice', userOf('twice-1')),
    post('/Users', 'twice', userOf('twice-2')),
  ])
  expect(statuses(answer)).toEqual(['400', '400', '400', '409', '409', '409', '400', '201', '400'])
  const filter = encodeURIComponent('displayName sw "circle"')
  expect((await okta.send('GET', `/Groups?filter=${filter}`)).body.totalResults).toBe(0)
  expect(await found('twice-2')).toBeUndefined()
})

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const managedBy = (bulkId: string) => ({ [ENTERPRISE]: { manager: { value: `bulkId:${bulkId}` } } })

test('users who manage each other in a circle are made together, each once; where one is refused, none is', async () => {
  const answer = await bulk([
    post('/Groups', 'crew', { displayName: 'Round', members: [{ value: 'bulkId:r1' }] }),
    post('/Users', 'r1', userOf('round-1', managedBy('r2'))),
    post('/Users', 'r2', userOf('round-2', managedBy('r3'))),
    post('/Users', 'r3', userOf('round-3', managedBy('r1'))),
    post('/Users', 'own', userOf('own-boss', managedBy('own'))),
    post('/Users', 'h1', userOf('half-1', managedBy('h2'))),
    post('/Users', 'h2', userOf('ROUND-1', managedBy('h1'))),
    post('/Users', 'h3', userOf('half-3', managedBy('h1'))),
  ])
  expect(statuses(answer)).toEqual(['201', '201', '201', '201', '201', '409', '409', '400'])
  const [one, two, three, own] = await Promise.all(
    ['round-1', 'round-2', 'round-3', 'own-boss'].map(found),
  )
  const managers = [one, two, three, own].map((user) => user?.[ENTERPRISE].manager.value)
  expect(managers).toEqual([two?.id, three?.id, one?.id, own?.id])
  expect(one).toMatchObject({ groups: [{ display: 'Round' }], meta: { version: 'W/"1"' } })
  expect(answer.body.Operations[1].location).toMatch(`/Users/${one?.id}`)
  expect(answer.body.Operations[6].response.scimType).toBe('uniqueness')
  expect(await found('half-1')).toBeUndefined()
})

test('two groups that contain each other leave nothing half made with failOnErrors 1', async () => {
  const answer = await bulk(
    [
      post('/Groups', 'x', {
        displayName: 'Half x',
        members: [{ value: 'bulkId:y', type: 'Group' }],
      }),
      post('/Groups', 'y', {
        displayName: 'Half y',
        members: [{ value: 'bulkId:x', type: 'Group' }],
      }),
    ],
    { failOnErrors: 1 },
  )
  expect(statuses(answer)).toEqual(['409'])
  const filter = encodeURIComponent('displayName sw "half"')
  expect((await okta.send('GET', `/Groups?filter=${filter}`)).body.totalResults).toBe(0)
})

test('after failOnErrors failures the rest is left undone, and has no result', async () => {
  const wrong = post('/Users', undefined, {})
  const operations = [
    wrong,
    post('/Users', undefined, userOf('before')),
    wrong,
    post('/Users', undefined, userOf('behind')),
  ]
  expect(statuses(await bulk(operations, { failOnErrors: 2 }))).toEqual(['400', '201', '400'])
  expect(await found('behind')).toBeUndefined()
  expect(await found('before')).toBeDefined()
})

test('more operations or bytes than are taken are 413, as discovery tells', async () => {
  const { body } = await okta.send('GET', '/ServiceProviderConfig')
  const { supported, maxOperations, maxPayloadSize } = body.bulk
  expect(supported).toBe(true)
  const many = await bulk(
    Array.from({ length: maxOperations + 1 }, () => ({ method: 'DELETE', path: '/Users/1' })),
  )
  expect(many).toMatchObject({ status: 413, body: { status: '413' } })
  const large = await bulk([
    post('/Users', undefined, userOf('large', { title: 'x'.repeat(maxPayloadSize) })),
  ])
  expect(large).toMatchObject({ status: 413, body: { status: '413' } })
  const empty = [{}, { schemas: BULK }, { Operations: [] }, { schemas: ['x'], Operations: [{}] }]
  for (const body of empty) expect((await okta.send('POST', '/Bulk', body)).status).toBe(400)
})

test('an operation that meets a lock is 503, which others are told beside; after three the rest is not tried', async () => {
  const url = new URL(directly(platform.databaseUrl))
  url.searchParams.set('options', '-c lock_timeout=200')
  const { port } = await platform.addServer({}, url.href)
  const busy = await okta.user('busy')
  const patch = {
    ...{ method: 'PATCH', path: `/Users/${busy}` },
    data: { Operations: [{ op: 'add', path: 'title', value: 'Late' }] },
  }
  const owner = new pg.Client({ connectionString: platform.ownerUrl })
  await owner.connect()
  await owner.query('begin')
  await owner.query('select 1 from users where id = $1 for update', [busy])
  const operations = [
    post('/Users', undefined, userOf('beside-1')),
    patch,
    post('/Users', undefined, userOf('beside-2')),
    ...[patch, patch, patch],
    post('/Users', undefined, userOf('untried')),
  ]
  const answer = await okta
    .sendTo(port, 'POST', '/Bulk', { schemas: BULK, Operations: operations })
    .finally(() => owner.end())
  expect(answer.status).toBe(200)
  expect(statuses(answer)).toEqual(['201', '503', '201', '503', '503', '503', '503'])
  expect(answer.body.Operations[1].response).toMatchObject({ status: '503' })
  expect(answer.body.Operations[6].response.detail).toMatch('not tried')
  expect(await found('beside-2')).toBeDefined()
  expect(await found('untried')).toBeUndefined()
  expect((await okta.send('GET', `/Users/${busy}`)).body).not.toHaveProperty('title')
})

test('a server that is killed in a Bulk leaves whole operations, and the same request again makes the rest', async () => {
  const { hostname, port } = new URL(platform.databaseUrl)
  const running: { server?: ServerProcess } = {}
  let commits = 0
  const proxy = await severingProxy({ host: hostname, port: Number(port) }, async (chunk, from) => {
    if (from === 'server' || !chunk.includes('createScimUser')) return 'pass'
    if (++commits < 4) return 'pass'
    await running.server?.kill()
    return 'sever'
  })
  const url = new URL(platform.databaseUrl)
  url.host = `127.0.0.1:${proxy.port}`
  const server = (running.server = await startProcess(url.href))
  const operations = [
    ...[1, 2, 3, 4, 5].map((n) => post('/Users', `k${n}`, userOf(`killed-${n}`))),
    post('/Groups', undefined, { displayName: 'Killed', members: [{ value: 'bulkId:k5' }] }),
  ]
  const body = { schemas: BULK, Operations: operations }
  await expect(okta.sendTo(server.port, 'POST', '/Bulk', body)).rejects.toThrow()
  await proxy.close()
  const rows = async () => {
    const { rows } = await platform.query(
      `select s.user_name as name, r.user_id is not null as kept, u.id is not null as member,
         (select count(*)::int from scim_requests q where q.tenant_id = $1 and q.user_id = s.user_id) as told
       from scim_users s left join users u on u.tenant_id = $1 and u.id = s.user_id
       left join scim_user_resources r on r.tenant_id = $1 and r.user_id = s.user_id
       where s.tenant_id = $1 and s.user_name like 'killed-%' order by 1`,
      [okta.tenantId],
    )
    return rows
  }
  const whole = (n: number) => ({
    ...{ name: `killed-${n}@example.com`, kept: true, member: true, told: 1 },
  })
  expect(await rows()).toEqual([1, 2, 3].map(whole))
  const again = await okta.send('POST', '/Bulk', body)
  expect(statuses(again)).toEqual(['409', '409', '409', '201', '201', '201'])
  expect(await rows()).toEqual([1, 2, 3, 4, 5].map(whole))
  expect((await found('killed-5'))?.groups).toMatchObject([{ display: 'Killed' }])
})

test('the provisioning log names the operations within, and events are theirs', async () => {
  await bulk([
    post('/Users', undefined, userOf('logged')),
    post('/Groups', undefined, { displayName: 'Logged' }),
  ])
  const { rows } = await platform.query(
    'select operation from scim_requests where tenant_id = $1 order by id desc limit 2',
    [okta.tenantId],
  )
  expect(rows.map(({ operation }) => operation)).toEqual(['createScimGroup', 'createScimUser'])
})

test('an order puts what is referred to first, and keeps the rest as it came', () => {
  expect(orderOf([[], [3], [], [2], [1]]).places).toEqual([0, 2, 3, 1, 4])
  const { places, circles } = orderOf([[1], [2], [1], [3], []])
  expect([...circles]).toEqual([
    [1, [1, 2]],
    [2, [1, 2]],
    [3, [3]],
  ])
  expect(places).toEqual([1, 2, 0, 3, 4])
  // A chain as long as a request allows.
  const chain = Array.from({ length: 1000 }, (_, place) => (place < 999 ? [place + 1] : []))
  expect(orderOf(chain).places[0]).toBe(999)
})
