import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { argumentsOf } from './compiled.ts'
import type { Platform } from './platform.ts'
import { directly } from './postgres.ts'

/** What the command line says, on a platform's database; rejects with what it says when it fails. */
export const runMobieus = (platform: Platform, ...args: string[]): Promise<string> =>
  runMobieusIn({}, platform, ...args)

/** The same, with these environment variables beside or instead of its own. */
export async function runMobieusIn(
  variables: NodeJS.ProcessEnv,
  platform: Platform,
  ...args: string[]
): Promise<string> {
  const { DATABASE_URL: _, NODE_OPTIONS: _options, ...env } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...argumentsOf('mobieus'), ...args],
    {
      env: {
        ...env,
        APP_SECRET: 'test-secret-of-16',
        APP_DATABASE_URL: platform.databaseUrl,
        LISTEN_DATABASE_URL: directly(platform.databaseUrl),
        PORT: String(platform.server.port),
        ...variables,
      },
    },
  )
  return stdout
}
