import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pino from 'pino'
import { surfaces } from '../../packages/domain/src/index.ts'
import { placeArrivals, removeOrphans } from '../../packages/domain/src/platform/index.ts'
import { startWorker } from '../../packages/worker/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import {
  startProcess,
  startWorkerProcess,
  type OwnProcess,
  type ServerProcess,
} from '../support/process/processes.ts'
import { sendUpload } from '../support/http/share.ts'
import { until } from '../support/until.ts'

/**
 * Servers are killed while files arrive, and a worker while it scans them. They lose nothing that was
 * answered and leave nothing half done. Real processes, real SIGKILL.
 */

const SERVERS = 2
const SERVER_KILLS = 4
const WORKER_KILLS = 3
const CLIENTS = 4
/** Between a client's uploads; enough are in flight at any moment, and few enough to scan. */
const PAUSE_MS = 150
/** The growth of each further pause, so that a slow run has not ever more to scan. */
const LONGER_MS = 10
const MOST_BYTES = 200_000
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let platform: Platform
let tenantId: number
let scanner: Server
/** Told of each scan before its verdict is. */
let onScan: (answer: () => void) => void
beforeAll(async () => {
  platform = await startPlatform()
  tenantId = platform.tenant.live.tenantId
  scanner = createServer((req, res) => {
    const answer = () => res.setHeader('Content-Type', 'application/json').end('{"clean": true}')
    text(req).then(
      () => onScan(answer),
      () => undefined,
    )
  })
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  scanner.closeAllConnections()
  scanner.close()
  await platform.close()
})

const startServer = () => startProcess(platform.databaseUrl, { DATA_DIR: platform.dataFolder })
const startScanning = () =>
  startWorkerProcess(platform.databaseUrl, {
    DATA_DIR: platform.dataFolder,
    SCAN_URL: `http://127.0.0.1:${(scanner.address() as AddressInfo).port}/`,
  })

/** A worker is killed in the middle of a scan, before the verdict or just after it, and replaced. */
async function killWorkers(): Promise<void> {
  for (let kills = 0; kills < WORKER_KILLS; kills++) {
    const worker: OwnProcess = await startScanning()
    await new Promise<void>((resolve) => {
      const dies = () => void worker.kill().then(resolve)
      let scans = Math.random() * 5
      onScan = (answer) => {
        if (scans-- > 0) return answer()
        if (kills % 2 === 0) return dies()
        answer()
        setTimeout(dies, Math.random() * 15)
      }
    })
  }
}

/**
 * The files that clients sent while servers and the worker were killed, by title, and their answers.
 */
async function uploadUnderFire() {
  const sent = new Map<string, string>()
  const answered = new Map<string, number>()
  const servers: ServerProcess[] = await Promise.all(Array.from({ length: SERVERS }, startServer))
  let over = false
  /** An upload that is not answered is not asked for again: it is there as a whole or not at all. */
  async function upload(title: string, { port }: ServerProcess): Promise<void> {
    const bytes = randomBytes(Math.ceil((Math.random() * MOST_BYTES * 3) / 4)).toString('base64')
    sent.set(title, bytes)
    const origin = `http://demo.localhost:${port}`
    const answer = await sendUpload(origin, platform.secret, { bytes, fields: { title } }).catch(
      () => undefined,
    )
    if (!answer) return
    expect({ title, status: answer.status }).toEqual({ title, status: 202 })
    answered.set(title, answer.body.data.id)
  }
  async function client(name: number): Promise<void> {
    for (let n = 0; !over; n++) {
      const alive = servers.filter((server) => server.alive)
      const server = alive[n % alive.length]
      if (server) await upload(`${name}-${n}`, server)
      await pause(PAUSE_MS + n * LONGER_MS)
    }
  }
  let kills = 0
  async function killer(slot: number): Promise<void> {
    while (kills++ < SERVER_KILLS) {
      await pause(Math.random() * 300)
      await servers[slot]?.kill()
      servers[slot] = await startServer()
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, name) => client(name))
  await Promise.all([killWorkers(), ...servers.map((_, slot) => killer(slot))])
  over = true
  await Promise.all(clients)
  await Promise.all(servers.map((server) => server.kill()))
  return { sent, answered }
}

/** A worker whose clock is so far ahead that it takes over what the killed one had in hand. */
async function finishTasks(): Promise<void> {
  const fresh = await startWorker({
    appUrl: platform.databaseUrl,
    appSecret: 'test-secret-of-16',
    storage: platform.storage,
    clock: () => new Date(Date.now() + 11 * MINUTE_MS),
    log: pino({ level: 'silent' }),
  })
  await until(async () => {
    const { rows } = await platform.query('select count(*)::int as n from tasks')
    return rows[0].n === 0
  })
  await fresh.stop()
}

async function keysBelow(prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of platform.storage.list(prefix)) keys.push(key)
  return keys.sort()
}

test('a file that was answered is there once and whole, and nothing else by half', async () => {
  const { sent, answered } = await uploadUnderFire()
  expect(answered.size).toBeGreaterThan(0)
  await finishTasks()
  await placeArrivals(platform.db, tenantId)

  const { rows } = await platform.query(
    `select f.id::int as id, f.title, f.status, f.storage_key, (select count(*)::int from api_events e
       where e.tenant_id = f.tenant_id and e.type = 'file.uploaded'
         and (e.data->>'file_id')::bigint = f.id) as events
     from files f where f.tenant_id = $1 order by f.id desc`,
    [tenantId],
  )
  const ids = new Map(rows.map(({ title, id }) => [title, id]))
  expect(ids.size).toBe(rows.length)
  for (const [title, id] of answered) expect([title, ids.get(title)]).toEqual([title, id])
  expect(rows.filter(({ status, events }) => status !== 'approved' || events !== 1)).toEqual([])

  const listed: number[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await platform.call(`/api/v1/files?limit=100${cursor && `&cursor=${cursor}`}`)
    expect(body.total_count).toBe(rows.length)
    listed.push(...body.data.map(({ id }: { id: number }) => id))
    cursor = body.next_cursor
  }
  expect(listed).toEqual(rows.map(({ id }) => id))
  for (const { id, title } of rows) {
    const { status, text } = await platform.call(`/api/v1/files/${id}/content`)
    expect({ title, status, same: text === sent.get(title) }).toEqual({
      ...{ title, status: 200, same: true },
    })
  }

  expect(await keysBelow('files/')).toEqual(rows.map(({ storage_key }) => storage_key).sort())
  await removeOrphans(platform.db, platform.storage, surfaces, new Date(Date.now() + 2 * DAY_MS))
  expect(await keysBelow('quarantine/')).toEqual([])
}, 180_000)
