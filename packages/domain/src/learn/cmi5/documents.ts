import type { Database } from '@mobieus/db'
import { conditionsOf } from '../../kit/preconditions.ts'
import { invalidParameter, notFound, problem } from '../../kit/problem.ts'
import type { NamedLaunch } from '../launches/launch-tokens.ts'
import type { PlayFault } from '../launches/playing.ts'
import { agentIn } from '../xapi/agent.rules.ts'
import { identifierOf } from '../xapi/shapes/agents.rules.ts'
import {
  askedDocuments,
  mergeDocument,
  putDocument,
  removeDocuments,
  showDocument,
  type DocumentKind,
  type DocumentQuery,
  type SentDocument,
  type ShownDocument,
} from '../xapi/documents/documents.ts'
import { LAUNCH_DATA } from './opening.ts'
import { inSession } from './sending.ts'
import { actorOf } from './unit-statements.rules.ts'

/** A request of a unit for documents: of its learner, or of its own activity. */
export interface AskedByUnit {
  readonly kind: DocumentKind
  readonly method: string
  readonly query: DocumentQuery
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: SentDocument
}

/** Reads or writes documents as a unit asks for it; nothing is answered to a write. */
export const useDocuments = (
  db: Database,
  named: NamedLaunch,
  sessionId: string,
  { kind, method, query, headers, body }: AskedByUnit,
  now: Date,
): Promise<ShownDocument | undefined | PlayFault> =>
  inSession<ShownDocument | undefined>(db, named, sessionId, now, async (writing, { unit }) => {
    const own = identifierOf(actorOf(unit))
    if (query.agent !== undefined && agentIn(query.agent, '1.0.3').identifier !== own)
      throw problem('not_allowed', 'The agent is not the learner of the launch.')
    if (query.registration !== undefined && query.registration.toLowerCase() !== unit.registration)
      throw problem('not_allowed', 'The registration is not that of the launch.')
    requirePlace(kind, query)
    if (kind === 'activityProfile' && method !== 'GET' && query.activityId !== unit.activityId)
      throw problem('not_allowed', 'The activity is not the unit that was launched.')
    const asked = askedDocuments(kind, query, '1.0.3')
    const ctx = { ...writing, conditions: conditionsOf(headers) }
    if (method === 'GET') return showDocument(ctx, asked, query.since)
    if (kind === 'state' && (asked.id === LAUNCH_DATA || asked.id === undefined))
      throw problem('not_allowed', 'The data of the launch is written by the system.')
    if (asked.id === undefined) throw notFound()
    if (method === 'PUT') return putDocument(ctx, asked, body)
    return method === 'POST' ? mergeDocument(ctx, asked, body) : removeDocuments(ctx, asked)
  })

/** A document without its parameters would be kept at a place that all learners share. */
function requirePlace(kind: DocumentKind, { agent, activityId }: DocumentQuery): void {
  if (kind !== 'activityProfile' && agent === undefined)
    throw invalidParameter('agent', 'required', 'is required')
  if (kind !== 'agentProfile' && activityId === undefined)
    throw invalidParameter('activityId', 'required', 'is required')
}
