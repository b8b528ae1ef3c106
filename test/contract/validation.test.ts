import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bodyOf, parametersOf, table } from '../support/contract/contract.ts'
import { exampleOf, toCall, type ExampleRequest } from '../support/contract/examples.ts'
import { bodyFaults, parameterFaults } from '../support/contract/faults.ts'
import { statusOfBadReference, type ToldFailure } from '../support/http/failure.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { dumpUnlogged, rowsOf, withoutUse } from '../support/contract/rows.ts'
import { buildWorld } from '../world/world.ts'

/** A request that does not fit the contract is refused, and every field at fault is named. */

let platform: Platform
let before: unknown
beforeAll(async () => {
  platform = await startPlatform()
  await buildWorld(platform, platform.tenant.live.tenantId)
  // The key of the member whom a provider manages is a row as well, made by the first call.
  await platform.call('/scim/v2/Me')
  before = await kept()
})
afterAll(() => platform.close())

/** Every row but those of calls to a model, and of their purge: a read that asks one is charged. */
const kept = async () => {
  const rows = await dumpUnlogged(platform, platform.tenant.live.tenantId, /^ai_/)
  const due = rowsOf(rows, 'work_due').filter(({ kind }) => kind !== 'purgeAiCalls')
  return { ...rows, work_due: due }
}

/** Sends it and answers status, code and the fields that are named. */
async function faults(request: ExampleRequest, changes: object = {}) {
  const [path, call] = toCall(request)
  const { status, failure } = await platform.call(path, { ...call, ...changes })
  const { code, details = [] } = (failure ?? {}) as Partial<ToldFailure>
  const fields = details.map((each: { field: string }) => each.field.toLowerCase())
  return { status, code, fields: fields as string[], details }
}

const REQUEST = { status: 400, code: 'invalid_request' }
/** A faulty body, whose status SCIM and xAPI have of their own. */
const bodyFault = (path: string) => ({
  status: statusOfBadReference(path) === 400 ? 400 : 422,
  code: 'validation_failed',
})

describe.each(table)('%s', (id, row) => {
  const plain = exampleOf([id, row])
  const BODY = bodyFault(row.path)
  const parameters = parametersOf(id).filter((one) => one.in !== 'cookie')
  const place = { path: 'path', query: 'query', header: 'headers' } as const
  const put = (request: ExampleRequest, parameter: (typeof parameters)[number], value: unknown) => {
    const at = place[parameter.in as keyof typeof place]
    return { ...request, [at]: { ...request[at], [parameter.name]: value } } as ExampleRequest
  }

  // Only operations other than reads look at a body that they do not declare.
  if (row.method !== 'get' && !row.body)
    test('a body, where none is taken', async () => {
      const send = (text: string) => faults({ ...plain, body: undefined }, { body: text })
      expect(await send('{"x":1}')).toMatchObject({ ...BODY, fields: ['x'] })
      expect(await send('7')).toMatchObject({ ...BODY, fields: ['body'] })
      expect(await send('{bad')).toMatchObject({ ...REQUEST, fields: ['body'] })
    })

  test('an unknown query parameter', async () => {
    const request = { ...plain, query: { ...plain.query, no_such_parameter: 1 } }
    // A write that lets it in is refused for its body alone, and so changes nothing.
    if (row.anyQuery && row.method !== 'get')
      return expect(await faults(request, { body: '{bad' })).toMatchObject({
        ...REQUEST,
        fields: ['body'],
      })
    const found = await faults(request)
    if (row.anyQuery) return expect(row.statuses).toContain(found.status)
    expect(found).toMatchObject({ ...REQUEST, fields: ['no_such_parameter'] })
    expect(found.details[0].code).toBe('unknown_field')
  })

  const optional = parameters.filter((one) => one.in === 'query' && !(one.name in plain.query))
  if (row.method === 'get' && optional.length > 0)
    test('an empty query value means absent', async () => {
      const [path, call] = toCall(plain)
      const empty = optional.map(({ name }) => `${name}=`).join('&')
      const [left, given] = await Promise.all([
        platform.call(path, call),
        platform.call(`${path}${path.includes('?') ? '&' : '?'}${empty}`, call),
      ])
      expect(given.status).toBe(row.statuses[0])
      expect(withoutUse(given.body.data)).toEqual(withoutUse(left.body.data))
      expect(given.body.next_cursor).toBe(left.body.next_cursor)
    })

  const spoilt = parameters.flatMap((parameter) =>
    parameterFaults(parameter.schema).map((fault) => ({
      parameter,
      name: parameter.name,
      ...fault,
    })),
  )
  if (spoilt.length > 0)
    test.each(spoilt)('$name against its $what', async ({ parameter, value }) => {
      const { fields, ...found } = await faults(put(plain, parameter, value))
      expect(found).toMatchObject(REQUEST)
      expect(new Set(fields)).toEqual(new Set([parameter.name.toLowerCase()]))
    })

  if (spoilt.length > 0)
    test('every parameter at fault is named at once', async () => {
      let request = plain
      for (const { parameter, value } of spoilt) request = put(request, parameter, value)
      const { status, fields } = await faults(request)
      expect(status).toBe(400)
      expect(fields).toEqual(expect.arrayContaining(spoilt.map(({ name }) => name.toLowerCase())))
    })

  const body = bodyOf(id)
  if (!body) return
  if (body.type === '*/*') {
    console.info(`skipped: ${id} takes any bytes, and answers 200 for those that are no mail`)
    return
  }
  if (row.body?.content[body.type] === 'bytes') {
    console.info(`skipped: ${id} takes its JSON as text, by rules of a standard`)
    return
  }
  const { schema, examples } = body

  const [, example] = examples[0] as [string, unknown]
  const form = body.type === 'multipart/form-data'
  const bodies = [...bodyFaults(schema, example, '', !form)]
  test.each(bodies)('body: $at against $what', async ({ at, value }) => {
    const found = await faults({ ...plain, body: value })
    expect(found).toMatchObject(BODY)
    expect(found.fields).toContain(at === '' ? 'body' : at.toLowerCase())
  })

  const fields = bodies.filter(({ at, what }) => /^\w+$/.test(at) && what === 'type')
  const saysNothing = fields.length === 0 && schema.additionalProperties === true
  const testFields = saysNothing ? test.skip : test
  if (saysNothing) console.info(`skipped: nothing is said of the fields of ${id}`)
  testFields('every field at fault is named at once', async () => {
    const worst = Object.assign(
      {},
      ...fields.map(({ value, at }) => ({ [at]: (value as never)[at] })),
    )
    const found = await faults({ ...plain, body: { ...worst, no_such_field: 1 } })
    expect(found).toMatchObject(BODY)
    const unknown = schema.additionalProperties === true ? [] : ['no_such_field']
    const named = [...unknown, ...fields.map(({ at }) => at.toLowerCase())]
    expect(found.fields).toEqual(expect.arrayContaining(named))
  })

  const keepsAny = row.body?.anyText === true
  const testKept = keepsAny ? test.skip : test
  if (keepsAny) console.info(`skipped: ${id} takes any text, and keeps what can be kept`)
  testKept('text that cannot be kept: U+0000 and lone surrogates', async () => {
    for (const [name, value] of Object.entries(example as object)) {
      if (typeof value !== 'string' || body.files.has(name)) continue
      // A form is sent as UTF-8, which has no lone surrogates.
      for (const bad of form ? ['a\0'] : ['a\0', 'a\ud800']) {
        const found = await faults({ ...plain, body: { ...(example as object), [name]: bad } })
        expect(found).toMatchObject(BODY)
        expect(found.fields).toContain(name.toLowerCase())
      }
    }
  })

  test('an unreadable body is 400, another media type 415, and none at all as the contract says', async () => {
    expect(await faults(plain, { body: '{"a":' })).toMatchObject({ ...REQUEST, fields: ['body'] })
    expect(
      await faults(plain, { body: Buffer.from([0x22, 0xff, 0x22]).toString('latin1') + '{' }),
    ).toMatchObject(REQUEST)
    for (const type of ['text/csv', 'constructor'])
      expect(await faults(plain, { headers: { 'content-type': type } })).toMatchObject({
        status: 415,
        code: 'unsupported_media_type',
      })
    const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    expect(await faults(plain, { headers: packed })).toMatchObject({ status: 415 })
    if (body.required)
      expect(
        await faults(plain, { body: undefined, method: row.method.toUpperCase() }),
      ).toMatchObject({
        ...BODY,
        fields: ['body'],
      })
  })

  if (form) return
  test('a body that is too large is 413', async () => {
    const large = JSON.stringify({ text: 'a'.repeat(1_048_577) })
    expect(await faults(plain, { body: large })).toMatchObject({
      status: 413,
      code: 'payload_too_large',
    })
  })
})

describe('faults without end', () => {
  const call = (body: unknown, headers = {}) =>
    platform.call('/api/v1/posts', { method: 'POST', body, headers })
  const unknown = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1]))
  const valid = { forum_slug: 'general', title: 'x', body: 'x' }

  test('a hundred are listed, and that there are more is said', async () => {
    const { status, body, text } = await call(unknown(75_000))
    expect(status).toBe(422)
    expect(body.error.details).toHaveLength(100)
    expect(body.error.details_truncated).toBe(true)
    expect(body.error.message).toContain('more than 100 faults')
    expect(text.length).toBeLessThan(20_000)
  })

  test('exactly a hundred are all listed, and nothing else is said', async () => {
    const { body } = await call({ ...valid, ...unknown(100) })
    expect(body.error.details).toHaveLength(100)
    expect(body.error).not.toHaveProperty('details_truncated')
    expect((await call({ ...valid, ...unknown(101) })).body.error.details_truncated).toBe(true)
  })

  test('in problem+json, in the query and where no body is taken, too', async () => {
    const problem = await call(unknown(101), { accept: 'application/problem+json' })
    expect(problem.body).toMatchObject({ details_truncated: true, status: 422 })
    const query = Object.keys(unknown(1_000)).join('&')
    const [{ body: asked }, { body: sent }] = await Promise.all([
      platform.call(`/api/v1/posts?${query}`),
      platform.call('/api/v1/webhooks/1/test', { body: unknown(1_000) }),
    ])
    for (const { error } of [asked, sent]) {
      expect(error.details).toHaveLength(100)
      expect(error.details_truncated).toBe(true)
    }
  })

  test('a name that a caller has made up is told briefly', async () => {
    const { body, text } = await call({ ...valid, ['x'.repeat(900_000)]: 1 })
    expect(body.error.details[0]).toMatchObject({ code: 'unknown_field' })
    expect(body.error.details[0].field).toMatch(/^x{200}…$/)
    expect(text.length).toBeLessThan(2_000)
  })
})

test('nothing of all that had an effect', async () => {
  expect(await kept()).toEqual(before)
})
