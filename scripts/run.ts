import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A program and its arguments. */
export type Command = readonly [string, ...string[]]

export interface Surroundings {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const LIMIT_MS = 15 * 60_000
const execute = promisify(execFile)

/** Runs a command and returns what it printed; where it fails, that is the error. */
export async function run(command: Command, surroundings: Surroundings): Promise<string> {
  const [program, ...args] = command
  const options = { timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024, ...surroundings }
  try {
    const env = { ...process.env, ...surroundings.env }
    const { stdout, stderr } = await execute(program, args, { ...options, env })
    return stdout + stderr
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & Record<string, string>
    const printed = `${stdout}${stderr}`.trim().split('\n').slice(-30).join('\n')
    throw new Error(`${command.join(' ')}\n${printed || message}`)
  }
}
