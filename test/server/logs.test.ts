import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLog } from '../../packages/server/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { until } from '../support/until.ts'

/**
 * The log has enough to find a request again, and nothing that belongs to a member. Every other test
 * adds to this: at its end the platform searches the log for each key it has minted.
 */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const lines = () => platform.logged.map((line) => JSON.parse(line) as Record<string, unknown>)
const lineOf = (headers: Headers) =>
  lines().find((line) => line.request_id === headers.get('x-request-id'))

test('one line an answer: which operation, for whom, how it ended', async () => {
  const { headers } = await platform.call('/api/v1/posts?limit=1')
  expect(lineOf(headers)).toMatchObject({
    method: 'GET',
    path: '/api/v1/posts',
    operation: 'listPosts',
    status: 200,
    tenant: 'demo',
    key: expect.any(Number),
    ms: expect.any(Number),
  })
  const refused = await platform.call('/api/v1/posts', { key: null })
  expect(lineOf(refused.headers)).toMatchObject({ status: 401, tenant: 'demo' })
})

test('no key, body, address, cursor or Idempotency-Key, however it ends', async () => {
  const secrets = [
    'sealed-letter',
    'jo@secret.example',
    'my-idempotency-key',
    'cur_c2VjcmV0',
    'mc_live_nobody',
  ]
  const body = { username: 'sealed-letter', email: 'jo@secret.example' }
  const headers = { 'idempotency-key': 'my-idempotency-key' }
  await platform.call('/api/v1/users', { body, headers })
  await platform.call('/api/v1/users', { body })
  await platform.call('/api/v1/users', { body: { ...body, extra: 1 } })
  await platform.call('/api/v1/posts?cursor=cur_c2VjcmV0')
  await platform.call('/api/v1/posts', { key: `mc_live_nobody${'x'.repeat(30)}` })
  const all = platform.logged.join('')
  for (const secret of secrets) expect(all).not.toContain(secret)
})

test('an internal error is logged with its request id, and the caller learns nothing of it', async () => {
  await platform.query('alter table posts rename to posts_elsewhere')
  const { status, body, text, headers } = await platform.call('/api/v1/posts')
  await platform.query('alter table posts_elsewhere rename to posts')
  expect({ status, code: body.error.code }).toEqual({ status: 500, code: 'internal_error' })
  expect(text).not.toMatch(/posts_|relation|select|\.ts/)
  const errors = lines().filter(
    (line) => line.err && line.request_id === headers.get('x-request-id'),
  )
  expect(errors).toHaveLength(1)
  expect(JSON.stringify(errors)).toContain('relation')
})

test('the values that broke a rule, which PostgreSQL quotes, are not logged', async () => {
  await platform.query('create unique index once on users (tenant_id, display_name)')
  const body = { username: 'first', email: 'first@example.com', display_name: 'Jo Sealed-Letter' }
  expect((await platform.call('/api/v1/users', { body })).status).toBe(201)
  const other = { ...body, username: 'second', email: 'second@example.com' }
  const { status, headers } = await platform.call('/api/v1/users', { body: other })
  await platform.query('drop index once')
  expect(status).toBe(500)
  const id = headers.get('x-request-id')
  expect(lines().find((line) => line.err && line.request_id === id)).toMatchObject({
    err: { code: '23505', constraint: 'once', stack: expect.any(String) },
  })
  expect(platform.logged.join('')).not.toContain('Sealed-Letter')
})

test('an error that repeats itself is told at once, then once a second with a count', async () => {
  const written: { msg: string; repeated?: number; err: { message: string } }[] = []
  const log = createLog('info', { write: (line) => void written.push(JSON.parse(line)) })
  const fail = (message: string) => log.error({ err: new Error(message) }, 'broken')
  for (let n = 0; n < 500; n++) fail('the database is gone')
  fail('something else')
  expect(written.map((line) => line.err.message)).toEqual([
    'the database is gone',
    'something else',
  ])
  await until(() => written.length > 2)
  expect(written[2]).toMatchObject({ repeated: 499, err: { message: 'the database is gone' } })
  for (let n = 0; n < 3; n++) log.warn('without an error each line is told')
  expect(written).toHaveLength(6)
})

test('a refusal by Express has no stack, no HTML and no path, in development too', async () => {
  const { status, headers, text } = await platform.call('/admin/sign-in', {
    key: null,
    body: `token=${'x'.repeat(5_000)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(status).toBe(413)
  expect(headers.get('content-type')).toMatch(/^text\/plain/)
  expect(text).toBe('The request cannot be read.\n')
})

test('nor a value that PostgreSQL cannot read', async () => {
  const written: string[] = []
  const log = createLog('info', { write: (line) => void written.push(line) })
  const error = await platform
    .query(`select 'sealed "letter" of Jo'::bigint`)
    .catch((e: Error) => e)
  log.error({ err: error }, 'broken')
  const [line] = written as [string]
  expect(JSON.parse(line).err).toMatchObject({ code: '22P02' })
  expect(line).toContain('invalid input syntax for type bigint')
  expect(line).not.toMatch(/letter|Jo/)
})
