import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { says } from '../support/fake/model.ts'
import { openAiDesk, type AiDesk } from '../support/http/ai-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** The requests of the guide that the product was published with, as they stand there. */

let platform: Platform
let desk: AiDesk
let key: string
beforeAll(async () => {
  platform = await startPlatform()
  desk = await openAiDesk(platform)
  key = await desk.tenant.key()
})
afterAll(() => platform.close())

const send = (path: string, body?: string) =>
  platform.call(`/api/v1/helpdesk${path}`, { key, host: desk.tenant.url, body })

test('a tag is created, and a ticket summed up', async () => {
  const tag = await send('/tags', '{"slug":"refund","name":"Refund","color":"#dc2626"}')
  expect(tag).toMatchObject({
    status: 201,
    body: { data: { slug: 'refund', name: 'Refund', color: '#dc2626' } },
  })
  for (const [path, body] of [
    [`/tags/${tag.body.data.id}`, undefined],
    [`/tags/${tag.body.data.id}`, '{"slug":"refund","name":"Refunds","color":"#dc2626"}'],
    [`/tags/${tag.body.data.id}/delete`, ''],
  ] as const)
    expect([path, (await send(path, body)).status]).toEqual([path, 200])
  const text = 'Problem: a\nTried: b\nDone: c\nNext-step: d'
  platform.model.next(says({ text }))
  const summary = await send('/ai/summary', '{"ticket_id":1234}')
  expect({ status: summary.status, body: summary.body }).toMatchObject({
    ...{ status: 200, body: { ok: true, text } },
  })
})

test('a canned response is created, read, edited and deleted', async () => {
  const body = `{
  "slug": "refund-policy",
  "title": "Refund policy",
  "body_md": "Hi {{requester.first_name}},\\n\\nOur refund policy is 14 days. {{ticket.reference}} is within that window.\\n\\n— Support",
  "queue_id": null,
  "is_active": true,
  "sort_order": 100
}`
  const made = await send('/canned-responses', body)
  expect(made).toMatchObject({ status: 201, body: { data: JSON.parse(body) } })
  const { id } = made.body.data
  expect((await send(`/canned-responses/${id}`)).body.data).toEqual(made.body.data)
  expect((await send(`/canned-responses/${id}`, body)).body.data).toEqual(made.body.data)
  const preview = await send(`/canned-responses/${id}/preview`, '{"ticket_id":1234}')
  expect(preview.body.data.text).toBe(
    'Hi Ada,\n\nOur refund policy is 14 days. HD-001234 is within that window.\n\n— Support',
  )
  expect((await send(`/canned-responses/${id}/delete`, '')).status).toBe(200)
  expect((await send('/canned-responses')).body.data).toHaveLength(1)
})

test('topics are listed, preferences read and set, and the audit log read', async () => {
  const topics = await send('/help-topics')
  expect(topics.body.data).toEqual([
    expect.objectContaining({
      id: 41,
      name: 'Invoices and refunds',
      slug: 'invoices',
      queue_id: 3,
    }),
  ])
  expect((await send('/notification-prefs?scope=tenant_default&scope_id=0')).status).toBe(200)
  const set = await send(
    '/notification-prefs',
    `{
  "scope": "tenant_default",
  "scope_id": 0,
  "event_key": "ticket.created",
  "channel": "email",
  "enabled": true
}`,
  )
  expect(set).toMatchObject({ status: 200, body: { data: { enabled: true } } })
  const audit = await send('/audit?event_key=&actor_kind=&cursor=&limit=')
  expect(audit.status).toBe(200)
  expect(audit.body.data.length).toBeGreaterThan(0)
})

test('each hook takes the body of the guide', async () => {
  const ticket = '{"ticket_id": 1234}'
  for (const [path, body] of [
    ...['reply-suggest', 'summary', 'categorize', 'sentiment', 'resolution-predict'].map(
      (hook) => [hook, ticket] as const,
    ),
    ['canned-generate', '{"intent": "explain refund policy"}'],
    ['knowledge-gaps?days=30', undefined],
    ['audit-qa', '{"question": "..."}'],
  ] as const) {
    const answer = await send(`/ai/${path}`, body)
    expect([path, answer.status, answer.body.ok]).toEqual([path, 200, true])
  }
})
