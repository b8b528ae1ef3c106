import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../packages/db/src/index.ts'

const PATIENCE_MS = 180_000
const LOOK_EVERY_MS = 250

/**
 * Waits until everything of a tenant is placed, read by webhooks and delivered; gives up where that has not
 * become less for minutes.
 */
export async function untilNothingIsLeft(owner: Database, tenantId: number): Promise<void> {
  let least = Infinity
  let lessAt = Date.now()
  for (;;) {
    const left = await owner.pool
      .query<{ left: number }>(LEFT, [tenantId])
      .then(({ rows }) => rows[0]?.left ?? Infinity)
      .catch(() => Infinity)
    if (left === 0) return
    if (left < least) {
      least = left
      lessAt = Date.now()
    }
    if (Date.now() - lessAt > PATIENCE_MS)
      throw new Error(`${least} arrivals and deliveries are left`)
    await sleep(LOOK_EVERY_MS)
  }
}

const LEFT = `
  select (select count(*) from arrivals where tenant_id = $1)
    + coalesce((select value from counters where tenant_id = $1 and name = 'events'), 0)
    - (select position from event_cursors where tenant_id = $1 and subscriber = 'webhooks')
    + (select count(*) from webhook_deliveries
       where tenant_id = $1 and status in ('pending', 'failed')) as left`
