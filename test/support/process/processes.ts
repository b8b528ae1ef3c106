import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { argumentsOf } from './compiled.ts'
import { directly } from './postgres.ts'

/** A worker, or a server, in a process of its own. */
export interface OwnProcess {
  readonly pid: number
  readonly alive: boolean
  /** Ends it with SIGKILL: without a chance to finish anything. Resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to stop, with SIGTERM; answers its exit code. */
  stop(): Promise<number>
}

export interface ServerProcess extends OwnProcess {
  readonly port: number
}

type Env = Readonly<Record<string, string>>

/** Starts a server on a database; resolves when it listens, in about a second. */
export const startProcess = (databaseUrl: string, env: Env = {}): Promise<ServerProcess> =>
  start('server', {
    DATABASE_URL: databaseUrl,
    LISTEN_DATABASE_URL: directly(databaseUrl),
    ...env,
  })

/** Starts a worker on the same database; resolves when it runs. */
export const startWorkerProcess = (databaseUrl: string, env: Env = {}): Promise<OwnProcess> =>
  start('worker', {
    DATABASE_URL: databaseUrl,
    LISTEN_DATABASE_URL: directly(databaseUrl),
    ...env,
  })

async function start(what: 'server' | 'worker', env: Env): Promise<ServerProcess> {
  const child = spawn(process.execPath, argumentsOf(what), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      APP_SECRET: 'test-secret-of-16',
      ...env,
    },
  })
  const exited = once(child, 'exit')
  const [port] = (await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => Promise.reject(new Error(`the ${what} ended with ${code}`))),
  ])) as [number]
  // A test that fails and forgets it must not keep the run alive; it ends with the channel.
  child.unref()
  child.channel?.unref()
  return {
    port,
    pid: child.pid as number,
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
