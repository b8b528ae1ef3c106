import { once } from 'node:events'
import http from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { openShare, type Share } from '../support/http/share.ts'

/** Multipart forms as programs write them, well and badly. */

const LIMIT = 50_000

let platform: Platform
let share: Share
beforeAll(async () => {
  platform = await startPlatform()
  const { folder } = platform.server.services.config.uploads
  const server = await platform.addServer({ uploads: { folder, limitBytes: LIMIT } })
  share = await openShare(platform)
  origin = { port: server.port, host: new URL(share.tenant.url).host }
})
afterAll(() => platform.close())

let origin: { port: number; host: string }

/** Sends these chunks as they are; answers status, title and faults. */
async function send(chunks: Iterable<string | Buffer>, boundary = 'b') {
  const headers = {
    host: origin.host,
    authorization: `Bearer ${share.key}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  }
  const to = {
    host: '127.0.0.1',
    port: origin.port,
    method: 'POST',
    path: '/api/v1/files',
    headers,
  }
  const request = http.request(to)
  request.on('error', () => undefined)
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
  for (const chunk of chunks) request.write(chunk)
  request.end()
  const [response] = await answered
  const { data, error } = JSON.parse(await text(response))
  return { status: response.statusCode, title: data?.title, message: error?.message, error }
}

const FILE = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nx\r\n'
const AREA = '--b\r\nContent-Disposition: form-data; name="area_slug"\r\n\r\ndocuments\r\n'
const title = (value: string | Buffer, more = '') => [
  `--b\r\nContent-Disposition: form-data; name="title"\r\n${more}\r\n`,
  value,
  '\r\n',
]
const whole = (...parts: (string | Buffer)[]) => [...parts, AREA, FILE, '--b--\r\n']

test.each([
  ['U+FFFD that is meant', title('A \ufffd b'), 'A \ufffd b'],
  [
    'with its charset',
    title('Grüße \ufffd', 'Content-Type: text/plain; charset=UTF-8\r\n'),
    'Grüße \ufffd',
  ],
  [
    'in another charset',
    title(
      Buffer.from('Gr\xfc\xdfe', 'latin1'),
      'Content-Type: text/plain; charset="iso-8859-1"\r\n',
    ),
    'Grüße',
  ],
  ['that looks like a boundary', title('a --b-- b'), 'a --b-- b'],
])('text %s is kept', async (_what, parts, expected) => {
  expect(await send(whole(...parts))).toMatchObject({ status: 202, title: expected })
})

test.each([
  ['malformed UTF-8', title(Buffer.from([0x41, 0xff])), 'title is not UTF-8'],
  [
    'a charset that nobody knows',
    title('x', 'Content-Type: text/plain; charset=foo\r\n'),
    'title is not FOO',
  ],
  ['base64', title('eA==', 'Content-Transfer-Encoding: base64\r\n'), 'encoded as base64'],
  ['a head that is none', title('x', 'nothing\r\n'), 'no field'],
  ['a head without end', ['--b\r\nX: ', 'x'.repeat(20_000)], 'head of a part is too large'],
  ['an end too early', [...title('x'), AREA], 'ends before its last boundary'],
  ['a boundary inside a line', ['--bc\r\n', FILE], 'inside a line'],
  ['many parts', Array.from({ length: 201 }, () => AREA), 'too many parts'],
])('%s is refused, and the server lives on', async (_what, parts, message) => {
  const answer = await send(whole(...parts).slice(0, message.includes('before') ? -1 : undefined))
  expect(answer).toMatchObject({ status: 400, error: { details: [{ field: 'body' }] } })
  expect(answer.message).toContain(message)
})

test('however it is cut into pieces, and whatever stands around it', async () => {
  const lines = ['A preamble', '--b \t', 'content-disposition: FORM-DATA; name=title', '', 'Späne']
  const form = Buffer.from(lines.join('\r\n'))
  const bytes = Buffer.concat([
    form,
    ...whole('\r\n').map((each) => Buffer.from(each)),
    Buffer.from('after'),
  ])
  const each = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1))
  expect(await send(each)).toMatchObject({ status: 202, title: 'Späne' })
})

test('its text and the whole of it have a limit, declared or not', async () => {
  const text = 'x'.repeat(600_000)
  const twice = [...title(text), ...title(text), AREA, FILE, '--b--\r\n']
  expect(await send(twice)).toMatchObject({ status: 413 })
  const ignored = '--b\r\nContent-Disposition: form-data; name="more"; filename="a"\r\n\r\n'
  const parts = [ignored, 'x'.repeat(1_048_576 + LIMIT), '\r\n', AREA, FILE, '--b--\r\n']
  expect(await send(parts)).toMatchObject({ status: 413, error: { code: 'payload_too_large' } })
})
