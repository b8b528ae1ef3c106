import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { answersIn, lines, talk as talkTo } from '../support/http/talk.ts'

/** The host that a request is for, and several requests on one connection: RFC 9112. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const talk = (text: string, how?: { end?: boolean }) => talkTo(platform.server.port, text, how)

async function talkAll(text: string, how?: { end?: boolean }) {
  const { bytes } = await talk(text, how)
  return answersIn(bytes)
}

const GET = 'GET /api/v1/me HTTP/1.1'
const HOST = 'Host: demo.localhost'
const CLOSE = 'Connection: close'
const key = () => `Authorization: Bearer ${platform.secret}`

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

  test('a readable request is answered before an unreadable one', async () => {
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

test('a caller who waits to be asked for the body is asked only where it will be read', async () => {
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
