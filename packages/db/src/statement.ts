import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Database } from './connect.ts'

/** One SQL statement and the values of its `$1`, `$2` … */
export interface Statement {
  text: string
  values?: readonly unknown[]
}

/** Called once, with the error or with the result. */
export type Settle = (error: Error | null, result?: pg.QueryResult) => void

/**
 * Writes a statement to a connection without waiting for those before it, and settles it once, when
 * it is answered. Answers false if it never left: a value could not be turned into a parameter.
 */
export function submit(
  db: Database,
  client: pg.PoolClient,
  statement: Statement,
  settle: Settle,
): boolean {
  let sent = true
  let settled = false
  const config: pg.QueryConfig = { text: statement.text }
  if (statement.values && statement.values.length > 0) config.values = statement.values as unknown[]
  if (db.namedStatements && config.values) config.name = nameOf(statement.text)
  client.query(config, (error: Error | null, result: pg.QueryResult) => {
    // For values that cannot be sent pg reports the error here at once, and the empty answer later.
    if (settled) return
    settled = true
    if (error) settle(error)
    else settle(null, result)
  })
  if (settled) sent = false
  return sent
}

/** Holds back what is written to the connection until the current tick is over: one write, one trip. */
export function corkUntilTickEnds(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: pg.Connection }).connection
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
