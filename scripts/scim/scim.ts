import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoEnvironment, mobieus, startDemo } from '../demo-server.ts'
import { run } from '../run.ts'
import { okta } from './okta.ts'
import { sanity, tester } from './python.ts'
import type { Checked, Suite, Target } from './suite.ts'

/**
 * `npm run check:scim`: public suites of SCIM 2.0 call a server with the demo community by a new token. A failed check
 * fails the command, and so does a suite that cannot run. Needs Python 3.11 or later and its registry, and the
 * collection of Okta. Names after `--` choose: `npm run check:scim -- scim-sanity`.
 */
const suites: readonly Suite[] = [tester, okta, sanity]

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !suites.some((suite) => suite.name === name))
if (unknown) {
  const names = suites.map(({ name }) => name).join(', ')
  throw new Error(`check:scim knows no ${unknown}; there are ${names}`)
}

const outcomes = ['passed', 'failed', 'warned', 'skipped'] as const
const dir = await mkdtemp(join(tmpdir(), 'scim-'))
const rows: string[] = []
try {
  console.log('Starting a server with a demo community …')
  const dataDir = join(dir, 'data')
  const demo = await startDemo(dataDir)
  try {
    const target = { url: `${demo.baseUrl}/scim/v2`, token: await createToken(dataDir) }
    for (const suite of suites)
      if (wanted.length === 0 || wanted.includes(suite.name)) rows.push(await rowOf(suite, target))
  } finally {
    await demo.stop()
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}
console.log(`\n| Suite | ${outcomes.join(' | ')} | Seconds |`)
console.log(`|---|${outcomes.map(() => '---|').join('')}---|`)
for (const row of rows) console.log(row)

async function createToken(dataDir: string): Promise<string> {
  const command = mobieus('scim-tokens', 'create', 'demo', '--label', 'check:scim')
  const printed = await run(command, { cwd: process.cwd(), env: demoEnvironment(dataDir) })
  const token = /ms_scim_\S+/.exec(printed)?.[0]
  if (!token) throw new Error(`no token was made:\n${printed}`)
  return token
}

/** A line of the table; whatever did not pass is told above it. */
async function rowOf(suite: Suite, target: Target): Promise<string> {
  const missing = await suite.missing()
  if (missing) {
    process.exitCode = 1
    return `| ${suite.name} | did not run: ${missing} |`
  }
  console.log(`${suite.name} …`)
  const begin = performance.now()
  const checked = await suite.run(target)
  const count = (outcome: Checked['outcome']) =>
    checked.filter((each) => each.outcome === outcome).length
  for (const { name, outcome, reason } of checked)
    if (outcome !== 'passed') console.log(`  ${outcome}: ${name}: ${reason.slice(0, 500)}`)
  if (count('failed') > 0 || count('passed') === 0) process.exitCode = 1
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  return `| ${suite.name} | ${outcomes.map(count).join(' | ')} | ${seconds} |`
}
