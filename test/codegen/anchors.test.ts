import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { documentOf, textOf, treeOf, writeOut } from '../../codegen/anchors.ts'
import { readSource } from '../../codegen/source.ts'
import { shelved } from './shelved.ts'

const tidy = await readFile(new URL('fixtures/tidy.yaml', import.meta.url), 'utf8')
const ours = await readFile(new URL('../../openapi.yaml', import.meta.url), 'utf8')

function plain(text: string): string {
  const tree = treeOf(text)
  writeOut(tree)
  return textOf(tree)
}

test('a contract says the same with what repeats written once, in the same order', () => {
  expect(JSON.stringify(documentOf(shelved(tidy)))).toBe(JSON.stringify(parse(tidy)))
})

test.each([
  [
    'a comment of what is copied',
    'x-anchors: { a: &a [1, 2] }\n# why\nb: *a\n',
    '# why\nb: [1, 2]\n',
  ],
  ['a map in block style', 'a: &a\n  b: 1\nc:\n  d: *a\n', 'a:\n  b: 1\nc:\n  d:\n    b: 1\n'],
  ['a map in a list', 'a: &a\n  b: 1\nc:\n  - *a\n', 'a:\n  b: 1\nc:\n  - b: 1\n'],
  [
    'a merge at its place',
    'a: &a { b: 1 }\nc: { d: 2, <<: *a, e: 3 }\n',
    'a: { b: 1 }\nc: { d: 2, b: 1, e: 3 }\n',
  ],
  [
    'a key of its own',
    'a: &a { b: 1, c: 1 }\nd: { <<: *a, b: 2 }\n',
    'a: { b: 1, c: 1 }\nd: { c: 1, b: 2 }\n',
  ],
  [
    'what is merged first',
    'a: &a { b: 1 }\nc: &c { b: 2, d: 2 }\ne: { <<: [*a, *c] }\n',
    'a: { b: 1 }\nc: { b: 2, d: 2 }\ne: { b: 1, d: 2 }\n',
  ],
  [
    'a question within brackets, which YAML 1.1 reads in quotes alone,',
    "a: &a 1\nb: { c: 'Why?', d: Who is it? }\ne: Why?\nf: *a\n",
    "a: 1\nb: { c: 'Why?', d: 'Who is it?' }\ne: Why?\nf: 1\n",
  ],
  ['the nearer of two anchors', 'a: &a 1\nb: *a\nc: &a 2\nd: *a\n', 'a: 1\nb: 1\nc: 2\nd: 2\n'],
])('%s stays', (_, text, expected) => {
  expect(plain(text)).toBe(expected)
})

test.each([
  ['b: *a\nx: &a 1', '2: *a has no anchor before it'],
  ['a: &a { b: *a }', '2: *a stands within what it names'],
  ['a: &a [1]\nb: { <<: *a }', '3: a merge (<<) is of no map'],
])('%j is refused with its line', async (text, message) => {
  const dir = await mkdtemp(join(tmpdir(), 'anchors-'))
  try {
    const file = join(dir, 'contract.yaml')
    await writeFile(file, `openapi: 3.1.0\n${text}\n`)
    await expect(readSource(file)).rejects.toThrow(`contract.yaml:${message}`)
  } finally {
    await rm(dir, { recursive: true })
  }
})

test('a place in what is copied is that of the anchor', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'anchors-'))
  try {
    const file = join(dir, 'contract.yaml')
    await writeFile(file, shelved(tidy))
    const { position, plain: text } = await readSource(file)
    const { line } = position(['paths', '/api/v1/books', 'get', 'responses', '4XX'])
    expect(shelved(tidy).split('\n')[line - 1]).toBe(
      "      4XX: { $ref: '#/components/responses/ClientError' }",
    )
    expect(JSON.stringify(parse(text()))).toBe(JSON.stringify(parse(tidy)))
  } finally {
    await rm(dir, { recursive: true })
  }
})

test('each anchor of our contract has an alias', () => {
  const unused = [...ours.matchAll(/[:-] &(\w+)/g)].filter(
    ([, name]) => !RegExp(`[:-] \\*${name}\\b`).test(ours),
  )
  expect(unused.map(([, name]) => name)).toEqual([])
})
