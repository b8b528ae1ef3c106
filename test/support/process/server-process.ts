import { readConfig, serve } from '../../../packages/server/src/index.ts'

// A server in a process of its own, for tests that kill it. Tells its port when it listens.
const server = await serve({
  config: readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'silent' }),
  databaseUrl: process.env.DATABASE_URL as string,
  listenUrl: process.env.LISTEN_DATABASE_URL,
  // For tests that kill it while it waits for the outside.
  ...(process.env.HOLD_NAMES && { resolveHost: () => new Promise<never>(() => {}) }),
})
process.send?.(server.port)
process.on('SIGTERM', () => void server.close().then(() => process.disconnect?.()))
process.on('disconnect', () => process.exit())
