import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bodyOf, deref, table, type Node } from '../support/contract/contract.ts'
import { exampleOf, examplesOf, toCall, type ExampleRequest } from '../support/contract/examples.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { sendUpload } from '../support/http/share.ts'
import { buildWorld } from '../world/world.ts'

/** A person's one-line text is one line that can be seen, in every field that takes one. */

let platform: Platform
let tenant: TestTenant
let key: string
beforeAll(async () => {
  platform = await startPlatform()
  tenant = await platform.addTenant()
  await buildWorld(platform, tenant.live.tenantId)
  key = await tenant.key()
})
afterAll(() => platform.close())

/** Texts as they are sent, and as they are kept. */
const kept: Record<string, readonly [sent: string, kept?: string]> = {
  'printable ASCII': [' !"#$%&\'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~'.trim()],
  'one letter': ['x'],
  'blanks around it': ['  Two  words \t', 'Two  words'],
  'line ends around it': ['\r\nTitle\n', 'Title'],
  'no-break and ideographic blanks around it': ['\u00A0\u3000Title\u2003\uFEFF', 'Title'],
  'a no-break blank inside': ['10\u00A0km'],
  'a letter and its mark, to be one character': ['Cafe\u0301', 'Café'],
  'marks in another order': ['q\u0307\u0323', 'q\u0323\u0307'],
  'Hangul in parts': ['\u1112\u1161\u11AB', '한'],
  'an Ångström sign': ['\u212B', 'Å'],
  'a mark for which there is no one character': ['x\u0301'],
  'Arabic and Hebrew': ['مرحبا שלום'],
  'Persian with ZWNJ': ['می\u200Cخواهم ۲۰\u200Cساله'],
  'Devanagari with ZWJ': ['क\u094D\u200Dष'],
  'Devanagari with ZWNJ': ['क\u094D\u200Cष'],
  'Malayalam with ZWJ at the end of a word': ['അവന\u0D4D\u200D വന്നു'],
  'Sinhala with ZWJ': ['ශ\u0DCA\u200Dරී'],
  CJK: ['標題、見出し'],
  'an emoji alone': ['🙂'],
  'a family': ['👨\u200D👩\u200D👧\u200D👦'],
  'tones of skin': ['🧑🏽\u200D🤝\u200D🧑🏻'],
  'a heart with its presentation': ['👩\u200D❤\uFE0F\u200D👨'],
  'the flag of pirates': ['🏴\u200D☠\uFE0F'],
  'the rainbow flag': ['🏳\uFE0F\u200D🌈'],
  'the flag of a country': ['🇩🇪'],
  'the flag of England, in tags': ['🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
  'a key cap': ['1\uFE0F\u20E3'],
  'a copyright sign': ['©'],
  'a Braille letter': ['\u2801'],
  'a Hangul filler beside a letter': ['한\u3164'],
  'as long as may be, counted without the blanks around it': [
    ` ${'x'.repeat(100)}  `,
    'x'.repeat(100),
  ],
  'as long as may be, counted when composed': ['e\u0301'.repeat(100), 'é'.repeat(100)],
  'as long as may be, in emoji': ['🙂'.repeat(100)],
}

/** Texts that are refused, and why. */
const refused: Record<string, readonly [sent: string, code: string, character?: string]> = {
  nothing: ['', 'too_short'],
  'blanks alone': ['  ', 'too_short'],
  'a no-break blank alone': ['\u00A0', 'too_short'],
  'a line break': ['Two\nlines', 'character', 'U+000A'],
  'a tab': ['a\tb', 'character', 'U+0009'],
  'a C1 control': ['a\u0085b', 'character', 'U+0085'],
  'an escape': ['\u001B[31mred', 'character', 'U+001B'],
  'a line separator': ['a\u2028b', 'character', 'U+2028'],
  'a paragraph separator': ['a\u2029b', 'character', 'U+2029'],
  'a right-to-left override': ['gpj.\u202Eexe', 'character', 'U+202E'],
  'an isolate': ['a\u2066b', 'character', 'U+2066'],
  'a right-to-left mark': ['a\u200Fb', 'character', 'U+200F'],
  'a zero-width blank alone': ['\u200B', 'character', 'U+200B'],
  'a zero-width blank': ['ad\u200Bmin', 'character', 'U+200B'],
  'a word joiner': ['a\u2060b', 'character', 'U+2060'],
  'a soft hyphen': ['ad\u00ADmin', 'character', 'U+00AD'],
  'a byte order mark inside': ['a\uFEFFb', 'character', 'U+FEFF'],
  'ZWJ at the beginning': ['\u200Dadmin', 'character', 'U+200D'],
  'ZWNJ at the end': ['admin\u200C', 'character', 'U+200C'],
  'ZWJ twice': ['a\u200D\u200Db', 'character', 'U+200D'],
  'ZWJ after an emoji and nothing': ['👨\u200D', 'character', 'U+200D'],
  'ZWJ on a variation selector': ['x\uFE0F\u200D!', 'character', 'U+200D'],
  'text hidden in tags': ['Hi\u{E0048}\u{E0069}', 'character', 'U+E0048'],
  'a flag with a text in tags': [
    `🏴${[...'ignoreall'].map((c) => String.fromCodePoint(0xe0000 + c.codePointAt(0)!)).join('')}\u{E007F}`,
    ...(['character', 'U+E0069'] as const),
  ],
  'a noncharacter': ['a\uFFFEb', 'character', 'U+FFFE'],
  'a Hangul filler alone': ['\u3164', 'blank'],
  'Hangul fillers': ['\u115F\u1160\uFFA0', 'blank'],
  'an empty Braille cell': ['\u2800', 'blank'],
  'a mark on nothing': ['\u0301', 'blank'],
  'a variation selector alone': ['\uFE0F', 'blank'],
  'one too many': ['x'.repeat(101), 'too_long'],
  'one too many, when composed': ['e\u0301'.repeat(101), 'too_long'],
  'so many that nobody composes them': ['e' + '\u0316\u0300'.repeat(100_000), 'too_long'],
}

const send = (text: string) =>
  platform.call('/api/v1/users/312', { key, host: tenant.url, body: { display_name: text } })

test.each(Object.entries(kept))('%s: kept', async (_, [sent, as = sent]) => {
  const { status, body } = await send(sent)
  expect({ status, name: body.data?.display_name }).toEqual({ status: 200, name: as })
})

test.each(Object.entries(refused))('%s: refused', async (_, [sent, code, character]) => {
  const found = await send(sent)
  expect(found).toMatchObject(refusal(422, 'validation_failed', 'display_name', code))
  expect(found.body.error.details).toHaveLength(1)
  if (character) expect(found.body.error.details[0].message).toContain(character)
})

test('half of a surrogate pair is no text', async () => {
  const { status } = await platform.call('/api/v1/users/312', {
    ...{ key, host: tenant.url, method: 'POST', body: '{"display_name":"a\\ud800"}' },
    headers: { 'content-type': 'application/json' },
  })
  expect(status).toBe(422)
})

/** The fields of a body that are lines, with a value of the body's examples around each. */
function lineFields(id: string): { field: string; put: (text: string) => ExampleRequest }[] {
  const requests = examplesOf(table.find(([each]) => each === id) as (typeof table)[number])
  const walk = (schema: Node, path: string[]): string[][] =>
    Object.entries<Node>(deref(schema)?.properties ?? {}).flatMap(([name, node]) => {
      const own = deref(node)
      return own?.format === 'line' ? [[...path, name]] : walk(own, [...path, name])
    })
  return walk(bodyOf(id)?.schema, []).map((path) => {
    const request =
      requests.find(({ body }) => (body as Node)?.[path[0] as string]) ??
      exampleOf(table.find(([each]) => each === id) as (typeof table)[number])
    const put = (text: string) => ({ ...request, body: within(request.body, path, text) })
    return { field: path.join('.'), put }
  })
}

function within(value: unknown, [name, ...rest]: string[], text: string): unknown {
  if (name === undefined) return text
  const object = value as Record<string, unknown> | undefined
  return { ...object, [name]: within(object?.[name], rest, text) }
}

/** The address of an account is the account's alone, and the slug and external id of what is created its own. */
function alone(id: string, body: unknown, field: string, i: number): unknown {
  if ((body as Node)?.address) return { ...(body as object), address: `line-${i}@example.com` }
  const its = id.startsWith('create') ? ['slug', 'external_id'] : []
  const own = its.filter((name) => name !== field && (body as Node)?.[name])
  return own.length === 0
    ? body
    : { ...(body as object), ...Object.fromEntries(own.map((name) => [name, `line-${i}`])) }
}
/** The intent of a text is told to a model, and the summary of a revision in the page's history. */
const TOLD_ALONE = new Set(['createKnowPage', 'generateCannedResponse'])

const lines = table
  .filter(([id]) => bodyOf(id)?.type === 'application/json')
  .flatMap(([id, row]) => lineFields(id).map((each) => ({ id, row, ...each })))

test('there are lines to look at', () => {
  expect(lines.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['title', 'display_name', 'label', 'name', 'location.city']),
  )
})

describe.each(lines)('$id, $field', ({ id, row, field, put }) => {
  test('is one line, kept as it was composed', async () => {
    const as = { key: await tenant.credential(row), host: tenant.url }
    const [path, call] = toCall(put('No\u202Eline'))
    expect(await platform.call(path, { ...call, ...as })).toMatchObject(
      refusal(422, 'validation_failed', field, 'character'),
    )
    const place = lines.findIndex((line) => line.put === put)
    // An external id is that of one thing alone.
    const own = field === 'external_id' ? ` ${place}` : ''
    const request = put(`\u00A0Cafe\u0301${own}\n`)
    const [, accepted] = toCall({ ...request, body: alone(id, request.body, field, place) })
    const { status, text } = await platform.call(path, { ...accepted, ...as })
    expect(row.statuses.filter((each) => each < 300)).toContain(status)
    if (!TOLD_ALONE.has(id)) expect(text).toContain(`"Café${own}"`)
  })
})

test('so is the title of a file, in a form', async () => {
  const titled = (title: string) => sendUpload(tenant.url, key, { bytes: 'x', fields: { title } })
  expect((await titled('\u00A0Cafe\u0301 ')).body.data.title).toBe('Café')
  expect(await titled('a\u202Eb')).toMatchObject(refusal(422, 'validation_failed', 'title'))
})

test('the guide tells callers the same rule', async () => {
  const guide = readFileSync(
    new URL('../../packages/docs/guides/one-line-text.md', import.meta.url),
    'utf8',
  )
  const [, code] = /```js\n([\s\S]*?)```/.exec(guide) as unknown as [string, string]
  const { lineOf } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    lineOf: (text: string, most: number) => string | undefined
  }
  for (const [sent, as = sent] of Object.values(kept)) expect(lineOf(sent, 100)).toBe(as)
  for (const [what, [sent]] of Object.entries(refused))
    if (sent.length < 1000) expect({ what, line: lineOf(sent, 100) }).toEqual({ what })
})
