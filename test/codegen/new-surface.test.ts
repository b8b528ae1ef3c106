import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { documentOf } from '../../codegen/anchors.ts'
import { generate } from '../../codegen/generate.ts'
import { writeTables } from '../../codegen/tables.ts'
import { tablesOf } from '../../scripts/migrated.ts'
import { errorsOf } from '../support/process/compile.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'

/**
 * A surface with a resource, a task, a subscriber and a setting is added to a copy of the repository.
 * Its folder, its part of the contract, a migration and a line in the list of surfaces are all it takes.
 */

const root = path.resolve(import.meta.dirname, '../..')
const fixtures = path.join(import.meta.dirname, 'fixtures/guestbook')
const packages = ['contract', 'db', 'domain', 'server', 'worker']

let copy: string
let database: TestDatabase
let child: ChildProcess | undefined
let told: { port: number; secret: string; refused: string }

beforeAll(async () => {
  await mkdir(path.join(root, 'build'), { recursive: true })
  copy = await mkdtemp(path.join(root, 'build/surface-'))
  database = await testDatabase({ template: 'template0' })
  await copyRepository()
  await addSurface()
  await generate({
    contract: at('openapi.yaml'),
    out: at('packages/contract'),
    only: ['types', 'validators'],
  })
  told = await run()
})

afterAll(async () => {
  if (child?.exitCode === null) {
    const over = once(child, 'exit')
    child.kill('SIGTERM')
    await over
  }
  await database?.drop()
  await rm(copy, { recursive: true })
})

const at = (...names: string[]) => path.join(copy, ...names)

/**
 * Copies the imported files; packages are each other's dependencies, others come from the folders above.
 */
async function copyRepository() {
  await cp(path.join(root, 'openapi.yaml'), at('openapi.yaml'))
  await mkdir(at('node_modules/@mobieus'), { recursive: true })
  for (const name of packages) {
    for (const part of ['package.json', 'src', ...(name === 'db' ? ['migrations'] : [])])
      await cp(path.join(root, 'packages', name, part), at('packages', name, part), {
        recursive: true,
      })
    await symlink(at('packages', name), at('node_modules/@mobieus', name))
  }
}

async function addSurface() {
  const folder = at('packages/domain/src/guestbook')
  await mkdir(folder)
  for (const name of ['entries.ts', 'entries.store.ts', 'index.ts'])
    await cp(path.join(fixtures, name), path.join(folder, name))
  await cp(path.join(fixtures, 'migration.sql'), at('packages/db/migrations/9000_guestbook.sql'))
  const contract = documentOf(await readFile(at('openapi.yaml'), 'utf8'))
  extend(contract)
  await writeFile(at('openapi.yaml'), stringify(contract, { aliasDuplicateObjects: false }))
  const list = at('packages/domain/src/surfaces.ts')
  const before = await readFile(list, 'utf8')
  const after = before
    .replace(/^import \{ platform/m, "import { guestbook } from './guestbook/index.ts'\n$&")
    .replace(/= \[(.*)\] as const/, '= [$1, guestbook] as const')
  await writeFile(list, after)
  // The process that the test starts; no part of the copy.
  await cp(path.join(fixtures, 'run.ts'), at('run.ts'))
}

/** Adds two operations, which fail and are repeated as others of the contract are. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document of any shape
function extend(contract: any): void {
  const { '201': _, ...failures } = contract.paths['/api/v1/posts'].post.responses
  const entry = { type: 'object', required: ['id', 'text', 'answer'] }
  contract.components.schemas.GuestbookEntry = {
    ...entry,
    properties: {
      id: { type: 'integer' },
      text: { type: 'string' },
      answer: { type: ['string', 'null'] },
    },
  }
  const data = { $ref: '#/components/schemas/GuestbookEntry' }
  const request_id = { type: 'string' }
  const schema = {
    type: 'object',
    required: ['data', 'request_id'],
    properties: { data, request_id },
  }
  const answer = { description: 'The entry.', content: { 'application/json': { schema } } }
  const body = { type: 'object', required: ['text'], properties: { text: { type: 'string' } } }
  const common = { tags: ['guestbook.entries'], 'x-since': '1.7.0' }
  contract.tags.push({ name: 'guestbook.entries', description: 'Entries of the guest book.' })
  contract.paths['/api/v1/guestbook/entries'] = {
    post: {
      ...common,
      operationId: 'createEntry',
      summary: 'Write an entry',
      security: [{ bearerAuth: ['guestbook:write'] }],
      parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }],
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
      responses: { 201: answer, ...failures },
    },
  }
  contract.paths['/api/v1/guestbook/entries/{entry_id}'] = {
    get: {
      ...common,
      operationId: 'getEntry',
      summary: 'Get an entry',
      security: [{ bearerAuth: ['guestbook:read'] }],
      parameters: [
        { name: 'entry_id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
      ],
      responses: { 200: answer, ...failures },
    },
  }
}

async function run(): Promise<typeof told> {
  const own = (child = fork(at('run.ts'), {
    cwd: root,
    execArgv: ['--conditions=mobieus', '--import', 'tsx'],
    env: {
      PATH: process.env.PATH,
      OWNER_DATABASE_URL: database.ownerUrl,
      APP_SECRET: 'test-secret-of-16',
      DATA_DIR: at('data'),
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
  }))
  const ended = once(own, 'exit').then(([code]) =>
    Promise.reject(new Error(`the copy ended with ${code}`)),
  )
  const [message] = (await Promise.race([once(own, 'message'), ended])) as [typeof told]
  ended.catch(() => {})
  return message
}

async function call(place: string, body?: object) {
  const answer = await localFetch(`http://demo.localhost:${told.port}/api/v1${place}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${told.secret}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any operation
  return { status: answer.status, body: (await answer.json()) as any }
}

/** Files of a tree by their content, but those that are generated. */
function contents(folder: string): Map<string, string> {
  const parts = ['openapi.yaml', ...packages.flatMap((name) => [`packages/${name}`])]
  const files = parts.flatMap((part) =>
    part.endsWith('.yaml')
      ? [part]
      : ['package.json', 'src', 'migrations'].flatMap((below) => filesBelow(folder, part, below)),
  )
  return new Map(
    files
      .filter((file) => !file.includes('/generated/'))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest('hex'),
      ]),
  )
}

function filesBelow(folder: string, part: string, below: string): string[] {
  if (below === 'package.json') return [path.join(part, below)]
  const names = () =>
    readdirSync(path.join(folder, part, below), { recursive: true, encoding: 'utf8' })
  if (below === 'migrations' && part !== 'packages/db') return []
  return names()
    .filter((name) => /\.(?:ts|sql|json)$/.test(name))
    .map((name) => path.join(part, below, name))
}

test('nothing else had to be changed', async () => {
  const before = contents(root)
  const changed = [...contents(copy)].filter(([file, hash]) => before.get(file) !== hash)
  expect(changed.map(([file]) => file).sort()).toEqual([
    'openapi.yaml',
    'packages/db/migrations/9000_guestbook.sql',
    'packages/domain/src/guestbook/entries.store.ts',
    'packages/domain/src/guestbook/entries.ts',
    'packages/domain/src/guestbook/index.ts',
    'packages/domain/src/surfaces.ts',
  ])
  const lines = (folder: string) =>
    readFileSync(path.join(folder, 'packages/domain/src/surfaces.ts'), 'utf8').split('\n')
  expect(lines(copy).length).toBe(lines(root).length + 1)
})

test('it compiles, and does not where the surface is left out of the list', async () => {
  const domain = (file: string) => at('packages/domain/src', file)
  await writeTables(tablesOf(database.ownerUrl, at('packages/db/src/generated/tables.ts')))
  const others = [
    'installed.ts',
    'guestbook/index.ts',
    'guestbook/entries.ts',
    'guestbook/entries.store.ts',
  ]
  const list = readFileSync(path.join(root, 'packages/domain/src/surfaces.ts'), 'utf8')
  const listed = [...list.matchAll(/^import \{ (\w+) \}/gm)].map(([, name]) => name as string)
  expect(listed).toContain('core')
  const errors = errorsOf(
    {
      [domain('unlisted.ts')]: `
        import type { OperationId } from '@mobieus/contract'
        ${listed.map((name) => `import { ${name} } from './${name}/index.ts'`).join('\n')}
        import type { Handler } from './kit/context.ts'
        export const handlers: { readonly [Id in OperationId]: Handler<Id> } =
          { ${listed.map((name) => `...${name}.handlers`).join()} }`,
    },
    others.map(domain),
  )
  expect(others.map((file) => errors[domain(file)])).toEqual(others.map(() => ''))
  expect(errors[domain('unlisted.ts')]).toMatch(/createEntry, getEntry/)
})

test('its handlers answer, with what a new tenant is furnished with', async () => {
  expect((await call('/guestbook/entries/1')).body.data).toMatchObject({ text: 'Welcome.' })
  expect(await call('/guestbook/entries/999')).toMatchObject({ status: 404 })
  expect((await call('/guestbook/entries', { text: 'Hello!' })).status).toBe(201)
})

test('its setting is read, and a value that it does not take is refused with the line', async () => {
  expect(told.refused).toContain('app.ini line 1: many is not a number of characters')
  const { status, body } = await call('/guestbook/entries', { text: 'x'.repeat(21) })
  expect(status).toBe(422)
  expect(body.error.details).toEqual([
    { field: 'text', code: 'too_long', message: 'is longer than 20 characters' },
  ])
})

test('its task is done', async () => {
  const { id } = (await call('/guestbook/entries', { text: 'Hello again!' })).body.data
  await until(async () => (await call(`/guestbook/entries/${id}`)).body.data.answer !== null)
  expect((await call(`/guestbook/entries/${id}`)).body.data.answer).toBe('Thank you!')
})

test('its subscriber hears of an event', async () => {
  const { id } = (await call('/guestbook/entries', { text: 'The last one' })).body.data
  await call('/posts', { forum_slug: 'general', title: 'News', body: 'All of them' })
  await until(async () => (await call(`/guestbook/entries/${id + 1}`)).status === 200)
  expect((await call(`/guestbook/entries/${id + 1}`)).body.data.text).toBe('A new thread: News')
})
