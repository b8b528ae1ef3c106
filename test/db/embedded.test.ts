import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { startEmbedded } from '@mobieus/db'
import { argumentsOf } from '../support/process/compiled.ts'
import { withServer } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'

const processes: ChildProcess[] = []
/** A folder with a cluster that nobody runs: to make one takes ten times as long as to copy it. */
let made: string
let home: string
let dataDir: string

beforeAll(async () => {
  made = await mkdtemp(path.join(tmpdir(), 'mobieus-embedded-'))
  await chmod(made, 0o755)
  const first = await startEmbedded({ dataDir: path.join(made, 'data') })
  await first.stop()
})
afterAll(() => rm(made, { recursive: true, force: true }))

/** For tests that are not about how a cluster is made. */
const copyCluster = (to = dataDir) => promisify(execFile)('cp', ['-a', path.join(made, 'data'), to])

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mobieus-embedded-'))
  await chmod(home, 0o755)
  dataDir = path.join(home, 'data')
})

afterEach(async () => {
  // A server that a failed test has left running is joined, and ended as its last user.
  for (const child of processes.splice(0)) child.kill('SIGKILL')
  if (existsSync(path.join(dataDir, 'cluster'))) {
    const folder = await realpath(path.join(dataDir, 'cluster'))
    if (existsSync(path.join(folder, 'pgdata/postmaster.pid')))
      await (await startEmbedded({ dataDir })).stop()
    await rm(folder, { recursive: true, force: true })
  }
  await rm(home, { recursive: true, force: true })
})

/** Another process that uses the same folder. */
async function startOther() {
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = spawn(process.execPath, [...argumentsOf('embedded'), dataDir], {
    ...{ env, stdio: ['pipe', 'pipe', 'inherit'] },
  })
  processes.push(child)
  const lines: string[] = []
  const waiting: { start: string; resolve: (rest: string) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    for (const { start, resolve } of waiting)
      if (line.startsWith(start)) resolve(line.slice(start.length).trim())
  })
  const says = (start: string) => new Promise<string>((resolve) => waiting.push({ start, resolve }))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const url = await says('url')
  return { child, url, lines, says, exited, tell: (what: string) => child.stdin.write(`${what}\n`) }
}

const answers = async (url: string) => {
  try {
    await withServer(url, (client) => client.query('select 1'))
    return true
  } catch {
    return false
  }
}

/** The number that a cluster is given when it is made. */
const identityOf = (url: string) =>
  withServer(url, async (client) => {
    const { rows } = await client.query('select system_identifier from pg_control_system()')
    return rows[0].system_identifier as string
  })

test('a server is made, keeps its data, and starts again at once', async () => {
  await copyCluster()
  const first = await startEmbedded({ dataDir })
  await withServer(first.url, (client) => client.query('create table kept as select 42 as answer'))
  const identity = await identityOf(first.url)
  const password = await stat(path.join(dataDir, 'cluster', 'password'))
  expect(password.mode & 0o777).toBe(0o600)
  await first.stop()
  expect(await answers(first.url)).toBe(false)

  const second = await startEmbedded({ dataDir })
  // Nothing is made again, which is what would take its time.
  expect(await identityOf(second.url)).toBe(identity)
  await withServer(second.url, async (client) => {
    const { rows } = await client.query('select answer, lower($1) as lower from kept', ['ÄÖÜ'])
    expect(rows).toEqual([{ answer: 42, lower: 'äöü' }])
    const encoding = await client.query('show server_encoding')
    expect(encoding.rows).toEqual([{ server_encoding: 'UTF8' }])
    const address = await client.query('show listen_addresses')
    expect(address.rows).toEqual([{ listen_addresses: '127.0.0.1' }])
  })
  await second.stop()
  await second.stop()
})

test('a server that is not durable takes its folder with it', async () => {
  await copyCluster()
  const server = await startEmbedded({ dataDir, durable: false })
  await withServer(server.url, async (client) => {
    expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'off' }])
  })
  const folder = await realpath(path.join(dataDir, 'cluster'))
  await server.stop()
  expect([existsSync(folder), existsSync(dataDir)]).toEqual([false, false])
})

test('a folder that the server account cannot enter is no obstacle', async () => {
  await chmod(home, 0o700)
  const server = await startEmbedded({ dataDir, durable: false })
  expect(await answers(server.url)).toBe(true)
  await server.stop()
})

test('one of several that start at once starts and the others join; the last to stop ends it', async () => {
  const all = await Promise.all([1, 2].map(() => startEmbedded({ dataDir })))
  const other = await startOther()
  expect(new Set([...all.map(({ url }) => url), other.url]).size).toBe(1)
  for (const { stop } of all) await stop()
  expect(await answers(other.url)).toBe(true)
  other.tell('stop')
  await other.exited
  expect(await answers(other.url)).toBe(false)
})

test('a server that outlived its process is joined, and ended by stop()', async () => {
  await copyCluster()
  const other = await startOther()
  other.child.kill('SIGKILL')
  await other.exited
  expect(await answers(other.url)).toBe(true)
  const joined = await startEmbedded({ dataDir })
  expect(joined.url).toBe(other.url)
  await joined.stop()
  expect(await answers(other.url)).toBe(false)
})

test('SIGTERM is left to the process, whose exit ends the server', async () => {
  await copyCluster()
  const other = await startOther()
  const said = other.says('SIGTERM')
  other.child.kill('SIGTERM')
  await said
  expect(await answers(other.url)).toBe(true)
  other.tell('exit')
  await other.exited
  const lock = path.join(dataDir, 'cluster', 'pgdata', 'postmaster.pid')
  await until(() => !existsSync(lock))
  expect(await answers(other.url)).toBe(false)
  expect(other.lines.filter((line) => !/^(log|url|SIGTERM|leaving)/.test(line))).toEqual([])
})

test('a pid file whose number belongs to another program now is no obstacle', async () => {
  await copyCluster()
  const first = await startEmbedded({ dataDir })
  const pidFile = path.join(dataDir, 'cluster', 'pgdata', 'postmaster.pid')
  const lines = (await readFile(pidFile, 'utf8')).split('\n')
  await first.stop()
  await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'))
  const second = await startEmbedded({ dataDir })
  expect(await answers(second.url)).toBe(true)
  await second.stop()
})

test('a port may be chosen; one that is taken is an error', async () => {
  await copyCluster()
  const one = await startEmbedded({ dataDir, durable: false })
  const port = Number(new URL(one.url).port)
  const elsewhere = path.join(home, 'other')
  await copyCluster(elsewhere)
  const taken = startEmbedded({ dataDir: elsewhere, durable: false, port })
  await expect(taken).rejects.toThrow(/Address already in use|could not bind/)
  await one.stop()
  const two = await startEmbedded({ dataDir: elsewhere, durable: false, port })
  expect(new URL(two.url).port).toBe(String(port))
  await two.stop()
})

test('a server that is killed is started again at the same address, and says so', async () => {
  await copyCluster()
  const lines: string[] = []
  const onRestart = (line: string) => void lines.push(line)
  const embedded = await startEmbedded({ dataDir, durable: false, onRestart })
  const pidFile = path.join(await realpath(path.join(dataDir, 'cluster')), 'pgdata/postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await until(() => lines.length > 0)
  await until(() => answers(embedded.url))
  expect(lines).toEqual(['PostgreSQL has ended; it is started again …'])
  await embedded.stop()
  expect(await answers(embedded.url)).toBe(false)
})

test('a server that cannot be started again is reported, with the reason', async () => {
  await copyCluster()
  let lost = (_error: Error) => {}
  const gone = new Promise<Error>((resolve) => (lost = resolve))
  const embedded = await startEmbedded({ dataDir, durable: false, onLost: (error) => lost(error) })
  const folder = await realpath(path.join(dataDir, 'cluster'))
  const pid = Number(
    (await readFile(path.join(folder, 'pgdata/postmaster.pid'), 'utf8')).split('\n')[0],
  )
  await rm(path.join(folder, 'pgdata/global/pg_control'))
  process.kill(pid, 'SIGKILL')
  expect((await gone).message).toMatch(/PostgreSQL did not start:[^]*pg_control/)
  await embedded.stop()
})
