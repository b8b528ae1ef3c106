import http from 'node:http'
import net from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { directly } from '../support/process/postgres.ts'
import { startProcess } from '../support/process/processes.ts'
import { severingProxy } from '../support/fake/severing-proxy.ts'
import { until } from '../support/until.ts'
import { buildWorld } from '../world/world.ts'
import { lockWaits } from '../support/process/lock-waits.ts'

/** A server that stops finishes what it has begun; one without its database says so. */

let platform: Platform
beforeEach(async () => {
  platform = await startPlatform()
  await buildWorld(platform, platform.tenant.live.tenantId)
})
afterEach(() => platform.close())

const reply = { body: { thread_id: 118, body: 'Just in time.' } }

/** Holds the thread, so that a reply to it waits, until `work` is done. */
const whileThreadIsHeld = (work: (release: () => void) => Promise<void>) =>
  transact(platform.db, platform.tenant.live.tenantId, async ({ query, tenantId }) => {
    await query('select 1 from threads where tenant_id = $1 and id = 118 for update', [tenantId])
    await new Promise<void>((resolve, reject) => {
      work(resolve).catch(reject)
    })
  })

/** A write is waiting for a lock in the database: it is in flight. */
const inFlight = () => until(async () => (await lockWaits(platform.query)) > 0)

/** A connection that is open before a server stops. */
async function openLine(port: number) {
  const socket = net.connect(port, '127.0.0.1')
  await new Promise((resolve) => socket.once('connect', resolve))
  return {
    ask: (path: string) =>
      new Promise<string>((resolve, reject) => {
        socket.once('data', (chunk) => resolve(String(chunk)))
        socket.once('error', reject)
        socket.write(`GET ${path} HTTP/1.1\r\nHost: demo.localhost\r\nConnection: close\r\n\r\n`)
      }),
  }
}

test('requests in flight are answered, /readyz turns 503, and new connections are refused', async () => {
  const server = await platform.addServer()
  const host = `http://demo.localhost:${server.port}`
  let answer: Promise<{ status: number }> | undefined
  let closed: Promise<void> | undefined
  await whileThreadIsHeld(async (release) => {
    answer = platform.call('/api/v1/posts', { ...reply, host })
    await inFlight()
    const line = await openLine(server.port)
    closed = server.close()
    expect(await line.ask('/readyz')).toMatch(/^HTTP\/1.1 503 /)
    await expect(
      platform.call('/healthz', { host, headers: { connection: 'close' } }),
    ).rejects.toThrow()
    release()
  })
  expect((await answer)?.status).toBe(201)
  await closed
  expect((await platform.call('/api/v1/posts?thread_id=118')).body.data[0].body).toBe(
    reply.body.body,
  )
})

test('a caller who keeps connections busy hears which answer is the last on each, and nobody is cut off', async () => {
  const GRACE_MS = 40_000
  const server = await platform.addServer()
  const agent = new http.Agent({ keepAlive: true })
  let stopping = false
  const answers: string[] = []
  const failures: unknown[] = []
  const ask = () =>
    new Promise<boolean>((resolve) => {
      const headers = { host: 'demo.localhost' }
      const options = {
        port: server.port,
        host: '127.0.0.1',
        path: '/api/v1/posts',
        headers,
        agent,
      }
      const request = http.get(options, (answer) => {
        if (stopping) answers.push(String(answer.headers.connection))
        answer.resume().on('end', () => resolve(answer.headers.connection !== 'close'))
      })
      request.on('error', (error) => {
        if (request.reusedSocket) failures.push(error)
        resolve(false)
      })
    })
  const busy = Array.from({ length: 8 }, async () => {
    while (await ask());
  })
  await platform.call('/api/v1/me')
  const began = Date.now()
  stopping = true
  await server.close(GRACE_MS)
  await Promise.all(busy)
  agent.destroy()
  // Long before whatever is still open is cut.
  expect(Date.now() - began).toBeLessThan(GRACE_MS / 2)
  expect(answers).toContain('close')
  expect(failures).toEqual([])
})

test('a process that is told to stop answers first, and ends with 0', async () => {
  const server = await startProcess(platform.databaseUrl)
  const host = `http://demo.localhost:${server.port}`
  let answer: Promise<{ status: number }> | undefined
  let stopped: Promise<number> | undefined
  await whileThreadIsHeld(async (release) => {
    answer = platform.call('/api/v1/posts', { ...reply, host })
    await inFlight()
    stopped = server.stop()
    release()
  })
  expect((await answer)?.status).toBe(201)
  expect(await stopped).toBe(0)
})

test('without its database: 503 with the time to try again, and well again afterwards', async () => {
  let down = false
  const database = new URL(platform.databaseUrl)
  const to = { host: database.hostname, port: Number(database.port) }
  const proxy = await severingProxy(to, () => (down ? 'sever' : 'pass'))
  database.host = `127.0.0.1:${proxy.port}`
  const server = await platform.addServer({}, database.href)
  const host = `http://demo.localhost:${server.port}`
  const status = async (path: string) => (await platform.call(path, { host })).status

  expect(await status('/readyz')).toBe(200)
  down = true
  await until(async () => (await status('/readyz')) === 503)
  expect(await status('/healthz')).toBe(200)
  for (const call of [{}, reply]) {
    const { status, body, headers } = await platform.call('/api/v1/posts', { ...call, host })
    expect({ status, code: body.error.code }).toEqual({ status: 503, code: 'unavailable' })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(headers.get('access-control-allow-origin')).toBe('*')
  }
  down = false
  await until(async () => (await status('/readyz')) === 200)
  expect((await platform.call('/api/v1/posts', { ...reply, host })).status).toBe(201)
  await server.close(1000)
  await proxy.close()
})

test('a server whose port is taken fails, and leaves no connection open', async () => {
  const connections = async () => {
    const { rows } = await platform.query(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and application_name = 'mobieus server'`,
    )
    return rows[0].n as number
  }
  const before = await connections()
  // Beside a pooler, whose connections to PostgreSQL stay.
  const url = directly(platform.databaseUrl)
  await expect(platform.addServer({ port: platform.server.port }, url)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await until(async () => (await connections()) <= before)
})
