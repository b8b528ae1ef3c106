import {
  assertSession,
  chooseStatements,
  connect,
  findSecret,
  sealingKeys,
  type AppSecrets,
  type StatementsWish,
} from '@mobieus/db'
import {
  createAddressGuard,
  WEBHOOK_SECRETS,
  type FileStorage,
  type FileTask,
  type ResolveHost,
} from '@mobieus/domain'
import { Logger as QueueLogger, run } from 'graphile-worker'
import type { Logger } from 'pino'
import { jobsOf } from './every.ts'
import { createScan, purgeOne, queueFileTasks, scanOne } from './jobs/files.ts'
import { poll } from './poll.ts'
import { startSchedule } from './schedule.ts'
import { startWebhooks } from './subscribers/webhooks.ts'
import { createPoster } from './webhooks/post.ts'
import { reportUnsigned } from './webhooks/unsigned.ts'

/** What a worker starts from. */
export interface WorkerOptions extends AppSecrets {
  /** The database as the role that owns the queue, whose sessions need more than a transaction. */
  readonly databaseUrl: string
  /** The database as the application's role: what jobs do to tenants, they do under row-level security. */
  readonly appUrl: string
  /** The same, not through a pooler, for LISTEN; `appUrl` when left out. */
  readonly listenUrl?: string
  /** Lets webhooks lead to private addresses and over plain HTTP; never in production. */
  readonly webhookAllowPrivate?: boolean
  readonly log: Logger
  /** The most connections of its pool; 10 unless said. */
  readonly poolSize?: number
  /** Whether its statements are prepared once for each connection; found out unless said. */
  readonly statements?: StatementsWish
  /** Where files are kept. */
  readonly storage: FileStorage
  /** Who says whether an upload may be shown; without one every file is clean. */
  readonly scanUrl?: string
  readonly clock?: () => Date
  /** How names become addresses; the name servers of this machine when left out. */
  readonly resolveHost?: ResolveHost
  /** How often the database is asked for what no hint has told; 2 s unless said. */
  readonly pollMs?: number
  /** Counts the deliveries that could not be signed. */
  readonly onUnsigned?: () => void
}

/** A running worker. */
export interface RunningWorker {
  /** Finishes the jobs in hand, takes no new ones. A second call waits for the first. */
  stop(): Promise<void>
}

const CONCURRENCY = 4
const FILES_EVERY_MS = 1_000
/** Jobs, and tenants whose webhooks are served, each with a connection; and one to record attempts. */
const CONNECTIONS = 10

/** Starts one worker process' share of the jobs. Any number may run beside each other. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { log } = options
  await assertSession(options.databaseUrl, 'DATABASE_URL')
  const db = connect({
    url: options.appUrl,
    listenUrl: options.listenUrl,
    max: options.poolSize ?? CONNECTIONS,
    applicationName: 'mobieus worker',
  })
  const ready = async () => {
    await findSecret(db, options)
    await chooseStatements(db, options.statements ?? 'auto')
  }
  await ready().catch(async (error: unknown) => {
    await db.close()
    throw error
  })
  const clock = options.clock ?? (() => new Date())
  const files = { db, storage: options.storage, scan: createScan(options.scanUrl) }
  const jobs = jobsOf({ db, storage: options.storage, clock, log })
  const runner = await run({
    connectionString: options.databaseUrl,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error') log.error(message)
      else if (level === 'warning') log.warn(message)
      else log.debug(message)
    }),
    taskList: {
      ...Object.fromEntries(jobs.map(({ name, run }) => [name, run])),
      'scan-file': (task) => scanOne(files, task as FileTask, clock()),
      'purge-file': (task) => purgeOne(files, task as FileTask, clock()),
    },
    parsedCronItems: [],
  })
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the queue ended'))
  const schedule = startSchedule(
    Object.fromEntries(jobs.map(({ name, minutes }) => [name, minutes])),
    // One that still waits is not added again.
    (job) => runner.addJob(job, {}, { jobKey: job, jobKeyMode: 'preserve_run_at' }),
    (error) => log.warn({ err: error }, 'jobs not scheduled'),
  )
  const tasks = poll(
    () =>
      queueFileTasks(db, clock(), (name, task, jobKey) =>
        // A job that still waits for its first turn keeps its place.
        runner.addJob(name, task, { jobKey, jobKeyMode: 'preserve_run_at' }),
      ),
    FILES_EVERY_MS,
    (error) => log.warn({ err: error }, 'file tasks not queued'),
  )
  const guard = createAddressGuard({
    allowPrivate: options.webhookAllowPrivate ?? false,
    resolve: options.resolveHost,
  })
  const poster = createPoster(guard)
  const webhookKeys = sealingKeys(options, WEBHOOK_SECRETS)
  const onUnsigned = reportUnsigned(log, options.onUnsigned)
  const { pollMs } = options
  const webhooks = startWebhooks({ db, clock, log, webhookKeys, onUnsigned, poster, pollMs })
  async function stop(): Promise<void> {
    await Promise.all([tasks.stop(), schedule.stop()])
    await Promise.all([runner.stop(), webhooks.stop()])
    await poster.close()
    await db.close()
  }
  let stopping: Promise<void> | undefined
  return { stop: () => (stopping ??= stop()) }
}
