import pg from 'pg'
import utils from 'pg/lib/utils.js'
import type { Database } from './connect.ts'
import {
  addPrepared,
  findPrepared,
  forgetPrepared,
  isMissing,
  isPrepared,
  isStale,
  preparedOn,
  type Named,
} from './prepared.ts'

/** One SQL statement and the values of its `$1`, `$2` … */
export interface Statement {
  readonly text: string
  readonly values?: readonly unknown[]
  /** Reads most of what its tenant has in a table; see `throughout`. */
  readonly isThroughout?: boolean
}

/** A step of a frame: a statement, or a command like `BEGIN` that takes no values and answers no rows. */
export type Step = Statement | string

const WHOLE_TABLES = 'SET LOCAL enable_seqscan = on'
const AS_EVER = 'SET LOCAL enable_seqscan TO DEFAULT'

/** The steps that a statement takes in its transaction, and the place of its own among them. */
export const stepsOf = (statement: Statement): { steps: readonly Step[]; at: number } =>
  statement.isThroughout
    ? { steps: [WHOLE_TABLES, statement, AS_EVER], at: 1 }
    : { steps: [statement], at: 0 }

/** Called once, with the error or with the result of each step. */
export type Settle = (error: Error | null, results?: readonly pg.QueryResult[]) => void

/**
 * Writes steps to a connection without waiting for those before it, and settles them once, when all are
 * answered. They travel and are answered as one frame. Each of them on its own would cost a write of the
 * server and a wake-up of ours. After a failure PostgreSQL skips the rest of the frame. A statement
 * whose values cannot be sent counts as failed, and those behind it are not sent. `named` says whether
 * statements are prepared once for the connection; unless it does, the database's way is taken.
 */
export function submit(
  db: Database,
  client: pg.PoolClient,
  steps: readonly Step[],
  settle: Settle,
  named = db.statements.named,
): void {
  client.query(new Frame(steps, named ? db : undefined, settle) as unknown as pg.Submittable)
}

/** Members of pg's connection and query that their types leave out. */
interface Wire {
  readonly stream: pg.Connection['stream']
  parse(statement: { text: string; name?: string }): void
  bind(values: object): void
  execute(portal: object): void
  describe(what: object): void
  close(what: { type: 'S' | 'P'; name: string }): void
  sync(): void
  _send(message: Buffer): unknown
}
type Answer = (error: Error | null, results?: pg.QueryResult | pg.QueryResult[]) => void
type PgQuery = new (text: string) => { callback: Answer }

/**
 * pg's query, which collects the results of several statements, with another way of writing them. pg
 * pipelines nothing but its own class, so this has to be one of it.
 */
class Frame extends (pg.Query as unknown as PgQuery) {
  readonly #steps: readonly Step[]
  /** The database, where statements are named. */
  readonly #db: Database | undefined
  readonly #settle: Settle
  #connection: Wire | undefined
  #prepared: Map<string, Named> | undefined
  /** Statements that this frame relies on, those that it prepares, and those that gave way to them. */
  #uses: Named[] | undefined
  #adds: Named[] | undefined
  #evicts: Named[] | undefined
  #settled = false

  constructor(steps: readonly Step[], db: Database | undefined, settle: Settle) {
    super('')
    this.#steps = steps
    this.#db = db
    this.#settle = settle
    this.callback = (error, results) => this.#answer(error, results)
  }

  submit(connection: Wire): null {
    this.#connection = connection
    if (this.#db) this.#prepared = preparedOn(connection)
    const { wire, messages } = collect(connection)
    try {
      for (const step of this.#steps) this.#write(wire, step)
    } catch (error) {
      // The statement is closed in the frame itself; otherwise it would be closed before it is prepared.
      this.#forget(wire, this.#adds)
      this.#adds = undefined
      this.#answer(error as Error)
    }
    connection.sync.call(wire)
    corkUntilTickEnds(connection)
    connection._send(Buffer.concat(messages))
    return null
  }

  #write(wire: Wire, step: Step): void {
    if (typeof step === 'string') {
      wire.parse({ text: step })
      wire.bind({})
      wire.execute({})
      return
    }
    const { text, values = [] } = step
    const isNamed = values.length > 0 && !step.isThroughout
    const statement = isNamed ? this.#name(wire, text) : undefined
    if (statement === undefined) wire.parse({ text })
    wire.bind({ statement, values, valueMapper: toSent })
    wire.describe({ type: 'P' })
    wire.execute({})
  }

  /** The name under which the connection has the statement, or has it once this frame is through. */
  #name(wire: Wire, text: string): string | undefined {
    const prepared = this.#prepared
    if (!prepared) return undefined
    const found = findPrepared(prepared, text)
    if (found) {
      ;(this.#uses ??= []).push(found)
      return found.name
    }
    const { added, evicted } = addPrepared(prepared, text)
    if (evicted) {
      ;(this.#evicts ??= []).push(evicted)
      wire.close({ type: 'S', name: evicted.name })
    }
    ;(this.#adds ??= []).push(added)
    wire.parse({ text, name: added.name })
    return added.name
  }

  /** Values that cannot be sent are reported while writing, and again when the server answers. */
  #answer(error: Error | null, results?: pg.QueryResult | pg.QueryResult[]): void {
    if (this.#settled) return
    this.#settled = true
    if (error) {
      if (this.#connection?.stream.writable) this.#clear(this.#connection, error)
      this.#settle(error)
    } else this.#settle(null, Array.isArray(results) ? results : [results as pg.QueryResult])
  }

  /**
   * Forgets the statements of a failed frame: only the server knows which it has taken in, so they are
   * prepared anew.
   */
  #clear(wire: Wire, error: Error): void {
    this.#forget(wire, this.#adds)
    this.#forget(wire, this.#evicts)
    if (!isStale(error)) return
    // A statement that an earlier frame failed to prepare is missing as well, and says nothing about a
    // pooler.
    const prepared = this.#prepared as Map<string, Named>
    const lost = this.#uses?.every((each) => isPrepared(prepared, each))
    if (isMissing(error) && lost) this.#db?.statements.lose()
    this.#forget(wire, this.#uses)
  }

  #forget(wire: Wire, statements: readonly Named[] = []): void {
    for (const each of statements) {
      forgetPrepared(this.#prepared as Map<string, Named>, each)
      wire.close({ type: 'S', name: each.name })
    }
  }
}

const YEAR_1 = Date.parse('0001-01-01T00:00:00Z')
const YEAR_10000 = Date.UTC(10_000)

/**
 * Times of years of four digits go as ISO 8601 in UTC: pg puts them together in local time, which takes
 * longer. Other years PostgreSQL reads in no ISO form, so they are pg's.
 */
function toSent(value: unknown): Buffer | string | null {
  if (value instanceof Date && value.getTime() >= YEAR_1 && value.getTime() < YEAR_10000)
    return value.toISOString()
  return utils.prepareValue(value)
}

/** The connection, keeping what is sent instead of writing it: many small writes cost more than the rest. */
function collect(connection: Wire): { wire: Wire; messages: Buffer[] } {
  const { stream, parse, bind, execute, describe, close, sync } = connection
  const messages: Buffer[] = []
  const wire: Wire = {
    stream,
    parse,
    bind,
    execute,
    describe,
    close,
    sync,
    _send: (message) => messages.push(message),
  }
  return { wire, messages }
}

/** Holds back what is written until the current tick is over: one write, one trip. */
function corkUntilTickEnds({ stream }: Wire): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}
