import { bases, type BaseRow } from '../../packages/contract/src/index.ts'
import { prefixOf } from '../../packages/server/src/http/routes.ts'

/** What a failure says, in whichever dialect it says so. */
export interface ToldFailure {
  readonly code: string
  readonly message?: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into any fact
  readonly [fact: string]: any
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any body
type Body = any

const SCIM = 'urn:mobieus:params:scim:api:messages:1.0:Error'

const readers: Readonly<Record<string, (body: Body) => ToldFailure | undefined>> = {
  ai: (body) => (body?.ok === false ? { ...body, code: body.error } : body?.error),
  envelope: (body) => body?.error,
  scim: (body) => body?.[SCIM] && { ...body[SCIM], message: body.detail },
  xapi: (body) => body?.error,
}

/** The base that a path is below, as the contract declares it; of none that it is open to all origins. */
export function baseOf(path: string): BaseRow {
  const rows: readonly BaseRow[] = bases
  const of = ({ prefix, aliases }: BaseRow) => [prefix, ...aliases]
  const [target = ''] = path.split('?')
  const prefix = prefixOf(target, rows.flatMap(of))
  const found = rows.find((row) => prefix !== undefined && of(row).includes(prefix))
  return found ?? { prefix: '', aliases: [], dialect: 'envelope', cors: true }
}

/** The failure that a body tells; `undefined` where it tells none. */
export const failureOf = (path: string, body: Body): ToldFailure | undefined =>
  readers[baseOf(path).dialect]?.(body)

/** A URL with one parameter more, which no operation declares. */
export const withUnknownParameter = (url: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}no_such_parameter=1`
