import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../packages/db/src/index.ts'

const LOOK_EVERY_MS = 250

/** Work that is waited for. */
interface Rest {
  /** A query for how much is left of a tenant's. */
  readonly left: string
  /** The wait is given up where it has not become less for so long. */
  readonly patienceMs: number
}

/** Everything is placed, read by webhooks and delivered. */
export const logIsRead: Rest = {
  patienceMs: 180_000,
  left: `
  select (select count(*) from arrivals where tenant_id = $1)
    + coalesce((select value from counters where tenant_id = $1 and name = 'events'), 0)
    - (select position from event_cursors where tenant_id = $1 and subscriber = 'webhooks')
    + (select count(*) from webhook_deliveries
       where tenant_id = $1 and status in ('pending', 'failed')) as left`,
}

/** Everything is placed in the log. */
export const logIsPlaced: Rest = {
  patienceMs: 180_000,
  left: 'select count(*) as left from arrivals where tenant_id = $1',
}

/** Every mail is sent, and its task crossed off. A killed worker's is taken up when its lease of ten minutes ends. */
export const mailIsSent: Rest = {
  patienceMs: 720_000,
  left: `
  select (select count(*) from help_outgoing_mails where tenant_id = $1 and status <> 'sent')
    + (select count(*) from tasks where tenant_id = $1 and kind = 'send-mail') as left`,
}

/** Waits until nothing is left of a tenant's work. */
export async function untilNothingIsLeft(
  owner: Database,
  tenantId: number,
  { left: query, patienceMs }: Rest,
): Promise<void> {
  let least = Infinity
  let lessAt = Date.now()
  for (;;) {
    const left = await owner.pool
      .query<{ left: number }>(query, [tenantId])
      .then(({ rows }) => rows[0]?.left ?? Infinity)
      .catch(() => Infinity)
    if (left === 0) return
    if (left < least) {
      least = left
      lessAt = Date.now()
    }
    if (Date.now() - lessAt > patienceMs) throw new Error(`${least} are left`)
    await sleep(LOOK_EVERY_MS)
  }
}
