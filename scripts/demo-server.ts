import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { refreshArtifacts } from '../codegen/generate.ts'
import { layout } from './layout.ts'
import type { Command } from './run.ts'

/** The server with its demo community, and a key to it. */
export interface Demo {
  /**
   * The bare host, which in development takes the key's tenant: `demo.localhost` may not resolve.
   */
  readonly baseUrl: string
  readonly key: string
  stop(): Promise<void>
}

/** `mobieus`, run from the sources. */
export const mobieus = (...words: string[]): Command => {
  const sources = ['--conditions=mobieus', '--import', 'tsx', 'packages/cli/src/main.ts']
  return [process.execPath, ...sources, ...words]
}

/** The variables of commands that keep everything in this folder, whatever DATABASE_URL says. */
export function demoEnvironment(dataDir: string): Record<string, string> {
  const { DATABASE_URL: _owner, APP_DATABASE_URL: _app, NODE_ENV: _env, ...env } = process.env
  return { ...env, LOG_LEVEL: 'warn', PORT: '0', DATA_DIR: dataDir } as Record<string, string>
}

/** Starts it on a free port; `words` and `env` go to `mobieus serve` beside what every demo has. */
export async function startDemo(
  dataDir: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Demo> {
  await refreshArtifacts(layout.contract, layout.out)
  const [program, ...args] = mobieus('serve', '--demo', ...words)
  const server = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...demoEnvironment(dataDir), ...env },
  })
  const gone = once(server, 'exit')
  const stop = async (): Promise<void> => {
    server.kill()
    await gone
  }
  let printed = ''
  const welcome = new Promise<{ port: string; key: string }>((resolve) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk) => {
        printed += chunk
        const [port, key] = [/localhost:(\d+)\/api\/v1/, /Key +(mc_\S+)\n/].map(
          (pattern) => pattern.exec(printed)?.[1],
        )
        if (port && key) resolve({ port, key })
      })
  })
  const started = await Promise.race([welcome, gone.then(() => undefined)])
  if (!started) throw new Error(`the server did not start:\n${printed}`)
  return { baseUrl: `http://localhost:${started.port}`, key: started.key, stop }
}
