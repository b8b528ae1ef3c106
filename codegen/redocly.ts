import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json')

/** The Redocly CLI's script, to be run with this Node. */
export const redocly = join(dirname(manifest), 'bin', 'cli.js')

/** Keeps Redocly from asking the network for news of itself. */
export const redoclyEnv = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  NODE_OPTIONS: '',
}
