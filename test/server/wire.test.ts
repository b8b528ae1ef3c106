import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { lines, talk as talkTo } from '../support/http/talk.ts'

/** Requests at the level of bytes, as no client library sends them. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const talk = (text: string, how?: { end?: boolean }) => talkTo(platform.server.port, text, how)
const GET = 'GET /api/v1/me HTTP/1.1'
const HOST = 'Host: demo.localhost'
const CLOSE = 'Connection: close'
const key = () => `Authorization: Bearer ${platform.secret}`

test.each([
  ['an unknown method', 501, 'not_implemented', lines('BREW /api/v1/posts HTTP/1.1', HOST)],
  ['a tunnel', 501, 'not_implemented', lines('CONNECT a:1 HTTP/1.1', 'Host: a:1')],
  ['no HTTP', 400, 'invalid_request', lines('hello')],
  ['headers of 20 KB', 431, 'headers_too_large', lines(GET, HOST, `X-Long: ${'x'.repeat(20_000)}`)],
  ['a target of 9 KB', 414, 'uri_too_long', lines(`GET /${'x'.repeat(9_000)} HTTP/1.1`, HOST)],
  ['a target of 20 KB', 414, 'uri_too_long', lines(`GET /${'x'.repeat(20_000)} HTTP/1.1`, HOST)],
  [
    'two lengths',
    400,
    'invalid_request',
    lines(GET, HOST, 'Content-Length: 1', 'Content-Length: 2'),
  ],
  [
    'a body cut short',
    400,
    'invalid_request',
    lines('POST /api/v1/posts HTTP/1.1', HOST, 'Content-Length: 9'),
  ],
])('%s: %i as any other fault', async (what, expected, code, text) => {
  const { status, head, body } = await talk(text, { end: what === 'a body cut short' })
  expect(status).toBe(expected)
  const { error, request_id } = JSON.parse(body)
  expect(error).toMatchObject({ code, request_id })
  expect(error.doc_url).toMatch(new RegExp(`/docs/errors/${code}$`))
  expect(head).toContain(`X-Request-Id: ${request_id}`)
  expect(head).toContain('Access-Control-Allow-Origin: *')
})

test('no host: 400 that names it', async () => {
  const { status, head, body } = await talk(lines(GET, key(), CLOSE))
  expect(status).toBe(400)
  expect(JSON.parse(body).error).toMatchObject({
    code: 'invalid_request',
    details: [{ field: 'host', code: 'required' }],
  })
  expect(head).toMatch(/x-request-id: req_/i)
})

test('an expectation that nobody knows is ignored', async () => {
  const { status } = await talk(lines(GET, HOST, key(), CLOSE, 'Expect: miracles'))
  expect(status).toBe(200)
})

test('a caller who has said all and closes that half of the connection is answered', async () => {
  const { status, body } = await talk(lines(GET, HOST, key()), { end: true })
  expect(status).toBe(200)
  expect(JSON.parse(body).data.tenant.slug).toBe('demo')
})

test('a preflight is answered on paths that do not exist, so that a script sees their 404', async () => {
  const headers = { origin: 'https://a.example.com', 'access-control-request-method': 'GET' }
  for (const path of ['/api/v1/nothing', '/api/v1/posts/%zz', '/api/v1/posts/1/nothing']) {
    const preflight = await platform.call(path, { key: null, method: 'OPTIONS', headers })
    expect({ path, status: preflight.status }).toEqual({ path, status: 204 })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-max-age')).toBe('600')
    const { status, headers: read } = await platform.call(path)
    expect([400, 404]).toContain(status)
    expect(read.get('access-control-allow-origin')).toBe('*')
  }
})

test('an empty Idempotency-Key is a fault, not no key', async () => {
  const body = JSON.stringify({ forum_slug: 'general', title: 'x', body: 'x' })
  const head = ['POST /api/v1/posts HTTP/1.1', HOST, key(), CLOSE, 'Content-Type: application/json']
  const text = `${lines(...head, `Content-Length: ${body.length}`, 'Idempotency-Key:')}${body}`
  const { status, body: answer } = await talk(text)
  expect(status).toBe(400)
  expect(JSON.parse(answer).error.details[0]).toMatchObject({
    field: 'idempotency-key',
    code: 'too_short',
  })
})

test('a body, key or page that is exactly as long as it may be is taken', async () => {
  const padded = (bytes: number) => `{"x":1}${' '.repeat(bytes - 7)}`
  const post = (body: unknown, headers = {}) => platform.call('/api/v1/posts', { body, headers })
  expect((await post(padded(1_048_576))).status).toBe(422)
  expect((await post(padded(1_048_577))).status).toBe(413)
  const key = (length: number) => ({ 'idempotency-key': 'k'.repeat(length) })
  expect((await post('{}', key(255))).status).toBe(422)
  expect((await post('{}', key(256))).status).toBe(400)
  const list = async (query: string) => (await platform.call(`/api/v1/posts?${query}`)).status
  expect([await list('limit=100'), await list('limit=101')]).toEqual([200, 400])
})

test.each([
  ['named __proto__', 'name="__proto__"', 'x', { status: 422, field: '__proto__' }],
  ['named constructor', 'name="constructor"', 'x', { status: 422, field: 'constructor' }],
  [
    'of a file named __proto__',
    'name="__proto__"; filename="a"',
    'x',
    { status: 422, field: '__proto__' },
  ],
  ['without a name', 'x="y"', 'x', { status: 400, field: 'body' }],
  ['that is no text', 'name="title"', Buffer.from([0xff, 0xfe]), { status: 400, field: 'body' }],
])('a part %s is named as what it is', async (_what, disposition, value, expected) => {
  const body = Buffer.concat([
    Buffer.from(`--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from(
      '\r\n--b\r\nContent-Disposition: form-data; name="area_slug"\r\n\r\nx\r\n--b--\r\n',
    ),
  ])
  const response = await fetch(
    `${platform.url.replace('demo.localhost', '127.0.0.1')}/api/v1/files`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.secret}`,
        'content-type': 'multipart/form-data; boundary=b',
      },
      body,
    },
  )
  const { error } = (await response.json()) as { error: { details: { field: string }[] } }
  const fields = error.details.map(({ field }) => field)
  expect({
    status: response.status,
    field: fields.find((each) => each === expected.field),
  }).toEqual(expected)
  expect(fields.filter((field) => /^\d+$|undefined/.test(field))).toEqual([])
})
