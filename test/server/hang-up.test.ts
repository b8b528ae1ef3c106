import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import type { RunningServer } from '../../packages/server/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { directly } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'
import { lockWaits } from '../support/process/lock-waits.ts'

/** Callers who leave before they have said everything, or before they have their answer. */

let platform: Platform
/** A server that waits for a lock for as long as a test holds it, however busy the machine is. */
let patient: RunningServer
beforeAll(async () => {
  platform = await startPlatform()
  const url = new URL(directly(platform.databaseUrl))
  url.searchParams.set('options', '-c statement_timeout=10min -c lock_timeout=10min')
  patient = await platform.addServer({}, url.href)
})
afterAll(() => platform.close())

const MULTIPART = 'multipart/form-data; boundary=b'
const PART = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\nhalf'

test.each([
  { path: '/api/v1/posts', operation: 'createPost', type: 'application/json', body: '{"body":' },
  { path: '/api/v1/files', operation: 'createFile', type: MULTIPART, body: PART },
])('$operation, half sent: no error of ours, and counted as what it is', async (each) => {
  const socket = connect(platform.server.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `POST ${each.path} HTTP/1.1\r\nHost: demo.localhost\r\nAuthorization: Bearer ${platform.secret}\r\n` +
      `Content-Type: ${each.type}\r\nContent-Length: 1000\r\n\r\n${each.body}`,
  )
  // Its body is being waited for once the key is known.
  await platform.call('/api/v1/me')
  socket.destroy()
  const line = () => lines().find(({ operation }) => operation === each.operation)
  await until(async () => line() !== undefined)
  expect(line()).toMatchObject({ level: 30, status: 499 })
  expect(faults()).toEqual([])
})

const lines = () => platform.logged.map((text) => JSON.parse(text) as Record<string, unknown>)
const faults = () => lines().filter(({ level }) => (level as number) > 30)

/** Sends a request that then waits for a lock on the table, with all that its connection has. */
async function ask(method: string, path: string, body = '', headers = ''): Promise<Socket> {
  const socket = connect(patient.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `${method} ${path} HTTP/1.1\r\nHost: demo.localhost\r\nAuthorization: Bearer ${platform.secret}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}`,
  )
  return socket
}

const waiting = () => lockWaits(platform.query)

/** Runs `work` while nobody else gets at the table. */
async function whileLocked(table: string, work: () => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: platform.ownerUrl })
  await owner.connect()
  try {
    await owner.query(`begin; lock table ${table} in access exclusive mode`)
    await work()
  } finally {
    await owner.end()
  }
}

// A reset is seen at once; a closed connection looks like one whose half is closed, until it is asked.
test.each(['resetAndDestroy', 'destroy'] as const)(
  'reads whose callers leave (%s) free every connection to the database',
  async (leave) => {
    const before = lines().length
    await whileLocked('listings', async () => {
      const sockets = await Promise.all(
        Array.from({ length: 25 }, () => ask('GET', '/api/v1/listings')),
      )
      const { pool } = patient.services.db
      await until(async () => pool.waitingCount === 5 && (await waiting()) > 0)
      for (const socket of sockets) socket[leave]()
      const host = `http://demo.localhost:${patient.port}`
      expect((await platform.call('/api/v1/users', { host })).status).toBe(200)
      await until(async () => (await waiting()) === 0)
    })
    const left = () =>
      lines()
        .slice(before)
        .filter(({ operation }) => operation === 'listListings')
    await until(async () => left().length === 25)
    expect(new Set(left().map(({ status }) => status))).toEqual(new Set([499]))
    expect(faults()).toEqual([])
  },
)

test('a write whose caller leaves has changed nothing; the same key makes it anew', async () => {
  const { body } = await platform.call('/api/v1/me')
  const { rows } = await platform.query(
    'select id::int from listing_categories where tenant_id = $1 limit 1',
    [platform.tenant.live.tenantId],
  )
  const listing = {
    title: 'Left behind',
    description: 'As on the photos.',
    price_cents: 1,
    quantity: 1,
    condition_rating: 'good',
    category_id: rows[0].id,
    location: { country: 'DE' },
    seller_id: body.data.user.id,
  }
  await whileLocked('listings', async () => {
    const text = JSON.stringify(listing)
    const socket = await ask('POST', '/api/v1/listings', text, 'Idempotency-Key: left\r\n')
    await until(async () => (await waiting()) === 1)
    socket.resetAndDestroy()
    await until(async () => (await waiting()) === 0)
  })
  const headers = { 'idempotency-key': 'left' }
  const again = await platform.call('/api/v1/listings', { body: listing, headers })
  expect(again).toMatchObject({ status: 201, body: { data: { slug: 'left-behind' } } })
  expect(again.headers.get('idempotency-replayed')).toBeNull()
})

test('a caller who has only closed one half is asked whether they are there, and gets their answer', async () => {
  let answer = ''
  const answered = (socket: Socket) => once(socket.setEncoding('latin1'), 'close')
  let closed: Promise<unknown> = Promise.resolve()
  await whileLocked('listings', async () => {
    const socket = await ask('GET', '/api/v1/listings')
    closed = answered(socket)
    socket.on('data', (text: string) => (answer += text))
    socket.end()
    await until(async () => answer.startsWith('HTTP/1.1 102 Processing\r\n\r\n'))
  })
  await closed
  expect(answer).toMatch(/^(?:HTTP\/1\.1 102 Processing\r\n\r\n)+HTTP\/1\.1 200 OK\r\n/)
})

describe('a statement that takes longer than the application’s role may', () => {
  const limited = async (options: string) => {
    const url = new URL(directly(platform.databaseUrl))
    url.searchParams.set('options', options)
    const { port } = await platform.addServer({}, url.href)
    return `http://demo.localhost:${port}`
  }

  test.each(['statement_timeout=300', 'lock_timeout=100'])(
    'is refused as unavailable, and worth another try: %s',
    async (limit) => {
      const host = await limited(`-c ${limit}`)
      const body = { email: 'nobody@example.com', username: 'nobody' }
      await whileLocked('users', async () => {
        const answers = [
          await platform.call('/api/v1/users', { host }),
          await platform.call('/api/v1/users', { host, body }),
        ]
        for (const answer of answers) {
          expect(answer).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } })
          expect(answer.headers.get('retry-after')).toBe('2')
        }
      })
      // On a machine that is busy with something else a limit as short as this is met anywhere.
      await until(async () => (await platform.call('/api/v1/users', { host })).status === 200)
    },
  )

  test('is told at the start, with what to run, where the role has no limits', async () => {
    const before = platform.logged.length
    await limited('-c statement_timeout=0 -c lock_timeout=0')
    const said = platform.logged.slice(before).join('')
    expect(said).toContain("SET lock_timeout = '5s'; ALTER ROLE")
    expect(said).not.toContain('idle_in_transaction')
    expect(platform.logged.slice(0, before).join('')).not.toContain('ALTER ROLE')
  })
})
