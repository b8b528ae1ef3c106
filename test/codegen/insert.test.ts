import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { withOperation } from '../../codegen/insert.ts'

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
    parameters: [{ $ref: '#/components/parameters/Id' }],
    post: {
      operationId: 'lendBook',
      tags: ['lending.books'],
      summary: 'Lend book',
      'x-since': '1.2.0',
      security: [{ bearerAuth: ['books:write'] }],
      parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }],
      responses: {
        200: { description: 'Lend book.' },
        default: { $ref: '#/components/responses/Error' },
      },
    },
  })
})

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
