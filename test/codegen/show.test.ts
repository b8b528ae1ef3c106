import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { operations } from '../../packages/contract/src/index.ts'
import { documentOf } from '../../codegen/anchors.ts'
import { createShow } from '../../codegen/show.ts'
import { shelved } from './shelved.ts'

const tidy = await readFile(new URL('fixtures/tidy.yaml', import.meta.url), 'utf8')
const show = createShow(tidy)

test('an operation is shown with its path, components, scheme and events, in the lines of the file', () => {
  const text = show('createBook')
  const [all, shown] = [parse(tidy), parse(text)]
  expect(Object.keys(shown)).toEqual(['paths', 'webhooks', 'components'])
  expect(shown.paths).toEqual({ '/api/v1/books': { post: all.paths['/api/v1/books'].post } })
  expect(shown.webhooks).toEqual({ 'book.created': all.webhooks['book.created'] })
  expect(shown.components.securitySchemes).toEqual({
    bearerAuth: all.components.securitySchemes.bearerAuth,
  })
  const lines = tidy.split('\n')
  for (const line of text.split('\n').filter((each) => !each.includes('# line')))
    expect(lines).toContain(line)
  for (const [, number, next] of text.matchAll(/# line (\d+)\n(.*)/g))
    expect(lines[Number(number) - 1]).toBe(next)
})

test('a value that YAML puts in by an alias is shown with it, and nothing else of the shelf', () => {
  const text = createShow(shelved(tidy))('createBook')
  expect(documentOf(text).paths).toEqual(documentOf(show('createBook')).paths)
  expect(text.match(/&\w+/g)).toEqual(['&failures', '&failuresOfWrite'])
})

test('the parameters of its whole path are shown with it, and no neighbour', () => {
  const shown = parse(show('getBook')).paths['/api/v1/books/{id}']
  expect(Object.keys(shown)).toEqual(['x-aliases', 'parameters', 'get'])
})

test('every operation of ours is shown with all it refers to', async () => {
  const ours = await readFile(new URL('../../openapi.yaml', import.meta.url), 'utf8')
  const showOurs = createShow(ours)
  for (const id of Object.keys(operations)) {
    const text = showOurs(id)
    expect(text).toContain(`operationId: ${id}\n`)
    for (const [, alias] of text.matchAll(/\*(\w+)$/gm)) expect(text).toMatch(`&${alias}`)
    for (const [, kind, name = ''] of text.matchAll(/['"]#\/components\/(\w+)\/(\w+)/g)) {
      const components = text.slice(text.indexOf('\ncomponents:\n'))
      const ofKind = components.split(`\n  ${kind}:\n`)[1]?.split(/\n {2}\w/)[0] ?? ''
      if (!`\n${ofKind}`.includes(`\n    ${name}:`))
        throw new Error(`${id} without ${kind}/${name}`)
    }
  }
})

test('a name that no operation has is answered with those that are alike', () => {
  expect(() => show('findBooks')).toThrow(
    'there is no operation findBooks; but listBooks, createBook, getBook',
  )
})
