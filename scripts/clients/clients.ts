import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '../demo-server.ts'
import { run, type Command } from '../run.ts'
import { startFuture } from './future.ts'
import { languages, type Language } from './languages.ts'

/**
 * `npm run check:clients`: a running server's contract becomes a client in each language. A program
 * calls the server with it, and then one that answers with values of a later contract. Names after `--`
 * choose: `npm run check:clients -- rust go`. Needs Java 11 or later and the registries of npm, Python,
 * Go, Maven and Cargo; minutes the first time.
 */
const steps = ['generate', 'build', 'list', 'page', 'create', 'replay', 'error', 'null', 'unheard']

const stopped = new AbortController()
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopped.abort())
const { signal } = stopped

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !languages.some((language) => language.name === name))
if (unknown) {
  const names = languages.map(({ name }) => name).join(', ')
  throw new Error(`check:clients knows no ${unknown}; there are ${names}`)
}

const dir = await mkdtemp(join(tmpdir(), 'clients-'))
const rows: string[] = []
try {
  console.log('Starting a server with a demo community …')
  const demo = await startDemo(join(dir, 'data'))
  const future = await startFuture(demo.baseUrl)
  try {
    const served = await fetch(`${demo.baseUrl}/api/openapi.yaml`, { signal })
    await writeFile(join(dir, 'openapi.yaml'), await served.text())
    const env = { BASE_URL: demo.baseUrl, FUTURE_URL: future.url, API_KEY: demo.key }
    for (const language of languages)
      if (wanted.length === 0 || wanted.includes(language.name))
        rows.push(await rowOf(language, env))
  } finally {
    future.stop()
    await demo.stop()
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}
console.log(`\n| Generator | ${steps.join(' | ')} | Seconds |`)
console.log(`|---|${steps.map(() => '---|').join('')}---|`)
for (const row of rows) console.log(row)

/** One line of the table: which steps a client got through. */
async function rowOf(language: Language, env: Readonly<Record<string, string>>): Promise<string> {
  const { name } = language
  const missing = await firstMissing(language.needs)
  if (missing) return `| ${name} | skipped: \`${missing}\` does not run here |`
  const begin = performance.now()
  const done = new Set<string>()
  try {
    await tryClient(language, env, done)
  } catch (error) {
    console.log(`${name}: ${(error as Error).message}`)
  }
  if (done.size < steps.length) process.exitCode = 1
  const marks = steps.map((step) => (done.has(step) ? '✓' : '✗'))
  return `| ${name} | ${marks.join(' | ')} | ${((performance.now() - begin) / 1000).toFixed(0)} |`
}

async function tryClient(
  { name, program, files = {}, generate, build, run: start }: Language,
  env: Readonly<Record<string, string>>,
  done: Set<string>,
): Promise<void> {
  const cwd = join(dir, name)
  await mkdir(cwd)
  await copyFile(join(import.meta.dirname, program), join(cwd, program))
  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text)
  console.log(`${name}: generating …`)
  for (const command of generate) {
    const output = await run(command, { cwd, signal })
    // openapi-generator goes on when webhooks share a tag with operations, which are lost then.
    const lost = /Duplicate file path detected.*path=(.*)/.exec(output)
    if (lost) throw new Error(`two tags or webhooks of a tag make the same file, ${lost[1]}`)
  }
  done.add('generate')
  console.log(`${name}: building …`)
  for (const command of build) await run(command, { cwd, signal })
  done.add('build')
  console.log(`${name}: calling …`)
  const note = (printed: string) => {
    for (const [, step] of printed.matchAll(/^✓ (\w+)$/gm)) done.add(step!)
  }
  note(
    await run(start, { cwd, env, signal }).catch((error: Error) => {
      note(error.message)
      throw error
    }),
  )
}

async function firstMissing(commands: readonly Command[]): Promise<string | undefined> {
  for (const command of commands) {
    const runs = await run(command, { cwd: dir, signal }).then(
      () => true,
      () => false,
    )
    if (!runs) return command.join(' ')
  }
  return undefined
}
