import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languages, type Language } from './languages.ts'
import { run, type Command } from '../run.ts'
import { startDemo, type Demo } from '../demo-server.ts'

/**
 * `npm run check:clients`: a running server's contract becomes a client in each language, by
 * openapi-generator as anybody would call it, and a program lists posts and creates one with it.
 * Needs Java 11 or later and the registries of npm, Python, Go and Maven; minutes the first time.
 */
const stopped = new AbortController()
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopped.abort())
const { signal } = stopped

const dir = await mkdtemp(join(tmpdir(), 'clients-'))
try {
  console.log('Starting a server with a demo community …')
  const demo = await startDemo(join(dir, 'data'))
  try {
    const contract = join(dir, 'openapi.yaml')
    const served = await fetch(`${demo.baseUrl}/api/openapi.yaml`, { signal })
    await writeFile(contract, await served.text())
    for (const language of languages) await tell(language, contract, demo)
  } finally {
    await demo.stop()
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}

/** One line of what came of it. */
async function tell(language: Language, contract: string, demo: Demo): Promise<void> {
  const { name } = language
  const missing = await firstMissing([['java', '-version'], ...language.needs])
  if (missing) return console.log(`- ${name}: skipped, \`${missing}\` does not run here`)
  const begin = performance.now()
  try {
    await tryClient(language, contract, demo)
    const seconds = ((performance.now() - begin) / 1000).toFixed(0)
    console.log(`✓ ${name}: lists posts, creates one, reads it back, is refused (${seconds} s)`)
  } catch (error) {
    console.log(`✗ ${name}: ${(error as Error).message}`)
    process.exitCode = 1
  }
}

async function tryClient(language: Language, contract: string, demo: Demo): Promise<void> {
  const { name, program, generator, build } = language
  const cwd = join(dir, name)
  await mkdir(cwd)
  await copyFile(join(import.meta.dirname, program), join(cwd, program))
  console.log(`${name}: generating …`)
  const input = ['-i', contract, '-o', join(cwd, 'client')]
  const output = await run(['npx', 'openapi-generator-cli', 'generate', ...input, ...generator], {
    cwd: process.cwd(),
    signal,
  })
  // It says so and goes on when webhooks share a tag with operations, which are lost then.
  const lost = /Duplicate file path detected.*path=(.*)/.exec(output)
  if (lost) throw new Error(`two tags or webhooks of a tag make the same file, ${lost[1]}`)
  console.log(`${name}: building …`)
  for (const command of build) await run(command, { cwd, signal })
  const env = { BASE_URL: demo.baseUrl, API_KEY: demo.key }
  const printed = await run(language.run, { cwd, env, signal })
  console.log(printed.trimEnd().replace(/^/gm, '  '))
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
