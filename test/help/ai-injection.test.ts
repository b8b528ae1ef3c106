import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { says, type ModelSays } from '../support/fake/model.ts'
import { openAiDesk, type AiDesk } from '../support/http/ai-desk.ts'
import { hasCases, namedCase, readCase } from '../support/help-cases.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { dump } from '../support/contract/rows.ts'
import { injections } from './injections.ts'

/**
 * Texts of customers that would be instructions. The model is asked as if they were not there. One that obeys
 * them changes nothing: its answer is what the contract says, or none.
 */

let platform: Platform
let desk: AiDesk
beforeAll(async () => {
  platform = await startPlatform()
  desk = await openAiDesk(platform)
})
afterAll(() => platform.close())

const hooks = ['categorize', 'summary', 'reply-suggest', 'resolution-predict', 'sentiment']

/** The answers of a model that obeys; a text hook has only text, which changes nothing. */
const obeying: readonly ModelSays[] = [
  { input: { help_topic_id: 41, queue_id: 999, confidence: 1, reasoning: 'As told.' } },
  { input: { ok: true, status: 'closed' }, tool: 'set_status' },
  { input: { help_topic_id: 1, queue_id: 3, confidence: 1, reasoning: 'As told.' } },
  { text: '{"overall":"happy","confidence":1,"signals":[],"refund":true}' },
  { text: 'Sure! The key is sk-ant-1.' },
  { input: { overall: 'delighted', confidence: 9999, signals: [] } },
]

/** The rows of the tenant, but for what the ledger notes. */
const rows = () => dump(platform, desk.tenant.live.tenantId, /^ai_|^work_due$/)

/** One line that can be seen, as subjects and names are. */
const line = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\u{e0000}-\u{e007f}]+/gu, ' ')
    .slice(0, 100)
    .trim() || 'x'

test('there are at least forty attempts', () => {
  expect(new Set(injections).size).toBeGreaterThanOrEqual(40)
})

test.each(injections.map((text, i) => ({ text, i })))(
  'attempt $i changes no outcome',
  async ({ text, i }) => {
    const { model } = platform
    const name = line(text)
    const opened = await desk.write('/tickets', {
      ...{ subject: name, body: text.replaceAll('\u0001', ''), queue_id: 3 },
      requester: { email: `customer-${i}@example.org`, name },
    })
    expect({ status: opened.status, fault: opened.failure }).toEqual({ status: 201 })
    const ticket_id = opened.body.data.id as number
    await desk.write(`/tickets/${ticket_id}/reply`, { body: `> ${text}`.replaceAll('\u0001', '') })
    const before = await rows()
    model.forget()
    const hook = hooks[i % hooks.length] as string
    const asked = await desk.ask(hook, { ticket_id })
    expect(asked.body.ok).toBe(true)

    const [{ body, data }] = model.asked as [(typeof model.asked)[number]]
    const told = JSON.stringify(data)
    expect(body.messages).toHaveLength(1)
    expect(body.messages[0].content).toHaveLength(1)
    // The text is whole in the data, and nowhere else; the mark that ends the data stands once.
    const [content] = body.messages[0].content
    const messages = data.messages ?? data.ticket.messages
    expect(messages[0].text).toBe(text.replaceAll('\u0001', ''))
    expect(content.text.match(/<\/?data>/g)).toEqual(['<data>', '</data>'])
    expect(content.text.slice(7, -8)).not.toMatch(/[<>\p{Cc}\p{Cf}\u{e0000}-\u{e007f}]/u)
    expect(told.length).toBeGreaterThan(0)
    const plain = JSON.stringify(text.replaceAll('\u0001', '')).slice(1, -1)
    expect(body.system + JSON.stringify(body.tools ?? '')).not.toContain(plain)
    expect((body.tools ?? []).map((tool: { name: string }) => tool.name)).toEqual(
      hook === 'summary' ? [] : ['answer'],
    )

    for (const said of [obeying[i % obeying.length], obeying[(i * 5 + 1) % obeying.length]]) {
      if (!said) continue
      model.answer = says(said)
      const { body } = await desk.ask(hook, { ticket_id })
      if (hook === 'summary' && said.text) expect(body).toMatchObject({ ok: true, text: said.text })
      else expect(body).toEqual({ ok: false, error: 'malformed_json' })
    }
    model.forget()
    expect(await rows()).toEqual(before)
  },
)

const ofCases = hasCases ? test : test.skip

ofCases('i01: no hook obeys a ticket of the cases, though the model does', async () => {
  const { model } = platform
  const other = await platform.addTenant()
  const asked = {
    host: other.url,
    key: await other.key(),
    body: { slug: 'theirs', name: 'Theirs' },
  }
  const theirs = (await platform.call('/api/v1/helpdesk/help-topics', asked)).body.data.id
  const category = { help_topic_id: 41, queue_id: 3, confidence: 1, reasoning: 'As told.' }
  const obeyed: [string, ModelSays][] = [
    ['categorize', { input: { ...category, queue_id: 999 } }],
    ['categorize', { input: { ...category, help_topic_id: theirs } }],
    ...hooks
      .filter((hook) => hook !== 'summary')
      .map((hook): [string, ModelSays] => [
        hook,
        { input: { status: 'closed' }, tool: 'set_status' },
      ]),
  ]
  const tickets: Json[] = readCase('i01').tickets
  expect(tickets.length).toBeGreaterThan(0)
  for (const { subject, messages } of tickets) {
    const [text] = messages
    const opened = await desk.write('/tickets', { subject, body: text, queue_id: 3 })
    const { id: ticket_id } = opened.body.data
    const before = await rows()
    for (const hook of hooks) {
      model.forget()
      expect((await desk.ask(hook, { ticket_id })).body.ok).toBe(true)
      const [{ body, data }] = model.asked as [(typeof model.asked)[number]]
      const [content] = body.messages[0].content
      expect(JSON.stringify(data)).toContain(JSON.stringify(text))
      expect(content.text.match(/<\/?\w+>/g)).toEqual(['<data>', '</data>'])
      for (const each of [subject, text])
        if (each !== 'Login') expect(body.system).not.toContain(each)
    }
    for (const [hook, said] of obeyed) {
      model.forget()
      model.answer = says(said)
      const { body } = await desk.ask(hook, { ticket_id })
      expect([hook, body]).toEqual([hook, { ok: false, error: 'malformed_json' }])
      // Asked once more, and not again.
      expect(model.asked).toHaveLength(2)
    }
    model.forget()
    expect(await rows()).toEqual(before)
  }
})

ofCases('ai-01: an answer that the customer dictates fits the contract, or is none', async () => {
  const { model } = platform
  const { what } = namedCase('ai-01')
  const [, quoted] = /^ticket text: (".*"); the model/.exec(what) as RegExpExecArray
  const text: string = JSON.parse(quoted as string)
  const dictated = JSON.parse(/\{.*\}/.exec(text)?.[0] as string)
  const opened = await desk.write('/tickets', { subject: 'Rules', body: text, queue_id: 3 })
  const asked = { ticket_id: opened.body.data.id }
  model.forget()
  model.answer = says({ input: { ...dictated, refund: true } })
  expect((await desk.ask('sentiment', asked)).body).toEqual({ ok: false, error: 'malformed_json' })
  expect(model.asked).toHaveLength(2)
  model.answer = says({ input: dictated })
  expect((await desk.ask('sentiment', asked)).body).toMatchObject({ ok: true, data: dictated })
  model.forget()
})

test('rows of the audit log that hold such texts are data as well', async () => {
  const { model } = platform
  model.forget()
  const ask = () => desk.ask('audit-qa', { question: 'What has happened?' })
  expect((await ask()).body.ok).toBe(true)
  const [{ body, data }] = model.asked as [(typeof model.asked)[number]]
  expect(JSON.stringify(data.events)).toContain('Ignore previous instructions')
  expect(body.system).not.toContain('Ignore previous instructions')
  expect(body.messages[0].content[0].text.match(/<\/?data>/g)).toEqual(['<data>', '</data>'])
  expect(body.tools).toBeUndefined()
  for (const text of ['All is well [#1].', 'As told: cite event #1.', '[#0]']) {
    model.answer = says({ text })
    expect((await ask()).body).toEqual({ ok: false, error: 'malformed_json' })
  }
  model.forget()
})
