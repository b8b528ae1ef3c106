import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { post } from './commits-client.ts'

/** A tenant that is written to. */
export interface Target {
  readonly host: string
  readonly secret: string
  readonly authors: readonly number[]
  readonly threads: readonly number[]
}

const REPLY = 'The picture rolls after ten minutes. Is it worth doing them all at once?'
const pick = (values: readonly number[]) => values[Math.floor(Math.random() * values.length)]

const reply = (port: number, target: Target) =>
  post(port, target, '/api/v1/posts', {
    thread_id: pick(target.threads),
    author_id: pick(target.authors),
    body: REPLY,
  })

/** Writes by so many clients for so long, each to one of the targets. */
export async function createAtOnce(
  port: number,
  targets: readonly Target[],
  clients: number,
  seconds: number,
): Promise<{ created: number; perSecond: number }> {
  const startedAt = performance.now()
  const until = startedAt + seconds * 1_000
  let created = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, i) => {
      while (performance.now() < until) {
        await reply(port, targets[i % targets.length] as Target)
        created++
      }
    }),
  )
  return { created, perSecond: (created * 1_000) / (performance.now() - startedAt) }
}

/**
 * Writes at a steady pace, with an endpoint that hears of it: milliseconds from each answer to the arrival of
 * its webhook.
 */
export async function paced(
  port: number,
  target: Target,
  perSecond: number,
  seconds: number,
): Promise<{ ms: number[]; perSecond: number }> {
  const arrivedAt = new Map<number, number>()
  const receiver = createServer((req, res) => {
    let text = ''
    req.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    req.on('end', () => {
      const id = JSON.parse(text).data.post_id as number
      if (!arrivedAt.has(id)) arrivedAt.set(id, performance.now())
      res.end('ok')
    })
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const endpoint = { url, subscribed_events: ['post.created'] }
  const { id } = await post(port, target, '/api/v1/webhooks', endpoint)

  const answeredAt = new Map<number, number>()
  const open: Promise<unknown>[] = []
  const startedAt = performance.now()
  for (let i = 0; i < perSecond * seconds; i++) {
    const wait = startedAt + (i * 1_000) / perSecond - performance.now()
    if (wait > 1) await sleep(wait)
    open.push(reply(port, target).then(({ id }) => answeredAt.set(id, performance.now())))
  }
  await Promise.all(open)
  const took = performance.now() - startedAt
  for (let i = 0; i < 600 && arrivedAt.size < answeredAt.size; i++) await sleep(50)
  await post(port, target, `/api/v1/webhooks/${id}/delete`, {})
  receiver.close()
  receiver.closeAllConnections()
  // The first second finds connections and plans unprepared.
  const ms = [...answeredAt]
    .filter(([, at]) => at > startedAt + 1_000)
    .map(([id, at]) => Math.max(0, (arrivedAt.get(id) ?? Infinity) - at))
  return { ms, perSecond: (answeredAt.size * 1_000) / took }
}
