import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const root = path.resolve(import.meta.dirname, '../../..')

/** A process that is started again whenever it is killed. */
export interface Phoenix {
  readonly name: string
  /** How often it was killed. */
  readonly kills: number
  /** SIGKILL, and a new one in its place. */
  kill(): void
  /** For good. */
  end(): Promise<void>
}

/** Keeps Node running with these arguments. `heard` is told each line of its output. */
export function startPhoenix(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  heard: (line: string) => void = () => {},
): Phoenix {
  let kills = 0
  let ended = false
  let errors = ''
  let child = start()

  function start(): ChildProcess {
    const started = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Read even where nobody listens: a full pipe would hold the process up.
    createInterface(started.stdout).on('line', heard)
    started.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk).slice(-4_000)))
    started.on('exit', (code, signal) => {
      if (ended) return
      if (signal !== 'SIGKILL') console.error(`${name} ended by itself (${code}): ${errors}`)
      child = start()
    })
    return started
  }

  return {
    name,
    get kills() {
      return kills
    },
    kill() {
      kills++
      child.kill('SIGKILL')
    },
    async end() {
      ended = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}
