import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { format } from 'prettier'
import type { Model } from './model.ts'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const here = fileURLToPath(new URL('openapi-generator', import.meta.url))
/**
 * Options for a short run, which is over before the optimising compiler has earned its cost: 10 s of
 * CPU, or 7 without.
 */
const SHORT_RUN = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
const versions = fileURLToPath(new URL('../openapitools.json', import.meta.url))

/**
 * One handler stub per operation, by operationId, from openapi-generator with our template. It
 * reads the repaired bundle, so that what it cannot digest in an untidy file does not matter.
 *
 * @throws NoJava where it is not installed: openapi-generator runs on Java
 */
export async function stubsOf(model: Model): Promise<Map<string, string>> {
  if (!(await hasJava())) throw new NoJava()
  const generator = join(
    dirname(require.resolve('@openapitools/openapi-generator-cli/package.json')),
    'main.js',
  )
  const dir = await mkdtemp(join(tmpdir(), 'stubs-'))
  try {
    const input = join(dir, 'openapi.json')
    await writeFile(input, JSON.stringify(model.document))
    const args = ['--openapitools', versions, 'generate', '--skip-validate-spec']
    args.push('-c', join(here, 'config.yaml'), '-t', here, '-i', input, '-o', join(dir, 'out'))
    const env = { JAVA_OPTS: SHORT_RUN, ...process.env }
    await run(process.execPath, [generator, ...args], { env, maxBuffer: 64 * 1024 * 1024 })
    const apis = join(dir, 'out', 'apis')
    const texts = (await readdir(apis)).sort().map((name) => readFile(join(apis, name), 'utf8'))
    return await parse((await Promise.all(texts)).join('\n'))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** The failure where there is no Java 11 or later, which only the stubs need. */
export class NoJava extends Error {
  override message = 'stubs need Java 11 or later, which is not installed; nothing else does'
}

async function hasJava(): Promise<boolean> {
  const version = await run('java', ['-version']).then(
    ({ stdout, stderr }) => /version "(?:1\.)?(\d+)/.exec(stderr + stdout)?.[1],
    () => undefined,
  )
  return Number(version) >= 11
}

/** The template marks where each stub begins; an operation with several tags comes several times. */
async function parse(text: string): Promise<Map<string, string>> {
  const parts = text.split(/^\/\/ @stub (.+)$/m).slice(1)
  const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 100 } as const
  const stubs = new Map<string, string>()
  for (let at = 0; at < parts.length; at += 2) {
    // an operation that takes nothing leaves an empty pattern behind
    const stub = parts[at + 1]!.replace(/, \{\s*\}\)/, ')')
    stubs.set(parts[at]!.trim(), await format(stub, style))
  }
  return stubs
}
