import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number
  readonly alive: boolean
  /** Ends it with SIGKILL: without a chance to finish anything. Resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to stop, with SIGTERM; answers its exit code. */
  stop(): Promise<number>
}

const entry = fileURLToPath(new URL('./server-process.ts', import.meta.url))

/** Starts a server on a database; resolves when it listens, in about a second. */
export async function startProcess(databaseUrl: string): Promise<ServerProcess> {
  const child = fork(entry, {
    execArgv: ['--conditions=mobieus', '--import', 'tsx'],
    env: {
      PATH: process.env.PATH,
      APP_SECRET: 'test-secret-of-16',
      DATABASE_URL: databaseUrl,
    },
  })
  const exited = once(child, 'exit')
  const [port] = (await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])) as [number]
  // A test that fails and forgets it must not keep the run alive; it ends with the channel.
  child.unref()
  child.channel?.unref()
  return {
    port,
    get alive() {
      return child.exitCode === null && child.signalCode === null
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      const [code] = (await exited) as [number]
      return code
    },
  }
}
