import { createRequire } from 'node:module'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { modelOf } from '../../codegen/model.ts'
import { readSource, type Raw } from '../../codegen/source.ts'
import { emitValidators } from '../../codegen/validators.ts'

interface Fault {
  instancePath: string
  keyword: string
  params: Record<string, unknown>
}
type Check = ((data: unknown) => boolean) & { errors?: Fault[] | null }

let dir: string
beforeAll(async () => {
  // what is compiled requires Ajv's runtime, so it has to stand below node_modules' folder
  dir = await mkdtemp(resolve('test/codegen/validators-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function compiled(file: string): Promise<Record<string, Raw>> {
  const out = join(dir, `${Math.random()}.cjs`)
  await writeFile(out, emitValidators(modelOf(await readSource(file))))
  return createRequire(import.meta.url)(out)
}

/** The faults as `where keyword what`, sorted. */
function faults(check: Check, data: unknown): string[] {
  check(data)
  return (check.errors ?? [])
    .map(({ instancePath, keyword, params }) => {
      const what = params.missingProperty ?? params.additionalProperty ?? ''
      return `${instancePath} ${keyword} ${String(what)}`.trim()
    })
    .sort()
}

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))

describe('a tidy contract', () => {
  let validators: Record<string, Raw>
  beforeAll(async () => {
    validators = await compiled(fixture('tidy.yaml'))
  })

  test('every fault is found, each at its place', () => {
    const check = validators.createBook.body['application/json']
    expect(faults(check, { title: 'Emma', format: 'audio', isbn: null })).toEqual([])
    expect(faults(check, { titel: 1, isbn: 'x', format: 'film', shelved_at: 'today' })).toEqual(
      [
        'additionalProperties titel',
        'required title',
        '/format enum',
        '/isbn pattern',
        '/shelved_at format',
      ].sort(),
    )
  })

  test('parameters are checked as parsed values; an unknown query parameter is named', () => {
    const { query } = validators.listBooks
    expect(faults(query, { limit: 100, shelf: ['a', 'b'] })).toEqual([])
    expect(faults(query, { limit: 101, shelf: 'a', page: 1 })).toEqual(
      ['/limit maximum', '/shelf type', 'additionalProperties page'].sort(),
    )
    expect(faults(validators.getBook.path, { id: 0 })).toEqual(['/id minimum'])
    expect(faults(validators.getBook.path, {})).toEqual(['required id'])
  })

  test('header names are in lower case, and other headers do not matter', () => {
    const { header } = validators.createBook
    expect(faults(header, { 'idempotency-key': 'a', host: 'b' })).toEqual([])
    expect(faults(header, { 'idempotency-key': 'a'.repeat(256) })).toEqual([
      '/idempotency-key maxLength',
    ])
  })

  test('operations that ask for the same share one function', () => {
    expect(validators.createBook.header).toBe(validators.renewLoan.header)
    expect(validators.getBook.path).toBe(validators.renewLoan.path)
    expect(validators.getBook.query).toBe(validators.createBook.query)
  })
})

test('a field that only answers have is refused in a request, and never asked for', async () => {
  const validators = await compiled(fixture('untidy.json'))
  const check = validators.postOtherThings.body['application/json']
  expect(faults(check, { weight: null, size: null, nullable: true })).toEqual([])
  expect(faults(check, { id: 1, weight: 0 })).toEqual(['/id readOnly', '/weight exclusiveMinimum'])
})

test('a line is replaced by what is to be kept, wherever it stands, before its length is counted', async () => {
  const file = join(dir, 'lines.yaml')
  await writeFile(
    file,
    `
openapi: 3.1.0
info: { title: Lines, version: 1.0.0 }
paths:
  /lines:
    post:
      operationId: createLine
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                one: { type: [string, 'null'], format: line, maxLength: 4 }
                named: { $ref: '#/components/schemas/Line' }
                several: { type: array, items: { $ref: '#/components/schemas/Line' } }
              additionalProperties: { type: string, format: line }
      responses: { '201': { description: Made. } }
components:
  schemas:
    Line: { type: string, format: line, minLength: 1, maxLength: 4 }
`,
  )
  const check = (await compiled(file)).createLine.body['application/json']
  const sent = ' Cafe\u0301 '
  const body = { one: sent, named: sent, several: [sent, 'a', sent], other: sent }
  expect(faults(check, body)).toEqual([])
  expect(body).toEqual({
    one: 'Café',
    named: 'Café',
    several: ['Café', 'a', 'Café'],
    other: 'Café',
  })
  expect(faults(check, { one: null })).toEqual([])
  expect(faults(check, { one: ' ', named: ' ', several: ['a\nb', 'Cafe\u0301s'] })).toEqual([
    ...['/named minLength', '/one line', '/several/0 line', '/several/1 maxLength'],
  ])
})

test('the tag of a discriminator alone decides which schema holds', async () => {
  const file = join(dir, 'pets.yaml')
  await writeFile(
    file,
    `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    post:
      operationId: createPet
      requestBody:
        content:
          application/json:
            schema:
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
              discriminator:
                propertyName: kind
                mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' }
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { age: { type: integer } } }
      responses: { '201': { description: Made. } }
components:
  schemas:
    Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer, format: int32 } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string }, mate: { $ref: '#/components/schemas/Dog' } } }
`,
  )
  const { createPet } = await compiled(file)
  const check = createPet.body['application/json']
  expect(faults(check, { kind: 'dog', mate: { kind: 'dog' } })).toEqual([])
  expect(faults(check, { kind: 'cat' })).toContain('required lives')
  expect(faults(check, { kind: 'dog', mate: {} })).toContain('/mate required kind')
  expect(faults(check, { kind: 'cow' })).toEqual(['/kind enum'])
  expect(faults(check, {})).toEqual(['required kind'])
  expect(faults(check, { kind: 'cat', lives: 2 ** 31 })).toContain('/lives format')
  const form = createPet.body['application/x-www-form-urlencoded']
  // Its fields are read by their types before they come here.
  expect(faults(form, { age: 12 })).toEqual([])
  expect(form({ age: 'old' })).toBe(false)
})

describe('the cost of a check has a ceiling, whatever the value', () => {
  let check: Check
  beforeAll(async () => {
    const names = Array.from({ length: 300 }, (_, i) => `n${i}`)
    const schema = {
      type: 'object',
      additionalProperties: false,
      propertyNames: { maxLength: 20 },
      patternProperties: { '^x_': { type: 'integer' } },
      properties: {
        tags: {
          type: 'array',
          maxItems: 500,
          uniqueItems: true,
          items: { anyOf: [{ type: 'integer' }, { const: '*' }] },
        },
        any: { uniqueItems: true },
        ours: { type: 'array', 'x-unique-items': true },
        gone: { not: {} },
        many: { type: 'object', required: names, unevaluatedProperties: { enum: names } },
        one: { contains: { type: 'integer' }, unevaluatedItems: false },
        word: { type: 'string', minLength: 2, maxLength: 4, pattern: '^\\p{L}+$' },
        day: { type: 'string', maxLength: 20, format: 'date' },
        either: {
          anyOf: [
            { type: 'array', items: { type: 'integer' } },
            { type: 'array', items: { type: 'string' } },
          ],
        },
      },
    }
    const file = join(dir, 'ceilings.json')
    const content = { 'application/json': { schema } }
    const post = { operationId: 'make', requestBody: { content }, responses: {} }
    const info = { title: 'x', version: '1.0.0' }
    await writeFile(file, JSON.stringify({ openapi: '3.1.0', info, paths: { '/x': { post } } }))
    check = (await compiled(file)).make.body['application/json']
  })
  const list = <T>(length: number, entry: (i: number) => T) =>
    Array.from({ length }, (_, i) => entry(i))

  test('a loop over fields or entries ends early, and says so', () => {
    const wide = Object.fromEntries(list(10_000, (i) => [`k${i}`, 1]))
    for (const value of [
      wide,
      { tags: list(400, () => false) },
      { one: list(10_000, () => 'x') },
    ]) {
      expect(check(value)).toBe(false)
      expect(check.errors?.length).toBeLessThan(700)
      expect(check.errors?.filter(({ keyword }) => keyword === 'ceiling')).toHaveLength(1)
    }
    expect(faults(check, { tags: list(50, () => false) })).not.toContain('ceiling')
  })

  test('one that ends in a branch that does not hold decides nothing', () => {
    expect(check({ either: list(1_000, () => 'x') })).toBe(true)
    expect(check({ either: list(1_000, (i) => (i === 999 ? true : 'x')) })).toBe(false)
    expect(check({ either: list(1_000, () => true) })).toBe(false)
  })

  test('equal entries are found in one pass, and none are looked for in a list that is too long', () => {
    expect(faults(check, { tags: [1, 2, 1] })).toEqual(['/tags uniqueItems'])
    expect(faults(check, { tags: list(501, () => 1) })).toEqual(['/tags maxItems'])
    expect(faults(check, { tags: list(501, () => false) })).toEqual(['/tags maxItems'])
    expect(check({ any: [1, '1', true, 'true', null, [1], { a: 1, b: [2] }, { a: 1 }] })).toBe(true)
    expect(check({ any: [{ a: 1, b: [2] }, 3, { b: [2], a: 1 }] })).toBe(false)
    expect(check({ any: list(50_000, (i) => ({ i })) })).toBe(true)
  }, 2_000)

  test('words for generators mean what their own words mean', () => {
    expect(faults(check, { ours: [1, 2, 1] })).toEqual(['/ours uniqueItems'])
    expect(check({ ours: [1, 2] })).toBe(true)
    expect(faults(check, { gone: null })).toEqual(['/gone false schema'])
  })

  test('characters are counted as far as needed; what is too long is told only that', () => {
    const told = (word: string) => faults(check, { word })
    expect(told('𝒳𝒳𝒳𝒳')).toEqual([])
    expect(told('𝒳𝒳𝒳𝒳a')).toEqual(['/word maxLength'])
    expect(told('𝒳')).toEqual(['/word minLength'])
    expect(told('ab1')).toEqual(['/word pattern'])
    expect(told('1'.repeat(9))).toEqual(['/word maxLength'])
    expect(faults(check, { day: ' '.repeat(100) })).toEqual(['/day maxLength'])
  })
})
