import { bases, type BaseRow } from '@mobieus/contract'
import { dialects } from './dialects/index.ts'
import type { Dialect } from './dialects/dialect.ts'

const byPrefix = new Map(
  bases.flatMap((base: BaseRow) =>
    [base.prefix, ...base.aliases].map((prefix) => [prefix, base] as const),
  ),
)

/** Every prefix of the contract's bases, aliases included. */
export const prefixes: readonly string[] = [...byPrefix.keys()]

/** Below no base the contract says nothing, and so what it says elsewhere holds. */
const NOWHERE: BaseRow = { prefix: '', aliases: [], dialect: 'envelope', cors: true }

/** The base that a request is below, whether or not there is such a path. */
export const baseOf = ({ prefix = '' }: { readonly prefix: string | undefined }): BaseRow =>
  byPrefix.get(prefix) ?? NOWHERE

/** How it is spoken to there. */
export const dialectOf = (exchange: { readonly prefix: string | undefined }): Dialect =>
  dialects[baseOf(exchange).dialect as keyof typeof dialects]
