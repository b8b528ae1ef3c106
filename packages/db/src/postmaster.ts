import { execFile, spawn } from 'node:child_process'
import { chown, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Account } from './embedded-account.ts'

const run = promisify(execFile)

/** A server process, as its own pid file describes it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** Fills `folder/pgdata` with a new cluster: UTF-8, the same order and letter case on every platform. */
export async function initdb(options: {
  binaries: string
  folder: string
  passwordFile: string
  account: Account | undefined
  durable: boolean
}): Promise<void> {
  const { binaries, folder, passwordFile, account, durable } = options
  if (account) await chown(passwordFile, account.uid, account.gid)
  await run(
    path.join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${path.join(folder, 'pgdata')}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    processOptions(account),
  )
}

/** A cluster to throw away syncs nothing, and passwords are hashed once: logging in takes half as long. */
const notDurable = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  scram_iterations: '1',
}

/**
 * Starts a server in a session of its own, where the terminal's Ctrl-C does not reach it. `reason`
 * reads what it wrote to its log.
 */
export async function spawnPostmaster(options: {
  binaries: string
  pgdata: string
  port: number
  logFile: string
  owner: Account | undefined
  durable: boolean
}) {
  const { binaries, pgdata, port, logFile, owner, durable } = options
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Failed statements are the application's to report.
    log_min_messages: 'log',
    ...(durable ? {} : notDurable),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = await open(logFile, 'a')
  const { size } = await output.stat()
  const child = spawn(path.join(binaries, 'bin', 'postgres'), ['-D', pgdata, ...flags], {
    ...processOptions(owner),
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  let failed: Error | undefined
  child.on('error', (error) => (failed = error))
  child.unref()
  await output.close()
  return {
    pid: child.pid,
    get exitCode() {
      return failed ? -1 : (child.exitCode ?? (child.signalCode ? -1 : null))
    },
    reason: async () =>
      failed?.message ?? (await readFile(logFile)).subarray(size).toString('utf8').trim(),
  }
}

/** The server that runs on this folder, if one does. Forgets a pid file that outlived its server. */
export async function findPostmaster(pgdata: string): Promise<Postmaster | undefined> {
  const found = await readPidFile(pgdata)
  if (!found) return undefined
  if (await isPostgres(found.pid)) return found
  // The number may belong to another process by now, and PostgreSQL would refuse to start for that.
  if ((await readPidFile(pgdata))?.pid === found.pid) await rm(pidFile(pgdata), { force: true })
  return undefined
}

/** Ends the server: clients are disconnected, the data is left clean. Resolves when it is gone. */
export async function endPostmaster(pgdata: string, pid: number): Promise<void> {
  const isGone = async () => (await readPidFile(pgdata))?.pid !== pid || !(await isPostgres(pid))
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const deadline = performance.now() + 30_000
    while (performance.now() < deadline) {
      if (await isGone()) return
      await sleep(10)
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}

const pidFile = (pgdata: string) => path.join(pgdata, 'postmaster.pid')

/** Lines: process, folder, start, port, socket folder, address, shared memory, status. */
async function readPidFile(pgdata: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(pgdata), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid < 1) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Whether a living process of this number is PostgreSQL; one that ended but was not reaped is not. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const [, command, state] = /^\d+ \((.*)\) (\w)/s.exec(text) ?? []
    return command !== undefined && command.startsWith('postgres') && state !== 'Z'
  }
  try {
    process.kill(pid, 0)
    if (process.platform === 'win32') return true
    return (await run('ps', ['-p', String(pid), '-o', 'comm='])).stdout.includes('postgres')
  } catch {
    return false
  }
}

function processOptions(account: Account | undefined) {
  // The environment without PGDATA, PGPORT and the like, which are meant for other servers.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return {
    env: { ...Object.fromEntries(inherited), LC_ALL: 'C' },
    cwd: process.platform === 'win32' ? undefined : '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  }
}
