import './build.mjs'
import { spawn } from 'node:child_process'

/** Serves a demo community, with jobs, from a PostgreSQL of its own unless DATABASE_URL names one. */
const server = spawn(
  process.execPath,
  ['packages/cli/bin/mobieus.mjs', 'serve', '--worker', '--demo', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { LOG_LEVEL: 'warn', ...process.env } },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 1))
