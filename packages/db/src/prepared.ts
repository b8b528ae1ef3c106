/** A statement that a connection keeps under a name. */
export interface Named {
  readonly name: string
  readonly text: string
}

/**
 * The most statements of a connection: the hot ones of some hundred operations, for some megabytes of a
 * server process. Texts that list a varying number of values would grow without end.
 */
const MOST = 256

/** The statements that each connection has prepared, by their text; the one used last stands last. */
const byConnection = new WeakMap<object, Map<string, Named>>()
let made = 0

/** The statements of a connection, known by the object that pg keeps for it. */
export function preparedOn(connection: object): Map<string, Named> {
  let prepared = byConnection.get(connection)
  if (!prepared) byConnection.set(connection, (prepared = new Map()))
  return prepared
}

/** The statement of this text, where the connection has it. */
export function findPrepared(prepared: Map<string, Named>, text: string): Named | undefined {
  const found = prepared.get(text)
  if (!found) return undefined
  prepared.delete(text)
  prepared.set(text, found)
  return found
}

/** Notes a new statement, whose name nobody has had before, and answers which one gives way to it. */
export function addPrepared(
  prepared: Map<string, Named>,
  text: string,
): { added: Named; evicted: Named | undefined } {
  let evicted: Named | undefined
  if (prepared.size >= MOST)
    for (const [first, named] of prepared) {
      prepared.delete(first)
      evicted = named
      break
    }
  const added = { name: `m${made++}`, text }
  prepared.set(text, added)
  return { added, evicted }
}

/** Whether this is still the connection's statement of its text. */
export const isPrepared = (prepared: Map<string, Named>, named: Named): boolean =>
  prepared.get(named.text) === named

/** Forgets the statement, unless it has been forgotten and prepared anew since. */
export function forgetPrepared(prepared: Map<string, Named>, named: Named): void {
  if (isPrepared(prepared, named)) prepared.delete(named.text)
}

const NO_SUCH_STATEMENT = '26000'
const FEATURE_NOT_SUPPORTED = '0A000'

interface Failure {
  readonly code?: string
  readonly routine?: string
}

/** Whether the server no longer has the statement: somebody else's connection, or DISCARD. */
export const isMissing = (error: unknown): boolean => (error as Failure).code === NO_SUCH_STATEMENT

/**
 * Whether a statement failed only because it was prepared before. It is gone, or the tables have changed
 * so that its answer would have other columns. Prepared anew it would have done.
 */
export const isStale = (error: unknown): boolean =>
  isMissing(error) ||
  ((error as Failure).code === FEATURE_NOT_SUPPORTED &&
    (error as Failure).routine === 'RevalidateCachedQuery')
