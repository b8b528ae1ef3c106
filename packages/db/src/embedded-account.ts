import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * The folder for shared files when this process is root and its own folders are closed to other users.
 */
export async function homeAsRoot(): Promise<string> {
  const home = '/var/lib/mobieus'
  await mkdir(home, { recursive: true })
  // The umask may have taken rights away.
  await chmod(home, 0o755)
  return home
}

/** The account PostgreSQL runs as. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root: root runs it as the user `postgres`, which is created where it
 * does not exist. Undefined when this process may run it itself.
 */
export async function findAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const name = 'postgres'
  const found = await idsOf(name)
  if (found) return found
  await run('groupadd', ['--system', '--force', name])
  // Another process may be creating the same user: what counts is that it is there afterwards.
  const failed = await run('useradd', [
    '--system',
    '-g',
    name,
    '-M',
    '-s',
    '/bin/false',
    name,
  ]).then(
    () => undefined,
    (error: unknown) => error,
  )
  const created = await idsOf(name)
  if (created) return created
  throw new Error(`PostgreSQL needs a user ${name}, which could not be created`, { cause: failed })
}

async function idsOf(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/**
 * Makes an empty, private folder for a new cluster, in `home` itself. If the account cannot reach that
 * (a checkout under /root), it is below /var/lib, for `home` to link to.
 */
export async function makeClusterFolder(
  home: string,
  account: Account | undefined,
): Promise<{ folder: string; inside: boolean }> {
  const random = randomBytes(4).toString('hex')
  const inside = !account || (await canEnter(home, account))
  const folder = inside
    ? path.join(home, `cluster.${random}`)
    : path.join(await homeAsRoot(), `${await digestOf(home)}-${random}`)
  await mkdir(folder, { mode: 0o700 })
  if (account) await chown(folder, account.uid, account.gid)
  return { folder, inside }
}

async function canEnter(folder: string, { uid, gid }: Account): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

async function digestOf(folder: string): Promise<string> {
  return createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 12)
}
