import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'

const run = promisify(execFile)

/** A PgBouncer in transaction mode. */
export interface Pooler {
  /** `host:port`, to stand in for those of the server. */
  readonly host: string
  stop(): Promise<void>
}

/** PgBouncer's version, or undefined where there is none. */
export async function pgbouncerVersion(): Promise<string | undefined> {
  const said = await run('pgbouncer', ['--version']).catch(() => undefined)
  return said && /PgBouncer (\S+)/.exec(said.stdout)?.[1]
}

/**
 * Starts PgBouncer before a server, for every database and role of it. Roles log in with their own
 * SCRAM secrets, which `serverUrl`, a superuser's, is asked for. Each transaction goes to the connection
 * that has rested longest: what a session leaves behind meets somebody else at once.
 */
export async function startPgbouncer(serverUrl: string): Promise<Pooler> {
  const server = new URL(serverUrl)
  const port = await freePort()
  const folder = await mkdtemp(path.join(tmpdir(), 'mobieus-pgbouncer-'))
  const file = (name: string) => path.join(folder, name)
  await writeFile(file('users'), `"${server.username}" "${decodeURIComponent(server.password)}"\n`)
  await writeFile(file('ini'), iniOf(server, port, file('users')))
  const account = process.getuid?.() === 0 ? await idsOf('postgres') : undefined
  if (account) {
    await chown(folder, account.uid, account.gid)
    for (const name of ['users', 'ini']) await chown(file(name), account.uid, account.gid)
  }
  await chmod(folder, 0o700)
  const child = spawn('pgbouncer', ['-q', file('ini')], { stdio: 'ignore', cwd: '/', ...account })
  const exited = once(child, 'exit').then(() => 'exited' as const)
  for (let tries = 0; !(await answers(port)); tries++) {
    const over = await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 50))])
    if (over === 'exited' || tries > 200) throw new Error(`PgBouncer did not start: ${folder}`)
  }
  return {
    host: `127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGINT')
      const patience = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await exited
      clearTimeout(patience)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const iniOf = (server: URL, port: number, users: string) => `
[databases]
* = host=${server.hostname} port=${server.port || 5432}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
auth_user = ${server.username}
auth_query = select usename, passwd from pg_shadow where usename = $1
pool_mode = transaction
server_round_robin = 1
default_pool_size = 40
max_client_conn = 2000
server_idle_timeout = 5
autodb_idle_timeout = 10
logfile = ${path.join(path.dirname(users), 'log')}
`

async function idsOf(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(Boolean(socket.destroy())))
    socket.once('error', () => resolve(false))
  })
