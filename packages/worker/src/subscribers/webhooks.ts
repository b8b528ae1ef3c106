import { listen, type Database } from '@mobieus/db'
import { fanOutWebhooks, listTenantsWithWebhookWork, settleWebhookWork } from '@mobieus/domain'
import type { Logger } from 'pino'
import { createDeliverer, type DelivererOptions } from '../jobs/deliver.ts'
import { createTurns } from '../turns.ts'

/** What the subscriber starts from. */
export interface WebhookOptions extends Omit<DelivererOptions, 'wake'> {
  readonly db: Database
  readonly clock: () => Date
  readonly log: Logger
  /** How often the database is asked for what no hint has told; 2 s unless said. */
  readonly pollMs?: number
}

/** A running subscriber. */
export interface WebhookSubscriber {
  /** Attempts in flight are finished and recorded; nothing new is begun. */
  stop(): Promise<void>
}

const POLL_MS = 2_000
/** Tenants that are served at the same time; each takes one connection. */
const TURNS = 4

/**
 * Turns events into deliveries and makes them. A tenant gets a turn when a hint says that there is
 * something new, when attempts of it have ended, or when the poll finds it: read the log to its end,
 * claim what is due, begin the attempts. Several workers share the work by the rows that they lock.
 */
export function startWebhooks(options: WebhookOptions): WebhookSubscriber {
  const { db, clock, log } = options
  const fail = (error: unknown) => log.error({ err: error }, 'webhooks')
  /** Tenants of whose log somebody has told. */
  const news = new Set<number>()
  /** Tenants that the poll has found: once they were served, it is noted when to look again. */
  const found = new Set<number>()
  const tell = (tenantId: number) => {
    news.add(tenantId)
    turns.wake(tenantId)
  }
  const turns = createTurns(TURNS, turn, fail)
  const deliverer = createDeliverer({ ...options, wake: turns.wake })

  async function turn(tenantId: number): Promise<void> {
    // After attempts there are free slots, but nothing new in the log.
    if (news.delete(tenantId)) while (await fanOutWebhooks(db, tenantId, clock()));
    const settles = found.delete(tenantId)
    await deliverer.begin(tenantId)
    if (settles) await settleWebhookWork(db, tenantId, clock())
  }

  async function poll(): Promise<void> {
    try {
      for (const tenantId of await listTenantsWithWebhookWork(db, clock())) {
        found.add(tenantId)
        tell(tenantId)
      }
    } catch (error) {
      fail(error)
    }
    if (!stopped) timer = setTimeout(start, options.pollMs ?? POLL_MS)
  }

  const onHint = (payload: string) => {
    for (const id of payload.split(',').map(Number)) if (id > 0) tell(id)
  }
  const start = () => {
    polling = poll()
  }
  let stopped = false
  let polling = Promise.resolve()
  let timer = setTimeout(start, 0)
  const listener = listen(db, 'mobieus_events', onHint, {
    onDown: (error) => log.warn({ err: error }, 'hints are not heard; the poll finds what is new'),
  })
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await Promise.all([polling, listener.close()])
      await turns.close()
      await deliverer.close()
    },
  }
}
