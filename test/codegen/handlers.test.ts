import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listing, placeStub, type HandlerFolder } from '../../codegen/handlers.ts'
import { modelOf, type Model } from '../../codegen/model.ts'
import { readSource } from '../../codegen/source.ts'

let dir: string
let model: Model
let folder: HandlerFolder
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'handlers-'))
  model = modelOf(await readSource(fileURLToPath(new URL('fixtures/tidy.yaml', import.meta.url))))
  folder = {
    dir,
    imports: () => "import { notImplemented } from './x.ts'\n",
    index: ({ surface }) => `${surface}/index.ts`,
    newIndex: ({ surface }) => `export const ${surface} = {} satisfies Handlers<'${surface}'>\n`,
  }
})
afterAll(() => rm(dir, { recursive: true }))

const place = (id: string) => {
  const operation = model.operations.find((one) => one.id === id)!
  return placeStub(folder, operation, `export const ${id} = notImplemented('${id}')\n`)
}

test('the first stub of a resource makes its file, and its place in the index', async () => {
  const file = await place('renewLoan')
  expect(file).toBe(join(dir, 'lending/loans.ts'))
  expect(await readFile(file, 'utf8')).toBe(
    "import { notImplemented } from './x.ts'\n\nexport const renewLoan = notImplemented('renewLoan')\n",
  )
  expect(await readFile(join(dir, 'lending/index.ts'), 'utf8')).toBe(
    "import * as loans from './loans.ts'\nexport const lending = { ...loans } satisfies Handlers<'lending'>\n",
  )
})

test('the text that a file has already stays as it is', async () => {
  await mkdir(join(dir, 'lending'), { recursive: true })
  const written = "import { a } from './a.ts'\n\n/** Mine. */\nexport const getBook = a\n"
  await writeFile(join(dir, 'lending/books.ts'), written)
  const file = await place('createBook')
  expect(await readFile(file, 'utf8')).toBe(
    "import { a } from './a.ts'\nimport { notImplemented } from './x.ts'\n\n" +
      "/** Mine. */\nexport const getBook = a\n\nexport const createBook = notImplemented('createBook')\n",
  )
})

test('a resource that the folder keeps elsewhere is found there, and listed from there', async () => {
  const elsewhere = { ...folder, file: () => 'shared/loans.ts' }
  const operation = model.operations.find(({ id }) => id === 'renewLoan')!
  const file = await placeStub(elsewhere, operation, 'export const renewLoan = 1\n')
  expect(file).toBe(join(dir, 'shared/loans.ts'))
  expect(await readFile(join(dir, 'lending/index.ts'), 'utf8')).toContain(
    "import * as sharedLoans from '../shared/loans.ts'",
  )
})

test('an index keeps the order of the alphabet', () => {
  const index = `import type { Handlers } from '../context.ts'
import * as events from './events.ts'
import * as users from './users.ts'

export const core = { ...events, ...users } satisfies Handlers<'core'>
`
  const listed = listing(index, 'canned-responses.ts')
  expect(listed).toContain(
    "import * as cannedResponses from './canned-responses.ts'\nimport * as events",
  )
  expect(listed).toContain('= { ...cannedResponses, ...events, ...users } satisfies')
  expect(listing(listed, 'canned-responses.ts')).toBe(listed)
  expect(listing('export const handlers = everything()\n', 'a.ts')).toBe(
    'export const handlers = everything()\n',
  )
})
