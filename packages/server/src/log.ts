import pino, { type DestinationStream, type Logger } from 'pino'

/**
 * A log of JSON lines, of errors no more than may be told: see `withoutValues`. An error that repeats
 * itself is told at once, then once a second, with `repeated`, how often it came meanwhile.
 */
export const createLog = (level: string, to?: DestinationStream): Logger => {
  const heard = createEchoes()
  return pino(
    {
      level,
      serializers: { err: withoutValues },
      hooks: {
        logMethod(args, method, level) {
          const [facts, message] = args as unknown as [unknown, unknown]
          const error = (facts as { err?: unknown } | undefined)?.err
          if (!(error instanceof Error)) return method.apply(this, args)
          const name = [level, error.name, (error as PostgresError).code, error.message, message]
          heard(name.join('|'), (repeated) => {
            const told = repeated === 0 ? facts : { ...(facts as object), repeated }
            method.apply(this, [told, ...args.slice(1)] as unknown as Parameters<typeof method>)
          })
        },
      },
    },
    to,
  )
}

const EVERY_MS = 1_000
/** More different errors than this in one second are all told. */
const MOST = 1_000

/** Calls `tell` at once for a new error, and once a second for one that repeats itself. */
function createEchoes(): (name: string, tell: (repeated: number) => void) => void {
  const recent = new Map<string, { repeated: number; tell: (repeated: number) => void }>()
  let timer: NodeJS.Timeout | undefined
  const tick = () => {
    for (const [name, each] of recent) {
      if (each.repeated === 0) recent.delete(name)
      else each.tell(each.repeated)
      each.repeated = 0
    }
    timer = recent.size > 0 ? setTimeout(tick, EVERY_MS).unref() : undefined
  }
  return (name, tell) => {
    const known = recent.get(name)
    if (known) {
      known.repeated++
      known.tell = tell
      return
    }
    tell(0)
    if (recent.size >= MOST) return
    recent.set(name, { repeated: 0, tell })
    timer ??= setTimeout(tick, EVERY_MS).unref()
  }
}

interface PostgresError extends Error {
  readonly code?: string
  readonly severity?: string
}

/** The fields in which PostgreSQL repeats values of the row or the statement that broke a rule. */
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
