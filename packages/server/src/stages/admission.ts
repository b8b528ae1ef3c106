import type { IncomingMessage } from 'node:http'
import type { OperationRow, Problem, SecuritySchemeRow } from '@mobieus/contract'
import { problem } from '@mobieus/domain/kit'
import {
  identifies,
  type Accompanying,
  type Credential,
  type Identified,
  type Identifying,
  type Place,
} from '../credentials/credential.ts'
import { whenKnown } from '../when-known.ts'
import { tenantNotFound } from './tenant.ts'

/** A way to call an operation: with one kind of credential. */
export interface Way {
  readonly credential: Identifying
  /** The credentials that some entry of `security` asks for beside it. */
  readonly beside: readonly Accompanying[]
  /** The alternatives of scopes; the caller has to hold all scopes of one of them. */
  readonly alternatives: readonly (readonly string[])[]
}

/** The ways to call an operation, read once from its `security`. */
interface Admission {
  /** Ways whose credential a program has put into the request. */
  readonly sent: readonly Way[]
  /**
   * Ways whose credential a browser sends by itself: they count only where no other one was sent.
   */
  readonly ambient: readonly Way[]
  readonly readsAuthorization: boolean
  readonly refuse: () => Problem
}

/**
 * The partition that answers, the caller, and its way; a public operation has neither caller nor way.
 */
export type Admitted =
  | (Identified & { readonly way: Way })
  | (Pick<Identified, 'tenant'> & { readonly caller?: undefined; readonly way?: undefined })

const PUBLIC = 'public'

type Table<T> = Readonly<Record<string, T>>

/**
 * Says of every operation of a contract who calls it. The entry of `security` whose credential the
 * request carries decides, and its scopes are those that are asked for. Other entries, with or without
 * scopes, open nothing. An operation with `security: []` is public, on its host's live partition.
 *
 * @throws Error for an entry that could not be held: one that nothing says who calls, or two things at once
 */
export function createAdmissions(
  operations: Table<OperationRow>,
  schemes: Table<SecuritySchemeRow>,
  credentials: Table<Credential>,
) {
  const admissions = new Map(
    Object.entries(operations).map(([id, row]) => {
      const isPublic = row.security.length === 0
      return [row, isPublic ? PUBLIC : admissionOf(id, row, schemes, credentials)] as const
    }),
  )

  /**
   * Throws the same `401` for a credential that is missing, unknown, expired or another tenant's.
   */
  return function authenticate(
    req: IncomingMessage,
    operation: OperationRow,
    place: Place,
  ): Promise<Admitted> | Admitted {
    const admission = admissions.get(operation)
    if (!admission) throw new Error(`nothing says who may call ${operation.path}`)
    if (admission === PUBLIC) return { tenant: publicTenant(place) }
    const { sent, ambient, readsAuthorization, refuse } = admission
    for (const way of sent) {
      const text = way.credential.read(req, place)
      if (text !== undefined) return identified(way, text, place, refuse)
    }
    // A credential in `Authorization` was meant, and the cookie that came with it was not.
    if (!readsAuthorization || req.headers.authorization === undefined)
      for (const way of ambient) {
        const text = way.credential.read(req, place)
        if (text !== undefined) return identified(way, text, place, refuse)
      }
    throw refuse()
  }
}

const identified = (way: Way, text: string, place: Place, refuse: () => Problem) =>
  whenKnown(way.credential.identify(text, place), (found): Admitted => {
    if (!found) throw refuse()
    return { tenant: found.tenant, caller: found.caller, way }
  })

function publicTenant({ host }: Place) {
  if (!host) throw tenantNotFound()
  return host.live
}

function admissionOf(
  id: string,
  { security, method }: OperationRow,
  schemes: Table<SecuritySchemeRow>,
  credentials: Table<Credential>,
): Admission {
  const ways = new Map<string, Way>()
  for (const entry of security) {
    const [name, ...more] = Object.keys(entry).filter((each) => schemes[each]?.caller)
    const credential = credentials[name ?? '']
    if (!name || more.length > 0 || !credential || !identifies(credential))
      throw new Error(`${id}: an entry of security names one scheme that says who calls`)
    const others = Object.keys(entry).filter((each) => each !== name)
    const { beside = [], alternatives = [] } = ways.get(name) ?? {}
    ways.set(name, {
      credential,
      beside: [...new Set([...beside, ...others.map((each) => besideOf(id, each, credentials))])],
      alternatives: [...alternatives, Object.values(entry).flat()],
    })
  }
  const at = (place: string) => [...ways].filter(([name]) => schemes[name]?.in === place)
  const ambient = at('cookie').map(([, way]) => way)
  const sent = [...ways.values()].filter((way) => !ambient.includes(way))
  const reads = method === 'get' || method === 'head'
  if (!reads && ambient.some(({ beside }) => beside.length === 0))
    throw new Error(`${id}: a page of another origin could make a browser call it`)
  const refuse = refusalOf(sent.length > 0 ? sent : ambient)
  return { sent, ambient, readsAuthorization: at('authorization').length > 0, refuse }
}

function besideOf(id: string, name: string, credentials: Table<Credential>): Accompanying {
  const credential = credentials[name]
  if (!credential || identifies(credential)) throw new Error(`${id}: nothing reads ${name}`)
  return credential
}

function refusalOf(ways: readonly Way[]) {
  const refusals = ways.map(({ credential }) => credential.refusal)
  const { message = '' } = refusals[0] ?? {}
  const challenges = [...new Set(refusals.map(({ challenge }) => challenge))]
  const headers = { 'WWW-Authenticate': challenges.join(', ') }
  return () => problem('invalid_api_key', message, { headers })
}
