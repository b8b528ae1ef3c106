import type { Database } from '@mobieus/db'
import type { SystemWriting } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { beginSession, type OpenedUnit } from '../cmi5/opening.ts'
import { lockEnrollment, type EnrollmentRow } from '../enrollments/enrollments.store.ts'
import { bestOf } from '../progress/progress.rules.ts'
import { recordProgress } from '../progress/progress.ts'
import { findReady } from '../scorm-packages/scorm-packages.store.ts'
import {
  itemsOf,
  type PackageItem,
  type PackageManifest,
} from '../scorm/manifest/package-manifest.ts'
import { beginningOf, isResumed, keptOf, type LeftRun } from '../scorm/play/beginnings.rules.ts'
import { offersOf, type Offers } from '../scorm/play/control-modes.rules.ts'
import { outcomeOf, type Cmi } from '../scorm/play/outcomes.rules.ts'
import { activityOutcomeOf, shownStates, type ShownState } from './activity-outcome.rules.ts'
import { mergedCommit, type Commit } from './commits.rules.ts'
import type { NamedLaunch } from './launch-tokens.ts'
import * as store from './launches.store.ts'
import { verbsOf, type Verb } from './run-statements.rules.ts'
import { findRun, listRuns, upsertRun, type RunRow } from './runs.store.ts'
import { tellRun } from './telling.ts'

/** Why something of a launch is not done: it is over, another window plays by now, or there is no such item. */
export type PlayFault = 'over' | 'superseded' | 'no_item' | 'closed' | 'too_large'

/** How an item begins, for the player. */
export interface OpenedItem {
  readonly standard: PackageManifest['standard']
  readonly kind: PackageItem['kind']
  readonly launch: string
  readonly is_external: boolean
  readonly cmi: Cmi
  /** The session of a unit of cmi5. */
  readonly unit: OpenedUnit | null
  /** Which opening of the item it is; each commit says it. */
  readonly opening: number
  readonly states: Readonly<Record<string, ShownState>>
  readonly offers: Offers
}

/** A launch that may write: with its package and its enrollment, which is locked. */
export interface Playing {
  readonly launch: store.LaunchRow
  readonly enrollment: EnrollmentRow
  readonly manifest: PackageManifest
}

/** Does something in the transaction of a launch that is the newest of its activity. */
export const playing = <T>(
  db: Database,
  named: NamedLaunch,
  now: Date,
  act: (ctx: SystemWriting, playing: Playing) => Promise<T | PlayFault>,
): Promise<T | PlayFault> =>
  bySystem(db, named.tenantId, now, async (ctx) => {
    const found = await store.findLaunch(ctx, named.launchId)
    const enrollment = found && (await lockEnrollment(ctx, found.enrollment_id))
    // Whether another launch has followed is known for sure under the enrollment's lock.
    const launch = found && (await store.findLaunch(ctx, found.id))
    if (!launch || !enrollment || !PLAYED.includes(enrollment.status)) return 'over'
    if (launch.superseded_at) return 'superseded'
    const ready = await findReady(ctx, launch.package_id)
    return ready ? act(ctx, { launch, enrollment, manifest: ready.manifest }) : 'over'
  })

const PLAYED = ['active', 'completed']

const itemOf = ({ items }: PackageManifest, identifier: string): PackageItem | undefined =>
  itemsOf(items).find((item) => item.identifier === identifier && item.launch !== null)

/**
 * Opens an item of a launch: it goes on as it was left, or begins anew as its standard says. `returnUrl` is the address
 * at which a unit of cmi5 leaves off.
 */
export const openItem = (
  db: Database,
  named: NamedLaunch,
  { identifier, returnUrl }: { readonly identifier: string; readonly returnUrl: string },
  now: Date,
): Promise<OpenedItem | PlayFault> =>
  playing(db, named, now, async (ctx, { launch, enrollment, manifest }) => {
    const item = itemOf(manifest, identifier)
    if (!item?.launch) return 'no_item'
    const runs = await listRuns(ctx, launch)
    if (!shownStates(manifest, runs)[identifier]?.is_open) return 'closed'
    const before = await findRun(ctx, launch, identifier)
    const left: LeftRun | undefined = before && {
      ...{ cmi: before.cmi, has_ended: before.has_ended },
      total_seconds: before.total_seconds + before.session_seconds,
      earlier_seconds: before.earlier_seconds,
    }
    const { standard } = manifest
    const learner = await store.findLearner(ctx, launch.user_id)
    const name = learner?.display_name ?? learner?.username ?? ''
    const begun = begunRun(ctx, launch, manifest, { item, before, left })
    const of = { launch, enrollment, item }
    const session = item.kind === 'au' ? await beginSession(ctx, of, before, returnUrl) : undefined
    const run = session ? { ...begun, cmi: session.cmi } : begun
    await upsertRun(ctx, run)
    if (!session) await tellRun(ctx, of, begunVerbs(item, before, run), run)
    const states = await settle(ctx, { launch, enrollment, manifest })
    return {
      ...{ standard, kind: item.kind, launch: item.launch, is_external: item.is_external },
      cmi: session ? {} : beginningOf(standard, item, { id: launch.user_id, name }, left),
      unit: session?.unit ?? null,
      ...{ opening: run.opening, states, offers: offersOf(manifest, identifier) },
    }
  })

const begunVerbs = ({ kind }: PackageItem, before: RunRow | undefined, run: RunRow): Verb[] => [
  ...(kind === 'sco' ? (['launched', 'initialized'] as const) : (['launched'] as const)),
  ...verbsOf(before, run).filter((verb) => verb === 'completed'),
]

interface Beginning {
  readonly item: PackageItem
  readonly before: RunRow | undefined
  readonly left: LeftRun | undefined
}

/** The run that begins. An asset reports nothing: it is through with being opened. */
function begunRun(
  { now }: SystemWriting,
  launch: store.LaunchRow,
  { standard }: PackageManifest,
  { item, before, left }: Beginning,
): RunRow {
  const reports = item.kind !== 'asset' && !item.is_external
  const goesOn = isResumed(standard, left)
  return {
    ...{ enrollment_id: launch.enrollment_id, activity_id: launch.activity_id },
    ...{ best_score_pct: before?.best_score_pct ?? null },
    ...{ item: item.identifier, launch_id: launch.id, sequence: 0, numbers: {} },
    attempt: (before?.attempt ?? 0) + (goesOn ? 0 : 1),
    opening: (before?.opening ?? 0) + 1,
    cmi: keptOf(standard, left),
    ...{ total_seconds: left?.total_seconds ?? 0, session_seconds: 0 },
    earlier_seconds: (goesOn ? left?.earlier_seconds : left?.total_seconds) ?? 0,
    completion: reports ? (before?.completion ?? null) : 'completed',
    ...{ success: before?.success ?? null, score_pct: before?.score_pct ?? null },
    ...{ warnings: before?.warnings ?? [], has_ended: !reports },
    ...{ started_at: before?.started_at ?? now, updated_at: now },
  }
}

/** Keeps what a run has changed, whatever order its commits come in. */
export const keepCommit = (
  db: Database,
  named: NamedLaunch,
  commit: Commit,
  now: Date,
): Promise<{ readonly states: OpenedItem['states'] } | PlayFault> =>
  playing(db, named, now, async (ctx, { launch, enrollment, manifest }) => {
    const item = itemOf(manifest, commit.item)
    const run = item && (await findRun(ctx, launch, item.identifier))
    // Assets say nothing, and units of cmi5 speak to the record store.
    if (item?.kind !== 'sco' || !run) return 'no_item'
    if (run.launch_id !== launch.id || run.opening !== commit.opening) return 'superseded'
    const merged = mergedCommit(run, commit)
    if (merged === 'too_large') return merged
    if (merged) {
      const { cmi, has_ended } = merged
      const { warnings, ...outcome } = outcomeOf(manifest.standard, item, cmi, has_ended)
      const told = warnings.map((warning) => ({ ...warning }))
      const best_score_pct = bestOf(run.best_score_pct, outcome.score_pct)
      const changed = { ...run, ...merged, ...outcome, best_score_pct, warnings: told }
      const after = { ...changed, updated_at: ctx.now }
      await upsertRun(ctx, after)
      await tellRun(ctx, { launch, enrollment, item }, verbsOf(run, after), after)
    }
    return { states: await settle(ctx, { launch, enrollment, manifest }) }
  })

/** Brings the progress of the activity to what its items say; answers how these stand. */
export async function settle(
  ctx: SystemWriting,
  { launch, enrollment, manifest }: Playing,
): Promise<OpenedItem['states']> {
  const runs = await listRuns(ctx, launch)
  const states = shownStates(manifest, runs)
  await recordProgress(ctx, enrollment, launch.activity_id, activityOutcomeOf(states, runs))
  return states
}
