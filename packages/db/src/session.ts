import type pg from 'pg'
import type { Database } from './connect.ts'
import { corkUntilTickEnds, submit, type Settle, type Statement } from './statement.ts'

/** A transaction on one pooled connection that is not opened before its first statement is sent. */
export interface Session {
  send<Row extends pg.QueryResultRow>(statement: Statement): Promise<pg.QueryResult<Row>>
  /** Sends the last statement, if any, together with COMMIT; fails unless both came true. */
  commit(last?: Statement): Promise<void>
  /** Undoes everything; never fails. */
  rollback(): Promise<void>
}

const ABORTED = '25P02' // "current transaction is aborted, commands ignored until end of block"

/**
 * A session that opens with these statements. They travel with the first statement, and statements
 * sent in the same tick travel together. After a failure PostgreSQL refuses the rest of the
 * transaction; those refusals are reported as the failure that caused them.
 */
export function openSession(db: Database, opening: readonly string[]): Session {
  let client: pg.PoolClient | undefined
  let acquiring: Promise<void> | undefined
  let over = false
  let failure: Error | undefined
  const waiting: { statement: Statement; settle: Settle }[] = []

  const fail = (error: Error): Error => {
    if (failure && (error as { code?: string }).code === ABORTED) return failure
    failure ??= error
    return error
  }

  const acquire = (): Promise<void> =>
    new Promise((resolve) => {
      db.pool.connect((error, acquired) => {
        if (error || !acquired) {
          const cause = fail(error ?? new Error('no connection'))
          for (const { settle } of waiting.splice(0)) settle(cause)
        } else if (over) {
          acquired.release()
        } else {
          client = acquired
          corkUntilTickEnds(client)
          for (const text of opening) submit(db, client, { text }, (error) => error && fail(error))
          for (const { statement, settle } of waiting.splice(0))
            submit(db, client, statement, settle)
        }
        resolve()
      })
    })

  const send = <Row extends pg.QueryResultRow>(statement: Statement) =>
    new Promise<pg.QueryResult<Row>>((resolve, reject) => {
      const settle: Settle = (error, result) =>
        error ? reject(fail(error)) : resolve(result as pg.QueryResult<Row>)
      if (over) reject(new Error(`the transaction is over: ${statement.text}`))
      else if (client) {
        corkUntilTickEnds(client)
        submit(db, client, statement, settle)
      } else {
        waiting.push({ statement, settle })
        acquiring ??= acquire()
      }
    })

  /** Ends the transaction and gives the connection back: to the pool if it is healthy. */
  const end = (command: 'COMMIT' | 'ROLLBACK', client: pg.PoolClient) =>
    new Promise<pg.QueryResult | undefined>((resolve) => {
      submit(db, client, { text: command }, (error, result) => {
        if (error) fail(error)
        resolve(result)
      })
    })

  const release = () => {
    client?.release(client.getTransactionStatus() !== 'I')
    client = undefined
  }

  const rollback = async () => {
    over = true
    const abandoned = new Error('the transaction was rolled back before this statement was sent')
    for (const { settle } of waiting.splice(0)) settle(abandoned)
    await acquiring
    if (!client) return
    await end('ROLLBACK', client)
    release()
  }

  const commit = async (last?: Statement) => {
    if (last && !acquiring) acquiring = acquire()
    await acquiring
    if (!client) {
      over = true
      if (failure) throw failure
      return
    }
    const open = client
    corkUntilTickEnds(open)
    const sent = !last || submit(db, open, last, (error) => error && fail(error))
    // A last statement that could not be sent leaves the transaction able to commit without it.
    if (!sent) {
      await rollback()
      throw failure
    }
    over = true
    const result = await end('COMMIT', open)
    if (!result) await end('ROLLBACK', open)
    release()
    if (result?.command === 'COMMIT') return
    throw failure ?? new Error('PostgreSQL answered COMMIT with ROLLBACK')
  }

  return { send, commit, rollback }
}
