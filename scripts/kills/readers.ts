import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { call, type Api } from './call.ts'

/** An event as `/events` shows it and a webhook carries it. */
export interface Shown {
  readonly id: string
  readonly type: string
  readonly data: { readonly post_id?: number; readonly user_id?: number }
}

/** The row that an event is of. */
export const rowOf = ({ post_id, user_id }: Shown['data']): string =>
  post_id === undefined ? `user ${user_id}` : `post ${post_id}`

/** An event as it is held against the log. */
export const lineOf = ({ id, type, data }: Shown): string => `${id} ${type} ${rowOf(data)}`

/** A reader of `/events?order=asc` who keeps the cursor. */
export interface Follower {
  readonly name: string
  /** Every event that was read, in the order in which it came. */
  readonly seen: readonly string[]
  /** Reads to the end of the log as it is now, and stops. */
  finish(): Promise<void>
}

const PAUSE_MS = 50

/** Follows the log from its beginning, page by page over these servers in turn, beside all that happens. */
export function startFollower(name: string, api: Api): Follower {
  const seen: string[] = []
  let finishing = false
  let cursor = ''
  const following = (async () => {
    for (let turn = 0; ; turn++) {
      const last = finishing
      const answer = await call(api, turn, { path: `/events?order=asc&limit=100${cursor}` })
      if (answer?.status === 200) {
        const { data, next_cursor, has_more } = answer.body
        for (const event of data as Shown[]) seen.push(lineOf(event))
        cursor = `&cursor=${next_cursor}`
        if (has_more) continue
        if (last) return
      } else if (answer && ![500, 503].includes(answer.status))
        throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
      await sleep(PAUSE_MS)
    }
  })()
  // It is waited for by `finish`.
  following.catch(() => {})
  return {
    name,
    seen,
    finish() {
      finishing = true
      return following
    },
  }
}

/** An event that has arrived by webhook. */
export interface Arrived {
  readonly line: string
  /** The times of its arrivals. */
  readonly at: number[]
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string
  /** By the events' ids, in the order in which each came first. */
  readonly arrived: ReadonlyMap<string, Arrived>
  close(): void
}

export async function startReceiver(): Promise<Receiver> {
  const arrived = new Map<string, Arrived>()
  const server = createServer((req, res) => {
    let text = ''
    req.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    req.on('end', () => {
      const event = JSON.parse(text) as Shown
      const line = lineOf(event)
      const before = arrived.get(event.id)
      // A repetition that says something else is an arrival of its own.
      if (before?.line === line) before.at.push(Date.now())
      else arrived.set(before ? `${event.id} again` : event.id, { line, at: [Date.now()] })
      res.end('ok')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    arrived,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
