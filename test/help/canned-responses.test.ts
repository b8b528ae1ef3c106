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

/** A canned response with this text, as a reply to the ticket of the documentation or another one would have it. */
async function preview(body_md: string, ticket_id = 1234) {
  const { body } = await desk.write('/canned-responses', {
    ...welcome,
    slug: `t-${++made}`,
    body_md,
  })
  const answer = await desk.write(`/canned-responses/${body.data.id}/preview`, { ticket_id })
  expect((await desk.read(`/canned-responses/${body.data.id}`)).body.data).toMatchObject({
    ...{ body_md, use_count: 0 },
  })
  return answer
}
let made = 0

const opened = async (name: string, email = 'ann@example.org') => {
  const requester = { email, name }
  const { body } = await desk.write('/tickets', { subject: 'S', body: 'B', requester })
  return body.data.id as number
}

test('a name is text in HTML, whatever it holds and with however many braces it is written', async () => {
  const ann = await opened('<b>Ann</b>')
  const template = '{{requester.first_name}}, {{{requester.first_name}}}, {{nobody.knows}}'
  expect((await preview(template, ann)).body.data).toEqual({
    text: '<b>Ann</b>, <b>Ann</b>, ',
    html: '<p>&lt;b&gt;Ann&lt;/b&gt;, &lt;b&gt;Ann&lt;/b&gt;, </p>',
    unknown: ['nobody.knows'],
  })
  const eve = await opened('<img src=x onerror=alert(1)>', 'eve@example.org')
  for (const braces of ['{{requester.name}}', '{{{requester.name}}}', '{{& requester.name}}']) {
    const { html, unknown } = (await preview(`Hello ${braces}`, eve)).body.data
    expect({ html, unknown }).toEqual({
      html: '<p>Hello &lt;img src=x onerror=alert(1)&gt;</p>',
      unknown: [],
    })
  }
})

test.each([
  ['Hi {{requester.nickname}}!', 'Hi !', ['requester.nickname']],
  ['Hi {{agent.nobody}} {{agent.nobody}} {{> it}}', 'Hi   ', ['agent.nobody', 'it']],
  ['{{queue.name}} / {{ticket.reference}}', 'Billing / HD-001234', []],
  ['{{#requester}}{{name}}{{/requester}}{{^agent.name}}nobody{{/agent.name}}', 'Ada', []],
  ['{{=<% %>=}}<% requester.name %>', 'Ada', []],
  ['{{toString}}{{constructor}}{{__proto__}}', '', ['toString', 'constructor', '__proto__']],
] as [string, string, string[]][])('%s reads %j', async (template, text, unknown) => {
  expect((await preview(template)).body.data).toMatchObject({ text, unknown })
})

test('a value is no Markdown, and what is written is safe HTML', async () => {
  await desk.write('/queues/3', { name: 'R&D *[x](javascript:a)*' })
  const written = [
    '**{{queue.name}}** `{{ticket.reference}}` [here](https://example.org/?q={{queue.name}})',
    '<script>a()</script><p onclick="a()">hi</p> [bad](javascript:a)',
  ]
  const { html } = (await preview(written.join('\n\n'))).body.data
  expect(html).toBe(
    '<p><strong>R&amp;D *[x](javascript:a)*</strong> <code>HD-001234</code> ' +
      '<a href="https://example.org/?q=R%26D%20*%5Bx%5D(javascript%3Aa)*">here</a></p>\n' +
      '<p>hi</p> [bad](javascript:a)',
  )
})

test('a text that cannot be read, and a ticket or a canned response that is not there', async () => {
  expect(await preview('{{#requester}}x')).toMatchObject({
    ...refusal(422, 'validation_failed', 'body_md'),
    text: expect.stringContaining('Unclosed section \\"requester\\"'),
  })
  expect(await preview('x', 999_999)).toMatchObject(refusal(422, 'validation_failed', 'ticket_id'))
  const nowhere = await desk.write('/canned-responses/999999/preview', { ticket_id: 1234 })
  expect(nowhere.status).toBe(404)
})

test('a reply that was made with a canned response counts as its use', async () => {
  const use = (canned_response_id: number) =>
    desk.write('/tickets/1234/reply', { body: 'On its way.', canned_response_id })
  const uses = async () => (await desk.read('/canned-responses/51')).body.data.use_count
  const before = await uses()
  const made = await Promise.all([use(51), use(51)])
  expect(made.map(({ status }) => status)).toEqual([201, 201])
  expect(await use(999_999)).toMatchObject(refusal(422, 'validation_failed', 'canned_response_id'))
  expect(await uses()).toBe(before + 2)
})
