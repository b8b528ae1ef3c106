import { document } from '../contract/contract.ts'
import { prefixOf } from '../../../packages/server/src/http/routes.ts'

/** The facts of a failure, whichever dialect tells them. */
export interface ToldFailure {
  readonly code: string
  readonly message?: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into any fact
  readonly [fact: string]: any
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any body
type Body = any

/** SCIM's own error: the code is the page that `Link` leads to, and the faults stand in its one sentence. */
function scimFailure(body: Body, headers: Headers): ToldFailure | undefined {
  const code = /\/docs\/errors\/(\w+)>; rel="help"/.exec(headers.get('link') ?? '')?.[1]
  if (code === undefined || typeof body?.detail !== 'string') return undefined
  const [, listed] =
    /(?:a fault|faults): (.*)\.$/s.exec(body.detail) ?? /^The (body.*)\.$/.exec(body.detail) ?? []
  const details = listed?.split('; ').map((fault) => {
    const [field = '', ...message] = fault.split(' ')
    return { field, message: message.join(' ') }
  })
  return {
    ...body,
    code,
    message: body.detail,
    ...(details && { details }),
    ...plansOf(body.detail),
  }
}

/** The plans that a refusal names. */
function plansOf(detail: string) {
  const [, current_plan, plans] =
    /^The plan (\w+) does not .* is part of ([\w, ]+)\./.exec(detail) ?? []
  return plans && { current_plan, required_plans: plans.split(/, | and /) }
}

type Reader = (body: Body, headers: Headers) => ToldFailure | undefined
const readers: Readonly<Record<string, Reader>> = {
  ai: (body) => (body?.ok === false ? { ...body, code: body.error } : body?.error),
  envelope: (body) => body?.error,
  scim: scimFailure,
  xapi: (body) => body?.error,
}

/** A base as the contract declares it. */
interface Base {
  readonly prefix: string
  readonly aliases?: readonly string[]
  readonly dialect: string
  readonly cors: boolean
  /** Whether every POST takes an Idempotency-Key. */
  readonly idempotency: boolean
  /** Whether parameters that are not declared are ignored. */
  readonly anyQuery?: boolean
}

const NOWHERE: Base = { prefix: '', dialect: 'envelope', cors: true, idempotency: true }

/** The base that a path is below. */
export function baseOf(path: string): Base {
  const rows: readonly Base[] = document['x-bases']
  const of = ({ prefix, aliases = [] }: Base) => [prefix, ...aliases]
  const [target = ''] = path.split('?')
  const prefix = prefixOf(target, rows.flatMap(of))
  return rows.find((row) => prefix !== undefined && of(row).includes(prefix)) ?? NOWHERE
}

/** The failure that a body tells; `undefined` where it tells none. */
export const failureOf = (path: string, body: Body, headers: Headers): ToldFailure | undefined =>
  readers[baseOf(path).dialect]?.(body, headers)

/** A URL with one parameter more, which no operation declares; one that cannot be read where any is let in. */
export const withUnknownParameter = (url: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}no_such_parameter=${baseOf(url).anyQuery ? '%zz' : '1'}`

/** The URL with more segments at the end of its path. */
export const withSegments = (url: string, segments: string): string =>
  url.replace(/(?=\?|$)/, segments)

/** The status of a body that is well formed and yet cannot be; a model's hook tells it as its answer. */
export const statusOfBadReference = (path: string): number =>
  ({ ai: 200, scim: 400, xapi: 400 })[baseOf(path).dialect] ?? 422
