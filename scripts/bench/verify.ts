import assert from 'node:assert/strict'
import type { Contender } from './contenders.ts'
import type { BenchTenant } from './fill.ts'
import { call, type Reply } from './http.ts'
import { operations, requestOf } from './load.ts'

/**
 * Nothing is measured before every contender gives the same answers, and those with checks refuse the
 * same requests. Otherwise the one that does less would win.
 */
export async function verify(
  contenders: readonly Contender[],
  reads: BenchTenant,
  writes: BenchTenant,
): Promise<void> {
  const expected = new Map<string, unknown>()
  for (const contender of contenders) {
    const { name, port } = contender
    for (const operation of operations) {
      const request = requestOf(operation, operation === 'list' ? reads : writes)
      const reply = await call(port, { ...request, headers: { ...request.headers } })
      const shape = { status: reply.status, body: withoutIds(reply.text) }
      if (!expected.has(operation)) expected.set(operation, shape)
      assert.deepEqual(shape, expected.get(operation), `${name} answers ${operation} differently`)
      if (name === 'bare') continue
      const headers = comparable(reply.headers)
      const key = `${operation} headers`
      if (!expected.has(key)) expected.set(key, headers)
      assert.deepEqual(headers, expected.get(key), `${name} sends other headers with ${operation}`)
    }
    if (name === 'bare') continue
    for (const [what, status, send] of refusals(reads, writes)) {
      const reply = await send(port)
      assert.equal(reply.status, status, `${name} does not refuse ${what}: ${reply.text}`)
    }
  }
}

// Node's own, of which a framework may leave one out.
const PER_SERVER = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'vary'])

/** Headers without what differs from request to request. */
const comparable = (headers: Reply['headers']) =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !PER_SERVER.has(name))
      .map(([name, value]) => [
        name,
        name === 'x-request-id' ? typeof value : String(value).replaceAll(/\d+/g, '0'),
      ]),
  )

function withoutIds(text: string): unknown {
  return JSON.parse(text, (name, value: unknown) =>
    ['request_id', 'next_cursor'].includes(name) || (name === 'id' && !text.includes('has_more'))
      ? typeof value
      : name === 'created_at'
        ? String(value).replaceAll(/\d/g, '0')
        : value,
  ) as unknown
}

const NOT_UTF8 = Buffer.from('{"thread_id": 1, "body": "caf\xe9"}', 'latin1')

type Refused = readonly [what: string, status: number, send: (port: number) => Promise<Reply>]

function refusals(reads: BenchTenant, writes: BenchTenant): Refused[] {
  const list = requestOf('list', reads)
  const create = requestOf('create', writes)
  const with_ = (headers: Record<string, string>) => ({
    ...list,
    headers: { ...list.headers, ...headers },
  })
  const post = (body: object) => ({
    ...create,
    headers: { ...create.headers },
    body: JSON.stringify(body),
  })
  return [
    [
      'an unknown key',
      401,
      (port) => call(port, with_({ authorization: `Bearer mc_live_${'x'.repeat(43)}` })),
    ],
    [
      "another tenant's key",
      401,
      (port) => call(port, with_({ authorization: `Bearer ${writes.secret}` })),
    ],
    ['an unknown host', 404, (port) => call(port, with_({ host: 'nobody.bench.localhost' }))],
    [
      'an unknown parameter',
      400,
      (port) => call(port, { ...with_({}), path: '/api/v1/posts?colour=1' }),
    ],
    [
      'a limit of 101',
      400,
      (port) => call(port, { ...with_({}), path: '/api/v1/posts?limit=101' }),
    ],
    ['an empty body', 422, (port) => call(port, post({ thread_id: writes.threadId, body: '' }))],
    [
      'an unknown parameter of a create',
      400,
      (port) =>
        call(port, {
          ...post({ thread_id: writes.threadId, body: 'x' }),
          path: `${create.path}?x=1`,
        }),
    ],
    [
      'a body that is not UTF-8',
      400,
      (port) => call(port, { ...create, headers: { ...create.headers }, body: NOT_UTF8 }),
    ],
    ['U+0000', 422, (port) => call(port, post({ thread_id: writes.threadId, body: 'a\0b' }))],
    [
      'an unknown field',
      422,
      (port) => call(port, post({ thread_id: writes.threadId, body: 'x', colour: 1 })),
    ],
  ]
}
