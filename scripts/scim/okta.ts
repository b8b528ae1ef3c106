import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Checked, Suite, Target } from './suite.ts'

/** The collection of Okta, as Runscope exported it. Its pauses are for servers that are not consistent at once. */
interface Collection {
  readonly steps: readonly (Step | { readonly step_type: 'pause' })[]
}
interface Step {
  readonly step_type: 'request'
  readonly note: string
  readonly method: string
  readonly url: string
  readonly body?: string
  readonly headers: Readonly<Record<string, readonly string[]>>
  readonly assertions: readonly Assertion[]
  readonly variables: readonly { readonly name: string; readonly property: string }[]
  readonly scripts: readonly string[]
}
interface Assertion {
  readonly comparison: string
  readonly source: 'response_status' | 'response_json' | 'response_time'
  readonly property?: string
  readonly value: string | null
}

const file = resolve(process.env.CORPORA ?? '../shared/corpora', 'okta-scim-spec-test.json')

export const okta: Suite = {
  name: 'okta-scim-spec-test',
  async missing() {
    return existsSync(file) ? undefined : `needs ${file}, or another folder by CORPORA`
  },
  async run(target) {
    const { steps } = JSON.parse(await readFile(file, 'utf8')) as Collection
    const known = variablesOf(target)
    const checked: Checked[] = []
    for (const step of steps)
      if (step.step_type === 'request') checked.push(...(await ask(step, known)))
    return checked
  },
}

/** The variables that whoever runs the collection gives it. */
function variablesOf({ url, token }: Target): Record<string, string> {
  const some = randomBytes(4).toString('hex')
  const email = `okta.${some}@example.com`
  return {
    ...{ SCIMBaseURL: url, auth: `Bearer ${token}` },
    ...{
      InvalidUserEmail: `nobody.${some}@example.com`,
      UserIdThatDoesNotExist: '010101001010101',
    },
    ...{ randomEmail: email, randomUsername: email, randomUsernameCaps: email.toUpperCase() },
    ...{ randomGivenName: 'Olga', randomFamilyName: `Okta-${some}` },
  }
}

async function ask(step: Step, known: Record<string, string>): Promise<Checked[]> {
  const filled = (text: string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => known[name] ?? whole)
  const headers = Object.entries(step.headers).map(([name, [value = '']]): [string, string] => [
    name,
    filled(value),
  ])
  const begin = performance.now()
  const response = await fetch(filled(step.url), {
    method: step.method,
    headers,
    ...(step.body !== undefined && { body: filled(step.body) }),
  })
  const text = await response.text()
  const answer = { status: response.status, text, json: parsed(text) }
  const ms = performance.now() - begin
  for (const { name, property } of step.variables) known[name] = String(at(answer.json, property))
  const checked = step.assertions.map((assertion) => {
    const { source, property = '', comparison, value } = assertion
    const json = source === 'response_json'
    const found = json ? at(answer.json, property) : source === 'response_time' ? ms : answer.status
    const wanted = filled(value ?? '')
    const name = `${step.note}: ${json ? property : source} ${comparison} ${wanted}`.trim()
    return checkedBy(name, holds(comparison, found, wanted), `${JSON.stringify(found)}; ${text}`)
  })
  const scripts = step.scripts.filter((script) => script !== '')
  return [...checked, ...scripts.map((script) => runScript(`${step.note}: script`, script, text))]
}

const checkedBy = (name: string, passed: boolean, reason: string): Checked => ({
  ...{ name, outcome: passed ? ('passed' as const) : ('failed' as const) },
  reason: passed ? '' : reason,
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The value at a path like `Resources[0].name.familyName`. */
const at = (json: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], json)

/** Whether a value is as an assertion of Runscope demands; one that is not known here is an error. */
function holds(comparison: string, found: unknown, wanted: string): boolean {
  switch (comparison) {
    case 'equal':
      return String(found) === wanted
    case 'equal_number':
      return found !== null && Number(found) === Number(wanted)
    case 'not_empty':
      return found !== undefined && found !== null && found !== '' && String(found) !== ''
    case 'has_value':
      return Array.isArray(found) && found.includes(wanted)
    case 'contains':
      return Array.isArray(found) ? found.includes(wanted) : String(found).includes(wanted)
    case 'is_a_number':
      return typeof found === 'number'
    case 'is_less_than':
      return Number(found) < Number(wanted)
    default:
      throw new Error(`the collection compares by ${comparison}, which is not known here`)
  }
}

/** A script of the collection, in a context of its own with what Runscope gives it. */
function runScript(name: string, script: string, body: string): Checked {
  const failures: string[] = []
  const assert = Object.assign(
    (value: unknown, message = 'is false') => void (value || failures.push(message)),
    { ok: (value: unknown, message = 'is not ok') => void (value || failures.push(message)) },
  )
  runInNewContext(script, { assert, log: () => undefined, response: { body } }, { timeout: 1000 })
  return checkedBy(name, failures.length === 0, failures.join('; '))
}
