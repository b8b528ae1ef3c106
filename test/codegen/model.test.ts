import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aliasesOf, basesOf } from '../../codegen/bases.ts'
import { modelOf, type Model } from '../../codegen/model.ts'
import { readSource } from '../../codegen/source.ts'

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
const read = async (name: string): Promise<Model> => modelOf(await readSource(fixture(name)))
const pick = (model: Model, id: string) => model.operations.find((one) => one.id === id)!

describe('a tidy contract', () => {
  let model: Model
  beforeAll(async () => {
    model = await read('tidy.yaml')
  })

  test('has no faults and keeps its own text', () => {
    expect(model.faults).toEqual([])
    expect(model.text!()).toContain('# A small contract that keeps every rule')
  })

  test('says of a list what it takes, with defaults', () => {
    const { list, method, path, surface, resource, security, statuses, parameters } = pick(
      model,
      'listBooks',
    )
    expect({ list, method, path, surface, resource, security, statuses }).toEqual({
      list: true,
      method: 'get',
      path: '/api/v1/books',
      surface: 'lending',
      resource: 'books',
      security: [{ bearerAuth: ['books:read'] }],
      statuses: [200],
    })
    const common = { in: 'query', required: false, style: 'form' }
    expect(parameters.map(({ row }) => row)).toEqual([
      { ...common, name: 'shelf', type: 'array', items: 'string', explode: false },
      { ...common, name: 'cursor', type: 'string', explode: true },
      { ...common, name: 'limit', type: 'integer', explode: true, default: 50 },
    ])
  })

  test('says of a creation what it may emit and where what it made is', () => {
    const { emits, idempotent, location, body } = pick(model, 'createBook')
    expect(emits).toEqual(['book.created'])
    expect(idempotent).toBe(true)
    expect(location).toEqual({
      operation: 'getBook',
      path: '/api/v1/books/{id}',
      parameters: { id: 'data.id' },
    })
    expect(body).toMatchObject({
      required: true,
      content: [{ mediaType: 'application/json', kind: 'json' }],
    })
  })

  test('says who calls by which credential, and what may be sent in its stead', async () => {
    const source = await readSource(fixture('tidy.yaml'))
    const document = {
      openapi: '3.1.0',
      paths: {
        '/a': {
          get: { operationId: 'read', security: [{ key: ['a:read'] }] },
          post: { operationId: 'write', security: [{ key: ['a:write'] }, { relay: [] }] },
          put: { operationId: 'self', security: [{ key: [] }] },
          delete: { operationId: 'open', security: [] },
        },
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'Bearer', 'x-caller': 'key', 'x-stand-in': 'cookie' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'C', 'x-caller': 'session' },
          guard: { type: 'apiKey', in: 'header', name: 'X-Guard', 'x-accompanies': 'cookie' },
          relay: { type: 'apiKey', in: 'query', name: 'secret' },
        },
      },
    }
    const { operations, securitySchemes } = modelOf({ ...source, document })
    expect(securitySchemes).toEqual({
      key: { in: 'authorization', name: 'bearer', caller: 'key', accompanies: null },
      cookie: { in: 'cookie', name: 'C', caller: 'session', accompanies: null },
      guard: { in: 'header', name: 'x-guard', caller: null, accompanies: 'cookie' },
      relay: { in: 'query', name: 'secret', caller: 'relay', accompanies: null },
    })
    const asked = Object.fromEntries(
      operations.map(({ id, security, callers, queryKeys }) => [
        id,
        [security, callers, queryKeys],
      ]),
    )
    expect(asked).toEqual({
      read: [[{ key: ['a:read'] }, { cookie: ['a:read'] }], ['key', 'session'], []],
      write: [
        [{ key: ['a:write'] }, { relay: [] }, { cookie: ['a:write'], guard: [] }],
        ['key', 'relay', 'session'],
        ['secret'],
      ],
      self: [[{ key: [] }], ['key'], []],
      open: [[], ['nobody'], []],
    })
  })

  test('carries the extensions, and the root where an operation has none', () => {
    const { plans, external, rateClass, since, statuses } = pick(model, 'renewLoan')
    expect({ plans, external, rateClass, since, statuses }).toEqual({
      plans: ['gold'],
      external: true,
      rateClass: 'slow',
      since: '1.2.0',
      statuses: [200, 202],
    })
    const book = pick(model, 'getBook')
    expect(book.plans).toEqual(['basic', 'gold'])
    expect(book.aliases).toEqual(['/api/v1/library/books/{id}'])
    expect(book.rateClass).toBe('default')
  })

  test('lists events and error codes', () => {
    expect(model.events).toEqual([
      { type: 'book.created', method: 'post', summary: 'A book was added', deprecated: false },
    ])
    expect(model.errors).toEqual([
      { code: 'not_found', status: 404, summary: 'There is no such thing.' },
      { code: 'validation_failed', status: 422, summary: 'validation_failed' },
    ])
  })
})

test('bases give their aliases to all that is below them, and say whether the plan matters', () => {
  const item = { get: { operationId: 'getUser', responses: {} } }
  const document = {
    openapi: '3.1.0',
    'x-plans': ['pro'],
    'x-bases': [
      { prefix: '/api' },
      { prefix: '/api/scim', aliases: ['/scim', '/v1/scim'], dialect: 'scim', plan: false },
    ],
    paths: { '/api/scim/Users': { ...item, 'x-aliases': ['/api/scim/People'] }, '/api/me': item },
  }
  expect(basesOf(document).map(({ prefix }) => prefix)).toEqual(['/api/scim', '/api'])
  expect(aliasesOf(basesOf(document), '/api/scim/Users', ['/api/scim/People'])).toEqual([
    '/api/scim/People',
    ...['/scim/Users', '/v1/scim/Users', '/scim/People', '/v1/scim/People'],
  ])
  const text = JSON.stringify(document)
  const faults: never[] = []
  const source = { document, text, hash: '', bundled: false, faults, position: () => here }
  const plans = modelOf(source as never).operations.map((operation) => operation.plans)
  expect(plans).toEqual([[], ['pro']])
})
const here = { line: 1, column: 1 }

describe('an untidy contract', () => {
  let model: Model
  beforeAll(async () => {
    model = await read('untidy.json')
  })

  test('has each fault told with its line', () => {
    expect(model.faults.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
      '9 path-parameter-optional',
      '10 path-parameter-unknown',
      '14 path-parameter-missing',
      '19 identical-paths',
      '21 operation-id-duplicate',
      '25 parameter-duplicate',
      '29 reference-dangling',
      '34 path-parameter-missing',
      '34 identical-paths',
      '37 operation-id-missing',
    ])
  })

  test('has operations with unique names that are JavaScript', () => {
    expect(model.operations.map(({ id, method, path }) => [id, method, path])).toEqual([
      ['thingGet', 'get', '/things/{id}'],
      ['deleteOperation', 'delete', '/things/{id}'],
      ['thingGet2', 'put', '/things/{id}'],
      ['postOtherThings', 'post', '/other things'],
    ])
    expect(model.renamed).toEqual({
      thingGet: 'thing.get',
      deleteOperation: 'delete',
      thingGet2: 'thing.get',
    })
    expect(pick(model, 'postOtherThings')).toMatchObject({
      surface: 'api',
      resource: 'other-things',
      security: [],
      plans: [],
    })
  })

  test('has the parameters of its paths, whatever they were called', () => {
    const named = (id: string) =>
      pick(model, id).parameters.map(({ row }) => `${row.in} ${row.name}`)
    expect(named('thingGet')).toEqual(['path id'])
    expect(named('deleteOperation')).toEqual(['path id'])
    expect(named('thingGet2')).toEqual(['path id', 'query dry'])
    expect(pick(model, 'thingGet2').parameters[1]!.row.type).toBe('string')
  })

  test('reads as OpenAPI 3.1', () => {
    const { weight, size, nullable } = model.document.components.schemas.Thing.properties
    expect(model.document.openapi).toBe('3.1.0')
    expect(weight).toEqual({ type: ['number', 'null'], exclusiveMinimum: 0 })
    expect(size).toEqual({
      description: 'How big.',
      anyOf: [{ $ref: '#/components/schemas/Size' }, { type: 'null' }],
    })
    expect(nullable).toEqual({ type: 'boolean' })
  })
})

describe('a file that is no contract', () => {
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'source-'))
  })
  afterAll(() => rm(dir, { recursive: true }))

  test.each([
    ['a: [', /broken\.yaml:1: /],
    ['swagger: "2.0"', /not an OpenAPI 3\.0 or 3\.1 document/],
    ['openapi: 3.1.0\ninfo: {}', /no paths and no webhooks/],
  ])('%j is refused by name', async (text, message) => {
    const file = join(dir, 'broken.yaml')
    await writeFile(file, text)
    await expect(readSource(file)).rejects.toThrow(message)
  })

  test('a contract in several files is bundled', async () => {
    await writeFile(join(dir, 'thing.yaml'), 'type: object\nrequired: [id]')
    const file = join(dir, 'several.yaml')
    await writeFile(
      file,
      [
        'openapi: 3.1.0',
        'info: { title: Several, version: 1.0.0 }',
        'paths:',
        '  /things:',
        '    post:',
        '      operationId: createThing',
        '      requestBody: { content: { application/json: { schema: { $ref: thing.yaml } } } }',
        "      responses: { '201': { description: Made. } }",
      ].join('\n'),
    )
    const model = modelOf(await readSource(file))
    expect(JSON.stringify(model.document)).not.toContain('thing.yaml')
    expect(model.text).toBeUndefined()
  })
})
