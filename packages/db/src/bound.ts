import {
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type CompiledQuery,
  type Dialect,
  type Driver,
  type KyselyProps,
} from 'kysely'
import type pg from 'pg'
import type { Statement } from './statement.ts'
import type { Tables } from './tables.ts'

/** Runs one compiled statement. */
export type Run = (statement: Statement) => Promise<pg.QueryResult>

/**
 * A Kysely whose queries are run by this function. Making one costs about a microsecond: compiler and
 * adapter are shared, only the connection differs.
 */
export function bind(run: Run): Kysely<Tables> {
  const connection = {
    async executeQuery<Row>(query: CompiledQuery) {
      const result = await run({ text: query.sql, values: query.parameters }).catch(fromHere)
      const rows = result.rows as Row[]
      return counted.has(result.command)
        ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
        : { rows }
    },
    streamQuery(): never {
      throw new Error('streaming needs a connection of its own, page instead')
    },
  }
  const executor = shared.executor.withConnectionProvider({
    provideConnection: (consumer) => consumer(connection),
  })
  return new Kysely<Tables>({ ...shared, executor })
}

/** The error comes from the socket; those who read it want the way to the query. */
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
  // Kysely undoes a transaction that failed to begin.
  rollbackTransaction: async () => {},
  beginTransaction: async () => refuse(),
  commitTransaction: refuse,
  releaseConnection: async () => {},
  // The pool belongs to the Database.
  destroy: async () => {},
}

const dialect: Dialect = {
  createDriver: () => driver,
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: () => {
    throw new Error('the schema is in migrations/')
  },
}

const shared: KyselyProps = {
  config: { dialect },
  dialect,
  driver,
  executor: new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), {
    provideConnection: refuse,
  }),
}
