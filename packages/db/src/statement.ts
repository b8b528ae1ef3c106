import { createHash } from 'node:crypto'
import pg from 'pg'
import utils from 'pg/lib/utils.js'
import type { Database } from './connect.ts'

/** One SQL statement and the values of its `$1`, `$2` … */
export interface Statement {
  readonly text: string
  readonly values?: readonly unknown[]
}

/** A step of a frame: a statement, or a command like `BEGIN` that takes no values and answers no rows. */
export type Step = Statement | string

/** Called once, with the error or with the result of each step. */
export type Settle = (error: Error | null, results?: readonly pg.QueryResult[]) => void

/**
 * Writes steps to a connection without waiting for those before it, and settles them once, when all are
 * answered. They travel and are answered as one frame: each of them on its own would cost a write of the
 * server and a wake-up of ours. After a failure PostgreSQL skips the rest of the frame; a statement whose
 * values cannot be sent counts as failed, and what follows it is not sent.
 */
export function submit(
  db: Database,
  client: pg.PoolClient,
  steps: readonly Step[],
  settle: Settle,
): void {
  client.query(new Frame(steps, db.namedStatements, settle) as unknown as pg.Submittable)
}

/** What pg's connection and query can do and their types do not say. */
interface Wire {
  readonly stream: pg.Connection['stream']
  readonly parsedStatements: Record<string, string>
  readonly submittedNamedStatements: Record<string, string>
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
  readonly #named: boolean
  readonly #settle: Settle
  #connection: Wire | undefined
  /** The names of statements that this frame prepares, with their texts. */
  #prepares: ReadonlyMap<string, string> = NONE
  #settled = false

  constructor(steps: readonly Step[], named: boolean, settle: Settle) {
    super('')
    this.#steps = steps
    this.#named = named
    this.#settle = settle
    this.callback = (error, results) => this.#answer(error, results)
  }

  submit(connection: Wire): null {
    this.#connection = connection
    const { wire, messages } = collect(connection)
    try {
      for (const step of this.#steps) this.#write(wire, step)
    } catch (error) {
      // In the frame itself: the statement would be closed before it is prepared.
      this.#forget(wire)
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
    const name = this.#named && values.length > 0 ? nameOf(text) : undefined
    if (name === undefined) wire.parse({ text })
    else if (!isPrepared(wire, name)) {
      wire.parse({ text, name })
      wire.submittedNamedStatements[name] = text
      this.#prepares = new Map([...this.#prepares, [name, text]])
    }
    wire.bind({ statement: name, values, valueMapper: toSent })
    wire.describe({ type: 'P' })
    wire.execute({})
  }

  /** Values that cannot be sent are reported while writing, and again when the server answers. */
  #answer(error: Error | null, results?: pg.QueryResult | pg.QueryResult[]): void {
    if (this.#settled) return
    this.#settled = true
    if (error) {
      if (this.#connection?.stream.writable) this.#forget(this.#connection)
      this.#settle(error)
    } else {
      for (const [name, text] of this.#prepares)
        (this.#connection as Wire).parsedStatements[name] = text
      this.#settle(null, Array.isArray(results) ? results : [results as pg.QueryResult])
    }
  }

  /** Which statements of a failed frame were prepared, only the server knows: they are prepared anew. */
  #forget(wire: Wire): void {
    for (const [name] of this.#prepares) {
      delete wire.submittedNamedStatements[name]
      wire.close({ type: 'S', name })
    }
    this.#prepares = NONE
  }
}

const NONE: ReadonlyMap<string, string> = new Map()

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

const isPrepared = ({ parsedStatements, submittedNamedStatements }: Wire, name: string): boolean =>
  parsedStatements[name] !== undefined || submittedNamedStatements[name] !== undefined

/** The connection, keeping what is sent instead of writing it: many small writes cost more than the rest. */
function collect(connection: Wire): { wire: Wire; messages: Buffer[] } {
  const { stream, parsedStatements, submittedNamedStatements } = connection
  const { parse, bind, execute, describe, close, sync } = connection
  const messages: Buffer[] = []
  const wire: Wire = {
    stream,
    parsedStatements,
    submittedNamedStatements,
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

// Statements are few and come from code; the ceiling is for those that list a varying number of values.
const names = new Map<string, string>()
const NAMES_MAX = 2_000

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= NAMES_MAX) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
