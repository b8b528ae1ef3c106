import type { Database } from '@mobieus/db'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { createDurations } from './durations.ts'

/** The server's metrics, in Prometheus' terms. */
export interface Metrics {
  readonly registry: Registry
  answered(operationId: string, status: number, seconds: number): void
  replayed(): void
  /** Counts a delivery that could not be signed. */
  unsigned(): void
}

/** A registry of its own for each server, so that several can live in one process. */
export function createMetrics(db: Database): Metrics {
  const registry = new Registry()
  // Measured every 10 ms, the event loop's delay would cost an idle server most of its time.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 })
  const durations = createDurations(
    'mobieus_request_duration_seconds',
    'Time from the first byte of a request to its answer.',
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  )
  registry.registerMetric(durations.metric)
  const replays = new Counter({
    name: 'mobieus_idempotent_replays_total',
    help: 'Answers that were replayed for an Idempotency-Key.',
    registers: [registry],
  })
  const unsigned = new Counter({
    name: 'mobieus_webhook_unsigned_total',
    help: 'Times a delivery waited because its signing secret did not open; of the worker beside the server.',
    registers: [registry],
  })
  new Gauge({
    name: 'mobieus_database_connections',
    help: 'Connections of the pool, by what they are doing.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = db.pool
      this.set({ state: 'busy' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'wanted' }, waitingCount)
    },
  })
  return {
    registry,
    answered: durations.observe,
    replayed: () => replays.inc(),
    unsigned: () => unsigned.inc(),
  }
}
