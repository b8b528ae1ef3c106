import type { Server } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import {
  chooseStatements,
  connect,
  createSecrets,
  findSecret,
  missingLimits,
  type Database,
  type StatementsWish,
} from '@mobieus/db'
import { surfaces } from '@mobieus/domain'
import { createAddressGuard, openStorage, type ResolveHost } from '@mobieus/domain/kit'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import type { ServerConfig } from './config.ts'
import { openDirectory, type OnListening } from './directory.ts'
import { createDispatcher, type Observer } from './dispatch.ts'
import { noticeHangUps } from './hang-up.ts'
import { createHints } from './hints.ts'
import { createHttpServer } from './http-server.ts'
import { inviteBody } from './http/continue.ts'
import { removeForgotten } from './http/multipart.ts'
import { createLastUse } from './last-use.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createAskModel } from './model/ask.ts'
import { createPlacing } from './placing.ts'
import { createRateLimiter } from './rate-limiter.ts'
import type { Services } from './services.ts'
import { LEASE_MS } from './stages/lease.ts'
import { createDownloadCount, createViewCount } from './tally.ts'

/** The settings of a server. */
export interface ServeOptions {
  readonly config: ServerConfig
  /** The database, as the application's role: one that owns nothing and obeys row-level security. */
  readonly databaseUrl: string
  /** The database, not through a pooler, for LISTEN; `databaseUrl` when left out. */
  readonly listenUrl?: string
  readonly docsFolder?: string
  readonly clock?: () => Date
  readonly log?: Logger
  readonly observe?: Observer
  readonly poolSize?: number
  /**
   * The time for which a caller may leave an answer unread before the connection is ended; 65 seconds.
   */
  readonly unreadMs?: number
  /** How often an external operation renews the lease of its Idempotency-Key; every 10 seconds. */
  readonly renewMs?: number
  /** The longest time that a call of a model may take; 60 seconds. */
  readonly modelTimeoutMs?: number
  /** Resolves names to addresses; asks the name servers of this machine when left out. */
  readonly resolveHost?: ResolveHost
}

/** A running server. */
export interface RunningServer {
  readonly port: number
  readonly services: Services
  /**
   * Stops: `/readyz` turns 503, no new connections, requests in flight are finished (at most
   * `graceMs`), what is remembered is written, then the pool closes. A second call waits for the
   * first.
   */
  close(graceMs?: number): Promise<void>
}

/**
 * Starts the HTTP server. Resolves when it listens; port 0 takes a free one. Rejects with nothing left
 * open when it cannot, as under a secret that is not the database's.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { config } = options
  const log = options.log ?? createLog(config.logLevel)
  const db = connect({
    url: options.databaseUrl,
    listenUrl: options.listenUrl,
    max: options.poolSize ?? config.poolSize,
    applicationName: 'mobieus server',
    onStatementLost: () => log.warn(STATEMENT_LOST),
  })
  try {
    await refusePrivileges(db)
    await findSecret(db, config)
    await decideStatements(db, config.statements, log)
    await warnOfMissingLimits(db, log)
  } catch (error) {
    await db.close()
    throw error
  }
  const metrics = createMetrics(db, surfaces)
  const guard = createAddressGuard({
    allowPrivate: config.webhookAllowPrivate,
    resolve: options.resolveHost,
  })
  const storage = openStorage(config.storage)
  const services: Services = {
    config,
    db,
    log,
    directory: openDirectory(db, tellListening(log)),
    rateLimiter: createRateLimiter(db),
    lastUse: createLastUse(db, (error) => log.warn({ err: error }, 'last use not written')),
    metrics,
    storage,
    downloads: createDownloadCount(db, (error) =>
      log.warn({ err: error }, 'downloads not counted'),
    ),
    views: createViewCount(db, (error) => log.warn({ err: error }, 'views not counted')),
    clock: options.clock ?? (() => new Date()),
    secrets: createSecrets(config),
    outside: {
      ...{ guard, storage },
      askModel: metrics.asking(
        createAskModel({
          ...{ guard, baseUrl: config.aiBaseUrl, timeoutMs: options.modelTimeoutMs },
          onError: (error) => log.warn({ err: error }, 'a call of a model failed'),
        }),
      ),
    },
    renewMs: options.renewMs ?? LEASE_MS / 3,
    hints: createHints(db, (error) => log.warn({ err: error }, 'hint not sent')),
    placing: createPlacing(db, metrics),
  }
  let ready = true
  const dispatch = createDispatcher(services, options.observe)
  const { docsFolder } = options
  const app = createApp(services, { docsFolder, dispatch, ready: () => ready })
  const server = createHttpServer((req, res) => {
    // A busy connection learns with this answer that it was the last, because the server is about to
    // stop.
    if (!ready) res.shouldKeepAlive = false
    dispatch(req, res, () => {
      inviteBody(req)
      app(req, res)
    })
  }, options.unreadMs)
  noticeHangUps(server, db)
  try {
    await removeForgotten(config.uploads.folder, new Date())
    await listen(server, config.port)
  } catch (error) {
    await closeServices(services)
    throw error
  }
  const stop = async (graceMs: number) => {
    ready = false
    await drain(server, graceMs)
    await closeServices(services)
  }
  let stopping: Promise<void> | undefined
  return {
    port: (server.address() as AddressInfo).port,
    services,
    close: (graceMs = 25_000) => (stopping ??= stop(graceMs)),
  }
}

/** Writes what is remembered and ends every connection to the database. */
async function closeServices({
  directory,
  hints,
  lastUse,
  downloads,
  views,
  db,
}: Services): Promise<void> {
  await directory.close()
  await hints.close()
  await lastUse.close()
  await downloads.close()
  await views.close()
  await db.close()
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })

const STATEMENT_LOST =
  'a prepared statement was gone: a pooler hands connections on without it; none is prepared from now on'

async function decideStatements(db: Database, wish: StatementsWish, log: Logger): Promise<void> {
  const why = await chooseStatements(db, wish)
  const how = db.statements.named ? 'once for each connection' : 'anew each time'
  log.info(`statements are prepared ${how}: ${why}`)
}

const tellListening =
  (log: Logger): OnListening =>
  (listening, reason) => {
    if (listening) log.info('changes of keys and tenants are heard: nothing is asked twice')
    else
      log.warn(
        { err: reason },
        'changes of keys and tenants are not heard: nothing is kept in memory',
      )
  }

/** How long an idle connection may still ask for something once the server is about to stop. */
const LAST_WORD_MS = 500

/**
 * Lets every request in flight finish; connections that then still hang are cut. Idle ones are not
 * closed at once, as Node's own close() does. A caller who is just sending a request on one would lose
 * it, and hears with its answer instead that it was the last.
 */
async function drain(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve())
  })
  let idle: NodeJS.Timeout | undefined
  const lastWord = setTimeout(() => {
    server.closeIdleConnections()
    idle = setInterval(() => server.closeIdleConnections(), 100)
  }, LAST_WORD_MS)
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(lastWord)
  clearInterval(idle)
  clearTimeout(cut)
}

/** Row-level security does not bind owners, superusers and BYPASSRLS: such a role never serves. */
async function refusePrivileges(db: Database): Promise<void> {
  const { rows } = await db.pool.query<{ role: string; bypasses: boolean; owned: number }>(`
    select current_user as role, r.rolsuper or r.rolbypassrls as bypasses,
      (select count(*) from pg_class where relowner = r.oid and relkind in ('r', 'p')) as owned
    from pg_roles r where r.rolname = current_user`)
  const [role] = rows
  if (role && !role.bypasses && role.owned === 0) return
  throw new Error(
    `The role ${role?.role} could see every tenant's rows; serve with the application's role instead.`,
  )
}

/**
 * Where the operator has made the role, its limits are his to set. A server that refused to start would
 * turn an upgrade into an outage, for limits that only bound the harm of a fault.
 */
async function warnOfMissingLimits(db: Database, log: Logger): Promise<void> {
  const missing = await missingLimits(db.pool)
  if (missing.length > 0)
    log.warn(`The application's role has no limits; as its owner run: ${missing.join('; ')};`)
}
