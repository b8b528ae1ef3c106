import { spawn } from 'node:child_process'
import { ensureInstalled, ensureValidators } from './installed.mjs'

/** Serves from the sources, restarts on a change, and lets the judge watch every exchange. */
ensureInstalled()
ensureValidators()
const server = spawn(
  process.execPath,
  [
    '--watch',
    '--conditions=mobieus',
    '--import',
    'tsx',
    'packages/cli/src/main.ts',
    'serve',
    '--worker',
    '--demo',
    '--judge',
  ],
  { stdio: 'inherit', env: { LOG_LEVEL: 'info', ...process.env } },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 1))
