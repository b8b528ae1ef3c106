import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { refreshArtifacts } from '../../codegen/generate.ts'
import { layout } from '../layout.ts'

/** The server with its demo community, and a key to it. */
export interface Demo {
  /** By its bare host, which in development takes the key's tenant: `demo.localhost` may not resolve. */
  readonly baseUrl: string
  readonly key: string
  stop(): Promise<void>
}

const SOURCES = ['--conditions=mobieus', '--import', 'tsx']

/** Starts it on a free port, with a database of its own in the folder, whatever DATABASE_URL says. */
export async function startDemo(dataDir: string): Promise<Demo> {
  await refreshArtifacts(layout.contract, layout.out)
  const { DATABASE_URL: _owner, APP_DATABASE_URL: _app, NODE_ENV: _env, ...env } = process.env
  const server = spawn(
    process.execPath,
    [...SOURCES, 'packages/cli/src/main.ts', 'serve', '--demo'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, LOG_LEVEL: 'warn', PORT: '0', DATA_DIR: dataDir },
    },
  )
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
