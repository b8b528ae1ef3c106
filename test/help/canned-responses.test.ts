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

const welcome = { slug: 'welcome', title: 'Welcome', body_md: 'Hello.' }
const slugs = async (query = '') => {
  const { body } = await desk.read(`/canned-responses?limit=100&${query}`)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ slug }: { slug: string }) => slug) as string[]
}

test('createCannedResponse is for all queues, offered, and in the middle unless it says otherwise', async () => {
  const { status, body } = await desk.write('/canned-responses', welcome)
  const usual = { queue_id: null, is_active: true, sort_order: 100 }
  expect({ status, data: body.data }).toEqual({
    status: 201,
    data: { id: expect.any(Number), ...welcome, ...usual, use_count: 0 },
  })
  expect(await desk.audited('canned_response')).toEqual([
    {
      action: 'canned_response.created',
      target: { kind: 'canned_response', id: body.data.id },
      ...{ before: null, after: { ...welcome, ...usual } },
    },
  ])
})

test.each([
  'Dear {{requester.first_name}},\n\n{{ticket.reference}} in {{queue.name}}.',
  '{{#open}}never closed, {{{raw}}} {{> partial}} {{unknown.word}}',
  '  # Title\r\n\t<b>&amp; "quotes"</b> \\{{',
])('placeholders and Markdown are kept as they were written: %j', async (body_md) => {
  const { body } = await desk.write('/canned-responses', { ...welcome, body_md })
  expect(body.data.body_md).toBe(body_md)
  const read = await desk.read(`/canned-responses/${body.data.id}`)
  expect(read.body.data.body_md).toBe(body_md)
})

test('they are listed by sort_order and then by age, of a queue and whether they are offered', async () => {
  await desk.write('/canned-responses', { ...welcome, sort_order: 1 })
  await desk.write('/canned-responses', {
    ...welcome,
    slug: 'later',
    queue_id: 3,
    is_active: false,
  })
  expect(await slugs()).toEqual(['welcome', 'refund-sent', 'later'])
  expect(await slugs('queue_id=3')).toEqual(['refund-sent', 'later'])
  expect(await slugs('is_active=true')).toEqual(['welcome', 'refund-sent'])
  expect(await slugs('queue_id=3&is_active=false')).toEqual(['later'])
  await desk.write('/canned-responses/51', { queue_id: null, is_active: false, sort_order: 0 })
  expect(await slugs()).toEqual(['refund-sent', 'welcome', 'later'])
  expect(await slugs('queue_id=3')).toEqual(['later'])
  expect(await slugs('is_active=true')).toEqual(['welcome'])
})

test('one names a queue that is there, and keeps it from being deleted', async () => {
  expect(await desk.write('/canned-responses/51', { queue_id: 999 })).toMatchObject(
    refusal(422, 'validation_failed', 'queue_id', 'not_found'),
  )
  await desk.write('/canned-responses/51', { queue_id: 4 })
  expect(await desk.write('/queues/4/delete')).toMatchObject(refusal(409, 'conflict'))
  await desk.write('/canned-responses/51/delete')
  expect((await desk.write('/queues/4/delete')).status).toBe(200)
  expect((await desk.read('/canned-responses/51')).status).toBe(404)
})

test('a slug that is taken is refused', async () => {
  const taken = refusal(409, 'conflict', 'slug')
  const { body } = await desk.write('/canned-responses', welcome)
  const again = { ...welcome, slug: 'refund-sent' }
  expect(await desk.write('/canned-responses', again)).toMatchObject(taken)
  const at = `/canned-responses/${body.data.id}`
  expect(await desk.write(at, { slug: 'refund-sent' })).toMatchObject(taken)
})
