import { execFileSync, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { documentOf } from '../../codegen/anchors.ts'
import { generate } from '../../codegen/generate.ts'
import { errorsOf } from '../support/process/compile.ts'

/**
 * `npm run check:trial`: two operations of a surface to come, a laboratory's, are added to a copy of the
 * repository. They speak as a learning record store does. They compile, answer and are refused to every
 * credential but their own. The tests that run over every operation are copied as they are, and pass.
 * The surface is these folders, their parts of the contract, a migration and lines in two lists. The
 * tests get a credential of each new kind and a part of the world.
 */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document of any shape
type Node = any

const here = path.join(import.meta.dirname, 'fixtures/trial')
const root = path.resolve(import.meta.dirname, '../..')
const SURFACES = ['lab']
/** Those that say nothing about one operation more, or kill processes. */
const SUITES = ['admission', 'examples', 'idempotency', 'isolation', 'methods']

await mkdir(path.join(root, 'build'), { recursive: true })
const copy = await mkdtemp(path.join(root, 'build/trial-'))
const at = (...names: string[]) => path.join(copy, ...names)
const edit = async (file: string, change: (text: string) => string) => {
  const before = await readFile(at(file), 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`nothing to change in ${file}`)
  await writeFile(at(file), after)
}

try {
  await copyRepository()
  await extendContract()
  await addSurfaces()
  await addCredentials()
  await generate({
    contract: at('openapi.yaml'),
    out: at('packages/contract'),
    handlers: at('packages/domain/src'),
    only: ['types', 'stubs', 'validators'],
    log: console.log,
  })
  compile()
  for (const surface of SURFACES) runSuites(surface)
  runTests('their own ways', ['test/contract/trial.test.ts'])
} finally {
  if (!process.env.KEEP) await rm(copy, { recursive: true })
}

/** Every file of the repository; packages are each other's dependencies, others come from the folders above. */
async function copyRepository() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
  for (const file of String(listed).trim().split('\n'))
    await cp(path.join(root, file), at(file)).catch((error: { code?: string }) => {
      // One that is removed and not yet committed.
      if (error.code !== 'ENOENT') throw error
    })
  await mkdir(at('node_modules/@mobieus'), { recursive: true })
  for (const name of ['cli', 'client', 'contract', 'db', 'docs', 'domain', 'server', 'worker'])
    await symlink(at('packages', name), at('node_modules/@mobieus', name))
  await symlink(path.join(root, 'node_modules/jest'), at('node_modules/jest'))
}

/** Maps are merged by their keys, lists put end to end. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other]
  if (!isMap(one) || !isMap(other)) return other
  const all = Object.keys({ ...one, ...other })
  return Object.fromEntries(
    all.map((key) => [
      key,
      key in one && key in other ? merged(one[key], other[key]) : (other[key] ?? one[key]),
    ]),
  )
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function extendContract() {
  const more = parse(await readFile(path.join(here, 'contract.yaml'), 'utf8'))
  await edit('openapi.yaml', (text) => {
    const contract = documentOf(text)
    for (const item of Object.values<Node>(more.paths))
      for (const method of ['get', 'put', 'post', 'delete'])
        if (item[method]) Object.assign(item[method].responses, failuresOf(contract, item[method]))
    return stringify(merged(contract, more), { aliasDuplicateObjects: false })
  })
}

/** They fail as others of the contract do. */
function failuresOf({ paths }: Node, operation: Node): Node {
  const alike = operation['x-external'] ? paths['/api/v1/posts'].post : paths['/api/v1/me'].get
  const failures = Object.entries(alike.responses).filter(([status]) => !/^2/.test(status))
  return Object.fromEntries(failures)
}

async function addSurfaces() {
  await cp(path.join(here, 'domain'), at('packages/domain/src'), { recursive: true })
  await cp(path.join(here, 'world'), at('test/world'), { recursive: true })
  await cp(path.join(here, 'ways.ts'), at('test/contract/trial.test.ts'))
  await cp(path.join(here, 'migration.sql'), at('packages/db/migrations/9000_trial.sql'))
  const imports = SURFACES.map((name) => `import { ${name} } from './${name}/index.ts'\n`)
  await edit('packages/domain/src/surfaces.ts', (text) =>
    (imports.join('') + text).replace(
      /= \[(.*)\] as const/,
      `= [$1, ${SURFACES.join(', ')}] as const`,
    ),
  )
}

async function addCredentials() {
  const folder = 'packages/server/src/credentials'
  for (const name of ['lab-auth'])
    await cp(path.join(here, 'credentials', `${name}.ts`), at(folder, `${name}.ts`))
  const imports = "import { labAuth } from './lab-auth.ts'\n"
  await edit(`${folder}/index.ts`, (text) =>
    (imports + text).replace('export const credentials = {', '$&\n  labAuth,'),
  )
  const test = 'test/support/http/trial-credentials.ts'
  await cp(path.join(here, 'credentials/test-credentials.ts'), at(test))
  await edit('test/support/http/credentials.ts', (text) =>
    `import { trialCredentials } from './trial-credentials.ts'\n${text}`
      .replace('interface TestCredential', 'export interface TestCredential')
      .replace(/(const testCredentials: [^{]*\{)/, '$1\n  ...trialCredentials,'),
  )
}

/** Compiles the added surfaces, and the tables that name what is missing. */
function compile() {
  const files = [
    'packages/domain/src/installed.ts',
    'packages/server/src/credentials/index.ts',
    'packages/server/src/dialects/index.ts',
    'test/support/http/credentials.ts',
  ]
  const errors = errorsOf(
    {},
    files.map((file) => at(file)),
  )
  const said = Object.entries(errors).filter(([, text]) => text !== '')
  if (said.length > 0) throw new Error(said.map((each) => each.join(': ')).join('\n'))
  console.log('compiles')
}

/** The tests of the contract as they are, for the operations of one surface. */
function runSuites(surface: string) {
  runTests(
    surface,
    SUITES.map((name) => `test/contract/${name}.test.ts`),
    { TEST_SURFACE: surface },
  )
}

function runTests(what: string, files: readonly string[], env: object = {}) {
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/jest/bin/jest.js'), '--rootDir', copy, ...files],
    {
      cwd: copy,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...env,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
      },
    },
  )
  if (status !== 0) throw new Error(`the tests fail: ${what}`)
}
