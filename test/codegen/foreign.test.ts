import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { createJudge } from '@mobieus/server/judge'
import { generate, type Generated } from '../../codegen/generate.ts'
import type { Raw } from '../../codegen/source.ts'
import { exchange } from '../support/http/exchange.ts'
import { requestsOf, type SampleRequest } from '../support/contract/requests.ts'

/**
 * Contracts that nobody here wrote go through the whole chain. The result compiles, answers 501, names
 * the field of what it refuses, and refuses what express-openapi-validator refuses.
 */
const corpora = resolve(process.env.CORPORA ?? '../shared/corpora', 'contracts')
const root = resolve('build')

/** The faults of each file, as `line rule`. */
const all = {
  'museum.yaml': { operations: 8, faults: [] },
  'svix.json': {
    operations: 43,
    faults: [
      '2323 path-parameter-missing',
      '2396 path-parameter-missing',
      '2476 path-parameter-missing',
      '5011 path-parameter-missing',
      '6901 operation-id-duplicate',
      '6971 operation-id-missing',
      '6978 operation-id-missing',
    ],
  },
  'discourse.yaml': { operations: 93, faults: ['3103 identical-paths', '3556 identical-paths'] },
}
const { 'museum.yaml': museum } = all
/** The smallest one; `npm run check:foreign` takes them all, which is two minutes of a processor. */
const contracts = process.env.TEST_FOREIGN === 'all' ? all : { 'museum.yaml': museum }

/** Where the two validators differ, which of them refuses, and why that is meant. */
const known: { label: RegExp; refusedBy: 'ours' | 'theirs'; why: string }[] = [
  {
    label: /^query \S+: empty$/,
    refusedBy: 'theirs',
    why: 'an empty query value means absent to us',
  },
  {
    label: /: is "(0x10|1e1| 5|\+5|05|9{25}|Infinity)"$/,
    refusedBy: 'ours',
    why: 'a number is what the contract calls one, not what Number() makes of a text',
  },
  {
    label: /: is (2026-(13-01|02-29|02-30T00:00:00Z)|jo@example)\b/,
    refusedBy: 'ours',
    why: 'the other one checks dates and addresses by their looks',
  },
  {
    label: /: is 2026-05-29 13:42:11Z/,
    refusedBy: 'theirs',
    why: 'RFC 3339 lets a space stand for the T',
  },
]

// Java starts three times here, and the compiler, which takes long on a machine that is busy
jest.setTimeout(180_000)

const available = existsSync(corpora)
if (!available) console.warn(`skipped: there are no contracts in ${corpora} (set CORPORA)`)
const java = await promisify(execFile)('java', ['-version']).then(
  () => true,
  () => false,
)
if (!java) console.warn('skipped: stubs need Java 11 or later, which is not installed')

const describeEach = available && java ? describe : describe.skip

const outs = new Map<string, string>()
const generated = new Map<string, Generated>()

beforeAll(async () => {
  if (!available || !java) return
  await mkdir(root, { recursive: true })
  for (const file of Object.keys(contracts)) {
    const out = await mkdtemp(join(root, 'foreign-'))
    outs.set(file, out)
    generated.set(file, await generate({ contract: join(corpora, file), out }))
  }
})

afterAll(async () => {
  for (const out of outs.values()) await rm(out, { recursive: true })
})

let compiling: Promise<string> | undefined

/**
 * The compiler's errors of all of them: in one build it reads what they stand on once, not three times.
 */
function compiled(): Promise<string> {
  const tsc = resolve('node_modules/typescript/bin/tsc')
  compiling ??= promisify(execFile)(process.execPath, [tsc, '-b', ...outs.values()]).then(
    ({ stdout }) => stdout,
    (failure: { stdout: string }) => failure.stdout,
  )
  return compiling
}

describeEach.each(Object.entries(contracts))('%s', (file, expected) => {
  let out: string
  let server: Server
  let document: Raw
  let ids: string[]
  const send = (request: SampleRequest) => exchange((server.address() as AddressInfo).port, request)

  beforeAll(async () => {
    out = outs.get(file)!
    document = JSON.parse(await readFile(join(out, 'generated/openapi.json'), 'utf8'))
    ids = generated.get(file)!.model.operations.map(({ id }) => id)
    const { app } = await import(join(out, 'src/app.ts'))
    server = createServer(app).listen(0)
  })

  afterAll(() => new Promise((done) => server.close(done)))

  test('each fault is reported with its line, and does not stop generation', () => {
    const { model } = generated.get(file)!
    expect(model.faults.map(({ line, rule }) => `${line} ${rule}`)).toEqual(expected.faults)
    expect(new Set(ids).size).toBe(expected.operations)
  })

  test('the result compiles', async () => {
    expect(await compiled()).toBe('')
  })

  test('generated again, a handler that was written stays as it is', async () => {
    const [first] = (await readdir(join(out, 'src/handlers'))).sort()
    const handler = join(out, 'src/handlers', first!)
    const written = (await readFile(handler, 'utf8')).replace(/throw .*/, 'return {} as never')
    await writeFile(handler, written)
    const again = await generate({ contract: join(corpora, file), out, only: ['stubs'] })
    expect(again.missing).toEqual([])
    expect(await readFile(handler, 'utf8')).toBe(written)
  })

  test('every operation answers a valid request with 501', async () => {
    for (const id of ids) {
      for (const request of requestsOf(document, id)) {
        if (!request.valid) break
        const { status, body } = await send(request)
        expect([id, request.label, status, body]).toEqual([id, request.label, 501, body])
      }
    }
  })

  test('both validators agree on generated and mutated requests, and ours names the field', async () => {
    const judge = createJudge(forJudge(document))
    const disagreements: object[] = []
    const unnamed: object[] = []
    const spoilt = new Set<string>()
    for (const id of ids) {
      for (const request of requestsOf(document, id, { spoilt })) {
        const ours = await send(request)
        const fault = await judge.request({
          method: request.method,
          url: request.path + (request.query && `?${request.query}`),
          headers: Object.fromEntries(
            Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
          ),
          body: request.body === undefined ? undefined : Buffer.from(request.body),
        })
        const field = fieldOf(request)
        if (ours.status < 500 && field && !ours.body.toLowerCase().includes(field.toLowerCase())) {
          unnamed.push({ id, ...request, ours: ours.body })
        }
        const refused = { ours: ours.status < 500, theirs: fault !== undefined }
        if (refused.ours === refused.theirs) continue
        if (known.some((one) => one.label.test(request.label) && refused[one.refusedBy])) continue
        disagreements.push({ id, ...request, ours: ours.body, theirs: fault ?? 'accepted' })
      }
    }
    expect(disagreements).toEqual([])
    expect(unnamed).toEqual([])
  })
})

/** The field that a refusal has to name, by the label of what was spoiled. */
function fieldOf({ method, label }: SampleRequest): string | undefined {
  if (method === 'HEAD') return undefined
  if (label.startsWith('query: one')) return 'nobody_declared_this'
  const [, left] = /: with(?:out)? (\w+)/.exec(label) ?? []
  return left ?? /^(?:query|path|header|body[^:]*\.)\s?([^:.]+):/.exec(label)?.[1]
}

/**
 * The judge wants a body unless it is told in so many words that there need not be one. It warns of a
 * format that it does not know every time it meets one.
 */
function forJudge(document: Raw): object {
  const copy = JSON.parse(JSON.stringify(document), (key, value) =>
    key === 'format' && /^(uint|int16)/.test(String(value)) ? undefined : value,
  )
  for (const item of Object.values<Raw>(copy.paths)) {
    for (const operation of Object.values<Raw>(item)) {
      if (operation?.requestBody) operation.requestBody.required ??= false
    }
  }
  return { ...copy, servers: [{ url: '/' }] }
}
