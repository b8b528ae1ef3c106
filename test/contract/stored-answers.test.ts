import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Answer } from '../../packages/server/src/http/router.ts'
import { pack, unpack } from '../../packages/server/src/stages/kept-answer.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** An answer kept for its Idempotency-Key may tell a secret: nobody reads it in the database. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const register = (username: string, key: string) =>
  platform.call('/api/v1/users', {
    body: { username, email: `${username}@example.com` },
    headers: { 'idempotency-key': key },
  })

test('a stored answer is sealed, and replayed word for word', async () => {
  const first = await register('ada', 'one')
  const { rows } = await platform.query(
    'select to_jsonb(k)::text as row from api_idempotency_keys k',
  )
  expect(rows).toHaveLength(1)
  for (const word of ['ada', 'request_id', first.body.request_id])
    expect(rows[0].row).not.toContain(word)
  const again = await register('ada', 'one')
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(again.text).toBe(first.text)
})

test('an answer that does not open is neither told nor made again, and asked for later', async () => {
  await register('bob', 'two')
  await platform.query(
    `update api_idempotency_keys k set body = (select body from api_idempotency_keys o
       where o.key_hash <> k.key_hash limit 1)`,
  )
  const { status, headers, body, text } = await register('bob', 'two')
  expect({ status, code: body.error.code }).toEqual({ status: 503, code: 'unavailable' })
  expect(body.error.message).toContain('was carried out')
  expect(headers.get('retry-after')).toBe('60')
  expect(text).not.toContain('ada')
})

test.each([
  ['JSON', { text: '{}', type: 'application/json; charset=utf-8' }],
  ['JSON with headers', { text: '{}', type: 'application/json', headers: { ETag: '"1"' } }],
  ['JSON of a type of its own', { text: '{}', type: 'application/json-patch+json' }],
  ['text', { text: '\0 text', type: 'text/plain' }],
  ['bytes', { text: undefined, bytes: Buffer.from([0, 255]), type: 'image/png' }],
  ['nothing', { text: undefined }],
] as [string, Omit<Answer, 'status'>][])(
  '%s is kept and answered again as it was',
  (what, answer) => {
    const kept = pack({ status: 201, ...answer })
    expect(kept === '{}').toBe(what === 'JSON')
    const { text, bytes, headers, type } = unpack(201, kept)
    expect({ text, bytes }).toEqual({ text: answer.text, bytes: answer.bytes })
    if (what === 'JSON') return
    expect(headers).toEqual(answer.headers)
    expect(type).toBe(answer.type ?? 'application/json')
  },
)

test('an answer that is opened when it is sent is refused, not kept as nothing', () => {
  const stream = { open: () => Readable.from([]) }
  expect(() => pack({ status: 200, text: undefined, stream })).toThrow('cannot be kept')
})
