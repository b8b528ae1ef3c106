import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

const PIA = 7
const LEAVING = 8
const BARRED = 11

const agent = async (id: number) => (await desk.read(`/agents/${id}`)).body.data
const ids = async (query: string) => {
  const { body } = await desk.read(`/agents?limit=100&${query}`)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ id }: { id: number }) => id) as number[]
}

test('createHelpAgent makes a member an agent, who is active, and offline at first', async () => {
  const { status, body } = await desk.write('/agents', { user_id: PIA, queue_ids: [4, 3] })
  expect({ status, data: body.data }).toEqual({
    status: 201,
    data: {
      ...{ id: expect.any(Number), user_id: PIA, name: 'Pixel Pia', email: 'pia@example.com' },
      ...{ is_active: true, queue_ids: [3, 4], presence: 'offline', capacity: null },
    },
  })
  expect(await agent(body.data.id)).toEqual(body.data)
  const [entry] = await desk.audited('help_agent')
  expect(entry).toEqual({
    ...{ action: 'help_agent.created', target: { kind: 'help_agent', id: body.data.id } },
    before: null,
    after: { user_id: PIA, queue_ids: [3, 4], presence: 'offline', capacity: null },
  })
})

test.each([
  ['is an agent already', { user_id: 9 }, refusal(409, 'conflict', 'user_id')],
  ['was one', { user_id: 312 }, refusal(409, 'conflict', 'user_id')],
  ['does not exist', { user_id: 999 }, refusal(422, 'validation_failed', 'user_id', 'not_found')],
  ['is leaving', { user_id: LEAVING }, refusal(422, 'validation_failed', 'user_id', 'leaving')],
  ['is banned', { user_id: BARRED }, refusal(422, 'validation_failed', 'user_id', 'banned')],
])('a member who %s does not become an agent', async (_, body, refused) => {
  expect(await desk.write('/agents', body)).toMatchObject(refused)
  expect(await ids('')).toEqual([22, 21])
})

test('every fault of a new agent is told at once, a queue by its place', async () => {
  const { status, body } = await desk.write('/agents', { user_id: 999, queue_ids: [3, 999] })
  expect(status).toBe(422)
  expect(body.error.details.map(({ field }: { field: string }) => field)).toEqual([
    ...['user_id', 'queue_ids[1]'],
  ])
})

test('updateHelpAgent replaces the queues as a whole, and keeps what is left out', async () => {
  await desk.write('/agents/21', { queue_ids: [4] })
  expect(await agent(21)).toMatchObject({ queue_ids: [4], presence: 'available', capacity: 10 })
  await desk.write('/agents/21', { queue_ids: [], capacity: null })
  expect(await agent(21)).toMatchObject({ queue_ids: [], presence: 'available', capacity: null })
  await desk.write('/agents/21', { presence: 'away' })
  await desk.write('/agents/21', { presence: 'away' })
  const told = { action: 'help_agent.updated', target: { kind: 'help_agent', id: 21 } }
  expect(await desk.audited('help_agent')).toEqual([
    { ...told, before: { presence: 'available' }, after: { presence: 'away' } },
    {
      ...told,
      before: { queue_ids: [4], capacity: 10 },
      after: { queue_ids: [], capacity: null },
    },
    { ...told, before: { queue_ids: [3] }, after: { queue_ids: [4] } },
  ])
  expect(await desk.write('/agents/21', { queue_ids: [4, 5] })).toMatchObject(
    refusal(422, 'validation_failed', 'queue_ids[1]', 'not_found'),
  )
})

test('an agent who is deactivated is offline until they are active again', async () => {
  const { body } = await desk.write('/agents/21/deactivate')
  expect(body.data).toMatchObject({ is_active: false, presence: 'offline', queue_ids: [3] })
  expect((await desk.write('/agents/21/deactivate')).body.data).toEqual(body.data)
  expect(await desk.write('/agents/21', { presence: 'available' })).toMatchObject(
    refusal(409, 'conflict', 'presence'),
  )
  expect((await desk.write('/agents/21', { presence: 'offline', capacity: 3 })).status).toBe(200)
  expect(await ids('is_active=true')).toEqual([])
  expect(await ids('is_active=false')).toEqual([22, 21])

  const again = await desk.write('/agents/21/activate')
  expect(again.body.data).toMatchObject({ is_active: true, presence: 'offline', capacity: 3 })
  await desk.write('/agents/21/activate')
  expect(await ids('is_active=true')).toEqual([21])
  expect(await ids('is_active=true&queue_id=3')).toEqual([21])
  expect(await ids('queue_id=4')).toEqual([])
  expect(await desk.audited('help_agent')).toMatchObject([
    { action: 'help_agent.activated' },
    { action: 'help_agent.updated' },
    { action: 'help_agent.deactivated' },
  ])
})

test('an agent whose member is leaving does not become active', async () => {
  const key = await desk.tenant.key()
  await platform.call('/api/v1/users/312/delete', { key, host: desk.tenant.url, method: 'POST' })
  expect(await desk.write('/agents/22/activate')).toMatchObject(refusal(409, 'conflict'))
})

test('one of ten who make a member an agent at once does so', async () => {
  const many = Array.from({ length: 10 }, () => desk.write('/agents', { user_id: PIA }))
  const statuses = (await Promise.all(many)).map(({ status }) => status)
  expect(statuses.sort()).toEqual([201, ...Array(9).fill(409)])
})

test('a queue that is deleted while agents are put on it leaves no fault behind', async () => {
  const put = Array.from({ length: 6 }, (_, i) =>
    desk.write('/agents/21', { queue_ids: i % 2 === 0 ? [3, 4] : [4] }),
  )
  const answers = await Promise.all([...put, desk.write('/queues/4/delete')])
  expect(answers.at(-1)?.status).toBe(200)
  for (const { status } of answers) expect([200, 422]).toContain(status)
  expect((await agent(21)).queue_ids).not.toContain(4)
})
