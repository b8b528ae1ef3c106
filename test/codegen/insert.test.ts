import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { documentOf } from '../../codegen/anchors.ts'
import { withOperation } from '../../codegen/insert.ts'
import { redocly } from '../../codegen/redocly.ts'
import { shelved } from './shelved.ts'

let contract: string
beforeAll(async () => {
  contract = await readFile(new URL('fixtures/tidy.yaml', import.meta.url), 'utf8')
})

const paths = (text: string) => Object.keys(parse(text).paths)

test('an action of a resource stands behind its other operations', () => {
  const path = '/api/v1/books/{id}/lend'
  const added = { method: 'post', path, operationId: 'lendBook', tag: 'lending.books' }
  const text = withOperation(contract, added)
  expect(paths(text)).toEqual([
    '/api/v1/books',
    '/api/v1/books/{id}',
    path,
    '/api/v1/loans/{id}/renew',
  ])
  expect(parse(text).paths[path]).toEqual({
    parameters: [{ $ref: '#/components/parameters/BookId' }],
    post: {
      operationId: 'lendBook',
      tags: ['lending.books'],
      summary: 'Lend book',
      'x-since': '1.2.0',
      security: [{ bearerAuth: ['books:write'] }],
      parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }],
      responses: {
        200: { description: 'Lend book.' },
        404: { $ref: '#/components/responses/NotFound' },
        409: { $ref: '#/components/responses/Conflict' },
        422: { $ref: '#/components/responses/UnprocessableContent' },
        '4XX': { $ref: '#/components/responses/ClientError' },
        '5XX': { $ref: '#/components/responses/ServerError' },
        default: { $ref: '#/components/responses/Failure' },
      },
    },
  })
})

test('a resource that is new comes with tag, scope, envelope, headers, body and examples', () => {
  const headers = '      headers: { X-Request-Id: { schema: { type: string } } }\n'
  const rows = '        | `books:read` | books |\n        | `films:read` | films |\n'
  const text = contract
    .replace('    BookList:\n      description: A page of books.\n', (found) => found + headers)
    .replace(
      /description: 'The scopes.*\n/,
      `description: |\n        | Scope | |\n        |---|---|\n${rows}`,
    )
  const list = { method: 'get', path: '/api/v1/copies', operationId: 'listCopies' }
  const create = { method: 'post', path: '/api/v1/copies', operationId: 'createCopy' }
  const get = { method: 'get', path: '/api/v1/copies/{id}', operationId: 'getCopy' }
  const tag = 'lending.copies'
  const grown = parse(
    [list, create, get].reduce((all, added) => withOperation(all, { ...added, tag }), text),
  )
  const tags = ['lending.books', tag, 'lending.loans']
  expect(grown.tags.map(({ name }: { name: string }) => name)).toEqual(tags)
  expect(grown['x-tagGroups'][0].tags).toEqual(tags)
  const displayed = { 'x-displayName': 'Copies', description: expect.stringContaining('copies') }
  expect(grown.tags[1]).toEqual({ name: tag, ...displayed })
  const described: string = grown.components.securitySchemes.bearerAuth.description
  expect(described.match(/`\w+:\w+`/g)).toEqual([
    '`books:read`',
    '`copies:read`',
    '`copies:write`',
    '`films:read`',
  ])
  const { requestBodies, responses, schemas } = grown.components
  expect(grown.paths['/api/v1/copies'].get.responses[200]).toEqual(ref('responses', 'CopyList'))
  expect(responses.CopyList).toEqual({
    description: 'The answer of listCopies.',
    headers: { 'X-Request-Id': { schema: { type: 'string' } } },
    content: {
      'application/json': {
        schema: ref('schemas', 'CopyListReply'),
        example: { data: [{ id: 1 }], next_cursor: null, total_count: 0, has_more: false },
      },
    },
  })
  expect(schemas.CopyListReply.required).toEqual(schemas.BookListReply.required)
  expect(schemas.CopyListReply.properties).toEqual({
    ...schemas.BookListReply.properties,
    data: { type: 'array', items: ref('schemas', 'Copy') },
  })
  const { post } = grown.paths['/api/v1/copies']
  const ofBook = (pointer: string) => pointer.split('/').at(-1)!.replace('Book', 'Copy')
  const { get: getBook } = grown.paths['/api/v1/books/{id}']
  const body = ofBook(grown.paths['/api/v1/books'].post.requestBody.$ref)
  expect(post.requestBody).toEqual(ref('requestBodies', body))
  expect(requestBodies[body].content['application/json']).toEqual({
    schema: ref('schemas', 'CopyCreate'),
    example: { title: 'A title' },
  })
  expect(post.responses[201]).toEqual(ref('responses', 'CopyCreated'))
  expect(responses.CopyCreated.content['application/json'].example).toEqual({ data: { id: 1 } })
  expect(schemas.CopyReply.properties.data).toEqual(ref('schemas', 'Copy'))
  expect(grown.paths['/api/v1/copies/{id}'].get.responses[200]).toEqual(
    ref('responses', ofBook(getBook.responses[200].$ref)),
  )
})

const ref = (section: string, name: string) => ({ $ref: `#/components/${section}/${name}` })

test('a part that the contract has written once is not written out again, and says the same', () => {
  const loanId =
    '    LoanId: { name: id, in: path, required: true, schema: { type: string }, example: b }\n'
  const text = contract
    .replace('    Limit:\n', (found) => loanId + found)
    .replace(
      / {4}BookList:\n.*\n/,
      '$&      headers: { X-Request-Id: { schema: { type: string } } }\n',
    )
  const added = [
    { method: 'get', path: '/api/v1/copies', operationId: 'listCopies' },
    { method: 'post', path: '/api/v1/copies/{id}/lend', operationId: 'lendCopy' },
  ]
  const grow = (before: string) =>
    added.reduce((all, one) => withOperation(all, { ...one, tag: 'lending.copies' }), before)
  const [short, long] = [grow(shelved(text)), grow(text)]
  expect(documentOf(short)).toEqual(parse(long))
  const before = shelved(text).split('\n')
  const written = short.split('\n').filter((line) => !before.includes(line))
  for (const alias of [
    '<<: *failures',
    '<<: *failuresOfChange',
    '<<: *idInPath',
    '<<: *listReply',
    '<<: *listReplyFields',
    'headers: *answer',
    'example: { data: [{ id: 1 }], <<: *noPage }',
  ])
    expect([alias, count(short, alias)]).toEqual([alias, count(shelved(text), alias) + 1])
  expect(written.join()).not.toMatch(/4XX|has_more|in: path/)
})

const count = (text: string, part: string): number => text.split(`${part}\n`).length - 1

test('each resource has an id of its own where there are several', () => {
  const loanId =
    '    LoanId: { name: id, in: path, required: true, schema: { type: string }, example: b }\n'
  const text = contract.replace('    Limit:\n', (found) => loanId + found)
  const copy = '/api/v1/copies/{id}'
  const added = { method: 'get', path: copy, operationId: 'getCopy', tag: 'lending.copies' }
  const grown = parse(withOperation(text, added))
  expect(grown.paths[copy].parameters).toEqual([ref('parameters', 'CopyId')])
  expect(grown.components.parameters.CopyId).toMatchObject({
    name: 'id',
    in: 'path',
    required: true,
  })
})

/** With a resource of its own, as `npm run new-operation` adds its operations one by one. */
test('operations that are added keep every rule', async () => {
  const table = 'description: |\n        | Scope |\n        |---|\n        | `books:read` | |\n'
  const text = contract.replace(
    /description: 'The scopes.*\n/,
    `${table}        | \`books:write\` | |\n`,
  )
  const grown = [
    { method: 'get', path: '/api/v1/authors', operationId: 'listAuthors' },
    { method: 'post', path: '/api/v1/authors', operationId: 'createAuthor' },
    { method: 'get', path: '/api/v1/authors/{id}', operationId: 'getAuthor' },
    { method: 'post', path: '/api/v1/authors/{id}', operationId: 'updateAuthor' },
    { method: 'post', path: '/api/v1/authors/{id}/praise', operationId: 'praiseAuthor' },
  ].reduce((all, added) => withOperation(all, { ...added, tag: 'lending.authors' }), text)
  expect(await problemsOf(grown)).toEqual([])
})

const rules = fileURLToPath(new URL('../../codegen/rules/', import.meta.url))

/** Found by all rules of ours. */
async function problemsOf(text: string): Promise<string[]> {
  const names = (await readdir(rules)).map((name) => path.basename(name, '.js'))
  const ofContract = names.filter((name) => name !== 'plugin' && name !== 'contract')
  const config = {
    plugins: [path.join(rules, 'plugin.js')],
    rules: {
      ...Object.fromEntries(ofContract.map((name) => [`contract/${name}`, 'error'])),
      'contract/rate-class-known': { severity: 'error', classes: ['slow'] },
    },
  }
  const dir = await mkdtemp(path.join(tmpdir(), 'insert-'))
  try {
    await writeFile(path.join(dir, 'redocly.yaml'), stringify(config))
    await writeFile(path.join(dir, 'grown.yaml'), text)
    const { stdout } = await redocly(['lint', 'grown.yaml', '--format=json'], dir)
    const { problems } = JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1))
    return problems.map(({ message }: { message: string }) => message)
  } finally {
    await rm(dir, { recursive: true })
  }
}

test('all that one entry of a neighbour asks for stays one entry', () => {
  const asked = 'security: [{ bearerAuth: [books:write], guard: [] }, { bearerAuth: [admin] }]'
  const guarded = contract.replace("security: [{ bearerAuth: ['books:write'] }]", asked)
  const path = '/api/v1/books/{id}/lend'
  const added = { method: 'post', path, operationId: 'lendBook', tag: 'lending.books' }
  expect(parse(withOperation(guarded, added)).paths[path].post.security).toEqual([
    { bearerAuth: ['books:write'], guard: [] },
    { bearerAuth: ['admin'] },
  ])
})

test('nothing else in the file changes', () => {
  const added = {
    method: 'delete',
    path: '/api/v1/books/{id}',
    operationId: 'x',
    tag: 'lending.books',
  }
  const before = contract.split('\n')
  const after = withOperation(contract, added).split('\n')
  const first = after.findIndex((line, index) => line !== before[index])
  const grown = after.length - before.length
  expect(after[first]).toBe('    delete:')
  expect([...after.slice(0, first), ...after.slice(first + grown)]).toEqual(before)
})

test('a list goes before everything else of its path, with the parameters of lists', () => {
  const text = withOperation(contract, {
    method: 'get',
    path: '/api/v1/loans/{id}/renew',
    operationId: 'listRenewals',
    tag: 'lending.loans',
  })
  const { get } = parse(text).paths['/api/v1/loans/{id}/renew']
  expect(Object.keys(parse(text).paths['/api/v1/loans/{id}/renew'])).toEqual([
    'parameters',
    'get',
    'post',
  ])
  expect(get.parameters).toEqual([
    { $ref: '#/components/parameters/Cursor' },
    { $ref: '#/components/parameters/Limit' },
  ])
})

test('a resource stands at its place in the alphabet, a new surface at the end', () => {
  const row = (path: string, tag: string) => ({
    method: 'get',
    path,
    operationId: path.slice(1),
    tag,
  })
  expect(paths(withOperation(contract, row('/a', 'lending.authors')))[0]).toBe('/a')
  expect(paths(withOperation(contract, row('/c', 'lending.copies')))[2]).toBe('/c')
  expect(paths(withOperation(contract, row('/z', 'archive.boxes'))).at(-1)).toBe('/z')
})

test.each([
  [
    { method: 'get', path: '/api/v1/books', operationId: 'x' },
    'get /api/v1/books is there already',
  ],
  [
    { method: 'put', path: '/api/v1/books', operationId: 'getBook' },
    'an operation getBook already',
  ],
  [{ method: 'fetch', path: '/x', operationId: 'x' }, 'fetch is no method'],
  [{ method: 'get', path: 'x', operationId: 'x' }, 'x is no path'],
])('%j is refused', (added, message) => {
  expect(() => withOperation(contract, { ...added, tag: 'lending.books' })).toThrow(message)
})

test('an operationId that is no name in any language is refused before anything is written', () => {
  const added = { method: 'get', path: '/api/v1/shelves', tag: 'lending.shelves' }
  for (const operationId of ['list-shelves', 'List', '2lists', ''])
    expect(() => withOperation(contract, { ...added, operationId })).toThrow('is no operationId')
})
