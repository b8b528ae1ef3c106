import type { Kysely } from 'kysely'
import type pg from 'pg'
import { bind } from './bound.ts'
import type { Database } from './connect.ts'
import { BULK_LIMITS } from './limits.ts'
import { isStale } from './prepared.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'
import { stepsOf, submit, type Settle, type Statement } from './statement.ts'
import type { Tables } from './tables.ts'
import { giveBack, hasLeft, holdFor, type Waiter } from './waiter.ts'

/** Queries bound to one tenant: through `reader` or inside `transact`. */
export type Tx = Kysely<Tables>

/** A transaction: queries of its tenant, and the statements that Kysely cannot say. */
export interface Transaction {
  readonly tenantId: number
  /** Made when it is first asked for: a repeated write needs none. */
  readonly tx: Tx
  /** Runs one statement in the transaction. */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>
}

/** The settings of one transaction. */
export interface TransactOptions extends SessionOptions {
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
  /** Works through a batch that no caller waits for: its statements may take longer than others. */
  bulk?: boolean
  /** Commits without waiting for the disk, for work that is done again when a crash has lost it. */
  unsynced?: boolean
}

/**
 * Queries of one tenant for reading. Every query is a read-only transaction of its own, sent in one
 * write and answered in one trip. So two queries may see two states of the database. Cheap enough to
 * make one per request. When the waiter leaves they end, too.
 */
export function reader(db: Database, tenantId: number, waiter?: Waiter): Tx {
  const setTenant = setTenantTo(tenantId)
  return bind((statement) => readOnce(db, setTenant, statement, waiter))
}

const UNSYNCED = 'SET LOCAL synchronous_commit = off'

/**
 * One write transaction of one tenant. It begins with the first statement `work` sends, in the same
 * trip; statements sent at once travel together. The statements that `finish` returns travel with
 * COMMIT. Answers the value of `work` once the commit is certain; whatever throws, nothing persists,
 * and of several failed statements the first is reported. If a connection is lost during COMMIT the
 * transaction may have happened nevertheless.
 */
export async function transact<T>(
  db: Database,
  tenantId: number,
  work: (transaction: Transaction) => Promise<T>,
  finish?: (value: T) => readonly Statement[],
  options: TransactOptions = {},
): Promise<T> {
  const begin = options.isolation ? `BEGIN ISOLATION LEVEL ${options.isolation}` : 'BEGIN'
  const limits = options.bulk ? [...BULK_LIMITS] : []
  if (options.unsynced) limits.push(UNSYNCED)
  const session = openSession(db, [begin, setTenantTo(tenantId), ...limits], options)
  let value: T
  let last: readonly Statement[] = []
  try {
    value = await work(new OpenTransaction(tenantId, session))
    if (finish) last = finish(value)
  } catch (error) {
    await session.rollback()
    throw error
  }
  await session.commit(last)
  return value
}

/** A transaction that goes from one tenant to the next. */
export interface Passage {
  /** Queries without a tenant, before the first one is entered. */
  readonly directory: Tx
  /** Enters a tenant: later statements see this one, and no other. */
  enter(tenantId: number): Promise<Transaction>
}

/** One write transaction over several tenants, one after the other: of all of it or none persists. */
export async function transactAcross<T>(
  db: Database,
  work: (passage: Passage) => Promise<T>,
): Promise<T> {
  const session = openSession(db, ['BEGIN', ...BULK_LIMITS])
  let value: T
  try {
    value = await work({
      directory: bind((statement) => session.send(statement)),
      async enter(tenantId) {
        await session.send({ text: setTenantTo(tenantId) })
        return new OpenTransaction(tenantId, session)
      },
    })
  } catch (error) {
    await session.rollback()
    throw error
  }
  await session.commit([])
  return value
}

/** A class for the sake of its accessor, which in an object literal takes longer than all the rest. */
class OpenTransaction implements Transaction {
  readonly tenantId: number
  readonly #session: Session
  #tx: Tx | undefined = undefined

  constructor(tenantId: number, session: Session) {
    this.tenantId = tenantId
    this.#session = session
  }

  get tx(): Tx {
    return (this.#tx ??= bind((statement) => this.#session.send(statement)))
  }

  // A property of its own, so that it may be taken out of the transaction and called alone.
  readonly query: Transaction['query'] = (text, values) => this.#session.send({ text, values })
}

/** Queries without a tenant: only the directory tables show anything here. */
export function directory(db: Database): Kysely<Tables> {
  return bind(
    (statement) =>
      new Promise((resolve, reject) => {
        db.pool.connect((error, client, release) => {
          if (error || !client) return reject(error)
          const settle = (error: Error | null, results?: readonly pg.QueryResult[]) => {
            release()
            if (error) reject(error)
            else resolve(results?.[0] as pg.QueryResult)
          }
          submit(db, client, [statement], (error, results) => {
            if (error && isStale(error)) submit(db, client, [statement], settle, false)
            else settle(error, results)
          })
        })
      }),
  )
}

// Not set_config(): on a sharded cluster only the statement reaches the other machines.
function setTenantTo(tenantId: number): string {
  if (!Number.isSafeInteger(tenantId) || tenantId < 1) throw new Error(`no tenant: ${tenantId}`)
  return `SET LOCAL app.tenant = '${tenantId}'`
}

function readOnce(
  db: Database,
  setTenant: string,
  statement: Statement,
  waiter: Waiter | undefined,
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    if (waiter?.left) return reject(hasLeft())
    db.pool.connect((error, client, release) => {
      if (error || !client) return reject(error)
      if (waiter?.left) {
        release()
        return reject(hasLeft())
      }
      holdFor(client, waiter)
      const settle = (error: Error | null, result?: pg.QueryResult) => {
        giveBack(client)
        if (error) reject(error)
        else resolve(result as pg.QueryResult)
      }
      const { steps, at } = stepsOf(statement)
      const opening = ['BEGIN READ ONLY', setTenant]
      const frame = [...opening, ...steps, 'COMMIT']
      const answer: Settle = (error, results) => {
        if (!error) return settle(null, results?.[opening.length + at])
        // COMMIT was skipped: the connection is still in the transaction.
        submit(db, client, ['ROLLBACK'], () => settle(error))
      }
      submit(db, client, frame, (error, results) => {
        if (!error || !isStale(error)) return answer(error, results)
        submit(db, client, ['ROLLBACK'], () => submit(db, client, frame, answer, false))
      })
    })
  })
}
