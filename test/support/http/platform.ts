import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { connect, type Database } from '../../../packages/db/src/index.ts'
import {
  openStorage,
  type FileStorage,
  type ResolveHost,
} from '../../../packages/domain/src/kit/index.ts'
import {
  createLog,
  readConfig,
  serve,
  type RunningServer,
} from '../../../packages/server/src/index.ts'
import { createClock, type Clock } from '../fake/clock.ts'
import { startModel, type FakeModel } from '../fake/model.ts'
import { sentAs } from './credentials.ts'
import { operations, type OperationRow } from '../../../packages/contract/src/index.ts'
import { createRoutes } from '../../../packages/server/src/http/routes.ts'
import { failureOf, type ToldFailure } from './failure.ts'
import { hangUp, localFetch } from './local-fetch.ts'
import { directly, testDatabase } from '../process/postgres.ts'
import { addTenant, isOfManaged, type NewTestTenant, type TestTenant } from './tenants.ts'
import { createWitness, type Witness } from './witness.ts'

export type { TestTenant } from './tenants.ts'

type Config = ReturnType<typeof readConfig>
/** The configuration of one server, and how long it waits for a model. */
type ServerConfig = Partial<Config> & { readonly modelTimeoutMs?: number }

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any operation
export type Json = any

/** The parts of a call. `key: null` calls without a credential. */
export interface Call {
  readonly method?: string
  /** An API key, or another credential as `tenant` mints it. */
  readonly key?: string | null
  /** A string and bytes are sent as they are, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The origin of another tenant, or of another server. */
  readonly host?: string
}

/** An answer, its body read as JSON where it is JSON. */
export interface Called {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
  /** The failure that it tells, in the dialect of its base. */
  readonly failure: ToldFailure | undefined
  readonly text: string
}

/** A server on a database of its own, with the tenant `demo`, watched by a judge. */
export interface Platform {
  readonly server: RunningServer
  readonly db: Database
  readonly databaseUrl: string
  /** The same database, as the role that owns the tables. */
  readonly ownerUrl: string
  readonly clock: Clock
  /** Where the servers keep files, and where they put them while they arrive. */
  readonly storage: FileStorage
  readonly dataFolder: string
  readonly witness: Witness
  readonly tenant: TestTenant
  readonly url: string
  /** A key of `demo` with every scope and no limit. */
  readonly secret: string
  /** Every line that the servers have logged. */
  readonly logged: readonly string[]
  /** The model that tenants ask which have set no address of their own. */
  readonly model: FakeModel
  addTenant(options?: NewTestTenant): Promise<TestTenant>
  /** Another server on the same database, as another process would be. Closed with the platform. */
  addServer(config?: ServerConfig, databaseUrl?: string, listenUrl?: string): Promise<RunningServer>
  /**
   * Calls a path of `demo`, or of the tenant whose `host` is given; as `demo`, with every scope and
   * role, unless said otherwise.
   */
  call(path: string, call?: Call): Promise<Called>
  /** Queries as the owner of the tables: sees every tenant. With a name the statement is prepared, and planned once. */
  query(text: string, values?: unknown[], name?: string): Promise<pg.QueryResult>
  close(): Promise<void>
}

const isSentAsIs = (body: unknown): body is string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array

const operationTable: Readonly<Record<string, OperationRow>> = operations
const find = createRoutes(operationTable)

/** Starts it in this process. About 0.2 s. */
export async function startPlatform(
  options: {
    config?: Partial<Config>
    docsFolder?: string
    resolveHost?: ResolveHost
    renewMs?: number
  } = {},
): Promise<Platform> {
  const [database, model] = await Promise.all([testDatabase(), startModel()])
  // Prepared, the rows of a world cost PostgreSQL half; a run through an old pooler cannot have it.
  const namedStatements = process.env.TEST_POOLER === undefined
  const db = connect({ url: database.appUrl, max: 5, namedStatements })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  // Dropping the database ends connections that are already closing; an idle one says so as an error.
  owner.on('error', () => undefined)
  await owner.query(SPREAD_IDS)
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'mobieus-files-'))
  const clock = createClock()
  const witness = createWitness()
  const logged: string[] = []
  const secrets: string[] = []

  const start = (
    { modelTimeoutMs, ...config }: ServerConfig = {},
    databaseUrl = database.appUrl,
    listenUrl = directly(database.appUrl),
  ) =>
    serve({
      config: {
        ...readConfig({ PORT: '0', APP_SECRET: 'test-secret-of-16', DATA_DIR: dataFolder }),
        aiBaseUrl: model.url,
        ...options.config,
        ...config,
      },
      databaseUrl,
      listenUrl,
      docsFolder: options.docsFolder,
      // No name server is part of a test: every name leads to one public address.
      resolveHost: options.resolveHost ?? (async () => ['93.184.215.14']),
      renewMs: options.renewMs,
      modelTimeoutMs,
      clock: clock.now,
      observe: witness.observe,
      log: createLog('info', { write: (line) => void logged.push(line) }),
      poolSize: 20,
    })
  const server = await start()
  const others: RunningServer[] = []

  const heard = () =>
    Promise.all([server, ...others].map(({ services }) => services.directory.caughtUp()))
  const add = (tenant: NewTestTenant = {}) => addTenant(db, server.port, secrets, tenant, heard)
  const tenant = await add({ slug: 'demo', name: 'Demo Community' })
  const secret = await tenant.key()

  let managed: Promise<string> | undefined
  /** A key wherever one is taken. Each call has a session of its own: one of them signs out. */
  function anyCredential(path: string): Promise<string> | string {
    if (path.startsWith('/api/admin/')) return tenant.session()
    const [id] = Object.values(find(path.split('?')[0] as string)?.route.operations ?? {})
    const row = id === undefined ? undefined : operationTable[id]
    // One key of the managed member, because each that is minted is a row.
    if (row && isOfManaged(row)) return (managed ??= tenant.credential(row))
    const takesKey = !row || row.callers.includes('key') || row.security.length === 0
    return takesKey ? secret : tenant.credential(row)
  }

  async function call(path: string, call: Call = {}): Promise<Called> {
    const { body, headers, host = tenant.url } = call
    const { method = body === undefined ? 'GET' : 'POST' } = call
    const key = call.key === undefined ? await anyCredential(path) : call.key
    const sent = key === null ? {} : sentAs(key, method, server.services)
    const query = sent.query ? `${path.includes('?') ? '&' : '?'}${sent.query}` : ''
    const response = await localFetch(host + path + query, {
      method,
      headers: {
        ...sent.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        // Two spellings of one name would be sent as two values.
        ...Object.fromEntries(
          Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
        ),
      },
      body:
        body === undefined
          ? undefined
          : ((isSentAsIs(body) ? body : JSON.stringify(body)) as BodyInit),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') && text !== ''
    const { status } = response
    const parsed = json ? JSON.parse(text) : undefined
    const failure = failureOf(path, parsed, response.headers)
    return { status, headers: response.headers, text, body: parsed, failure }
  }

  /** No key that a test has minted, and no password, may ever be in a log. */
  function refuseLeaks(): void {
    const { password } = new URL(database.appUrl)
    const all = logged.join('')
    for (const each of [...secrets, password])
      if (each !== '' && all.includes(each)) throw new Error(`The log contains a secret: ${each}`)
  }

  return {
    server,
    db,
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    clock,
    storage: openStorage(server.services.config.storage),
    dataFolder,
    witness,
    tenant,
    url: tenant.url,
    secret,
    logged,
    model,
    addTenant: add,
    async addServer(config, databaseUrl, listenUrl) {
      const other = await start(config, databaseUrl, listenUrl)
      others.push(other)
      return other
    },
    call,
    query: (text, values, name) => owner.query({ text, values, name }),
    async close() {
      hangUp()
      await Promise.all([server, ...others].map((each) => each.close(1000)))
      await Promise.all([db.close(), owner.end(), model.close()])
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
      refuseLeaks()
      await witness.settle()
    },
  }
}

/**
 * Every table hands out ids from a range of its own, far above the ids of the documentation. An id of
 * one table is never one of another, and the ids of examples are free.
 */
const SPREAD_IDS = `
  select setval(pg_get_serial_sequence(quote_ident(table_name), column_name),
    10000000 * row_number() over (order by table_name))
  from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`
