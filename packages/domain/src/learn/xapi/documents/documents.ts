import { hash } from 'node:crypto'
import type { ReceivedBytes } from '@mobieus/contract'
import type { Writing } from '../../../kit/context.ts'
import { requireMatch, type Conditions } from '../../../kit/preconditions.ts'
import { conflict, invalidParameter, notFound, problem } from '../../../kit/problem.ts'
import { agentIn } from '../agent.rules.ts'
import type { XapiVersion } from '../shapes/check.ts'
import { isIri } from '../shapes/words.rules.ts'
import { timeOf } from '../statements/asked.rules.ts'
import { refOf } from '../statements/refs.rules.ts'
import { parseBody } from '../text/json.rules.ts'
import { isJson, merged } from './documents.rules.ts'
import * as store from './documents.store.ts'

/** The kinds of documents as they are kept. */
const KINDS = { state: 1, activityProfile: 2, agentProfile: 3 } as const
export type DocumentKind = keyof typeof KINDS

/** A document has no more by merges than by one body. */
const MOST_BYTES = 1_048_576

/** The reference of a document that is about no activity, or no agent. */
const NOTHING = '00000000-0000-0000-0000-000000000000'

/** A request for documents, or a write of the system's own. */
export type Documenting = Pick<Writing, 'tx' | 'tenantId'> & {
  readonly now: Date
  readonly conditions: Conditions | undefined
}

/** A body, with its media type. */
export type SentDocument = Pick<ReceivedBytes, 'contentType' | 'read'>

/** The parameters of all kinds, of which each has some. */
export interface DocumentQuery {
  readonly activityId?: string
  readonly agent?: string
  readonly registration?: string
  readonly stateId?: string
  readonly profileId?: string
  readonly since?: string
}

/** Documents that are asked for: one, or all of a place. */
export interface AskedDocuments {
  readonly version: XapiVersion
  readonly kind: DocumentKind
  readonly place: store.Place
  readonly id: string | undefined
  readonly registration: string | undefined
}

export function askedDocuments(
  kind: DocumentKind,
  query: DocumentQuery,
  version: XapiVersion,
): AskedDocuments {
  const { activityId, agent, registration, stateId, profileId } = query
  if (activityId !== undefined && !isIri(activityId))
    throw invalidParameter('activityId', 'iri', 'must be an IRI with its scheme')
  return {
    version,
    kind,
    place: {
      kind: KINDS[kind],
      activity_ref: activityId === undefined ? NOTHING : refOf(activityId),
      agent_ref: agent === undefined ? NOTHING : refOf(agentIn(agent, version).identifier),
    },
    id: stateId ?? profileId,
    registration: registration?.toLowerCase(),
  }
}

const keyOf = ({ place, registration = NOTHING }: AskedDocuments, id: string): store.Key => ({
  ...place,
  registration,
  document_ref: refOf(id),
})

/** The key of one document, for rows that are made without a request. */
export const documentKey = (kind: DocumentKind, query: DocumentQuery, id: string): store.Key =>
  keyOf(askedDocuments(kind, query, '1.0.3'), id)

const tagOf = (row: store.DocumentRow | undefined) => row && `"${row.sha1}"`

/** The answer to a read: the bytes of a document, or the ids of several as JSON. */
export interface ShownDocument {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly headers: Readonly<Record<string, string>>
}

export async function showDocument(
  ctx: Documenting,
  asked: AskedDocuments,
  since: string | undefined,
): Promise<ShownDocument> {
  const { id, place, registration } = asked
  if (id === undefined) {
    const ids = await store.listIds(ctx, place, registration, timeOf('since', since))
    return { bytes: Buffer.from(JSON.stringify(ids)), mediaType: 'application/json', headers: {} }
  }
  const row = await store.findDocument(ctx, keyOf(asked, id))
  if (!row) throw notFound()
  const headers = { ETag: tagOf(row) as string, 'Last-Modified': row.updated_at.toUTCString() }
  return { bytes: row.content, mediaType: row.content_type, headers }
}

/** The document that is there, under a lock that other writes of it wait for. */
async function lockedDocument(ctx: Documenting, asked: AskedDocuments, id: string) {
  const [, row] = await Promise.all([
    store.lockDocuments(ctx, asked.place),
    store.findDocument(ctx, keyOf(asked, id)),
  ])
  return row
}

/** Keeps a document in the place of another, under the conditions that the version asks for. */
export async function putDocument(
  ctx: Documenting,
  asked: AskedDocuments,
  body: unknown,
): Promise<undefined> {
  const id = asked.id as string
  const sent = body as SentDocument
  const bytes = Buffer.from(await sent.read())
  if (isJson(sent.contentType)) parseBody(bytes)
  const before = await lockedDocument(ctx, asked, id)
  requireMatch(ctx, tagOf(before))
  const mayReplace = asked.kind === 'state' && asked.version === '1.0.3'
  if (!before && !ctx.conditions && !mayReplace && asked.version === '1.0.3')
    throw invalidParameter('if-none-match', 'required', 'or If-Match is required of a profile')
  if (before && !ctx.conditions && !mayReplace)
    throw conflict(
      'There is a document already: send If-Match with its ETag, or If-None-Match.',
      asked.kind,
    )
  if (!before) await requireRoom(ctx, asked)
  return keep(ctx, asked, id, bytes, sent.contentType)
}

/** Writes the members of a JSON object over those of the one that is there. */
export async function mergeDocument(
  ctx: Documenting,
  asked: AskedDocuments,
  body: unknown,
): Promise<undefined> {
  const id = asked.id as string
  const sent = body as SentDocument
  const bytes = Buffer.from(await sent.read())
  if (isJson(sent.contentType)) parseBody(bytes)
  const before = await lockedDocument(ctx, asked, id)
  requireMatch(ctx, tagOf(before))
  if (!before) {
    await requireRoom(ctx, asked)
    return keep(ctx, asked, id, bytes, sent.contentType)
  }
  const text =
    isJson(before.content_type) && isJson(sent.contentType)
      ? merged(before.content, bytes)
      : undefined
  if (text === undefined)
    throw problem('invalid_request', 'Only one JSON object can be merged into another.', {
      details: [
        {
          field: 'body',
          code: 'merge',
          message: 'must be a JSON object, and so must be what is there',
        },
      ],
    })
  const all = Buffer.from(text)
  if (all.length > MOST_BYTES)
    throw problem('payload_too_large', `The merged document is larger than ${MOST_BYTES} bytes.`)
  return keep(ctx, asked, id, all, before.content_type)
}

/** A new document needs a place that is not full: its ids are listed by one answer. */
async function requireRoom(ctx: Documenting, { place }: AskedDocuments): Promise<void> {
  if (await store.isFull(ctx, place))
    throw problem(
      'conflict',
      `There are ${store.MOST_DOCUMENTS} documents already: delete some of them first.`,
      { details: [{ field: 'body', code: 'too_many', message: 'is one document too many' }] },
    )
}

const keep = async (
  ctx: Documenting,
  asked: AskedDocuments,
  id: string,
  content: Buffer,
  contentType: string,
) => {
  await store.upsertDocument(ctx, keyOf(asked, id), {
    document_id: id,
    content_type: contentType === '' ? 'application/octet-stream' : contentType,
    content,
    sha1: hash('sha1', content, 'hex'),
    updated_at: ctx.now,
  })
  return undefined
}

/** Removes one document, or all of a place, which have no tag that a condition could name. */
export async function removeDocuments(ctx: Documenting, asked: AskedDocuments): Promise<undefined> {
  const { id, place, registration } = asked
  if (id === undefined) {
    requireMatch(ctx, undefined)
    await store.deleteDocuments(ctx, place, registration)
    return undefined
  }
  const before = await lockedDocument(ctx, asked, id)
  requireMatch(ctx, tagOf(before))
  await store.deleteDocument(ctx, keyOf(asked, id))
  return undefined
}
