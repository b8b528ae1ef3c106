import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { constructEvent } from '../../../packages/client/src/index.ts'
import { connect } from '../../../packages/db/src/index.ts'
import { argumentsOf } from './compiled.ts'
import { freePort } from './free-port.ts'
import { localFetch } from '../http/local-fetch.ts'
import { startPhoenix, type Phoenix } from './phoenix.ts'
import { startReceiver } from '../fake/receiver.ts'
import { addTenant } from '../http/tenants.ts'

/** The settings of a run. */
export interface KillOptions {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly events: number
  readonly kills: number
  readonly log?: (line: string) => void
}

/** The result of a run. */
export interface KillReport {
  readonly kills: Readonly<Record<string, number>>
  /** Posts whose creation was answered with 201. */
  readonly answered: number
  /** Positions of the log, from the first to the last. */
  readonly log: readonly string[]
  readonly gaps: number
  /** Ids as `/events` pages them. */
  readonly feed: readonly string[]
  /** Ids of the events that have exactly one delivery, which succeeded. */
  readonly delivered: readonly string[]
  /** Ids that arrived, each once however often it did. */
  readonly arrived: readonly string[]
  readonly postsArrived: number
  readonly duplicates: number
  readonly badSignatures: number
  readonly seconds: number
}

const WRITERS = 8
const SECRET = 'test-secret-of-16'

/**
 * Real servers and workers are SIGKILLed at random while posts are written and their events delivered
 * to a real receiver. Each post is sent under an Idempotency-Key until it is answered.
 */
export async function killWebhooks(options: KillOptions): Promise<KillReport> {
  const { ownerUrl, appUrl, events, kills, log = () => {} } = options
  const began = Date.now()
  const receiver = await startReceiver()
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  // The database may end before the last connection has said goodbye.
  owner.on('error', () => {})
  const db = connect({ url: appUrl, max: 2 })
  const port = await freePort()
  const tenant = await addTenant(db, port, [], { slug: 'killed' })
  const key = await tenant.key()
  const env = {
    DATABASE_URL: ownerUrl,
    APP_DATABASE_URL: appUrl,
    APP_SECRET: SECRET,
    WEBHOOK_ALLOW_PRIVATE: '1',
    LOG_LEVEL: 'error',
    PORT: String(port),
  }
  const mobieus = argumentsOf('mobieus')
  const processes: Phoenix[] = [
    startPhoenix('server', [...mobieus, 'serve'], env),
    startPhoenix('worker 1', [...mobieus, 'worker'], env),
    startPhoenix('worker 2', [...mobieus, 'worker'], env),
  ]

  /** Until it is answered; a server that was killed meanwhile is asked again with the same key. */
  async function call(path: string, body?: unknown, idempotencyKey = ''): Promise<Answer> {
    for (;;) {
      const answer = await localFetch(`${tenant.url}/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }).catch(() => undefined)
      if (answer && answer.status < 300) return (await answer.json()) as Answer
      if (answer && ![409, 500, 503].includes(answer.status))
        throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      await sleep(50)
    }
  }

  try {
    const { data: hook } = await call('/webhooks', { url: receiver.url, subscribed_events: ['*'] })
    let written = 0
    let killed = 0
    const write = async (i: number) => {
      const body = { forum_slug: 'general', title: `Post ${i}`, body: 'text' }
      await call('/posts', body, `post-${i}`)
      written++
    }
    let next = 0
    const writers = Array.from({ length: WRITERS }, async () => {
      while (next < events) {
        const i = next++
        // Writing keeps step with the killing, so that it happens all the way through.
        while (i > (events * (killed + 1)) / (kills + 1)) await sleep(5)
        await write(i)
      }
    })
    const killer = (async () => {
      while (killed < kills) {
        const at = (events * (killed + Math.random())) / (kills + 1)
        while (written < at) await sleep(1)
        processes[Math.floor(Math.random() * processes.length)]?.kill()
        killed++
        if (killed % 10 === 0)
          log(`${killed} kills, ${written} written, ${receiver.received.length} arrived`)
      }
    })()
    await Promise.all([...writers, killer])
    log(`${written} written after ${seconds(began)} s; waiting for what is left`)

    const left = async () => {
      const { rows } = await owner.query(
        `select (select value from counters where tenant_id = $1 and name = 'events')
                - (select position from event_cursors where tenant_id = $1 and subscriber = 'webhooks')
                + (select count(*) from arrivals where tenant_id = $1) as unread,
           (select count(*)::int from webhook_deliveries
            where tenant_id = $1 and status in ('pending', 'failed')) as open`,
        [tenant.live.tenantId],
      )
      return Number(rows[0].unread) + Number(rows[0].open)
    }
    while ((await left()) > 0) await sleep(100)

    const feed: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Answer = await call(`/events?limit=100${cursor && `&cursor=${cursor}`}`)
      feed.push(...page.data.map((each: { id: string }) => each.id))
      cursor = page.next_cursor
    }
    return { ...(await judge(hook, feed)), answered: written }
  } finally {
    await Promise.all(processes.map((each) => each.end()))
    await Promise.all([receiver.close(), owner.end(), db.close()])
  }

  async function judge(
    hook: Answer['data'],
    feed: string[],
  ): Promise<Omit<KillReport, 'answered'>> {
    const { rows } = await owner.query<{ position: string; single: boolean }>(
      `select e.position, (select count(*) = 1 and bool_and(d.status = 'succeeded')
         from webhook_deliveries d where d.tenant_id = $1 and d.event_position = e.position) as single
       from api_events e where e.tenant_id = $1 order by e.position`,
      [tenant.live.tenantId],
    )
    // The feed is newest first, and its ids are those of the log's positions.
    const ids = [...feed].reverse()
    const arrived = new Set<string>(receiver.received.map((each) => each.event.id))
    let badSignatures = 0
    for (const { body, headers } of receiver.received)
      await constructEvent(body, headers as never, hook.signing_secret, {
        toleranceSeconds: 3_600,
      }).catch(() => badSignatures++)
    return {
      kills: Object.fromEntries(processes.map((each) => [each.name, each.kills])),
      log: rows.map((row) => row.position),
      gaps: rows.filter((row, i) => Number(row.position) !== i + 1).length,
      feed: ids,
      delivered: ids.filter((_, i) => rows[i]?.single),
      arrived: [...arrived].sort(),
      postsArrived: new Set(receiver.received.map((each) => each.event.data.post_id)).size,
      duplicates: receiver.received.length - arrived.size,
      badSignatures,
      seconds: seconds(began),
    }
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any operation
type Answer = { data: any; next_cursor: string | null }

const seconds = (began: number) => Math.round((Date.now() - began) / 100) / 10
