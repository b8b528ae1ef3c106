import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { emitErrors } from './errors.ts'
import { emitEvents } from './events.ts'
import { missingHandlers, placeStub } from './handlers.ts'
import { lint } from './lint.ts'
import { emitManifest } from './manifest.ts'
import { modelOf, type Model } from './model.ts'
import { emitOperations } from './operations.ts'
import { write } from './print.ts'
import { serviceHandlers, writeService } from './service.ts'
import { emitScim } from './scim.ts'
import { readSource, type Fault, type Source } from './source.ts'
import { NoJava, stubsOf } from './stubs.ts'
import { writeTables, type TablesOptions } from './tables.ts'
import { emitValidators, validatorTypes } from './validators.ts'

const steps = ['lint', 'types', 'stubs', 'validators', 'tables'] as const
export type Step = (typeof steps)[number]

export interface GenerateOptions {
  /** The OpenAPI file. */
  readonly contract: string
  /** The folder that gets `src/generated/` and `generated/`. */
  readonly out: string
  /**
   * The folder that holds the handlers: operations without one are named. Without it `out` becomes
   * a service of its own, with a stub for every operation that has no handler there.
   */
  readonly handlers?: string
  /** The database that Kysely's table types are made from; no table types without one. */
  readonly tables?: TablesOptions
  /** Only these steps; all of them when left out. */
  readonly only?: readonly Step[]
  readonly log?: (line: string) => void
}

export interface Generated {
  readonly model: Model
  /** Everything the contract does wrong, each with its line. */
  readonly faults: readonly Fault[]
  /** The operations that still have no handler. */
  readonly missing: readonly string[]
}

/**
 * Turns a contract into files: lint, bundle, types, operation table, event catalogue, stubs,
 * validators, table types, manifest. The same contract always makes the same files.
 *
 * @throws Error when the contract cannot be read, or breaks a rule that its author calls an error
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { contract, out, only = steps, log = () => {} } = options
  const { step, note } = progress(log)
  const faults: Fault[] = []
  if (only.includes('lint')) {
    const findings = await step('lint', () => lint(contract))
    faults.push(...findings)
    report(contract, findings, note)
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (errors.length > 0)
      throw new Error(`${contract} breaks ${errors.length} rules, listed above`)
  }
  const source = await step('bundle', () => readSource(contract))
  const model = modelOf(source)
  faults.push(...model.faults)
  report(contract, model.faults, note)
  if (only.includes('types')) await step('types', () => writeTypes(model, out))
  let missing: readonly string[] = []
  if (only.includes('stubs')) {
    const { handlers } = options
    missing = await step('stubs', () =>
      handlers ? namesWithout(model, handlers) : writeStubs(model, out, note),
    )
    for (const id of missing) note(`${id} has no handler${handlers ? `: npm run stub ${id}` : ''}`)
  }
  if (only.includes('validators'))
    await step('validators', () => writeArtifacts(source, model, out))
  const { tables } = options
  if (tables && only.includes('tables')) await step('tables', () => writeTables(tables))
  return { model, faults, missing }
}

async function namesWithout(model: Model, handlers: string): Promise<string[]> {
  return (await missingHandlers(model, handlers)).map(({ id }) => id)
}

/** Completes the service in `out`; without Java the operations without a stub are answered. */
async function writeStubs(
  model: Model,
  out: string,
  note: (line: string) => void,
): Promise<string[]> {
  await writeService(model, out)
  const folder = serviceHandlers(out)
  const missing = await missingHandlers(model, folder.dir)
  if (missing.length === 0) return []
  try {
    const stubs = await stubsOf(model)
    for (const operation of missing) await placeStub(folder, operation, stubs.get(operation.id)!)
    return []
  } catch (error) {
    if (!(error instanceof NoJava)) throw error
    note(error.message)
    return missing.map(({ id }) => id)
  }
}

async function writeTypes(model: Model, out: string): Promise<void> {
  // it brings the TypeScript compiler, a second to load that nobody else needs
  const { emitTypes } = await import('./types.ts')
  const scim = emitScim(model)
  const files = {
    'schema.ts': await emitTypes(model),
    'operations.ts': emitOperations(model),
    'events.ts': emitEvents(model),
    'errors.ts': emitErrors(model),
    ...(scim !== undefined && { 'scim.ts': scim }),
  }
  const all = { ...files, 'manifest.json': emitManifest(model, files) }
  for (const [name, text] of Object.entries(all))
    await write(join(out, 'src/generated', name), text)
}

async function writeArtifacts(source: Source, model: Model, out: string): Promise<void> {
  const folder = join(out, 'generated')
  await write(join(folder, 'validators.cjs'), emitValidators(model))
  await write(join(folder, 'validators.d.cts'), validatorTypes)
  await write(join(folder, 'openapi.json'), `${JSON.stringify(model.document)}\n`)
  await write(join(folder, 'openapi.yaml'), model.text?.() ?? stringify(model.document))
  await write(join(folder, 'stamp'), stampOf(source.text))
}

/**
 * Brings the validators and the bundled contract up to date, in about a second and without Java or a
 * database. Does nothing when they were made from this contract by this generator.
 */
export async function refreshArtifacts(contract: string, out: string): Promise<boolean> {
  const [text, stamp] = await Promise.all([
    readFile(contract, 'utf8'),
    readFile(join(out, 'generated/stamp'), 'utf8').catch(() => ''),
  ])
  if (stamp === stampOf(text)) return false
  await generate({ contract, out, only: ['validators'] })
  return true
}

function stampOf(text: string): string {
  const hash = createHash('sha256').update(text)
  const here = fileURLToPath(new URL('.', import.meta.url))
  for (const name of readdirSync(here)
    .filter((name) => name.endsWith('.ts'))
    .sort()) {
    hash.update(readFileSync(join(here, name)))
  }
  return `${hash.digest('hex')}\n`
}

function report(contract: string, faults: readonly Fault[], note: (line: string) => void): void {
  for (const { line, column, rule, message } of faults) {
    note(`${contract}:${line}:${column} ${rule}: ${message}`)
  }
}

function progress(log: (line: string) => void) {
  const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    log(`${name.padEnd(12)}${((performance.now() - start) / 1000).toFixed(1)} s`)
    return result
  }
  return { step, note: (line: string) => log(`  ${line}`) }
}

/** `generate` as a command: `--contract FILE --out DIR`, and what else `GenerateOptions` takes. */
export async function generateFromArguments(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      contract: { type: 'string' },
      out: { type: 'string' },
      handlers: { type: 'string' },
      database: { type: 'string' },
      tables: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const { contract, out, handlers, database, tables } = values
  if (!contract || !out)
    throw new Error('--contract FILE and --out DIR belong together: what, and where to')
  const only = values.only?.split(',') as Step[] | undefined
  const unknown = only?.find((name) => !steps.includes(name))
  if (unknown) throw new Error(`--only ${unknown}: there are ${steps.join(', ')}`)
  if (only?.join() === 'validators') await refreshArtifacts(contract, out)
  else {
    await generate({
      contract,
      out,
      ...(handlers && { handlers }),
      ...(database && {
        tables: { url: database, file: tables ?? join(out, 'src/generated/tables.ts') },
      }),
      ...(only && { only }),
      log: console.log,
    })
    if (!handlers && !only) console.log(whatNext(out))
  }
}

const whatNext = (out: string) => `
${out} is a service that runs:  cd ${out} && npm install && npm start
Its handlers, to be filled in, are in src/handlers; what they share is in src/context.ts.
It refers to the packages of this folder by their place: keep both side by side.`

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  generateFromArguments(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
