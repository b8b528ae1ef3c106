import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { OperationRow, ReceivedBytes, ReceivedPart, UploadedFile } from '@mobieus/contract'
import { createRouter } from '@mobieus/server/router'
import { answerOf } from '../../packages/server/src/http/answers.ts'
import { modelOf } from '../../codegen/model.ts'
import { emitOperations } from '../../codegen/operations.ts'
import { readSource } from '../../codegen/source.ts'
import { emitValidators } from '../../codegen/validators.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { until } from '../support/until.ts'

/** Bodies and answers of every kind that a contract can declare, on the wire. */

let out: string
let server: Server
let folder: string

let kept: Buffer | undefined
const errors: unknown[] = []

const handlers = {
  sendNote: async (_: unknown, { body }: { body: string }) => body.toUpperCase(),
  putDocument: async (_: unknown, request: { path: { id: string }; body: ReceivedBytes }) => {
    kept = Buffer.from(await request.body.read())
  },
  getDocument: async () => kept,
  sendForm: async (_: unknown, { body }: { body: object }) => body,
  sendFiles: async (_: unknown, { body }: { body: { files?: UploadedFile[] } }) => ({
    ...body,
    files: body.files?.map(({ name, size }) => ({ name, size })),
  }),
  getStatements: async () => [
    { headers: { 'Content-Type': 'application/json' }, body: '{"id":1}' },
    { headers: { 'X-Hash': 'abc' }, body: Buffer.from([0, 255, 13, 10]) },
  ],
  sendStatements: async (_: unknown, { body }: { body: ReceivedPart[] }) =>
    Promise.all(
      body.map(async (part) => ({
        headers: part.headers,
        hex: Buffer.from(await part.read())
          .toString('hex')
          .slice(0, 20),
        size: part.size,
      })),
    ),
}

beforeAll(async () => {
  await mkdir('build', { recursive: true })
  out = await mkdtemp(resolve('build/kinds-'))
  folder = resolve(out, 'uploads')
  const model = modelOf(await readSource('test/codegen/fixtures/kinds.yaml'))
  await writeFile(resolve(out, 'operations.ts'), emitOperations(model))
  await writeFile(resolve(out, 'validators.cjs'), emitValidators(model))
  const { operations } = (await import(resolve(out, 'operations.ts'))) as {
    operations: Record<string, OperationRow>
  }
  const validators = createRequire(import.meta.url)(resolve(out, 'validators.cjs'))
  const router = createRouter({
    operations,
    validators,
    handlers: handlers as never,
    uploads: { folder, limitBytes: 1_000_000 },
    onError: (_exchange, error) => void errors.push(error),
  })
  server = createServer((req, res) => router(req, res)).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
})
afterAll(async () => {
  await new Promise((done) => server.close(done))
  await rm(out, { recursive: true })
  expect(errors).toEqual([])
})

async function send(method: string, path: string, type?: string, body?: string | Buffer) {
  const { port } = server.address() as AddressInfo
  const answer = await localFetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: type === undefined ? {} : { 'content-type': type },
    body: body as BodyInit,
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { status, headers } = answer
  const of = headers.get('content-type')
  return { status, headers, of, bytes, text: bytes.toString(), json: () => JSON.parse(`${bytes}`) }
}

/** Sends so many bytes without their length beforehand; answers the status. */
function sendChunked(path: string, type: string, size: number): Promise<number | undefined> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type }
    const sending = request({ host: '127.0.0.1', port, path, method: 'PUT', headers }, (answer) => {
      resolve(answer.statusCode)
      sending.destroy()
    })
    sending.on('error', reject)
    for (let left = size; left > 0; left -= 50_000) sending.write(Buffer.alloc(50_000))
    sending.end()
  })
}

const fault = (answer: { json(): { error: { code: string; details?: object[] } } }) => {
  const { code, details } = answer.json().error
  return { code, details }
}

test('text is text, in the charset it names, and held against its schema', async () => {
  const note = (type: string, body: string | Buffer) => send('POST', '/notes', type, body)
  const answer = await note('text/plain', 'größe')
  expect([answer.status, answer.of, answer.text]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'GRÖSSE',
  ])
  const latin = Buffer.from('gr\xfcn', 'latin1')
  expect((await note('Text/Plain; charset="iso-8859-1"', latin)).text).toBe('GRÜN')
  expect(fault(await note('text/plain', latin))).toMatchObject({
    code: 'invalid_request',
    details: [{ field: 'body', code: 'charset' }],
  })
  expect(fault(await note('text/plain', 'x'))).toMatchObject({
    code: 'validation_failed',
    details: [{ field: 'body', code: 'too_short' }],
  })
  expect(fault(await note('text/html', 'xyz')).code).toBe('unsupported_media_type')
})

test('bytes are any bytes, called anything: a few in memory, many on disk, too many refused', async () => {
  for (const size of [0x100, 300_000]) {
    const bytes = Buffer.alloc(size, '\0\xff\r\n')
    const put = await send('PUT', '/documents/a', 'image/x-anything', bytes)
    expect([put.status, put.headers.get('content-length'), put.text]).toEqual([204, null, ''])
    const got = await send('GET', '/documents/a')
    expect([got.status, got.of]).toEqual([200, 'application/octet-stream'])
    expect(got.headers.get('content-security-policy')).toContain('sandbox')
    expect(got.bytes.equals(bytes)).toBe(true)
  }
  const tooMany = await send('PUT', '/documents/a', 'a/b', Buffer.alloc(400_001))
  expect([tooMany.status, fault(tooMany).code]).toEqual([413, 'payload_too_large'])
  expect(await sendChunked('/documents/a', 'a/b', 9 * 50_000)).toBe(413)
  // No file of it is left behind.
  await nothingLeft()
})

test('the one of several types that is sent decides', async () => {
  const put = await send('PUT', '/documents/a', 'application/json', '{"name":1}')
  expect(fault(put)).toMatchObject({ details: [{ field: 'title', code: 'required' }] })
})

test('fields of a URL-encoded form are read by their types, a list from its first', async () => {
  const form = (body: string) => send('POST', '/forms', 'application/x-www-form-urlencoded', body)
  const read = await form('count=3&open=true&tags=a&place=%7B%22x%22%3A1%7D')
  expect([read.status, read.of]).toEqual([200, 'application/vnd.kinds+json'])
  expect(read.json()).toEqual({ count: 3, open: true, tags: ['a'], place: { x: 1 } })
  expect((await form('count=3&tags=a&tags=b')).json().tags).toEqual(['a', 'b'])
  expect(fault(await form('count=three')).details).toMatchObject([{ field: 'count', code: 'type' }])
  expect(fault(await form('count=10')).details).toMatchObject([
    { field: 'count', code: 'too_large' },
  ])
})

/** Files go once the answer is out. */
const nothingLeft = () => until(async () => (await readdir(folder)).length === 0)

const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`
const file = (name: string, body: string) =>
  part(`Content-Disposition: form-data; name="files"; filename="${name}"`, body)

test('a field of a form may hold several files', async () => {
  const form = (...parts: string[]) =>
    send('POST', '/files', 'multipart/form-data; boundary=b', `${parts.join('')}--b--\r\n`)
  expect((await form(file('a', '12'), file('b', '3'))).json()).toEqual({
    files: [
      { name: 'a', size: 2 },
      { name: 'b', size: 1 },
    ],
  })
  expect((await form(file('a', '12'))).json().files).toHaveLength(1)
  expect(fault(await form(...['a', 'b', 'c', 'd'].map((name) => file(name, ''))))).toMatchObject({
    details: [{ field: 'files', code: 'too_many' }],
  })
  const text = part('Content-Disposition: form-data; name="files"', 'a')
  expect(fault(await form(text)).details).toMatchObject([{ field: 'files' }])
  await nothingLeft()
})

test('parts of any other multipart come in their order, each with its head', async () => {
  const parts = (...all: string[]) =>
    send('POST', '/statements', 'multipart/mixed; boundary=b', `${all.join('')}--b--`)
  const large = 'x'.repeat(300_000)
  const answer = await parts(
    part('Content-Type: application/json', '[]'),
    part('X-Hash: abc\r\nContent-Type: image/png', large),
  )
  expect(answer.json()).toEqual([
    { headers: { 'content-type': 'application/json' }, hex: '5b5d', size: 2 },
    {
      headers: { 'x-hash': 'abc', 'content-type': 'image/png' },
      hex: '78'.repeat(10),
      size: 300_000,
    },
  ])
  const form = 'multipart/form-data; boundary=b'
  const fields = await send('POST', '/statements', form, `${part('X-Hash: abc', 'x')}--b--`)
  expect(fields.json()).toEqual([{ headers: { 'x-hash': 'abc' }, hex: '78', size: 1 }])
  expect(fault(await send('POST', '/statements', 'multipart/mixed', 'x'))).toMatchObject({
    details: [{ field: 'body', code: 'multipart' }],
  })
  expect((await parts(part('', 'x'.repeat(1_000_001)))).status).toBe(413)
  expect((await parts(...Array.from({ length: 201 }, () => part('', '')))).status).toBe(400)
  await nothingLeft()
})

test('bytes may be called like what every object has', () => {
  const row = { answers: { 200: { '*/*': 'bytes' } } } as unknown as OperationRow
  for (const mediaType of ['constructor', '__proto__'])
    expect(answerOf(row, { status: 200, body: Buffer.from('a'), mediaType })).toMatchObject({
      type: mediaType,
      bytes: Buffer.from('a'),
    })
})

test('parts are answered as parts', async () => {
  const { of, bytes } = await send('GET', '/statements')
  const [, boundary] = /^multipart\/mixed; boundary=(.+)$/.exec(of ?? '') ?? []
  expect(bytes.toString('latin1')).toBe(
    `--${boundary}\r\nContent-Type: application/json\r\n\r\n{"id":1}\r\n` +
      `--${boundary}\r\nX-Hash: abc\r\n\r\n\0\xff\r\n\r\n--${boundary}--\r\n`,
  )
})
