import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { demoEnvironment, mobieus, startDemo } from '../demo-server.ts'
import { run } from '../run.ts'

/**
 * `npm run check:xapi -- FOLDER`: ADL's suite for record stores, a clone of `adlnet/lrs-conformance-test-suite` with
 * its packages, calls a new server of each version as its default. A failed requirement fails the command, with its
 * title. A version after the folder chooses, and `--grep PATTERN` tells what to run.
 */
const VERSIONS = ['1.0.3', '2.0.0'] as const

const [folder, ...words] = process.argv.slice(2)
if (!folder) throw new Error('check:xapi wants the folder of a clone of lrs-conformance-test-suite')
const at = words.indexOf('--grep')
const pattern = at < 0 ? [] : ['-g', ...words.splice(at, 2).slice(1)]
const unknown = words.find((word) => !VERSIONS.some((version) => version === word))
if (unknown) throw new Error(`check:xapi knows no ${unknown}; there are ${VERSIONS.join(', ')}`)

interface Summary {
  readonly total: number
  readonly passed: number
  readonly failed: number
}

const lines: string[] = []
for (const version of VERSIONS)
  if (words.length === 0 || words.includes(version)) {
    const dir = await mkdtemp(path.join(tmpdir(), 'xapi-'))
    try {
      lines.push(await judged(dir, version))
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  }
console.log(`\n${lines.join('\n')}`)

/** The summary of a run against a server of its own; what failed is told above it. */
async function judged(dir: string, version: (typeof VERSIONS)[number]): Promise<string> {
  console.log(`xAPI ${version}: starting a server with a demo community …`)
  const dataDir = path.join(dir, 'data')
  const demo = await startDemo(dataDir)
  try {
    const env = demoEnvironment(dataDir)
    const command = (...rest: string[]) => run(mobieus(...rest), { cwd: process.cwd(), env })
    const settings = path.join(dir, 'app.ini')
    await writeFile(
      settings,
      `[learn.xapi]\ndefault_version = ${version.replace('2.0.0', '2.0')}\n`,
    )
    await command('tenants', 'ini', 'demo', settings)
    const key = await command('keys', 'create', 'demo', '--label', 'check:xapi', '--rate', '0')
    const [, id, secret] = /Key (\d+).*\n(\S+)/.exec(key) ?? []
    if (!id || !secret) throw new Error(`no key was made:\n${key}`)
    const endpoint = `${demo.baseUrl.replace('//', '//demo.')}/api/v1/learn/xapi`
    const summary = await call(['-e', endpoint, '-a', '-u', id, '-p', secret, '-x', version])
    if (summary.failed > 0 || summary.total === 0 || summary.passed < summary.total)
      process.exitCode = 1
    return JSON.stringify(summary)
  } finally {
    await demo.stop()
  }
}

async function call(words: readonly string[]): Promise<Summary> {
  const suite = spawn(process.execPath, ['bin/console_runner.js', '-z', ...words, ...pattern], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${path.resolve(import.meta.dirname, 'localhost.mjs')}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed] = await Promise.all([text(suite.stdout), once(suite, 'exit')])
  const last = /^.*"total".*$/gm
  const summary = printed.match(last)?.at(-1)
  const log = /Full run log written to (.*)/.exec(printed)?.[1]
  if (!summary || !log) throw new Error(`the suite did not end:\n${printed.slice(-3000)}`)
  for (const failure of failuresIn(JSON.parse(await readFile(log, 'utf8')).log))
    console.log(failure)
  return JSON.parse(summary) as Summary
}

interface Logged {
  readonly title?: string
  readonly error?: string
  readonly tests?: readonly Logged[]
}

/** The failed requirements of a log, which has nothing else. */
function failuresIn(logged: Logged | undefined): string[] {
  if (!logged) return []
  const { title = '', error = '', tests = [] } = logged
  return tests.length > 0 ? tests.flatMap(failuresIn) : [`  failed: ${title}: ${error}`]
}
