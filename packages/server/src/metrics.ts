import type { Database } from '@mobieus/db'
import type { AskModel, Surface } from '@mobieus/domain/kit'
import {
  countArrivalsWaiting,
  kindsOf,
  workLags,
  type ArrivalsWaiting,
} from '@mobieus/domain/platform'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { createDurations } from './durations.ts'
import { createModelMetrics } from './model/metrics.ts'

/** The server's metrics, in Prometheus' terms. */
export interface Metrics {
  readonly registry: Registry
  answered(operationId: string, status: number, seconds: number): void
  replayed(): void
  /** Counts a delivery that could not be signed. */
  unsigned(): void
  /** Counts an attempt to send a mail, by how it ended and the kind of mail. */
  mailed(end: string, kind: string): void
  /** Counts a rating of the help desk that is new, or another than before. */
  rated(score: string): void
  /** A transaction has given events their places in the log: the type of each. */
  placed(types: readonly string[]): void
  /** The same model, whose calls, tokens and times are counted. */
  asking(ask: AskModel): AskModel
}

/** A registry of its own for each server, so that several can live in one process; surfaces have gauges and work. */
export function createMetrics(db: Database, surfaces: readonly Surface[]): Metrics {
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
  const mails = new Counter({
    name: 'mobieus_mails_total',
    help: 'Attempts to send a mail, by its kind and how they ended: sent, refused or put_off; of the worker beside the server.',
    labelNames: ['end', 'kind'],
    registers: [registry],
  })
  const ratings = new Counter({
    name: 'mobieus_help_ratings_total',
    help: 'Ratings of tickets that this server took, changed ones once more, by score: good or bad.',
    labelNames: ['score'],
    registers: [registry],
  })
  const placings = new Counter({
    name: 'mobieus_log_placings_total',
    help: 'Transactions that placed what writes had left; of this server, and of the worker beside it.',
    registers: [registry],
  })
  const placedEvents = new Counter({
    name: 'mobieus_log_events_placed_total',
    help: 'Events that those transactions have given their places in the log.',
    registers: [registry],
  })
  const typedEvents = new Counter({
    name: 'mobieus_events_total',
    help: 'The same events by their type, such as enrollment.created, course.completed or certificate.issued.',
    labelNames: ['type'],
    registers: [registry],
  })
  addArrivals(registry, db)
  addWork(registry, db, kindsOf(surfaces))
  for (const { name, help, read } of surfaces.flatMap(({ gauges }) => gauges))
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(await read(db).catch(() => NaN))
      },
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
    mailed: (end, kind) => mails.inc({ end, kind }),
    rated: (score) => ratings.inc({ score }),
    placed(types) {
      placings.inc()
      placedEvents.inc(types.length)
      for (const type of types) typedEvents.inc({ type })
    },
    asking: createModelMetrics(registry),
  }
}

/** The writes that wait to be placed in the log; not a number where the database does not say it. */
function addArrivals(registry: Registry, db: Database): void {
  let asked: Promise<ArrivalsWaiting | undefined> | undefined
  // Both are asked for at once, and answered by one query.
  const ask = () =>
    (asked ??= countArrivalsWaiting(db)
      .catch(() => undefined)
      .finally(() => (asked = undefined)))
  new Gauge({
    name: 'mobieus_log_oldest_arrival_seconds',
    help: 'Age of the oldest write whose events and counts are not placed yet; 0 where there is none.',
    registers: [registry],
    async collect() {
      const waiting = await ask()
      const seconds = waiting?.oldest ? (Date.now() - waiting.oldest.getTime()) / 1000 : 0
      this.set(waiting ? Math.max(0, seconds) : NaN)
    },
  })
  new Gauge({
    name: 'mobieus_log_arrivals',
    help: 'Writes whose events and counts are not placed yet, up to a thousand of each tenant.',
    registers: [registry],
    async collect() {
      this.set((await ask())?.arrivals ?? NaN)
    },
  })
}

/** How late work beside requests is, by its kind; no series where the database does not say it. */
function addWork(registry: Registry, db: Database, kinds: readonly string[]): void {
  new Gauge({
    name: 'mobieus_work_lag_seconds',
    help: 'How long the longest overdue work of a kind waits: a task, a purge, a clock, a reader of the log; 0 where none is overdue.',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      this.reset()
      const lags = await workLags(db, kinds, new Date()).catch(() => new Map<string, number>())
      for (const [kind, seconds] of lags) this.set({ kind }, seconds)
    },
  })
}
