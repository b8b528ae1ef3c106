import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { fails, says, saysAndEnds, saysHalf, type ModelSays } from '../support/fake/model.ts'
import { openAiDesk, TICKET, type AiDesk } from '../support/http/ai-desk.ts'
import { hasCases, readCase } from '../support/help-cases.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

/** The hooks against a model on this machine, through all that can come of a call. */

let platform: Platform
let desk: AiDesk
/** The port of a server that does not wait long for a model: a busy machine makes no other answer of it. */
let impatient: number
beforeAll(async () => {
  platform = await startPlatform()
  impatient = (await platform.addServer({ modelTimeoutMs: 400 })).port
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openAiDesk(platform)
})
afterEach(() => platform.model.forget())

const QUESTION = { question: 'Who opened ticket 1234?' }
const INTENT = { intent: 'explain refund policy' }
const bodies: Readonly<Record<string, object>> = {
  ...{ 'reply-suggest': TICKET, summary: TICKET, categorize: TICKET, sentiment: TICKET },
  ...{ 'resolution-predict': TICKET, 'canned-generate': INTENT, 'knowledge-gaps': {} },
  ...{ 'audit-qa': QUESTION },
}
const hooks = Object.keys(bodies)
const ask = (hook: string, port?: number) => desk.ask(hook, bodies[hook], {}, port)
const model = () => platform.model
const sentiment = (confidence = 0.7) => ({ overall: 'frustrated', confidence, signals: ['x'] })
const usage = (prompt_tokens: number, completion_tokens: number) => ({
  ...{ prompt_tokens, completion_tokens },
  model: 'claude-haiku-4-5-20251001',
})
const failure = (error: string) => ({ status: 200, text: JSON.stringify({ ok: false, error }) })

test('the request of the documentation gives the answer of the documentation, word for word', async () => {
  const { status, text } = await platform.call('/api/v1/helpdesk/ai/sentiment', {
    ...{ host: desk.tenant.url, key: await desk.tenant.key() },
    body: '{"ticket_id":1234}',
  })
  expect({ status, text }).toEqual({
    status: 200,
    text: '{"ok":true,"data":{"overall":"frustrated","confidence":0.82,"signals":["second follow-up","wait time mentioned","all-caps emphasis"]},"usage":{"prompt_tokens":412,"completion_tokens":87,"model":"claude-haiku-4-5-20251001"}}',
  })
})

test('each hook answers with the fields of the documentation', async () => {
  model().answer = (asked, res) => {
    const properties = asked.body.tools?.[0]?.input_schema?.properties ?? {}
    const said: ModelSays = properties.suggestions
      ? { input: { suggestions: ['One.', 'Two.', 'Three.'] } }
      : properties.help_topic_id
        ? { input: { help_topic_id: 41, queue_id: 3, confidence: 0.9, reasoning: 'Why.' } }
        : properties.eta_hours
          ? { input: { eta_hours: 6, risk: 'high', next_action: 'Ask.', blockers: ['No id'] } }
          : properties.gaps
            ? { input: { gaps: [] } }
            : properties.overall
              ? { input: sentiment() }
              : { text: 'Hi {{requester.first_name}}' }
    says(said)(asked, res)
  }
  const answers = await Promise.all(hooks.map(async (hook) => [hook, (await ask(hook)).body]))
  const [toldPage] = model().asked.flatMap(({ data }) => data.weak_pages ?? [])
  const answered = { ok: true, usage: usage(412, 87) }
  const text = 'Hi {{requester.first_name}}'
  expect(Object.fromEntries(answers)).toEqual({
    'reply-suggest': { ...answered, suggestions: ['One.', 'Two.', 'Three.'] },
    summary: { ...answered, text },
    categorize: {
      ...answered,
      data: { help_topic_id: 41, queue_id: 3, confidence: 0.9, reasoning: 'Why.' },
    },
    sentiment: { ...answered, data: sentiment() },
    'resolution-predict': {
      ...answered,
      data: { eta_hours: 6, risk: 'high', next_action: 'Ask.', blockers: ['No id'] },
    },
    'canned-generate': { ...answered, text },
    'audit-qa': { ...answered, text },
    'knowledge-gaps': { ...answered, data: { gaps: [] }, weak_pages: [toldPage] },
  })
  expect(model().asked[0]?.headers.authorization).toBe('Bearer sk-ant-of-the-documentation')
  expect(model().asked.every(({ body }) => body.stream && body.max_tokens > 0)).toBe(true)
})

/** The things that a model, or its provider, may do instead of answering. */
const outcomes = [
  ['refused', 'provider_error', () => says({ text: 'I cannot.', stop: 'refusal' }), 1],
  ['overloaded', 'provider_error', () => fails(529, 'overloaded_error'), 1],
  ['overloaded', 'provider_error', () => fails(429, 'rate_limit_error'), 1],
  ['failed', 'provider_error', () => fails(500, 'api_error'), 1],
  ['failed', 'provider_error', () => fails(400, 'invalid_request_error'), 1],
  ['key_refused', 'no_key', () => fails(401, 'authentication_error'), 1],
  ['key_refused', 'no_key', () => fails(403, 'permission_error'), 1],
  ['failed', 'provider_error', () => saysHalf({ text: 'Half an answer' }, 3), 1],
  ['failed', 'provider_error', () => saysAndEnds({ text: 'Half an answer' }, 3), 1],
  ['timed_out', 'provider_error', () => saysHalf({ text: 'Half an answer' }, 3, false), 1],
  ['timed_out', 'provider_error', () => () => undefined, 1],
  ['malformed', 'malformed_json', () => says({ text: '  ' }), 2],
  ['malformed', 'malformed_json', () => says({ text: 'Too lo', stop: 'max_tokens' }), 2],
] as const

test.each(outcomes)(
  '%s: every hook tells it as %s with 200, and the ledger has each call',
  async (outcome, code, answer, calls) => {
    model().answer = answer()
    const port = outcome === 'timed_out' ? impatient : undefined
    const answers = await Promise.all(hooks.map((hook) => ask(hook, port)))
    for (const each of answers) expect(each).toMatchObject(failure(code))
    const made = await desk.calls()
    expect(made.map((each) => each.outcome)).toEqual(Array(hooks.length * calls).fill(outcome))
    expect(made.filter((each) => each.is_repair)).toHaveLength(hooks.length * (calls - 1))
    expect(new Set(made.map((each) => each.hook)).size).toBe(hooks.length)
  },
)

test.each([
  ['no JSON', { text: 'Sure!' }],
  ['a field too many', { input: { ...sentiment(), queue_id: 999 } }],
  ['a field too few', { input: { overall: 'happy' } }],
  ['a number beyond its bounds', { input: sentiment(1.7) }],
  ['a value that the contract does not know', { input: { ...sentiment(), overall: 'GREAT' } }],
  ['a call of a tool that nobody offered', { input: sentiment(), tool: 'set_status' }],
  ['a list in place of an object', { text: '[]' }],
] as [string, ModelSays][])(
  'an answer with %s is asked for once more, and then malformed',
  async (_, said) => {
    model().answer = says(said)
    expect(await desk.ask('sentiment')).toMatchObject(failure('malformed_json'))
    expect(model().asked).toHaveLength(2)
    const [first, second] = model().asked.map(({ body }) => body.messages[0].content)
    expect(second[0]).toEqual(first[0])
    expect(second[1].text).toMatch(/^An earlier answer was refused because .+\. Answer again\.$/)
    model().next(says(said), says({ input: sentiment() }))
    expect((await desk.ask('sentiment')).body).toMatchObject({ ok: true, data: sentiment() })
  },
)

const ofCases = hasCases ? test : test.skip

ofCases('i02: a prose answer in a fence is repaired, and both calls are counted', async () => {
  const { hook, model_answers, second_run_answers } = readCase('i02')
  const said = (answers: Json[]) =>
    answers.map(({ stop_reason: stop, ...rest }) => says({ ...rest, stop }))
  model().next(...said(model_answers))
  const [, { text }] = model_answers
  expect((await desk.ask(hook)).body).toEqual({
    ...{ ok: true, data: JSON.parse(text), usage: usage(240, 38) },
  })
  model().forget()
  model().next(...said(second_run_answers))
  const key = { 'idempotency-key': 'wrong-twice' }
  expect(await desk.ask(hook, TICKET, key)).toMatchObject(failure('malformed_json'))
  expect(model().asked).toHaveLength(2)
  const [, , ...wrong] = await desk.calls()
  const sum = (name: string) => wrong.reduce((all, each) => all + each[name], 0)
  expect([sum('input_tokens'), sum('output_tokens')]).toEqual([210, 3])
  // It is not kept under its key: the same request asks the model anew.
  expect((await desk.ask(hook, TICKET, key)).body.ok).toBe(true)
})

ofCases('i03: input that is cached counts as input, at its own price', async () => {
  const { hook, model_answer, price_per_million: price } = readCase('i03')
  const counted = model_answer.usage
  model().next(says({ text: 'Problem: x', usage: counted }))
  const { body } = await desk.ask(hook)
  expect(body.usage).toEqual(usage(10_007, 50))
  const cost_usd =
    (counted.input_tokens * price.input +
      counted.cache_creation_input_tokens * price.cache_write +
      counted.cache_read_input_tokens * price.cache_read +
      counted.output_tokens * price.output) /
    1e6
  expect(cost_usd).toBeCloseTo(0.003557, 9)
  const [call] = await desk.calls()
  expect(call).toMatchObject({
    ...{ hook, prompt: 'summary.1', outcome: 'answered', ticket_id: 1234, input_tokens: 7 },
    ...{ cache_write_tokens: 2000, cache_read_tokens: 8000, output_tokens: 50 },
  })
  expect(call.cost_usd).toBeCloseTo(cost_usd, 9)
  const { spent_usd } = (await desk.console('/settings')).body.data
  expect(spent_usd).toBeCloseTo(cost_usd + 0.000847, 9)
})

test('blocks of text are joined, and a tool beside a text is the answer', async () => {
  model().next(says({ text: ['Problem: a', '\nTried: b'] }))
  expect((await desk.ask('summary')).body.text).toBe('Problem: a\nTried: b')
  model().next(says({ text: 'Here it is.', input: sentiment() }))
  expect((await desk.ask('sentiment')).body.data).toEqual(sentiment())
})

test('the ledger adds up to the usage of the answers, and to what the month has cost', async () => {
  const answers = []
  for (const hook of hooks) answers.push((await ask(hook)).body)
  model().next(fails(529, 'overloaded_error'))
  await desk.ask('summary')
  const calls = await desk.calls()
  const sum = (rows: Record<string, number>[], name: string) =>
    rows.reduce((all, each) => all + (each[name] as number), 0)
  const told = answers.map((each) => each.usage)
  expect(calls).toHaveLength(hooks.length + 1)
  expect(sum(calls, 'input_tokens')).toBe(sum(told, 'prompt_tokens'))
  expect(sum(calls, 'output_tokens')).toBe(sum(told, 'completion_tokens'))
  const { by_hook, spent_usd } = (await desk.console('/usage')).body.data
  expect(sum(by_hook, 'calls')).toBe(calls.length + 1)
  expect(sum(by_hook, 'failed_calls')).toBe(1)
  expect(spent_usd).toBeCloseTo(sum(calls, 'cost_usd') + 0.000847, 9)
  const failed = await desk.console('/calls?outcome=overloaded&hook=summary')
  expect(failed.body).toMatchObject({ total_count: 1, data: [{ outcome: 'overloaded' }] })
})

test('a ticket that is not there, of another tenant, or of nobody who wrote', async () => {
  const hooksOfTickets = hooks.filter((hook) => bodies[hook] === TICKET)
  const other = await openAiDesk(platform)
  const theirs = await other.write('/tickets', { subject: 'Theirs', body: 'Secret.' })
  for (const ticket_id of [999_999, theirs.body.data.id])
    for (const hook of hooksOfTickets)
      expect(await desk.ask(hook, { ticket_id })).toMatchObject(failure('ticket_not_found'))
  await platform.query('delete from help_ticket_messages where tenant_id = $1', [
    desk.tenant.live.tenantId,
  ])
  expect(await desk.ask('sentiment')).toMatchObject(failure('no_requester_text'))
  expect(model().asked).toEqual([])
  for (const body of [{}, { ticket_id: 'HD-000001' }, { ticket_id: 0 }])
    expect(await desk.ask('summary', body)).toMatchObject(
      refusal(422, 'validation_failed', 'ticket_id'),
    )
})

test('a category names what was offered alone: no topic of another tenant, no queue 999', async () => {
  const category = { help_topic_id: 41, queue_id: 3, confidence: 1, reasoning: 'So.' }
  const other = await openAiDesk(platform)
  const topic = await other.write('/help-topics', { slug: 'theirs', name: 'Theirs' })
  for (const wrong of [{ queue_id: 999 }, { help_topic_id: topic.body.data.id }]) {
    model().answer = says({ input: { ...category, ...wrong } })
    expect(await desk.ask('categorize')).toMatchObject(failure('malformed_json'))
  }
  model().answer = says({ input: { ...category, help_topic_id: null } })
  expect((await desk.ask('categorize')).body.data).toEqual({ ...category, help_topic_id: null })
})

test('gaps are clustered whatever the order and the spelling in which the model names them', async () => {
  const open = async (subject: string) =>
    (await desk.write('/tickets', { subject, body: `${subject}?` })).body.data.id as number
  const ids = [await open('Refund'), await open('Invoice'), await open('Parcel')] as const
  const gaps = [
    { question: 'How long does a refund take?', ticket_ids: [ids[1], 1234] },
    { question: 'Where is my parcel?', ticket_ids: [ids[2]] },
    { question: ' how long  does a REFUND take ', ticket_ids: [ids[0], 1234] },
    { question: 'Where is the invoice', ticket_ids: [ids[1], ids[2]] },
  ]
  const answered = async (given: object[]) => {
    model().next(says({ input: { gaps: given } }))
    return (await desk.ask('knowledge-gaps')).body.data.gaps
  }
  const clusters = await answered(gaps)
  expect(clusters).toEqual([
    { question: 'How long does a refund take?', ticket_ids: [1234, ids[0], ids[1]] },
    { question: 'Where is the invoice', ticket_ids: [ids[1], ids[2]] },
  ])
  const again = await answered([gaps[0] as object, ...gaps.slice(1).reverse()])
  expect(again).toEqual(clusters)
  model().answer = says({ input: { gaps: [{ question: 'Why?', ticket_ids: [1, 1234] }] } })
  expect(await desk.ask('knowledge-gaps')).toMatchObject(failure('malformed_json'))
})

test('a canned text has placeholders that exist, or is asked for once more', async () => {
  for (const text of ['Hi {{nobody.knows}}', 'Hi {{#requester}}x', 'Hi {{> partial}}']) {
    model().answer = says({ text })
    expect(await ask('canned-generate')).toMatchObject(failure('malformed_json'))
  }
  model().next(says({ text: 'Hi {{first}}' }), says({ text: 'Hi {{{requester.name}}}' }))
  expect((await ask('canned-generate')).body.text).toBe('Hi {{{requester.name}}}')
})

test('an answer about the audit log cites entries that it was given, each of them', async () => {
  await desk.write('/tickets/1234/status', { status: 'pending' })
  const log = (await desk.read('/audit')).body.data.map(({ id }: { id: number }) => id) as number[]
  const asked = () => desk.ask('audit-qa', QUESTION)
  const right = `Somebody did [#${log[0]}], after all [#${log[0]}, #${log[1]}].`
  model().next(says({ text: right }))
  expect((await asked()).body).toMatchObject({ ok: true, text: right })
  const { data } = model().asked[0] as (typeof platform.model.asked)[number]
  expect(data.question).toBe(QUESTION.question)
  expect(data.events.map(({ id }: { id: number }) => id)).toEqual(log)
  for (const wrong of [`So [#${log[0]}, #1].`, 'So [#99999999999999999999].', 'See #7.']) {
    model().answer = says({ text: wrong })
    expect(await asked()).toMatchObject(failure('malformed_json'))
  }
  model().answer = says({ text: 'The events do not say.' })
  expect((await asked()).body.ok).toBe(true)
  const blank = await desk.ask('audit-qa', { question: '' })
  expect(blank).toMatchObject(refusal(422, 'validation_failed', 'question'))
})
