import { randomUUID } from 'node:crypto'
import { problem } from '../../../kit/problem.ts'
import type { ByMember } from '../../../kit/caller.ts'
import type { Writing } from '../../../kit/context.ts'
import { identifierOf } from '../shapes/agents.rules.ts'
import { isObject, type Checking, type Json, type XapiVersion } from '../shapes/check.ts'
import { statement as checkStatement, VOIDED } from '../shapes/statement.rules.ts'
import { elementsOf, spanOf } from '../text/scan.rules.ts'
import { bytesOf, describedIn, faultOfAttachments } from './attachments.rules.ts'
import { areEqual } from './equal.rules.ts'
import { keptOf } from './kept.rules.ts'
import { upsertDefinitions, upsertNames } from './known.store.ts'
import { knownIn } from './known.rules.ts'
import type { Received } from './received.ts'
import { refsOf } from './refs.rules.ts'
import { faultOfSignatures } from './signatures.rules.ts'
import * as store from './writing.store.ts'

/** A statement with its own text. */
interface Sent {
  readonly id: string
  readonly text: string
  readonly value: Json
}

type Storing = Writing & ByMember & { readonly origin: string }

const MOST_FAULTS = 100
/** The steps in which a new statement is followed to those that refer to it, and the most of them in one. */
const DEEPEST = 5
const MOST_REFERRING = 1000

/**
 * Keeps statements, all or none; answers their ids in order. One that is there already is left as it is, unless it is
 * another: `409 conflict`. `ownId` is the id of a single one that the request names elsewhere.
 */
export const storeStatements = (
  ctx: Storing,
  received: Received,
  version: XapiVersion,
  ownId?: string,
): Promise<string[]> => storeVouched(ctx, received, version, authorityOf(ctx), ownId)

/** The same for statements that somebody else vouches for than the member behind a key. */
export async function storeVouched(
  ctx: Writing,
  received: Received,
  version: XapiVersion,
  authority: Json,
  ownId?: string,
): Promise<string[]> {
  const sent = sentIn(received, ownId)
  requireValid(sent, version, Array.isArray(received.value))
  const bytes = await bytesOf(received.parts)
  requireAttached(sent, bytes)
  const rows = sent.map((each) => rowOf(each, version, authority))
  const values = sent.map(({ value }) => value)
  const known = knownIn(values)
  const isReferring = rows.some(({ target }) => target !== null)
  const [, inserted] = await Promise.all([
    store.lockRecords(ctx, isReferring),
    store.insertStatements(ctx, rows),
    upsertDefinitions(ctx, known.definitions),
    upsertNames(ctx, known.names),
  ])
  if (inserted.length < rows.length) await requireSame(ctx, sent, inserted)
  if (isReferring || inserted.some(({ is_awaited }) => is_awaited)) await refer(ctx, rows, inserted)
  if (bytes.size > 0) await attach(ctx, sent, inserted, bytes)
  return sent.map(({ id }) => id)
}

/** The statements of a body, each with its own text. */
function sentIn({ text, value }: Received, ownId: string | undefined): Sent[] {
  const { start, end } = spanOf(text)
  const spans = Array.isArray(value) ? elementsOf(text, start) : [{ start, end }]
  return ([value].flat(1) as Json[]).map((each, i) => {
    const span = spans[i] as { start: number; end: number }
    const own = isObject(each) && typeof each.id === 'string' ? each.id : undefined
    return { id: own ?? ownId ?? randomUUID(), text: text.slice(span.start, span.end), value: each }
  })
}

function requireValid(sent: readonly Sent[], version: XapiVersion, isList: boolean): void {
  const checking: Checking = { version, faults: [] }
  const ids = new Set<string>()
  for (const [i, { id, value }] of sent.entries()) {
    const at = isList ? `[${i}]` : ''
    checkStatement(value, at === '' ? '' : at, checking)
    if (ids.has(id.toLowerCase()))
      checking.faults.push({
        field: `${at}.id`,
        code: 'twice',
        message: 'is the id of another in the list',
      })
    ids.add(id.toLowerCase())
    if (checking.faults.length > MOST_FAULTS) break
  }
  const details = checking.faults
    .slice(0, MOST_FAULTS)
    .map((fault) => ({ ...fault, field: fault.field === '' ? 'body' : fault.field }))
  const [first] = details
  if (first)
    throw problem(
      'validation_failed',
      `The statement has a fault: ${first.field} ${first.message}.`,
      { details },
    )
}

function requireAttached(sent: readonly Sent[], bytes: ReadonlyMap<string, Uint8Array>): void {
  const described = sent.map(({ value }, i) => describedIn(value, sent.length > 1 ? `[${i}].` : ''))
  const fault = faultOfAttachments(described.flat(), bytes)
  if (fault) throw fault
  for (const [i, { value }] of sent.entries()) {
    const unsigned = faultOfSignatures(value, described[i] ?? [], bytes)
    if (unsigned) throw unsigned
  }
}

/** The member behind the key vouches for what is sent with it. */
function authorityOf({ caller, origin }: Storing): Json {
  return { objectType: 'Agent', account: { homePage: origin, name: caller.user.username } }
}

function rowOf(
  { id, text, value }: Sent,
  version: XapiVersion,
  authority: Json,
): store.NewStatement {
  const { object, verb } = value as { object: Json; verb: Json }
  const target = object.objectType === 'StatementRef' ? (object.id as string) : null
  return {
    ...keptOf(text, value, { id, version, authority: JSON.stringify(authority) }),
    statement_id: id,
    target,
    is_voiding: verb.id === VOIDED,
    refs: refsOf(value, identifierOf(authority) as string),
  }
}

/** Those that were not inserted are there already, and have to be the same. */
async function requireSame(
  ctx: Writing,
  sent: readonly Sent[],
  inserted: readonly store.Inserted[],
): Promise<void> {
  const fresh = new Set(inserted.map((each) => each.statement_id))
  const old = sent.filter(({ id }) => !fresh.has(id.toLowerCase()))
  const texts = await store.findTexts(
    ctx,
    old.map(({ id }) => id),
  )
  const byId = new Map(texts.map(({ statement_id, body }) => [statement_id, body]))
  for (const { id, value } of old) {
    const body = byId.get(id.toLowerCase())
    if (body !== undefined && areEqual(JSON.parse(body) as Json, value)) continue
    throw problem('conflict', `Another statement has the id ${id}.`, {
      details: [{ field: 'id', code: 'conflict', message: 'is the id of another statement' }],
    })
  }
}

/** Voids what is voided, and lets statements be found by what they refer to, whichever came first. */
async function refer(
  ctx: Writing,
  rows: readonly store.NewStatement[],
  inserted: readonly store.Inserted[],
): Promise<void> {
  const voided = rows.filter(({ is_voiding }) => is_voiding).map(({ target }) => target as string)
  if (voided.length > 0) await store.voidStatements(ctx, voided)
  const fresh = inserted.map(({ id }) => id)
  let targets = inserted.filter(({ is_awaited }) => is_awaited).map(({ id }) => id)
  let referring = fresh
  for (let depth = 0; depth < DEEPEST && referring.length + targets.length > 0; depth++) {
    targets = await store.inheritRefs(ctx, { referring, targets }, MOST_REFERRING)
    referring = []
  }
}

async function attach(
  ctx: Writing,
  sent: readonly Sent[],
  inserted: readonly store.Inserted[],
  bytes: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const ids = new Map(inserted.map(({ id, statement_id }) => [statement_id, id]))
  const uses = sent.flatMap(({ id, value }) => {
    const statement = ids.get(id.toLowerCase())
    const own = new Set(describedIn(value, '').map(({ sha2 }) => sha2))
    return statement === undefined
      ? []
      : [...own].filter((sha2) => bytes.has(sha2)).map((sha2) => ({ statement, sha2 }))
  })
  await store.insertAttachments(ctx, bytes, uses)
}
