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

const slugs = async (query = '') => {
  const { body } = await desk.read(`/help-topics?limit=100&${query}`)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ slug }: { slug: string }) => slug) as string[]
}
const returns = { slug: 'returns', name: 'Returns' }

test('createHelpTopic makes a topic that is active, for the default queue, without fields', async () => {
  const { status, body } = await desk.write('/help-topics', returns)
  const usual = {
    ...{ queue_id: null, default_priority: 'normal', custom_fields: [] },
    ...{ is_active: true, sort_order: 100 },
  }
  expect({ status, data: body.data }).toEqual({
    status: 201,
    data: { id: expect.any(Number), ...returns, ...usual },
  })
  expect((await desk.read(`/help-topics/${body.data.id}`)).body.data).toEqual(body.data)
  expect(await desk.audited('help_topic')).toEqual([
    {
      ...{ action: 'help_topic.created', target: { kind: 'help_topic', id: body.data.id } },
      ...{ before: null, after: { ...returns, ...usual } },
    },
  ])
})

test('requesters see the topics that are active, by sort_order and then by age', async () => {
  await desk.write('/help-topics', { ...returns, sort_order: 7 })
  await desk.write('/help-topics', { slug: 'other', name: 'Other' })
  expect(await slugs()).toEqual(['returns', 'invoices', 'other'])
  expect(await slugs('is_active=false')).toEqual(['fairs'])
  await desk.write('/help-topics/41', { is_active: false })
  await desk.write('/help-topics/42', { is_active: true, sort_order: 0 })
  expect(await slugs()).toEqual(['fairs', 'returns', 'other'])
  expect(await slugs('is_active=false')).toEqual(['invoices'])
})

test('pages go on where topics of one sort_order are parted', async () => {
  for (let i = 0; i < 5; i++) await desk.write('/help-topics', { slug: `t-${i}`, name: 'T' })
  const all = await slugs()
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await desk.read(`/help-topics?limit=2&cursor=${cursor}`)
    seen.push(...body.data.map(({ slug }: { slug: string }) => slug))
    cursor = body.next_cursor ?? ''
  } while (cursor)
  expect(seen).toEqual(all)
})

test('fields keep their order and say what they are; they are replaced as a whole', async () => {
  const text = { key: 'order', label: 'Order', type: 'text' }
  const select = { key: 'reason', label: 'Why?', type: 'select', options: ['Broken', 'Late'] }
  const custom_fields = [{ ...select, is_required: true }, text]
  const { body } = await desk.write('/help-topics', { ...returns, custom_fields })
  expect(body.data.custom_fields).toEqual([
    { ...select, is_required: true },
    { ...text, is_required: false, options: [] },
  ])
  const at = `/help-topics/${body.data.id}`
  expect((await desk.write(at, { name: 'Back' })).body.data.custom_fields).toHaveLength(2)
  const { body: changed } = await desk.write(at, { custom_fields: [text] })
  expect(changed.data.custom_fields).toEqual([{ ...text, is_required: false, options: [] }])
})

test('every fault of the fields is told by its place', async () => {
  const field = { key: 'a', label: 'A', type: 'text' }
  const { status, body } = await desk.write('/help-topics', {
    ...returns,
    custom_fields: [
      field,
      field,
      { ...field, key: 'b', type: 'select' },
      { ...field, key: 'c', options: ['x'] },
    ],
  })
  expect(status).toBe(422)
  expect(body.error.details.map((one: Record<string, string>) => [one.field, one.code])).toEqual([
    ['custom_fields[1].key', 'duplicate'],
    ['custom_fields[2].options', 'required'],
    ['custom_fields[3].options', 'not_allowed'],
  ])
})

test('a topic names a queue that is there, and keeps it from being deleted', async () => {
  expect(await desk.write('/help-topics', { ...returns, queue_id: 999 })).toMatchObject(
    refusal(422, 'validation_failed', 'queue_id', 'not_found'),
  )
  await desk.write('/help-topics/41', { queue_id: 4 })
  expect(await desk.write('/queues/4/delete')).toMatchObject(refusal(409, 'conflict'))
  await desk.write('/help-topics/41', { queue_id: null })
  expect((await desk.write('/queues/4/delete')).status).toBe(200)
})

test('a queue that is deleted while topics come to name it leaves no fault behind', async () => {
  const made = Array.from({ length: 5 }, (_, i) =>
    desk.write('/help-topics', { slug: `t-${i}`, name: 'T', queue_id: 4 }),
  )
  const statuses = (await Promise.all([...made, desk.write('/queues/4/delete')])).map(
    ({ status }) => status,
  )
  const deleted = statuses.pop() === 200
  expect(new Set(statuses)).toEqual(new Set([deleted ? 422 : 201]))
})

test('a slug that is taken is refused; a topic that is deleted is gone', async () => {
  const taken = refusal(409, 'conflict', 'slug')
  expect(await desk.write('/help-topics', { ...returns, slug: 'fairs' })).toMatchObject(taken)
  expect(await desk.write('/help-topics/41', { slug: 'fairs' })).toMatchObject(taken)
  expect((await desk.write('/help-topics/42/delete')).status).toBe(200)
  expect((await desk.read('/help-topics/42')).status).toBe(404)
  expect((await desk.write('/help-topics/41', { slug: 'fairs' })).status).toBe(200)
})
