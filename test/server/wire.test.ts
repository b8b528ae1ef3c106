import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/platform.ts'

/** What a program may say on a connection that no client library says. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

/** Sends this, closes its half if asked to, and answers all that comes back. */
async function talk(text: string, { end = false } = {}) {
  const socket = connect(platform.server.port, '127.0.0.1')
  await once(socket, 'connect')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  if (end) socket.end(text)
  else socket.write(text)
  socket.on('error', () => undefined)
  await once(socket, 'close')
  const bytes = Buffer.concat(chunks).toString()
  const [head = '', body = ''] = bytes.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head, body, bytes }
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`
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

test('who has said all and closes that half of the connection is answered', async () => {
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

test('what is exactly as long as it may be is taken', async () => {
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

/** The answers that come back on one connection, each with its head and body. */
function answersIn(bytes: string) {
  const found: { status: number; head: string; body: string }[] = []
  let rest = bytes
  while (rest !== '') {
    const cut = rest.indexOf('\r\n\r\n')
    const head = rest.slice(0, cut)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    found.push({
      status: Number(head.split(' ')[1]),
      head,
      body: rest.slice(cut + 4, cut + 4 + length),
    })
    rest = rest.slice(cut + 4 + length)
  }
  return found
}

async function talkAll(text: string, { end = false } = {}) {
  const { bytes } = await talk(text, { end })
  return answersIn(bytes)
}

describe('one target, one host, one credential', () => {
  const ME = '/api/v1/me'
  const get = (target: string, ...headers: string[]) =>
    talk(lines(`GET ${target} HTTP/1.1`, ...headers, key(), CLOSE))

  test.each([
    [
      'an absolute target counts before the host',
      `http://demo.localhost${ME}`,
      'Host: nobody.localhost',
    ],
    ['its scheme and host in any case', `HTTP://DEMO.localhost:80${ME}`, 'Host: x'],
    ['an empty port is none', ME, 'Host: demo.localhost:'],
    ['a name in any case, with its dot', ME, 'host: Demo.LocalHost.:1'],
  ])('%s', async (_what, target, host) => {
    const { status, body } = await get(target, host)
    expect({ status, slug: JSON.parse(body).data?.tenant.slug }).toEqual({
      status: 200,
      slug: 'demo',
    })
  })

  test.each([
    [
      'an absolute target of somebody else',
      ['http://nobody.localhost/api/v1/me', HOST],
      404,
      undefined,
    ],
    ['an absolute target without a host header', [`http://demo.localhost${ME}`], 400, 'host'],
    ['an absolute target with a user', [`http://a@demo.localhost${ME}`, HOST], 400, 'host'],
    ['a target that is neither', ['ftp://demo.localhost/x', HOST], 400, 'target'],
    ['two hosts', [ME, HOST, 'Host: nobody.localhost'], 400, 'host'],
    ['the same host twice', [ME, HOST, HOST], 400, 'host'],
    ['two credentials', [ME, HOST, 'Authorization: Bearer x'], 400, 'authorization'],
    ['two types', [ME, HOST, 'Content-Type: a/b', 'content-type: a/c'], 400, 'content-type'],
    ['a host that is none', [ME, 'Host: demo.localhost/x'], 400, 'host'],
  ])('%s is refused', async (_what, [target, ...headers], expected, field) => {
    const { status, head, body } = await get(target as string, ...headers)
    const { error, request_id } = JSON.parse(body)
    expect({ status, field: error.details?.[0].field }).toEqual({ status: expected, field })
    expect(head).toMatch(new RegExp(`x-request-id: ${request_id}`, 'i'))
    expect(head).toMatch(/access-control-allow-origin: \*/i)
  })

  test('a path that is ours in another spelling is answered as ours', async () => {
    for (const path of [
      '//api/v1/me',
      '/api//v1/me',
      '/%61pi/v1/nothing',
      '/docs/../api/v1/x',
      '/./api/v1/me',
    ])
      expect(await talk(lines(`GET ${path} HTTP/1.1`, HOST, key(), CLOSE))).toMatchObject({
        status: 404,
        body: expect.stringContaining('"code":"not_found"'),
      })
  })
})

describe('several requests on one connection', () => {
  const post = (title: string) => {
    const body = JSON.stringify({ forum_slug: 'general', title, body: 'x' })
    const head = ['POST /api/v1/posts HTTP/1.1', HOST, key(), 'Content-Type: application/json']
    return `${lines(...head, `Content-Length: ${body.length}`)}${body}`
  }
  const me = () => lines(GET, HOST, key())

  test('are begun one after the other, and answered in order', async () => {
    const titles = Array.from({ length: 8 }, (_, i) => `In turn ${i}`)
    const answers = await talkAll(titles.map(post).join('') + lines(GET, HOST, key(), CLOSE))
    expect(answers.map(({ status }) => status)).toEqual([...titles.map(() => 201), 200])
    const made = answers.slice(0, -1).map(({ body }) => JSON.parse(body).data)
    expect(made.map(({ title }) => title)).toEqual(titles)
    const ids = made.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
  })

  test('what can be read is answered before what cannot', async () => {
    const garbage = await talkAll(`${post('Before')}${me()}hello\r\n\r\n`)
    expect(garbage.map(({ status }) => status)).toEqual([201, 200, 400])
    expect(
      (await talkAll(`${me()}${lines('BREW / HTTP/1.1', HOST)}`)).map(({ status }) => status),
    ).toEqual([200, 501])
    const cut = await talkAll(`${me()}${post('Cut').slice(0, -3)}`, { end: true })
    expect(cut.map(({ status }) => status)).toEqual([200, 400])
  })

  test('more than may wait are answered as far as they were taken, then the connection ends', async () => {
    const answers = await talkAll(me().repeat(150))
    expect(answers.length).toBeGreaterThanOrEqual(100)
    expect(answers.length).toBeLessThan(110)
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(answers.at(-1)?.head).toMatch(/connection: close/i)
  })
})

test('a coding that is no transfer coding of ours is not implemented', async () => {
  const head = ['POST /api/v1/posts HTTP/1.1', HOST, key(), 'Content-Type: application/json']
  const { status, body } = await talk(
    `${lines(...head, 'Transfer-Encoding: gzip, chunked')}0\r\n\r\n`,
  )
  expect({ status, code: JSON.parse(body).error.code }).toEqual({
    status: 501,
    code: 'not_implemented',
  })
  const identity = lines(...head, 'Content-Encoding: IDENTITY', 'Content-Length: 2', CLOSE)
  expect((await talk(`${identity}{}`)).status).toBe(422)
})

test('who waits to be asked for the body is asked only where it will be read', async () => {
  const head = [
    'POST /api/v1/posts HTTP/1.1',
    HOST,
    'Content-Type: application/json',
    'Expect: 100-Continue',
  ]
  const refused = [
    [401, lines(...head, 'Content-Length: 9')],
    [413, lines(...head, key(), 'Content-Length: 99999999')],
    [415, lines(...head.map((each) => each.replace('/json', '/xml')), key(), 'Content-Length: 9')],
  ] as const
  for (const [status, text] of refused)
    expect((await talkAll(text)).map((each) => each.status)).toEqual([status])
  const body = '{}'
  const asked = lines(...head, key(), CLOSE, `Content-Length: ${body.length}`)
  expect((await talkAll(asked + body)).map(({ status }) => status)).toEqual([100, 422])
})

test('a refusal is heard by who is still sending', async () => {
  const type = 'Content-Type: application/json'
  const length = 8_000_000
  const head = lines('POST /api/v1/posts HTTP/1.1', HOST, key(), type, `Content-Length: ${length}`)
  const [answer] = await talkAll(`${head}${'x'.repeat(length)}`)
  expect(answer).toMatchObject({ status: 413 })
  const long = await talkAll(`${GET}\r\nX-Long: ${'x'.repeat(length)}`)
  expect(long).toMatchObject([{ status: 431 }])
})
