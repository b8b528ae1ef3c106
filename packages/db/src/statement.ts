import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Database } from './connect.ts'

/** One SQL statement and the values of its `$1`, `$2` … */
export interface Statement {
  text: string
  values?: readonly unknown[]
}

/** Called once, with the error or with the result, and the result of what travelled last in its frame. */
export type Settle = (
  error: Error | null,
  result?: pg.QueryResult,
  lastOfFrame?: pg.QueryResult,
) => void

/** Statements without values that go before and after another one. */
export interface Frame {
  before?: readonly string[]
  after?: readonly string[]
}

/**
 * Writes a statement to a connection without waiting for those before it, and settles it once, when it
 * is answered. A frame travels and is answered with it, as one: each of its statements on its own would
 * cost a write of the server and a wake-up of ours. After a failure PostgreSQL skips the rest of the
 * frame; a statement whose values cannot be sent counts as failed.
 */
export function submit(
  db: Database,
  client: pg.PoolClient,
  { text, values = [] }: Statement,
  { before = [], after = [] }: Frame,
  settle: Settle,
): void {
  const name = db.namedStatements && values.length > 0 ? nameOf(text) : undefined
  const { connection } = client as unknown as { connection: Wire }
  const newName = name !== undefined && connection.parsedStatements[name] === undefined
  let settled = false
  const answer = (error: Error | undefined, answers?: pg.QueryResult | pg.QueryResult[]) => {
    // Values that cannot be sent are reported while writing, and again when the server answers.
    if (settled) return
    settled = true
    if (error && newName) forget(connection, name)
    if (error) settle(error)
    else {
      const all = [answers].flat()
      settle(null, all[before.length], all.at(-1))
    }
  }
  const config = { text, values: values as unknown[], name, queryMode: 'extended' }
  const query = new pg.Query(config as pg.QueryConfig, answer as never) as unknown as FramedQuery
  query.submit = () => {
    const { wire, messages } = collect(connection)
    for (const text of before) bare(wire, text)
    query.prepare(wire)
    if (!settled) for (const text of after) bare(wire, text)
    connection.sync.call(wire)
    corkUntilTickEnds(connection)
    connection._send(Buffer.concat(messages))
    return null
  }
  client.query(query as unknown as pg.Submittable)
}

/** What pg's connection and query can do and their types do not say. */
interface Wire {
  readonly stream: pg.Connection['stream']
  readonly parsedStatements: Record<string, string>
  readonly submittedNamedStatements: Record<string, string>
  parse(statement: { text: string }): void
  bind(values: object): void
  execute(portal: object): void
  describe(what: object): void
  close(what: { type: 'S' | 'P'; name: string }): void
  sync(): void
  _send(message: Buffer): unknown
}
interface FramedQuery {
  submit(): null
  prepare(connection: Wire): void
}

function bare(connection: Wire, text: string): void {
  connection.parse({ text })
  connection.bind({})
  connection.execute({})
}

/**
 * The connection, keeping what is sent instead of writing it: many small writes cost more than the
 * rest of a frame. Without the Sync with which pg ends each statement: the server answers at each.
 */
function collect(connection: Wire): { wire: Wire; messages: Buffer[] } {
  const { stream, parsedStatements, submittedNamedStatements } = connection
  const { parse, bind, execute, describe, close } = connection
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
    sync() {},
    _send: (message) => messages.push(message),
  }
  return { wire, messages }
}

/** Whether a failed statement was prepared before it failed, only the server knows: it is prepared anew. */
function forget(connection: Wire, name: string): void {
  delete connection.parsedStatements[name]
  delete connection.submittedNamedStatements[name]
  if (connection.stream.writable) connection.close({ type: 'S', name })
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
