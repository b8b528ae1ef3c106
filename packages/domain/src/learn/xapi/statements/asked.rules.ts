import type { Request } from '@mobieus/contract'
import { invalidParameter } from '../../../kit/problem.ts'
import { agentIn } from '../agent.rules.ts'
import type { XapiVersion } from '../shapes/check.ts'
import { instantOf } from '../shapes/times.rules.ts'
import type { Asked, StatementRow } from './reading.store.ts'
import { KINDS, refOf, type Ref } from './refs.rules.ts'

export type Query = Request<'listXapiStatements'>['query']

const MOST = 100
const PATH = '/api/v1/learn/xapi/statements'
/** The parameters that may stand beside the id of a single statement. */
const BESIDE_ONE: ReadonlySet<string> = new Set(['attachments', 'format'])
const DEFAULTS = { limit: 0, format: 'exact' } as const

/** The one statement, or the page of them, that a query asks for. */
export type Wanted =
  | { readonly kind: 'one'; readonly id: string; readonly isVoided: boolean }
  | (Asked & { readonly kind: 'page' })

export function askedOf(query: Query, version: XapiVersion): Wanted {
  const { statementId, voidedStatementId } = query
  const id = statementId ?? voidedStatementId
  if (id === undefined) return { kind: 'page', ...pageOf(query, version) }
  const own = statementId === undefined ? 'voidedStatementId' : 'statementId'
  for (const [name, value] of Object.entries(query))
    if (name !== own && !BESIDE_ONE.has(name) && isGiven(name, value))
      throw invalidParameter(name, 'not_allowed', `is not allowed beside ${own}`)
  return { kind: 'one', id, isVoided: statementId === undefined }
}

const isGiven = (name: string, value: unknown): boolean =>
  value !== undefined && value !== false && value !== DEFAULTS[name as keyof typeof DEFAULTS]

function pageOf(query: Query, version: XapiVersion): Asked {
  const { limit = 0, ascending = false, after } = query
  const [stored, id, through] = (after ?? '').split('-').map(Number)
  const until = timeOf('until', query.until)
  return {
    refs: refsOf(query, version),
    since: timeOf('since', query.since),
    until: through === undefined ? until : new Date(Math.min(through, until?.getTime() ?? through)),
    ascending,
    after:
      after === undefined ? undefined : { stored: new Date(stored as number), id: id as number },
    most: limit === 0 || limit > MOST ? MOST : limit,
  }
}

/** Everything that a statement has to be found by; that of which there are fewest statements comes first. */
function refsOf(query: Query, version: XapiVersion): Ref[] {
  const { registration, agent, activity, verb, related_agents, related_activities } = query
  const found: (Ref | false)[] = [
    registration !== undefined && {
      kind: KINDS.registration,
      ref: refOf(registration.toLowerCase()),
    },
    agent !== undefined && {
      kind: related_agents ? KINDS.relatedAgent : KINDS.agent,
      ref: refOf(agentIn(agent, version).identifier),
    },
    activity !== undefined && {
      kind: related_activities ? KINDS.relatedActivity : KINDS.activity,
      ref: refOf(activity),
    },
    verb !== undefined && { kind: KINDS.verb, ref: refOf(verb) },
  ]
  return found.filter((each) => each !== false)
}

/** A time of a query. Stored times are whole milliseconds, so what is finer is cut off. */
export function timeOf(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const instant = instantOf(text)
  if (instant === undefined)
    throw invalidParameter(name, 'timestamp', 'must be a time with its date')
  return new Date(instant)
}

/**
 * The path of the next page, with all filters. A page in ascending order goes no further than the first one could see:
 * what is stored meanwhile belongs to none of them.
 */
export function moreOf(
  query: Query,
  { stored, id }: Pick<StatementRow, 'stored' | 'id'>,
  through: Date,
): string {
  const { after: _, ...rest } = query
  const filters = Object.entries(rest)
    .filter(([name, value]) => isGiven(name, value))
    .map(([name, value]) => [name, String(value)])
  const place = `${stored.getTime()}-${id}`
  const end = query.ascending ? `-${through.getTime()}` : ''
  return `${PATH}?${String(new URLSearchParams([...filters, ['after', place + end]]))}`
}
