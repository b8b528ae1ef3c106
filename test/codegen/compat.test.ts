import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { argumentsOf } from '../support/process/compiled.ts'
import { shelved } from './shelved.ts'

/** A breaking change of the contract is refused, in a repository of its own. */
const tidy = readFileSync(new URL('fixtures/tidy.yaml', import.meta.url), 'utf8')

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'compat-'))
  git('init', '-q', '-b', 'main')
  writeFileSync(join(dir, 'redocly.yaml'), 'extends: [diff-recommended]\n')
  git('add', 'redocly.yaml')
  commit('Begin')
  expect(check()).toEqual({ code: 0, out: expect.stringContaining('nothing to compare with') })
  writeFileSync(join(dir, 'openapi.yaml'), tidy)
  git('add', 'openapi.yaml')
  commit('Land a contract')
  git('checkout', '-q', '-b', 'change')
  commit('Change something else')
})
afterAll(() => rmSync(dir, { recursive: true }))
beforeEach(() => writeFileSync(join(dir, 'openapi.yaml'), tidy))

function git(...args: string[]): void {
  const author = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.com',
    '-c',
    'commit.gpgsign=false',
  ]
  execFileSync('git', [...author, ...args], { cwd: dir })
}

function commit(message: string): void {
  git('commit', '-q', '--allow-empty', '-m', message)
}

function check(): { code: number | null; out: string } {
  const env = { ...process.env, NODE_OPTIONS: '', BASE: undefined }
  const run = spawnSync(process.execPath, argumentsOf('check-compat'), {
    cwd: dir,
    env,
    encoding: 'utf8',
  })
  return { code: run.status, out: run.stdout + run.stderr }
}

function change(from: string, to: string): void {
  const file = join(dir, 'openapi.yaml')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

test('an addition passes', () => {
  change(
    'has_more: { type: boolean }',
    'has_more: { type: boolean }\n        pages: { type: integer }',
  )
  expect(check()).toMatchObject({ code: 0, out: expect.stringContaining('0 of them breaking') })
})

test('a breaking change is refused with its line and its operation', () => {
  change('required: [title]', 'required: [title, isbn]')
  const { code, out } = check()
  expect(code).toBe(1)
  const lines = readFileSync(join(dir, 'openapi.yaml'), 'utf8').split('\n')
  const line = lines.findIndex((each) => each.includes('required: [title, isbn]')) + 1
  expect(out).toMatch(RegExp(`openapi\\.yaml:${line} POST /api/v1/books: .*isbn`))
})

test('a change behind an alias is found, and its line is that of the anchor', () => {
  const file = join(dir, 'openapi.yaml')
  const text = shelved(readFileSync(file, 'utf8'))
  writeFileSync(file, text)
  expect(check()).toMatchObject({ code: 0, out: expect.stringContaining('0 changes') })
  change('total_count: { type: integer }', 'total_count: { type: string }')
  const lines = readFileSync(file, 'utf8').split('\n')
  const line = lines.findIndex((each) => each.includes('total_count: { type: string }')) + 1
  const { code, out } = check()
  expect(code).toBe(1)
  expect(out).toMatch(RegExp(`openapi\\.yaml:${line} GET /api/v1/books: .*total_count`))
})

test('one that is declared for this version passes', () => {
  change('required: [title]', 'required: [title, isbn]')
  const declared =
    'x-breaking: [{ since: 1.2.0, where: POST /api/v1/books, reason: Books have one. }]\n'
  change('x-plans:', `${declared}x-plans:`)
  expect(check()).toMatchObject({ code: 0, out: expect.stringContaining('0 not declared') })
})

test('a declaration of an earlier version does not count', () => {
  change('required: [title]', 'required: [title, isbn]')
  change('x-plans:', 'x-breaking: [{ since: 1.1.0, where: POST /api/v1/books }]\nx-plans:')
  expect(check().code).toBe(1)
})
