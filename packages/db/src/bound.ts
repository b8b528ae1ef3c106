import {
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type CompiledQuery,
  type Dialect,
  type Driver,
  type QueryExecutor,
} from 'kysely'
import type pg from 'pg'
import type { Statement } from './statement.ts'
import type { Tables } from './tables.ts'

/** Runs one compiled statement. */
export type Run = (statement: Statement) => Promise<pg.QueryResult>

/**
 * A Kysely whose queries are run by this function. One is made for each request, so it is light.
 * Compiler and adapter are shared, and a query goes to `run` without the way through connections and
 * plugins.
 */
export const bind = (run: Run): Kysely<Tables> =>
  new Kysely<Tables>({ config, dialect, driver, executor: executorOf(run) })

/**
 * The same queries for those that read most of what a tenant has in a table. A whole table is read where that is
 * cheaper, and in several processes where that pays. By an index 100,000 rows took half as long again. Each query is
 * planned for its own values: a kept plan may be one of a table that was empty (ADR 23).
 */
export const throughout = (queries: Kysely<Tables>): Kysely<Tables> => {
  const { run } = queries.getExecutor() as Bound
  return bind((statement) => run({ ...statement, isThroughout: true }))
}

interface Bound extends QueryExecutor {
  readonly run: Run
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

const executorOf = (run: Run): Bound => ({
  run,
  adapter,
  plugins: [],
  transformQuery: (node) => node,
  compileQuery,
  async executeQuery<Row>(query: CompiledQuery<Row>) {
    const result = await run({ text: query.sql, values: query.parameters }).catch(fromHere)
    const rows = result.rows as Row[]
    return counted.has(result.command)
      ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
      : { rows }
  },
  provideConnection: refuse,
  stream: refuseStream,
  withConnectionProvider: refuse,
  withPlugin: refusePlugin,
  withPlugins: refusePlugin,
  withPluginAtFront: refusePlugin,
  withoutPlugins: () => executorOf(run),
})

const compileQuery: QueryExecutor['compileQuery'] = (node, queryId) =>
  compiler.compileQuery(node, queryId)

function refuseStream(): never {
  throw new Error('streaming needs a connection of its own, page instead')
}

function refusePlugin(): never {
  throw new Error('queries have no plugins')
}

/** Adds the stack of the query to an error that comes from the socket. */
async function fromHere(error: Error): Promise<never> {
  Error.captureStackTrace(error)
  throw error
}

const counted = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function refuse(): never {
  throw new Error('transactions do not nest: use transact(), and the one it gives you')
}

const driver: Driver = {
  init: async () => {},
  acquireConnection: refuse,
  // Kysely calls this for a transaction that failed to begin.
  rollbackTransaction: async () => {},
  beginTransaction: async () => refuse(),
  commitTransaction: refuse,
  releaseConnection: async () => {},
  // The pool belongs to the Database.
  destroy: async () => {},
}

const dialect: Dialect = {
  createDriver: () => driver,
  createQueryCompiler: () => compiler,
  createAdapter: () => adapter,
  createIntrospector: () => {
    throw new Error('the schema is in migrations/')
  },
}
const config = { dialect }
