import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { redocly } from './redocly.ts'
import type { Fault } from './source.ts'

export interface Finding extends Fault {
  readonly severity: 'error' | 'warn'
}

/**
 * The findings of Redocly in a contract. A `redocly.yaml` beside the contract decides which are errors;
 * without one the specification's own rules are reported as warnings.
 */
export async function lint(contract: string): Promise<Finding[]> {
  const beside = join(dirname(contract), 'redocly.yaml')
  const own = existsSync(beside)
  const config = own ? beside : fileURLToPath(new URL('foreign.redocly.yaml', import.meta.url))
  const args = ['lint', contract, '--config', config, '--format=json', '--max-problems=10000']
  const { stdout, stderr } = await redocly(args)
  const start = stdout.indexOf('{')
  if (start < 0 && own) throw new Error(`redocly lint ${contract}: ${stderr || stdout}`)
  if (start < 0) return [] // not even OpenAPI; whoever reads it next says where
  const found = findings(stdout.slice(start))
  return own ? found : found.map((finding) => ({ ...finding, severity: 'warn' }))
}

function findings(json: string): Finding[] {
  const { problems } = JSON.parse(json.slice(0, json.lastIndexOf('}') + 1)) as {
    problems: Problem[]
  }
  return problems.map(({ ruleId, severity, message, location: [place] }) => ({
    rule: ruleId,
    severity,
    message: message.replace(/\s+/g, ' ').trim(),
    line: place?.start?.line ?? 1,
    column: place?.start?.col ?? 1,
  }))
}

interface Problem {
  readonly ruleId: string
  readonly severity: 'error' | 'warn'
  readonly message: string
  readonly location: readonly { readonly start?: { readonly line: number; readonly col: number } }[]
}
