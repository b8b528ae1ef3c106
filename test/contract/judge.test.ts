import type http from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Observer } from '../../packages/server/src/index.ts'
import { knownDifference, knownDifferences } from '../../packages/server/src/watch.ts'
import { partsOf, type Contract } from '../../packages/server/src/judged-parts.ts'
import { document } from '../support/contract/contract.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { createWitness } from '../support/http/witness.ts'
import { buildWorld } from '../world/world.ts'

/** The judge that watches every test proves here that it notices faults. */

let platform: Platform
let exchange: Parameters<Observer>[0]
let body: Record<string, unknown>
beforeAll(async () => {
  platform = await startPlatform()
  await buildWorld(platform, platform.tenant.live.tenantId)
  body = (await platform.call('/api/v1/posts/4501')).body
  const req = { method: 'GET', url: '/api/v1/posts/4501', headers: {} } as http.IncomingMessage
  const request = { path: {}, query: {}, header: {}, cookie: {}, body: undefined }
  const known: Partial<typeof exchange> = { req, operationId: 'getPost', request }
  exchange = { ...known, headers: JSON_ANSWER } as typeof exchange
})
afterAll(() => platform.close())

const deletion = {
  req: { method: 'POST', url: '/api/v1/posts/4501/delete', headers: {} } as http.IncomingMessage,
}

const JSON_ANSWER = { 'Content-Type': 'application/json; charset=utf-8' }
const witness = createWitness()

/** The judge's verdict on an exchange. */
async function verdict(status: number, answer: unknown, changes: Partial<typeof exchange> = {}) {
  witness.observe({ ...exchange, ...changes }, status, JSON.stringify(answer))
  return witness.settle().then(
    () => 'nothing',
    (error: Error) => error.message,
  )
}

test('an answer as declared: nothing to say', async () => {
  expect(await verdict(200, body)).toBe('nothing')
})

test('it notices a field that is not declared, at any depth', async () => {
  const data = body.data as { author: object }
  expect(await verdict(200, { ...body, secret: 1 })).toMatch(/not as declared/)
  expect(await verdict(200, { ...body, data: { ...data, secret: 1 } })).toMatch(/not as declared/)
  const author = { ...data.author, email: 'a@example.com' }
  expect(await verdict(200, { ...body, data: { ...data, author } })).toMatch(/not as declared/)
})

test('it notices a field that is missing or of another type', async () => {
  const { id: _, ...less } = body.data as { id: number }
  expect(await verdict(200, { ...body, data: less })).toMatch(/not as declared/)
  expect(await verdict(200, { ...body, data: { ...less, id: 'x' } })).toMatch(/not as declared/)
  expect(await verdict(200, { data: body.data })).toMatch(/not as declared/)
})

test('it notices a failure that is none of the contract', async () => {
  const { error } = (await platform.call('/api/v1/posts/1')).body
  const { request_id } = error
  expect(await verdict(404, { error, request_id })).toBe('nothing')
  expect(await verdict(404, { error: { ...error, code: 'no_such_code' }, request_id })).toMatch(
    /not as declared/,
  )
  expect(await verdict(404, { error: { ...error, stack: '…' }, request_id })).toMatch(
    /not as declared/,
  )
})

test('it notices a failure of a status that the operation does not name', async () => {
  const { request_id, error } = (await platform.call('/api/v1/posts/1')).body
  const conflict = { error: { ...error, code: 'conflict' }, request_id }
  expect(await verdict(409, conflict)).toMatch(/not as declared/)
  expect(await verdict(409, conflict, { operationId: 'deletePost', ...deletion })).toBe('nothing')
})

test('it reads RFC 9457 by its media type', async () => {
  const headers = { accept: 'application/problem+json' }
  const { body: problem } = await platform.call('/api/v1/posts/1', { headers })
  const as = { headers: { 'Content-Type': 'application/problem+json' } }
  expect(await verdict(404, problem, as)).toBe('nothing')
  expect(await verdict(404, { ...problem, stack: '…' }, as)).toMatch(/not as declared/)
  expect(await verdict(404, problem)).toMatch(/not as declared/)
})

test('it notices what we accept and it refuses, and what we refuse and it accepts', async () => {
  const at = (url: string) => ({ req: { ...exchange.req, url } as http.IncomingMessage })
  expect(await verdict(200, body, at('/api/v1/posts/x'))).toMatch(/we accepted, the judge/)
  const { error } = (await platform.call('/api/v1/posts/x')).body
  const refusal = { error, request_id: error.request_id }
  expect(await verdict(400, refusal, { ...at('/api/v1/posts/4501'), request: undefined })).toMatch(
    /we refused, the judge accepted/,
  )
  expect(await verdict(400, refusal, { ...at('/api/v1/posts/x'), request: undefined })).toBe(
    'nothing',
  )
})

test('every path is in a part of the contract, together with all that it refers to', () => {
  const contract = document as Contract
  const partFor = partsOf(contract)
  const parts = Object.keys(contract.paths ?? {}).map((path) => {
    const part = partFor(`${path.replace(/\{\w+\}/g, '7')}?limit=2`)
    expect(part.paths).toHaveProperty([path], contract.paths?.[path])
    return part
  })
  const several = new Set(parts)
  expect(several.size).toBeGreaterThan(1)
  expect(several).not.toContain(contract)
  for (const part of several) {
    const text = JSON.stringify(part)
    for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
      expect(part.components?.[kind!]).toHaveProperty(name!)
  }
  expect(partFor('/api/v1/nowhere')).toBe(contract)
})

/** One request for each known difference, which nothing but that entry explains. */
const needed: { path: string; body?: unknown; method?: string }[] = [
  { path: '/api/v1/posts?limit=05' },
  { path: '/api/v1/posts?limit=' },
  { path: '/api/v1/events?since=2026-02-30T00:00:00Z' },
  {
    path: '/api/v1/helpdesk/calendars/61',
    body: { holidays: [{ date: '2026-02-30', name: 'Gone' }] },
  },
  { path: '/api/v1/users/312', body: { email: 'jo@example' } },
  { path: '/api/v1/posts?limit=2&limit=2' },
  { path: '/api/v1/users/312', body: { display_name: 'a\0' } },
  { path: '/api/v1/users/312', method: 'POST' },
]

test('every known difference is needed, and explains one thing', async () => {
  expect(needed.length).toBe(knownDifferences.length)
  for (const [i, { path, method, body: sent }] of needed.entries()) {
    const headers = { 'content-type': 'application/json' }
    const { status } = await platform.call(path, { method, body: sent, headers })
    const accepted = status < 400
    const fault = accepted ? `/query/limit Empty value found for query parameter 'limit'` : ''
    const difference = {
      method: method ?? (sent ? 'POST' : 'GET'),
      url: path,
      headers,
      body: sent ? Buffer.from(JSON.stringify(sent)) : undefined,
      status,
      fault,
    }
    const explaining = knownDifferences.filter((each) => each.of(difference))
    expect({ path, why: explaining.map((each) => each.why) }).toEqual({
      path,
      why: [knownDifferences[i]?.why],
    })
  }
  const plain = {
    method: 'GET',
    url: '/api/v1/posts?limit=2',
    headers: {},
    body: undefined,
    status: 400,
    fault: '',
  }
  expect(knownDifference(plain)).toBeUndefined()
})
