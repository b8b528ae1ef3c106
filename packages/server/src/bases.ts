import { bases, type BaseRow } from '@mobieus/contract'
import { dialects } from './dialects/index.ts'
import type { Dialect } from './dialects/dialect.ts'

/** A base of the contract as the stages ask for it. */
export interface Base {
  /** Whether pages of other origins may call there. */
  readonly cors: boolean
  /** How it is spoken to there. */
  readonly dialect: Dialect
}

const speaking = ({ cors, dialect }: BaseRow): Base => ({
  cors,
  dialect: dialects[dialect as keyof typeof dialects],
})

const byPrefix = new Map(
  bases.flatMap((row: BaseRow) => {
    const base = speaking(row)
    return [row.prefix, ...row.aliases].map((prefix) => [prefix, base] as const)
  }),
)

/** Every prefix of the contract's bases, aliases included. */
export const prefixes: readonly string[] = [...byPrefix.keys()]

/** Below no base the contract says nothing, and so what it says elsewhere holds. */
const NOWHERE = speaking({ prefix: '', aliases: [], dialect: 'envelope', cors: true })

/** The base that a request is below, whether or not there is such a path. */
export const baseOf = (prefix = ''): Base => byPrefix.get(prefix) ?? NOWHERE
