import pino, { type DestinationStream, type Logger } from 'pino'

/** A log of JSON lines, of errors no more than may be told: see `withoutValues`. */
export const createLog = (level: string, to?: DestinationStream): Logger =>
  pino({ level, serializers: { err: withoutValues } }, to)

interface PostgresError extends Error {
  readonly code?: string
  readonly severity?: string
}

/** What PostgreSQL says of the row, the values and the statement that broke a rule. */
const TELLING = ['detail', 'where', 'hint', 'internalQuery']

/**
 * An error as it is logged. One of PostgreSQL is told without the values it complains about: they are
 * somebody's. Its code, table, column and constraint say enough.
 */
function withoutValues(error: PostgresError): object {
  const told: Record<string, unknown> = { ...pino.stdSerializers.err(error) }
  if (error.severity === undefined) return told
  for (const name of TELLING) delete told[name]
  // Class 22 quotes the value itself: invalid input syntax for type bigint: "x".
  if (error.code?.startsWith('22'))
    for (const name of ['message', 'stack'])
      told[name] = String(told[name]).replaceAll(/: ".*"/gs, ': "…"')
  return told
}
