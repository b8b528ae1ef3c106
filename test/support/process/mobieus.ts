import { execFile } from 'node:child_process'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { run } from '../../../packages/cli/src/run.ts'
import { argumentsOf } from './compiled.ts'
import type { Platform } from '../http/platform.ts'
import { directly } from './postgres.ts'

/**
 * Calls a command in this process, as the program does: what a process of its own costs is paid where
 * that is what is tested. Answers its exit code and what was said; a variable that is `undefined` is
 * not set.
 */
export async function callMobieus(
  platform: Platform,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const env: NodeJS.ProcessEnv = {
    APP_SECRET: 'test-secret-of-16',
    DATABASE_URL: platform.ownerUrl,
    DATA_DIR: platform.dataFolder,
    ...variables,
  }
  for (const [name, value] of Object.entries(env)) if (value === undefined) delete env[name]
  const terminal = {
    env,
    input: Readable.from(['nonsense']),
    print: (line: string) => said.push(line),
  }
  const code = await run(args, terminal, (sentence) => said.push(sentence))
  return { code, said: said.join('\n') }
}

/** The database as the application's role alone knows it: the owner's stays unknown. */
export const asApplication = (platform: Platform): NodeJS.ProcessEnv => ({
  DATABASE_URL: undefined,
  APP_DATABASE_URL: platform.databaseUrl,
  LISTEN_DATABASE_URL: directly(platform.databaseUrl),
  PORT: String(platform.server.port),
})

/** The output of the command line in a process of its own; rejects with it when it fails. */
export async function runMobieus(platform: Platform, ...args: string[]): Promise<string> {
  const { NODE_OPTIONS: _, ...inherited } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...argumentsOf('mobieus'), ...args],
    { env: { ...inherited, APP_SECRET: 'test-secret-of-16', ...asApplication(platform) } },
  )
  return stdout
}
