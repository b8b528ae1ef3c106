import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json')

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a Redocly command to its end, whatever its exit code, and without asking the network. */
export function redocly(args: readonly string[], cwd = process.cwd()): Promise<Run> {
  const cli = join(dirname(manifest), 'bin', 'cli.js')
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NODE_OPTIONS: '',
  }
  const options = { cwd, env, maxBuffer: 256 * 1024 * 1024 }
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) || 1 : 0, stdout, stderr }),
    )
  })
}
