import type pg from 'pg'
import type { Database } from './connect.ts'
import { isMissing } from './prepared.ts'
import { stepsOf, submit, type Settle, type Statement, type Step } from './statement.ts'
import { giveBack, hasLeft, holdFor, type Waiter } from './waiter.ts'

/** A transaction on one pooled connection that is not opened before its first statement is sent. */
export interface Session {
  send<Row extends pg.QueryResultRow>(statement: Statement): Promise<pg.QueryResult<Row>>
  /** Sends the last statements together with COMMIT; fails unless all came true. */
  commit(last: readonly Statement[]): Promise<void>
  /** Undoes everything; never rejects. */
  rollback(): Promise<void>
}

/** The settings of one session. */
export interface SessionOptions {
  /** The waiter for whom it is made: one who leaves before COMMIT is sent has changed nothing. */
  waiter?: Waiter | undefined
  /** Relies on nothing that was prepared before: for a transaction that is repeated because of that. */
  unprepared?: boolean
}

const ABORTED = '25P02' // "current transaction is aborted, commands ignored until end of block"

/**
 * A session that opens with these statements. They travel with the first statement, and statements sent
 * in the same tick travel together. After a failure PostgreSQL refuses the rest of the transaction, and
 * has not prepared what the failed part was to prepare. Those refusals are reported as the failure that
 * caused them. Once the waiter has left nothing more is sent, COMMIT neither.
 */
export function openSession(
  db: Database,
  opening: readonly string[],
  { waiter, unprepared = false }: SessionOptions = {},
): Session {
  let client: pg.PoolClient | undefined
  let acquiring: Promise<void> | undefined
  let begun = false
  let over = false
  let failure: Error | undefined
  const waiting: { steps: readonly Step[]; settle: Settle }[] = []

  const fail = (error: Error): Error => {
    if (failure && ((error as { code?: string }).code === ABORTED || isMissing(error)))
      return failure
    failure ??= error
    return error
  }

  /** The statements that open the transaction are written with the first one of its work. */
  const write = (client: pg.PoolClient, steps: readonly Step[], settle: Settle) => {
    const named = db.statements.named && !unprepared
    submit(db, client, begun ? steps : [...opening, ...steps], settle, named)
    begun = true
  }

  const acquire = (): Promise<void> =>
    new Promise((resolve) => {
      db.pool.connect((error, acquired) => {
        if (error || !acquired) {
          const cause = fail(error ?? new Error('no connection'))
          over = true
          for (const { settle } of waiting.splice(0)) settle(cause)
        } else if (over) {
          acquired.release()
        } else if (waiter?.left) {
          acquired.release()
          const cause = fail(hasLeft())
          over = true
          for (const { settle } of waiting.splice(0)) settle(cause)
        } else {
          client = acquired
          holdFor(client, waiter)
          for (const { steps, settle } of waiting.splice(0)) write(acquired, steps, settle)
        }
        resolve()
      })
    })

  const send = <Row extends pg.QueryResultRow>(statement: Statement) =>
    new Promise<pg.QueryResult<Row>>((resolve, reject) => {
      const { steps, at } = stepsOf(statement)
      const settle: Settle = (error, results) =>
        error ? reject(fail(error)) : resolve(results?.at(at - steps.length) as pg.QueryResult<Row>)
      if (waiter?.left) reject(fail(hasLeft()))
      else if (over) reject(failure ?? new Error(`the transaction is over: ${statement.text}`))
      else if (client) write(client, steps, settle)
      else {
        waiting.push({ steps, settle })
        acquiring ??= acquire()
      }
    })

  const rollbackOn = (client: pg.PoolClient) =>
    new Promise<void>((resolve) => {
      const settle: Settle = (error) => {
        if (error) fail(error)
        resolve()
      }
      if (begun) write(client, ['ROLLBACK'], settle)
      else resolve()
    })

  /** Answers the outcome; a failure that prevented COMMIT has been noted. */
  const commitOn = (client: pg.PoolClient, last: readonly Statement[]) =>
    new Promise<pg.QueryResult | undefined>((resolve) => {
      const settle: Settle = (error, results) => {
        if (error) fail(error)
        resolve(results?.at(-1))
      }
      write(client, [...last, 'COMMIT'], settle)
    })

  const release = () => {
    if (client) giveBack(client)
    client = undefined
  }

  const rollback = async () => {
    over = true
    const abandoned = new Error('the transaction was rolled back before this statement was sent')
    for (const { settle } of waiting.splice(0)) settle(abandoned)
    await acquiring
    if (client) await rollbackOn(client)
    release()
  }

  const commit = async (last: readonly Statement[]) => {
    if (last.length > 0) acquiring ??= acquire()
    await acquiring
    over = true
    if (!client) {
      if (failure) throw failure
      return
    }
    if (waiter?.left) fail(hasLeft())
    holdFor(client, undefined)
    const result = waiter?.left ? undefined : await commitOn(client, last)
    if (!result) await rollbackOn(client)
    release()
    if (result?.command !== 'COMMIT')
      throw failure ?? new Error('PostgreSQL answered COMMIT with ROLLBACK')
  }

  return { send, commit, rollback }
}
