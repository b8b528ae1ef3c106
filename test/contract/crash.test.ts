import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { placeArrivals } from '../../packages/domain/src/platform/index.ts'
import { startPlatform, type Call, type Platform } from '../support/http/platform.ts'
import { startProcess, type ServerProcess } from '../support/process/processes.ts'
import { severingProxy, type Verdict } from '../support/fake/severing-proxy.ts'
import { until } from '../support/until.ts'
import { buildWorld } from '../world/world.ts'

/**
 * A server that is killed, at any moment, loses nothing that it confirmed and doubles nothing that
 * is asked for again with its Idempotency-Key. Real processes, real SIGKILL.
 */

const KILLS = 10
const CLIENTS = 4
/**
 * The pause between a client's calls; without it the clients take the time that servers need to start.
 */
const PAUSE_MS = 10
const SERVERS = 3

let platform: Platform
let tenantId: number
beforeAll(async () => {
  platform = await startPlatform()
  tenantId = platform.tenant.live.tenantId
  await buildWorld(platform, tenantId)
})
afterAll(() => platform.close())

const path = '/api/v1/posts'
const write = (text: string): Call => ({
  body: { thread_id: 118, body: text },
  headers: { 'idempotency-key': `key-of-${text}` },
})
const hostOf = (port: number) => `http://demo.localhost:${port}`

/** The state in the database of posts whose text begins with `prefix`. */
async function effects(prefix: string) {
  await placeArrivals(platform.db, tenantId)
  const { rows } = await platform.query(
    `select p.id, p.body, (select count(*)::int from api_events e
       where e.tenant_id = p.tenant_id and e.type = 'post.created' and (e.data->>'post_id')::bigint = p.id) as events
     from posts p where p.tenant_id = $1 and p.body like $2 || '%' order by p.id`,
    [tenantId, prefix],
  )
  return rows.map((row) => ({
    id: Number(row.id),
    body: row.body as string,
    events: row.events as number,
  }))
}

/** Positions have no gaps, ids no doubles, and the counters count what there is. */
async function expectConsistent() {
  const { rows } = await platform.query(
    `select (select count(*) from api_events where tenant_id = $1)::int as events,
       (select max(position) from api_events where tenant_id = $1)::int as last,
       (select value from counters where tenant_id = $1 and name = 'events')::int as counted_events,
       (select count(*) from posts where tenant_id = $1 and deleted_at is null)::int as posts,
       (select value from counters where tenant_id = $1 and name = 'posts')::int as counted_posts`,
    [tenantId],
  )
  const { events, last, counted_events, posts, counted_posts } = rows[0]
  expect({ last, counted_events, counted_posts }).toEqual({
    last: events,
    counted_events: events,
    counted_posts: posts,
  })
}

test('kills at random moments: what was confirmed is there, and everything once', async () => {
  const servers = await Promise.all(
    Array.from({ length: SERVERS }, () => startProcess(platform.databaseUrl)),
  )
  const confirmed = new Map<string, number>()
  const asked = new Set<string>()
  let turn = 0
  let stopping = false

  /** Asks any living server until one answers. */
  async function writeOnce(text: string): Promise<void> {
    asked.add(text)
    for (;;) {
      const server = servers[turn++ % SERVERS] as ServerProcess
      const answer = server.alive
        ? await platform
            .call(path, { ...write(text), host: hostOf(server.port) })
            .catch(() => undefined)
        : undefined
      if (answer?.status === 201) return void confirmed.set(text, answer.body.data.id)
      const worthRetrying = !answer || answer.status === 409 || answer.status >= 500
      if (!worthRetrying) throw new Error(`${answer.status} ${answer.text}`)
      await pause(PAUSE_MS)
    }
  }
  async function client(name: number): Promise<void> {
    for (let n = 0; !stopping; n++) {
      await writeOnce(`random-${name}-${n}`)
      await pause(PAUSE_MS)
    }
  }

  const clients = Array.from({ length: CLIENTS }, (_, name) => client(name))
  let kills = 0
  /** Kills and replaces one server after another, so that one of them is always alive. */
  async function killer(slot: number): Promise<void> {
    while (kills < KILLS) {
      kills++
      await pause(Math.random() * 60)
      await servers[slot]?.kill()
      servers[slot] = await startProcess(platform.databaseUrl)
    }
  }
  await Promise.all(servers.map((_, slot) => killer(slot)))
  stopping = true
  await Promise.all(clients)
  await Promise.all(servers.map((server) => server.kill()))

  expect(kills).toBeGreaterThanOrEqual(KILLS)
  expect(confirmed.size).toBe(asked.size)
  const found = await effects('random')
  expect(found.length).toBe(asked.size)
  expect(found.filter(({ events }) => events !== 1)).toEqual([])
  expect(new Map(found.map(({ id, body }) => [body, id]))).toEqual(confirmed)
  await expectConsistent()
}, 120_000)

/** Kills the server at one exact moment of one write, then asks a new one with the same key. */
async function killedAt(
  text: string,
  connect: (
    kill: () => Promise<void>,
  ) => Promise<{ server: ServerProcess; host: string; close: () => Promise<void> }>,
) {
  const running: { server?: ServerProcess } = {}
  const connection = await connect(async () => running.server?.kill())
  const { server } = connection
  running.server = server
  const lost = await platform
    .call(path, { ...write(text), host: connection.host })
    .catch(() => 'lost')
  expect(lost).toBe('lost')
  // The caller may see the connection break before we see the process end.
  await until(async () => server?.alive === false)
  await connection.close()
  const between = await effects(text)
  const again = await platform.call(path, write(text))
  expect(again.status).toBe(201)
  const after = await effects(text)
  expect(after).toEqual([{ id: again.body.data.id, body: text, events: 1 }])
  await expectConsistent()
  return { between, replayed: again.headers.get('idempotency-replayed') }
}

/** Kills between the server and the database: `when` sees the bytes that each of them sends. */
async function atDatabase(
  kill: () => Promise<void>,
  when: (chunk: Buffer, from: 'caller' | 'server') => boolean,
) {
  const { hostname, port } = new URL(platform.databaseUrl)
  const proxy = await severingProxy(
    { host: hostname, port: Number(port) },
    async (chunk, from): Promise<Verdict> => {
      if (!when(chunk, from)) return 'pass'
      await kill()
      return 'sever'
    },
  )
  const url = new URL(platform.databaseUrl)
  url.host = `127.0.0.1:${proxy.port}`
  const server = await startProcess(url.href)
  return { server, host: hostOf(server.port), close: () => proxy.close() }
}

/** The last trip of a write with a key: the stored answer, and COMMIT with it. */
const isCommit = (chunk: Buffer) =>
  chunk.includes('insert into api_idempotency_keys') && chunk.includes('COMMIT')

/** Its confirmation; other connections may hear of something else before COMMIT has arrived. */
const isCommitted = (chunk: Buffer) =>
  ['INSERT 0 1', 'SELECT 1', 'COMMIT'].every((tag) => chunk.includes(tag))

test('killed before COMMIT arrives: no effect, and the key is free', async () => {
  const found = await killedAt('before-commit', (kill) =>
    atDatabase(kill, (chunk, from) => from === 'caller' && isCommit(chunk)),
  )
  expect(found).toEqual({ between: [], replayed: null })
})

test('killed between COMMIT and its confirmation: one effect, and the key replays it', async () => {
  let committing = false
  const found = await killedAt('after-commit', (kill) =>
    atDatabase(kill, (chunk, from) => {
      if (from === 'caller') committing ||= isCommit(chunk)
      return from === 'server' && committing && isCommitted(chunk)
    }),
  )
  expect(found.between).toHaveLength(1)
  expect(found.replayed).toBe('true')
})

test('killed between COMMIT and the answer to the caller: one effect, and the key replays it', async () => {
  const found = await killedAt('before-answer', async (kill) => {
    const server = await startProcess(platform.databaseUrl)
    const proxy = await severingProxy(
      { host: '127.0.0.1', port: server.port },
      async (_chunk, from) => {
        if (from === 'caller') return 'pass'
        await kill()
        return 'sever'
      },
    )
    return { server, host: hostOf(proxy.port), close: () => proxy.close() }
  })
  expect(found.between).toHaveLength(1)
  expect(found.replayed).toBe('true')
})
