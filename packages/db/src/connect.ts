import pg from 'pg'

/** A pool of connections to one database, as one role. */
export interface Database {
  readonly pool: pg.Pool
  readonly url: string
  /** The URL for LISTEN: not through a pooler that hands a connection on after each transaction. */
  readonly listenUrl: string
  readonly statements: Statements
  /** The open connections, used or idle. */
  readonly connections: ReadonlySet<pg.PoolClient>
  /** Waits for what is running, then closes every connection. */
  close(): Promise<void>
}

/** The way in which statements are sent. */
export interface Statements {
  /** Prepared once for each connection under a name; else anew each time. */
  readonly named: boolean
  /** Sends statements in this way from now on; see `chooseStatements`. */
  use(named: boolean): void
  /**
   * Notes that a named statement is gone although it was not closed: from now on they have no names.
   */
  lose(): void
}

/** The options of `connect`. */
export interface ConnectOptions {
  url: string
  /** The database's own address, as any role, where `url` leads to a pooler; `url` unless said. */
  listenUrl?: string
  /** The most connections this process opens; 10 unless said. */
  max?: number
  /** The name of the connections in `pg_stat_activity`. */
  applicationName?: string
  /** The time that a query may wait for a free connection before it fails; 10 s unless said. */
  acquireTimeoutMs?: number
  /** Prepare statements once for each connection; not unless said. `chooseStatements` finds out. */
  namedStatements?: boolean
  /**
   * Called when a named statement was gone, which only a pooler does; they are unnamed from then on.
   */
  onStatementLost?: () => void
  /** Called for a connection that died while it was idle. */
  onIdleError?: (error: Error) => void
}

/**
 * Opens a pool; connections are made when they are first needed. Columns of type `bigint` arrive as
 * numbers (outside ±2^53 the query fails instead of rounding), `timestamptz` as Date, `json` parsed,
 * `date` as the text `YYYY-MM-DD`.
 */
export function connect(options: ConnectOptions): Database {
  const { url, max = 10, applicationName = 'mobieus', acquireTimeoutMs = 10_000 } = options
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: acquireTimeoutMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    pipeline: true,
    types: columnTypes,
  })
  // A connection that dies rejects the statements on it. Without listeners of its own the same error
  // would be thrown a second time, and end the process.
  const connections = new Set<pg.PoolClient>()
  pool.on('connect', (client) => {
    connections.add(client)
    client.on('error', () => {})
  })
  pool.on('remove', (client) => connections.delete(client as pg.PoolClient))
  pool.on('error', (error) => options.onIdleError?.(error))
  return {
    pool,
    url,
    listenUrl: options.listenUrl ?? url,
    statements: createStatements(options),
    connections,
    close: () => pool.end(),
  }
}

function createStatements(options: ConnectOptions): Statements {
  let named = options.namedStatements ?? false
  return {
    get named() {
      return named
    },
    use(wanted) {
      named = wanted
    },
    lose() {
      if (named) options.onStatementLost?.()
      named = false
    },
  }
}

const INT8 = 20
const INT8_ARRAY = 1016
const TIMESTAMPTZ = 1184
const DATE = 1082
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009

const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

type Parse = (text: string) => unknown

const standard = (oid: number) => pg.types.getTypeParser(oid as never, 'text') as Parse

const ours = new Map<number, Parse>([
  [INT8, parseInt8],
  [INT8_ARRAY, (text) => (standard(INT8_ARRAY)(text) as (string | null)[]).map(orNull(parseInt8))],
  [TIMESTAMPTZ, parseTimestamp],
  // pg would make local midnights of dates, which are other days in other time zones.
  [DATE, (text) => text],
  [DATE_ARRAY, standard(TEXT_ARRAY)],
])

function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`)
  return value
}

/** In UTC as ISO 8601, which V8 reads in half the time of pg's parser; that one knows the rest. */
function parseTimestamp(text: string): unknown {
  const iso = `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
  const time = text.endsWith('+00') ? new Date(iso) : undefined
  return time && !Number.isNaN(time.getTime()) ? time : standard(TIMESTAMPTZ)(text)
}

function orNull(parse: Parse) {
  return (text: string | null) => (text === null ? null : parse(text))
}
