import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { run } from '../run.ts'
import type { Checked, Suite, Target } from './suite.ts'

/** The programs of the registry, with those that they stand on, so that a later release changes no result. */
const PACKAGES = {
  'scim2-tester': '0.5.2',
  'scim2-client[httpx2]': '0.13.2',
  'scim2-models': '0.12.3',
  'scim-sanity': '0.7.4',
}

const cwd = process.cwd()

async function missing(): Promise<string | undefined> {
  const asked = 'import sys, venv; sys.exit(sys.version_info < (3, 11))'
  const runs = await run(['python3', '-c', asked], { cwd }).then(
    () => true,
    () => false,
  )
  return runs ? undefined : 'needs Python 3.11 or later with venv'
}

/** The folder of the installed programs; they are installed once for each list of versions. */
async function install(): Promise<string> {
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}==${version}`)
  const versions = Object.values(PACKAGES).join('_')
  const kept = resolve('node_modules/.cache', `scim-suites-${versions}`)
  const bin = join(kept, 'bin')
  if (existsSync(bin)) return bin
  console.log(`Installing ${wanted.join(', ')} …`)
  const unfinished = `${kept}.new`
  await rm(unfinished, { recursive: true, force: true })
  await run(['python3', '-m', 'venv', unfinished], { cwd })
  await run([join(unfinished, 'bin', 'python'), '-m', 'pip', 'install', '--quiet', ...wanted], {
    cwd,
  })
  await rename(unfinished, kept)
  return bin
}

const environment = ({ url, token }: Target) => ({
  ...(process.env as Record<string, string>),
  SCIM_URL: url,
  SCIM_TOKEN: token,
})

interface Told {
  readonly name: string
  readonly status: string
  readonly reason: string
}

/** Each attribute of each resource type is added, replaced and removed, as RFC 7643 and 7644 say. */
export const tester: Suite = {
  name: 'scim2-tester',
  missing,
  async run(target) {
    const script = join(import.meta.dirname, 'tester.py')
    const python = join(await install(), 'python')
    const printed = await run([python, script], { cwd, env: environment(target) })
    const told = printed.split('\n').filter((line) => line.startsWith('{'))
    return told.map((line): Checked => {
      const { name, status, reason } = JSON.parse(line) as Told
      const passed = ['SUCCESS', 'COMPLIANT', 'ACCEPTABLE'].includes(status)
      const outcome = passed ? 'passed' : status === 'DEVIATION' ? 'warned' : 'failed'
      return { name, outcome, reason: passed ? reason : `${status}: ${reason}` }
    })
  },
}

const MAY_BE_204 =
  'RFC 7644, 3.5.2: the server "either MUST return a 200 OK response code and the entire resource within the ' +
  'response body … or MAY return HTTP status code 204 (No Content)", and "MUST return a 200 OK if the attributes ' +
  'parameter is specified", which the suite does not'

/** Failures that are held to be the suite's, with the text of the RFC that demands otherwise, or leaves the choice. */
const HELD_WRONG: Readonly<Record<string, string>> = {
  'PATCH /Groups/{id}: Expected HTTP 200, got 204 (RFC 7644 §3.3); Response body is empty':
    MAY_BE_204,
  'PATCH /Groups/{id} remove members: Expected 200, got 204': MAY_BE_204,
  'PATCH /Groups/{id} add member: Expected 200, got 400':
    'it adds the id of no resource, where by RFC 7643, 4.2 "value" of a member "contains the value of an "id" attribute of a SCIM resource", and ' +
    'RFC 7644, table 9 has invalidValue for a value "not compatible with the operation"',
}

interface Probed {
  readonly results: readonly {
    readonly name: string
    readonly status: 'pass' | 'fail' | 'warn' | 'skip' | 'error'
    readonly message?: string
  }[]
}

/** The life of users and of groups, lists and failures; strictly, as its default is. */
export const sanity: Suite = {
  name: 'scim-sanity',
  missing,
  async run({ url, token }) {
    const python = join(await install(), 'python')
    const words = ['probe', url, '--token', token, '--json-output', '--i-accept-side-effects']
    // It ends with a code where a check has failed, which is read from what it prints.
    const program = `import sys; from scim_sanity.cli import main
try: main(${JSON.stringify(words)})
except SystemExit: pass`
    const printed = await run([python, '-c', program], { cwd })
    const { results } = JSON.parse(printed.slice(printed.indexOf('{'))) as Probed
    const outcomes = { pass: 'passed', fail: 'failed', warn: 'warned' } as const
    return results.map(({ name, status, message = '' }): Checked => {
      if (status === 'skip') return { name, outcome: 'skipped', reason: message }
      const held = HELD_WRONG[`${name}: ${message}`]
      if (held) return { name, outcome: 'warned', reason: `${message}, but ${held}` }
      return { name, outcome: status === 'error' ? 'failed' : outcomes[status], reason: message }
    })
  },
}
