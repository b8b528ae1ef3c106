import type { Database } from '@mobieus/db'
import { invalidParameter, problem } from '../../kit/problem.ts'
import type { SystemWriting } from '../../kit/surface.ts'
import type { NamedLaunch } from '../launches/launch-tokens.ts'
import { playing, settle, type PlayFault, type Playing } from '../launches/playing.ts'
import { findSessionRun, listRuns, upsertRun, type RunRow } from '../launches/runs.store.ts'
import { itemIdOf } from '../launches/statement-words.rules.ts'
import {
  itemsOf,
  type PackageItem,
  type PackageManifest,
} from '../scorm/manifest/package-manifest.ts'
import { secondsOf } from '../scorm/play/durations.rules.ts'
import { isObject, type Json } from '../xapi/shapes/check.ts'
import { storeOwn, systemAuthority } from '../xapi/statements/own.ts'
import { findTexts } from '../xapi/statements/writing.store.ts'
import { storeVouched } from '../xapi/statements/writing.ts'
import { parseBody } from '../xapi/text/json.rules.ts'
import { definedVerb, faultOf, sessionWith, type Unit } from './judging.rules.ts'
import { unitOf } from './opening.ts'
import { cmiOf, movesOn, sessionOf, type Session } from './sessions.rules.ts'
import { satisfiedIn, satisfiedStatement } from './unit-statements.rules.ts'

/** A session that is written to: with its run, its unit, and all of its launch. */
interface InSession extends Playing {
  readonly run: RunRow
  readonly item: PackageItem
  readonly session: Session
  readonly unit: Unit
}

/** Does something in the transaction of a session of a launch. */
export const inSession = <T>(
  db: Database,
  named: NamedLaunch,
  sessionId: string,
  now: Date,
  act: (ctx: SystemWriting, session: InSession) => Promise<T | PlayFault>,
): Promise<T | PlayFault> =>
  playing(db, named, now, async (ctx, of) => {
    const run = await findSessionRun(ctx, of.launch, sessionId)
    const item = run && itemsOf(of.manifest.items).find((each) => each.identifier === run.item)
    const session = sessionOf(run?.cmi)
    const unit = item && (await unitOf(ctx, { ...of, item }))
    if (!run || !session || !unit) return 'no_item'
    return act(ctx, { ...of, run, item, session, unit })
  })

/** cmi5 8.2: whether a token is given out to a session, which is done once. */
export const takeToken = (
  db: Database,
  named: NamedLaunch,
  sessionId: string,
  now: Date,
): Promise<boolean | PlayFault> =>
  inSession(db, named, sessionId, now, async (ctx, { run, session }) => {
    if (session.isFetched) return false
    await upsertRun(ctx, { ...run, cmi: cmiOf({ ...session, isFetched: true }) })
    return true
  })

/**
 * Keeps what a unit says, all or none, where its session allows it: `403 not_allowed` otherwise. Progress, and what is
 * satisfied with it, follow in the same transaction. A statement that is there already is not judged again, and
 * counts for nothing.
 */
export const sendStatements = (
  db: Database,
  named: NamedLaunch,
  sessionId: string,
  sent: { readonly bytes: Uint8Array; readonly id: string | undefined },
  now: Date,
): Promise<readonly string[] | PlayFault> =>
  inSession(db, named, sessionId, now, async (ctx, of) => {
    const { text, value } = parseBody(sent.bytes)
    const own = sent.id === undefined ? {} : { id: sent.id }
    const statements = [value]
      .flat(1)
      .filter(isObject)
      .map((each) => ({ ...own, ...each }))
    if (sent.id !== undefined) requireId(sent.id, value, statements)
    const known = await knownAmong(ctx, statements)
    const fresh = statements.filter(({ id }) => !known.has(String(id).toLowerCase()))
    let { session } = of
    for (const statement of fresh) {
      const fault = faultOf(statement, of.unit, session)
      if (fault !== undefined) throw problem('not_allowed', fault)
      session = sessionWith(session, statement, ctx.now)
    }
    const authority = systemAuthority(of.unit.origin)
    const received = { text, value, parts: [] }
    const ids = await storeVouched(ctx, received, '1.0.3', authority, sent.id)
    await keep(ctx, of, session, fresh)
    return ids
  })

/** A body that is put is one statement, with the id that it is put to. */
function requireId(id: string, value: unknown, statements: readonly Json[]): void {
  if (Array.isArray(value)) throw invalidParameter('body', 'type', 'must be one statement')
  const isOwn = (own: unknown) => String(own).toLowerCase() === id.toLowerCase()
  if (!UUID.test(id) || statements.some((each) => !isOwn(each.id)))
    throw invalidParameter('statementId', 'other_id', 'must be the id of the statement')
}

async function knownAmong(ctx: SystemWriting, statements: readonly Json[]): Promise<Set<string>> {
  const ids = statements.flatMap(({ id }) => (UUID.test(String(id)) ? [String(id)] : []))
  const found = ids.length === 0 ? [] : await findTexts(ctx, ids)
  return new Set(found.map(({ statement_id }) => statement_id))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Brings the run of a session to what its unit has said. */
async function keep(
  ctx: SystemWriting,
  of: InSession,
  said: Session,
  statements: readonly Json[],
): Promise<void> {
  const { run, item, launch, manifest } = of
  const before = satisfiedIn(manifest, unitsIn(manifest, await listRuns(ctx, launch)))
  const session = { ...said, isSatisfied: said.isSatisfied || movesOn(moveOnOf(item), said) }
  await upsertRun(ctx, { ...run, ...outcomeOf(run, session, statements), updated_at: ctx.now })
  const after = satisfiedIn(manifest, unitsIn(manifest, await listRuns(ctx, launch)))
  const fresh = after.filter((one) => !before.some((old) => old.publisherId === one.publisherId))
  if (fresh.length > 0) {
    const by = { unit: of.unit, sessionId: session.id, now: ctx.now }
    const all = fresh.map((one) =>
      satisfiedStatement(
        { ...one, id: itemIdOf(launch.origin, launch.activity_id, one.publisherId) },
        by,
      ),
    )
    await storeOwn(ctx, all, of.unit.origin)
  }
  await settle(ctx, of)
}

const moveOnOf = ({ others }: PackageItem): string => String(others.move_on)

/** The units that are satisfied: those whose runs are complete, and those that ask for nothing. */
const unitsIn = (
  { items }: PackageManifest,
  runs: readonly { readonly item: string; readonly completion: string | null }[],
): ReadonlySet<string> =>
  new Set([
    ...runs.filter(({ completion }) => completion === 'completed').map(({ item }) => item),
    ...itemsOf(items)
      .filter((item) => item.kind === 'au' && moveOnOf(item) === 'NotApplicable')
      .map(({ identifier }) => identifier),
  ])

function outcomeOf(run: RunRow, session: Session, statements: readonly Json[]) {
  const told = statements.map((each) => ({
    verb: definedVerb(each),
    result: isObject(each.result) ? each.result : ({} as Json),
  }))
  const judged = told.findLast(({ verb }) => verb === 'passed' || verb === 'failed')
  const score = isObject(judged?.result.score) ? judged.result.score.scaled : undefined
  const ended = told.find(({ verb }) => verb === 'terminated')
  const score_pct = typeof score === 'number' ? Math.round(score * 10_000) / 100 : run.score_pct
  const success = session.hasPassed ? 'passed' : (judged?.verb ?? run.success)
  return {
    ...{ cmi: cmiOf(session), has_ended: session.isTerminated, success, score_pct },
    completion: session.isSatisfied ? 'completed' : 'incomplete',
    best_score_pct: score_pct === null ? null : Math.max(run.best_score_pct ?? 0, score_pct),
    session_seconds: secondsOf(ended?.result.duration as string | undefined) ?? run.session_seconds,
  }
}
