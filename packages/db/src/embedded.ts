import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import {
  mkdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findAccount, makeClusterFolder, type Account } from './embedded-account.ts'
import { findBinaries } from './embedded-binaries.ts'
import { joinUsers } from './embedded-users.ts'
import { endPostmaster, findPostmaster, initdb, isPostgres, spawnPostmaster } from './postmaster.ts'
import { acceptsUs, freePort } from './probe.ts'

/** The options of `startEmbedded`. */
export interface EmbeddedOptions {
  /** The folder that holds the cluster. It is made, and the cluster in it, where there is none. */
  dataDir: string
  /** Listen here; a free port unless said. A server already running on the folder keeps its own. */
  port?: number
  /** False for tests: nothing is synced to the disk, and stop() removes the folder. */
  durable?: boolean
  /** Hears one line for each step taken. */
  log?: (line: string) => void
  /** Hears that the server has ended and is started again. */
  onRestart?: (line: string) => void
  /** Hears that the server has ended and cannot be had again; without it this is thrown, out of nowhere. */
  onLost?: (error: Error) => void
}

/** A running PostgreSQL server. */
export interface Embedded {
  /** The database, as its superuser. */
  readonly url: string
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

/** A cluster folder: `pgdata`, `password` (0600), `postgres.log` and `users/`, one file a process. */
interface Cluster {
  readonly folder: string
  readonly pgdata: string
  readonly password: string
}

const START_MS = 60_000

/**
 * Starts PostgreSQL on a folder without anything installed: 1 s the first time, 0.1 s after that. Works
 * as root too. A server that already runs on the folder, another process' or one that outlived its
 * parent, is joined; the last process to stop ends it. It listens on 127.0.0.1 only. Signals are left
 * alone: on SIGTERM the server lives until stop(), or until this process exits. One that ends before
 * is started again within a second, at the same address.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, durable = true, log = () => {} } = options
  const home = path.resolve(dataDir)
  await mkdir(home, { recursive: true })
  const account = await findAccount()
  const link = path.join(home, 'cluster')
  if (!existsSync(link)) {
    const target = await readlink(link).catch(() => undefined)
    if (target !== undefined)
      throw new Error(`${link} leads to ${target}, which is gone: remove the link to start anew`)
    await initialise(link, account, durable, log)
  }
  const cluster = await openCluster(link)
  const users = joinUsers(cluster.folder)
  try {
    const running = await joinOrStart(cluster, options, account)
    const guard = watchOver(running, cluster, options, account)
    const { port } = running
    const onExit = () => {
      if (!users.leaveNow()) return
      try {
        process.kill(guard.pid, durable ? 'SIGINT' : 'SIGQUIT')
      } catch {
        // It has ended before us.
      }
      if (!durable) removeNow(cluster.folder, home)
    }
    process.once('exit', onExit)
    let stopping: Promise<void> | undefined
    const stop = async () => {
      process.removeListener('exit', onExit)
      await guard.stop()
      if (!users.leaveNow()) return
      await endPostmaster(cluster.pgdata, guard.pid)
      log('PostgreSQL stopped')
      if (durable) return
      removeNow(cluster.folder, home)
    }
    return { url: urlOf(port, cluster.password), stop: () => (stopping ??= stop()) }
  } catch (error) {
    users.leaveNow()
    throw error
  }
}

const LOOK_EVERY_MS = 500
/** A server that ends so often within a minute is not started again. */
const MOST_RESTARTS = 5

/** Looks whether the server lives, and starts it again where it stood; any of its users may be first. */
function watchOver(
  running: { readonly pid: number; readonly port: number },
  cluster: Cluster,
  options: EmbeddedOptions,
  account: Account | undefined,
) {
  const closing = new AbortController()
  const { signal } = closing
  const { onRestart = () => {}, onLost = rethrow } = options
  let { pid } = running
  const restarts: number[] = []

  async function restart(): Promise<void> {
    const now = performance.now()
    restarts.push(now)
    if (restarts.filter((at) => now - at < 60_000).length > MOST_RESTARTS)
      throw new Error(`PostgreSQL keeps ending, see ${logOf(cluster)}`)
    onRestart('PostgreSQL has ended; it is started again …')
    const again = await joinOrStart(cluster, { ...options, port: running.port }, account)
    if (again.port !== running.port)
      throw new Error(`PostgreSQL has ended, and been started on another port (${again.port})`)
    pid = again.pid
  }

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => {})
      if (!signal.aborted && !(await isPostgres(pid))) await restart()
    }
  }

  const watching = watch().catch((error: Error) => {
    if (!signal.aborted) onLost(error)
  })
  return {
    get pid() {
      return pid
    },
    async stop() {
      closing.abort()
      await watching
    },
  }
}

function rethrow(error: Error): void {
  process.nextTick(() => {
    throw error
  })
}

const logOf = ({ folder }: Cluster): string => path.join(folder, 'postgres.log')

function removeNow(...folders: string[]): void {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
}

function urlOf(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

async function openCluster(link: string): Promise<Cluster> {
  const folder = await realpath(link)
  const password = await readFile(path.join(folder, 'password'), 'utf8')
  return { folder, pgdata: path.join(folder, 'pgdata'), password: password.trim() }
}

/**
 * Makes a cluster beside the place where it belongs and moves it there in one step, so that a cluster in
 * place is complete. If two processes do this at once the second throws its own away.
 */
async function initialise(
  link: string,
  account: Account | undefined,
  durable: boolean,
  log: (line: string) => void,
): Promise<void> {
  const startedAt = performance.now()
  const binaries = await findBinaries(account)
  const { folder, inside } = await makeClusterFolder(path.dirname(link), account)
  try {
    const passwordFile = path.join(folder, 'password')
    await writeFile(passwordFile, randomBytes(24).toString('hex') + '\n', { mode: 0o600 })
    await initdb({ binaries, folder, passwordFile, account, durable })
    await (inside ? rename(folder, link) : symlink(folder, link))
    log(`PostgreSQL initialised in ${Math.round(performance.now() - startedAt)} ms`)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (!existsSync(link)) throw error
  }
}

async function joinOrStart(
  cluster: Cluster,
  { port: wanted, durable = true, log = () => {} }: EmbeddedOptions,
  account: Account | undefined,
): Promise<{ pid: number; port: number }> {
  const startedAt = performance.now()
  const { pgdata, password } = cluster
  const logFile = logOf(cluster)
  let binaries: string | undefined
  while (performance.now() - startedAt < START_MS) {
    const running = await findPostmaster(pgdata)
    if (running) {
      if (running.ready && (await acceptsUs(urlOf(running.port, password)))) {
        log(`PostgreSQL joined on port ${running.port}`)
        return running
      }
      await sleep(20)
      continue
    }
    // The owner of the files runs the server: they may be an ordinary user's although we are root.
    const { uid, gid } = await stat(pgdata)
    const owner = account && { name: account.name, uid, gid }
    binaries ??= await findBinaries(owner)
    const port = wanted ?? (await freePort())
    const child = await spawnPostmaster({ binaries, pgdata, port, logFile, owner, durable })
    while (child.exitCode === null) {
      const started = await findPostmaster(pgdata)
      if (started?.ready && started.pid === child.pid) {
        log(
          `PostgreSQL ready on port ${port} after ${Math.round(performance.now() - startedAt)} ms`,
        )
        return started
      }
      await sleep(5)
    }
    // A race is lost, to start on this folder or for the port, so it looks again. Anything else is an
    // error.
    const reason = await child.reason()
    const raced = /lock file .* already exists|pre-existing shared memory/.test(reason)
    const taken = /could not create any TCP\/IP sockets/.test(reason) && wanted === undefined
    if (!raced && !taken) throw new Error(`PostgreSQL did not start:\n${reason}`)
    await sleep(20)
  }
  throw new Error(`PostgreSQL did not start within ${START_MS / 1000} s, see ${logFile}`)
}
