import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import ts from 'typescript'
import type { Setup, Usage } from './servers/setup.ts'

/** The contenders, each a process of its own; their letters are those of the report. */
export const contenders = {
  bare: { letter: 'a', label: 'node:http + pg, no checks' },
  ours: { letter: 'b', label: 'this server' },
  fastify: { letter: 'c', label: 'Fastify 5 + schemas' },
  express: { letter: 'd', label: 'Express 5 + validator' },
  unnamed: { letter: 'e', label: 'this server, unprepared' },
} as const

export type Name = keyof typeof contenders
export const names = Object.keys(contenders) as Name[]

/** A server of the bench; `desk` is the bare one of the help desk, and compared with nothing else. */
type Server = Name | 'desk'

/** A running contender. */
export interface Contender<Started extends Server = Name> {
  readonly name: Started
  readonly port: number
  /** CPU time of its process so far, user and system, and its round trips to PostgreSQL. */
  usage(): Promise<Usage>
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const sources = path.join(import.meta.dirname, 'servers')
const target = path.join(root, 'build/bench/servers')

/**
 * Compiles what is measured, as it would ship. The loader of development adds a call to every function
 * that is made, and that slows the contender that makes most of them.
 */
export async function compile(): Promise<void> {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' })
  await mkdir(target, { recursive: true })
  for (const file of await readdir(sources)) {
    const { outputText } = ts.transpileModule(await readFile(path.join(sources, file), 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
      fileName: file,
    })
    await writeFile(path.join(target, file.replace(/\.ts$/, '.js')), outputText)
  }
}

/** Starts a contender; resolves when it listens. `inspect` are further flags for Node. */
export async function start<Started extends Server>(
  name: Started,
  setup: Setup,
  flags: string[] = [],
): Promise<Contender<Started>> {
  const child = fork(path.join(target, `${name}.js`), {
    execArgv: flags,
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', BENCH_SETUP: JSON.stringify(setup) },
  })
  const { port } = await answer<{ port: number }>(child, name)
  return {
    name,
    port,
    usage() {
      child.send('usage')
      return answer<Usage>(child, name)
    },
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

async function answer<T>(child: ChildProcess, name: Server): Promise<T> {
  const ended = new AbortController()
  const { signal } = ended
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message as T),
      once(child, 'exit', { signal }).then(() => {
        throw new Error(`the contender ${name} ended`)
      }),
    ])
  } finally {
    ended.abort()
  }
}
