import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { generate, generateFromArguments, refreshArtifacts } from '../../codegen/generate.ts'

const tidy = fileURLToPath(new URL('fixtures/tidy.yaml', import.meta.url))
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'generate-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const files = names.filter((name) => /\.\w+$|stamp$/.test(name)).sort()
  const texts = files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])
  return Object.fromEntries(await Promise.all(texts))
}

test('the same contract always makes the same files', async () => {
  const [one, two] = [join(dir, 'one'), join(dir, 'two')]
  for (const out of [one, two]) {
    await generate({ contract: tidy, out, only: ['types', 'validators'] })
  }
  const made = await contents(one)
  expect(Object.keys(made).sort()).toEqual([
    'generated/openapi.json',
    'generated/openapi.yaml',
    'generated/stamp',
    'generated/validators.cjs',
    'generated/validators.d.cts',
    'src/generated/errors.ts',
    'src/generated/events.ts',
    'src/generated/manifest.json',
    'src/generated/operations.ts',
    'src/generated/schema.ts',
  ])
  expect(await contents(two)).toEqual(made)
})

test('progress is told, step by step', async () => {
  const lines: string[] = []
  const out = join(dir, 'told')
  await generate({
    contract: tidy,
    out,
    only: ['lint', 'validators'],
    log: (line) => lines.push(line),
  })
  expect(lines.filter((line) => /^\w/.test(line)).map((line) => line.split(' ')[0])).toEqual([
    'lint',
    'bundle',
    'validators',
  ])
})

test('validators are made once for a contract, and again when it changes', async () => {
  const contract = join(dir, 'contract.yaml')
  const out = join(dir, 'stamped')
  const text = await readFile(tidy, 'utf8')
  await writeFile(contract, text)
  expect(await refreshArtifacts(contract, out)).toBe(true)
  expect(await refreshArtifacts(contract, out)).toBe(false)
  await writeFile(contract, text.replace('maxLength: 20', 'maxLength: 30'))
  expect(await refreshArtifacts(contract, out)).toBe(true)
  expect(await readFile(join(out, 'generated/openapi.yaml'), 'utf8')).toContain('maxLength: 30')
})

test('an author who calls something an error is held to it', async () => {
  const contract = join(dir, 'own', 'openapi.yaml')
  await generate({ contract: tidy, out: join(dir, 'own'), only: ['validators'] })
  await writeFile(contract, await readFile(tidy, 'utf8'))
  await writeFile(join(dir, 'own', 'redocly.yaml'), 'rules: { info-contact: error }')
  const lines: string[] = []
  const run = generate({ contract, out: dir, only: ['lint'], log: (line) => lines.push(line) })
  await expect(run).rejects.toThrow('breaks 1 rules')
  expect(lines.join('\n')).toMatch(/openapi\.yaml:3:1 info-contact: /)
})

test('a fault of a contract of others is told with its line, and stops nothing', async () => {
  const contract = fileURLToPath(new URL('fixtures/untidy.json', import.meta.url))
  const lines: string[] = []
  const out = join(dir, 'untidy')
  const only = ['lint', 'types', 'validators'] as const
  const { faults } = await generate({ contract, out, only, log: (line) => lines.push(line) })
  expect(faults.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['spec-ref-siblings', 'operation-id-duplicate', 'reference-dangling']),
  )
  expect(lines.join('\n')).toMatch(/untidy\.json:21:9 operation-id-duplicate: .*called thingGet2/)
})

test('operations without a handler are named', async () => {
  const handlers = join(dir, 'handlers')
  const out = join(dir, 'named')
  await generate({ contract: tidy, out: handlers, only: ['validators'] })
  await writeFile(
    join(handlers, 'books.ts'),
    'export const listBooks = 1\nexport async function getBook() {}\nconst createBook = 1\n',
  )
  const { missing } = await generate({ contract: tidy, out, handlers, only: ['stubs'] })
  expect(missing).toEqual(['createBook', 'renewLoan'])
})

test('a contract without a place to go to, or a place without a contract, writes nothing', async () => {
  for (const args of [['--contract', tidy], ['--out', 'packages/contract'], []])
    await expect(generateFromArguments(args)).rejects.toThrow('belong together')
})
