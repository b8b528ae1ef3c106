import { settleDeliveries, WEBHOOKS } from '@mobieus/domain/platform'
import { startDue, type Due } from '../due.ts'
import { createDeliverer, type DelivererOptions } from './deliver.ts'

/** Tenants whose deliveries are claimed at the same time. */
const TURNS = 4

/**
 * Makes the deliveries of webhooks. A tenant gets a turn when some were written, when attempts of it have
 * ended, or when the poll finds it. Stopping finishes and records the attempts in flight.
 */
export function startDeliveries(options: Omit<DelivererOptions, 'wake'>, pollMs: number): Due {
  const { db, clock, log } = options
  const deliverer = createDeliverer({ ...options, wake: (tenantId) => due.wake(tenantId) })
  const due: Due = startDue({
    db,
    clock,
    kind: WEBHOOKS,
    everyMs: pollMs,
    maxTurns: TURNS,
    turn: deliverer.begin,
    settle: (tenantId) => settleDeliveries(db, tenantId, clock()),
    onError: (error) => log.error({ err: error }, 'webhooks'),
  })
  return {
    wake: due.wake,
    async stop() {
      await due.stop()
      await deliverer.close()
    },
  }
}
