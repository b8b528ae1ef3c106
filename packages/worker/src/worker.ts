import {
  chooseStatements,
  connect,
  createSecrets,
  findSecret,
  type AppSecrets,
  type StatementsWish,
} from '@mobieus/db'
import { surfaces } from '@mobieus/domain'
import {
  createAddressGuard,
  type FileStorage,
  type ResolveHost,
  type Work,
} from '@mobieus/domain/kit'
import { TASKS, WEBHOOKS, type PlacingReport } from '@mobieus/domain/platform'
import type { Logger } from 'pino'
import { startEvery } from './every.ts'
import { startLog } from './log.ts'
import { originsOf } from './origins.ts'
import { openPost, reporting, type MailEnd } from './post.ts'
import { createScan } from './scan.ts'
import { startTasks } from './tasks.ts'
import { startDeliveries } from './webhooks/deliveries.ts'
import { createPoster } from './webhooks/post.ts'
import { reportUnsigned } from './webhooks/unsigned.ts'

/** The settings of a worker. */
export interface WorkerOptions extends AppSecrets {
  /** The database as the application's role: work on tenants is done under row-level security. */
  readonly appUrl: string
  /** The database, not through a pooler, for LISTEN; `appUrl` when left out. */
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
  /** The scanner that says whether an upload may be shown; without one every file is clean. */
  readonly scanUrl?: string
  /** The mail server; without one nothing is sent, which is a failure in production. */
  readonly smtpUrl?: string
  /** The folder with the keys of DKIM; without one no mail is signed. */
  readonly dkimFolder?: string | undefined
  /** Whether mail is sent over encrypted connections alone. */
  readonly production?: boolean
  /** The hosts whose subdomains are tenants, the first of which links in mail lead to; `localhost` unless said. */
  readonly baseDomains?: readonly string[]
  /** The port of the server that links lead to outside production; 3000 unless said. */
  readonly port?: number
  readonly clock?: () => Date
  /** Resolves names to addresses; asks the name servers of this machine when left out. */
  readonly resolveHost?: ResolveHost
  /** The pause between two looks for work that no hint has told of; 2 s unless said. */
  readonly pollMs?: number
  /** Counts the deliveries that could not be signed. */
  readonly onUnsigned?: () => void
  /** Counts attempts to send a mail, by how they end. */
  readonly onMail?: (end: MailEnd, kind: string) => void
  /** Counts the events that are placed in the log. */
  readonly placing?: PlacingReport
}

/** A running worker. */
export interface RunningWorker {
  /** Finishes the work in hand and takes no new one. A second call waits for the first. */
  stop(): Promise<void>
}

/**
 * The pool's connections: for readers of the log, tasks, deliveries, rounds, and recording attempts.
 */
const CONNECTIONS = 10
const POLL_MS = 2_000
/** Shorter than the others, because a member waits for an uploaded file. */
const TASKS_POLL_MS = 1_000

/** Starts one worker process' share of the work. Any number may run beside each other. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { log, storage, pollMs = POLL_MS } = options
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
  const guard = createAddressGuard({
    allowPrivate: options.webhookAllowPrivate ?? false,
    resolve: options.resolveHost,
  })
  const poster = createPoster(guard)
  const secrets = createSecrets(options)
  const onUnsigned = reportUnsigned(log, options.onUnsigned)
  const { smtpUrl, dkimFolder, production = false } = options
  const { onMail = () => {} } = options
  const post = reporting(openPost({ smtpUrl, dkimFolder, production }), onMail)
  const outside = { scan: createScan(options.scanUrl), post, originOf: originsOf(options) }
  const work: Work = { db, storage, ...outside, poster, secrets, clock, surfaces }
  const every = startEvery(work, log)
  const tasks = startTasks(work, log, Math.min(pollMs, TASKS_POLL_MS))
  const deliveries = startDeliveries({ db, clock, log, secrets, onUnsigned, poster }, pollMs)
  const kinds = new Map([
    [TASKS, tasks],
    [WEBHOOKS, deliveries],
  ])
  const readers = startLog({
    db,
    surfaces,
    clock,
    log,
    pollMs,
    report: options.placing,
    onNoted: (kind, tenantId) => kinds.get(kind)?.wake(tenantId),
  })
  async function stop(): Promise<void> {
    await readers.stop()
    await Promise.all([every.stop(), tasks.stop(), deliveries.stop()])
    await poster.close()
    post.close()
    await db.close()
  }
  let stopping: Promise<void> | undefined
  return { stop: () => (stopping ??= stop()) }
}
