import { createHmac, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import {
  constructEvent,
  SignatureError,
  signPayload,
  type RawBody,
  type SignatureHeaders,
  type VerifyOptions,
} from '../../packages/client/src/index.ts'

const event = {
  id: 'evt_01jw0wnp3a2e8r6f4k1v7c9d5b',
  type: 'post.deleted',
  created_at: '2026-05-29T15:02:40.007Z',
  data: { post_id: 4502, thread_id: 118, by: { id: 9, username: 'mod_älice' }, reason: null },
}
const body = JSON.stringify(event)
const secret = `whsec_${randomBytes(32).toString('base64')}`
const other = `whsec_${randomBytes(32).toString('base64')}`
const now = Math.floor(Date.now() / 1000)

const hex = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')
const mobieus = (key = secret, t: number | string = now, text = body) =>
  `t=${t},v1=${hex(key, `${t}.${text}`)}`

async function reasonOf(
  headers: SignatureHeaders,
  raw: RawBody = body,
  secrets: string | string[] = secret,
  options: VerifyOptions = {},
): Promise<string> {
  const error = await constructEvent(raw, headers, secrets, options).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) return 'accepted'
  if (!(error instanceof SignatureError)) throw error
  return error.reason
}

describe('Mobieus-Signature', () => {
  test('as the contract describes it proves the event', async () => {
    expect(await constructEvent(body, mobieus(), secret)).toEqual(event)
  })

  test.each([
    ['a string', body],
    ['a Buffer', Buffer.from(body)],
    ['bytes within a larger buffer', Buffer.from(`xx${body}`).subarray(2)],
    ['an ArrayBuffer', new Uint8Array(Buffer.from(body)).buffer],
  ])('is over %s', async (_name, raw) => {
    expect(await reasonOf(mobieus(), raw)).toBe('accepted')
  })

  test('is found in headers of every kind', async () => {
    expect(await reasonOf(new Headers({ 'Mobieus-Signature': mobieus() }))).toBe('accepted')
    expect(await reasonOf({ 'mobieus-signature': mobieus() })).toBe('accepted')
    expect(await reasonOf({ 'Mobieus-Signature': [mobieus()] })).toBe('accepted')
    expect(await reasonOf({ 'x-else': undefined })).toBe('missing_header')
    expect(await reasonOf(new Headers())).toBe('missing_header')
  })

  test('holds while the secret is rotated, whichever signature comes first', async () => {
    const [t, old] = mobieus(other).split(',')
    const fresh = mobieus().split(',')[1]
    expect(await reasonOf(`${t},${old},${fresh}`)).toBe('accepted')
    expect(await reasonOf(`${t},${fresh},${old}`)).toBe('accepted')
    expect(await reasonOf(mobieus(), body, [other, secret])).toBe('accepted')
    expect(await reasonOf(`${t},v1=nonsense,v1=,v0=${'0'.repeat(64)},${fresh}`)).toBe('accepted')
  })

  test.each([
    ['a tampered body', mobieus(), body.replace('4502', '4503')],
    ['a body that lost its last byte', mobieus(), body.slice(0, -1)],
    ['another secret', mobieus(other), body],
    ['a later time than was signed', mobieus().replace(`t=${now}`, `t=${now + 1}`), body],
    ['half a signature', mobieus().slice(0, -32), body],
    ['a signature over the body alone', `t=${now},v1=${hex(secret, body)}`, body],
  ])('refuses %s', async (_name, header, raw) => {
    expect(await reasonOf(header, raw)).toBe('no_match')
  })

  test.each([
    ['nothing', ''],
    ['no time', mobieus().split(',')[1]],
    ['no signature', `t=${now}`],
    ['no v1 signature', mobieus().replace('v1', 'v0')],
    ['a signature that is not hex', `t=${now},v1=zz`],
    ['a time that is not a number', mobieus(secret, '1e9')],
    ['two times', `t=${now},${mobieus()}`],
  ])('refuses a header with %s', async (_name, header) => {
    expect(await reasonOf(header ?? '')).toBe('malformed_header')
  })

  test('holds for five minutes in either direction', async () => {
    const at = (seconds: number, toleranceSeconds?: number) =>
      reasonOf(mobieus(), body, secret, { now: new Date((now + seconds) * 1000), toleranceSeconds })
    expect(await at(300)).toBe('accepted')
    expect(await at(301)).toBe('too_old')
    expect(await at(-300)).toBe('accepted')
    expect(await at(-301)).toBe('too_new')
    expect(await at(11, 10)).toBe('too_old')
    expect(await at(86_400, Infinity)).toBe('accepted')
  })

  test('that does not match is told before its time is', async () => {
    expect(await reasonOf(mobieus(other, now - 9999))).toBe('no_match')
  })

  test('over what is no event is refused all the same', async () => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"id":1,"type":"x","data":{}}'])
      expect(await reasonOf(mobieus(secret, now, text), text)).toBe('malformed_body')
  })

  test('of a thousand tries does not cost a thousand passes over the body', async () => {
    const fresh = mobieus().split(',')[1]
    const flood = `t=${now},${`v1=${'0'.repeat(64)},`.repeat(1000)}${fresh}`
    expect(await reasonOf(flood)).toBe('no_match')
  })

  test('without a secret or with a parsed body is a mistake of the caller', async () => {
    await expect(constructEvent(body, mobieus(), undefined)).rejects.toThrow(TypeError)
    await expect(constructEvent(body, mobieus(), [])).rejects.toThrow('signing secret')
    const parsed = event as unknown as string
    await expect(constructEvent(parsed, mobieus(), secret)).rejects.toThrow('raw body')
  })
})

describe('Standard Webhooks', () => {
  const library = new Webhook(secret)
  const standard = (id = event.id, t = now, text = body, by = library) => ({
    'webhook-id': id,
    'webhook-timestamp': String(t),
    'webhook-signature': by.sign(id, new Date(t * 1000), text),
  })

  test('constructEvent accepts a body that the library has signed', async () => {
    expect(await constructEvent(body, standard(), secret)).toEqual(event)
    expect(await reasonOf(new Headers(standard()))).toBe('accepted')
  })

  test('the library accepts a body that signPayload has signed', async () => {
    const headers = await signPayload(body, [other, secret], { id: event.id })
    expect(library.verify(body, headers)).toEqual(event)
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2)
  })

  test('a secret means the same in base64 and base64url, padded or not', async () => {
    const key = Buffer.alloc(32, 0xfb)
    const by = new Webhook(key.toString('base64'))
    for (const text of [key.toString('base64'), key.toString('base64url')])
      for (const form of [text, text.replace('=', ''), `whsec_${text}`])
        expect(await reasonOf(standard(event.id, now, body, by), body, form)).toBe('accepted')
  })

  test('refuses what is not signed', async () => {
    expect(await reasonOf(standard(), `${body} `)).toBe('no_match')
    expect(await reasonOf(standard(), body, other)).toBe('no_match')
    expect(await reasonOf({ ...standard(), 'webhook-id': 'evt_other' })).toBe('no_match')
    expect(await reasonOf({ ...standard(), 'webhook-timestamp': String(now + 1) })).toBe('no_match')
    expect(await reasonOf(standard(event.id, now - 301))).toBe('too_old')
    expect(await reasonOf(standard(event.id, now + 400))).toBe('too_new')
    const { 'webhook-signature': signature } = standard()
    expect(await reasonOf({ 'webhook-signature': signature })).toBe('missing_header')
    const asymmetric = { ...standard(), 'webhook-signature': signature.replace('v1,', 'v1a,') }
    expect(await reasonOf(asymmetric)).toBe('malformed_header')
  })

  test('has to hold beside Mobieus-Signature, not instead of it', async () => {
    const both = { ...standard(), 'mobieus-signature': mobieus() }
    expect(await reasonOf(both)).toBe('accepted')
    expect(await reasonOf({ ...both, 'webhook-id': 'evt_other' })).toBe('no_match')
    expect(await reasonOf({ ...both, 'mobieus-signature': mobieus(other) })).toBe('no_match')
  })
})

test('signPayload and constructEvent agree, over a real connection', async () => {
  let settle: (outcome: Promise<unknown>) => void
  const received = new Promise<unknown>((resolve) => (settle = resolve))
  const receiver = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    settle(constructEvent(Buffer.concat(chunks), req.headers, secret))
    res.writeHead(204).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const headers = await signPayload(body, secret, { id: event.id })
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  await fetch(url, { method: 'POST', headers, body })
  expect(await received).toEqual(event)
  receiver.closeAllConnections()
  receiver.close()
})
