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

interface Queue {
  readonly id: number
  readonly slug: string
  readonly is_default: boolean
}

const queues = async (): Promise<Queue[]> => (await desk.read('/queues?limit=100')).body.data
const defaults = async () => (await queues()).filter((queue) => queue.is_default)

test('a community begins with one queue, in both of its partitions, and it is the default', async () => {
  const tenant = await platform.addTenant()
  for (const environment of ['live', 'test'] as const) {
    const key = await tenant.key({ environment })
    const { body } = await platform.call('/api/v1/helpdesk/queues', { key, host: tenant.url })
    expect(body).toMatchObject({ total_count: 1, has_more: false })
    expect(body.data).toEqual([
      {
        ...{ id: expect.any(Number), slug: 'support', name: 'Support' },
        ...{ assignment_policy: 'manual', sla_plan_id: null, is_default: true },
      },
    ])
  }
})

test('createHelpQueue makes a queue that gives tickets out by hand unless it says otherwise', async () => {
  const { status, body } = await desk.write('/queues', { slug: 'repairs', name: 'Repairs' })
  const made = {
    ...{ slug: 'repairs', name: 'Repairs', assignment_policy: 'manual' },
    ...{ sla_plan_id: null, is_default: false },
  }
  expect({ status, data: body.data }).toEqual({
    status: 201,
    data: { id: expect.any(Number), ...made },
  })
  expect(await desk.audited('help_queue')).toEqual([
    {
      ...{ action: 'help_queue.created', before: null, after: made },
      target: { kind: 'help_queue', id: body.data.id },
    },
  ])
})

test('a slug that is taken is refused, by a new queue and by another name', async () => {
  const taken = refusal(409, 'conflict', 'slug')
  expect(await desk.write('/queues', { slug: 'billing', name: 'Again' })).toMatchObject(taken)
  expect(await desk.write('/queues/4', { slug: 'billing' })).toMatchObject(taken)
  expect((await desk.write('/queues/3', { slug: 'billing' })).status).toBe(200)
  expect(await desk.audited('help_queue')).toEqual([])
})

test('another default takes the place of the one before, and both changes are audited', async () => {
  const [former] = await defaults()
  expect((await desk.write('/queues/3', { is_default: true })).body.data.is_default).toBe(true)
  expect(await defaults()).toMatchObject([{ id: 3 }])
  const { body } = await desk.write('/queues', { slug: 'new', name: 'New', is_default: true })
  expect(await defaults()).toEqual([body.data])
  await desk.write(`/queues/${body.data.id}`, { is_default: true })
  const told = (id: unknown, is_default: boolean) => ({
    ...{ action: 'help_queue.updated', target: { kind: 'help_queue', id } },
    ...{ before: { is_default: !is_default }, after: { is_default } },
  })
  const log = (await desk.audited('help_queue')) as { action: string; target: { id: number } }[]
  const updates = log.filter(({ action }) => action === 'help_queue.updated')
  const wanted = [told(3, false), told(3, true), told(former?.id, false)]
  expect(updates).toHaveLength(3)
  expect(updates).toEqual(expect.arrayContaining(wanted))
})

test('one of ten queues that become the default at once is it', async () => {
  const many = Array.from({ length: 5 }, (_, i) =>
    desk.write('/queues', { slug: `new-${i}`, name: 'New', is_default: true }),
  )
  const others = [3, 4, 3, 4, 3].map((id) => desk.write(`/queues/${id}`, { is_default: true }))
  const statuses = (await Promise.all([...many, ...others])).map(({ status }) => status)
  expect(statuses).toEqual([...Array(5).fill(201), ...Array(5).fill(200)])
  expect(await defaults()).toHaveLength(1)
})

test('there is always a default: it is neither put down nor deleted', async () => {
  const [queue] = await defaults()
  expect(await desk.write(`/queues/${queue?.id}`, { is_default: false })).toMatchObject(
    refusal(409, 'conflict', 'is_default'),
  )
  expect(await desk.write(`/queues/${queue?.id}/delete`)).toMatchObject(refusal(409, 'conflict'))
  expect((await desk.write('/queues/3', { is_default: false })).status).toBe(200)
  expect(await defaults()).toEqual([queue])
})

test('deleteHelpQueue leaves its agents on their other queues', async () => {
  await desk.write('/agents/21', { queue_ids: [3, 4] })
  const { status, body } = await desk.write('/queues/4/delete')
  expect({ status, data: body.data }).toEqual({ status: 200, data: { id: 4, deleted: true } })
  expect((await desk.read('/agents/21')).body.data.queue_ids).toEqual([3])
  expect((await desk.read('/queues/4')).status).toBe(404)
  expect((await desk.write('/queues/4/delete')).status).toBe(404)
  expect((await desk.audited('help_queue'))[0]).toMatchObject({
    ...{ action: 'help_queue.deleted', before: { slug: 'returns' }, after: null },
  })
})

test('a partition has room for 500 queues', async () => {
  await platform.query(
    `insert into help_queues (tenant_id, slug, name)
     select $1, 'q' || n, 'Q' from generate_series(1, 497) n returning id`,
    [desk.tenant.live.tenantId],
  )
  expect(await desk.write('/queues', { slug: 'last', name: 'Last' })).toMatchObject(
    refusal(409, 'conflict'),
  )
})

test('queues are read with helpdesk:read, and managed with helpdesk:admin', async () => {
  const statuses = async (scope: string) => {
    const key = await desk.tenant.key({ scopes: [scope] })
    const read = await desk.read('/queues/3', key)
    const write = await desk.write('/queues/3', { name: 'Billing' }, key)
    return [read.status, write.status]
  }
  expect(await statuses('helpdesk:read')).toEqual([200, 403])
  expect(await statuses('helpdesk:write')).toEqual([403, 403])
  expect(await statuses('helpdesk:admin')).toEqual([403, 200])
})
