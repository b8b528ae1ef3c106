import pino from 'pino'
import { openStorage } from '../../../packages/domain/src/kit/index.ts'
import { readConfig } from '../../../packages/server/src/index.ts'
import { startWorker } from '../../../packages/worker/src/index.ts'

// A worker in a process of its own, for tests that kill it. Says so when it runs.
const config = readConfig(process.env)
await startWorker({
  ...config,
  appUrl: process.env.DATABASE_URL as string,
  listenUrl: process.env.LISTEN_DATABASE_URL,
  storage: openStorage(config.storage),
  log: pino({ level: 'silent' }),
})
process.send?.(0)
process.on('disconnect', () => process.exit())
