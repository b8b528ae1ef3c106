import { hash, randomUUID } from 'node:crypto'
import type { SystemWriting } from '../../kit/surface.ts'
import type { EnrollmentRow } from '../enrollments/enrollments.store.ts'
import { findLearner, type LaunchRow } from '../launches/launches.store.ts'
import { registrationOf } from '../launches/registrations.rules.ts'
import type { RunRow } from '../launches/runs.store.ts'
import { itemIdOf } from '../launches/statement-words.rules.ts'
import type { PackageItem } from '../scorm/manifest/package-manifest.ts'
import { durationOf } from '../scorm/play/durations.rules.ts'
import { documentKey } from '../xapi/documents/documents.ts'
import { upsertDocument } from '../xapi/documents/documents.store.ts'
import { storeOwn } from '../xapi/statements/own.ts'
import type { Unit } from './judging.rules.ts'
import { cmiOf, sessionAfter, sessionOf } from './sessions.rules.ts'
import {
  abandonedStatement,
  actorOf,
  launchDataOf,
  launchedStatement,
} from './unit-statements.rules.ts'

/** A unit as its player opens it. */
export interface OpenedUnit {
  readonly session: string
  readonly registration: string
  readonly activity_id: string
  readonly actor: object
}

/** The launch of a unit, and the enrollment that it belongs to. */
export interface UnitOf {
  readonly launch: LaunchRow
  readonly enrollment: EnrollmentRow
  readonly item: PackageItem
}

/** The words that all statements about a unit have in common; `undefined` where its learner is gone. */
export async function unitOf(
  ctx: SystemWriting,
  { launch, enrollment, item }: UnitOf,
): Promise<Unit | undefined> {
  const learner = await findLearner(ctx, launch.user_id)
  return (
    learner && {
      ...{ origin: launch.origin, username: learner.username },
      registration: registrationOf(ctx.tenantId, enrollment, launch.activity_id),
      activityId: itemIdOf(launch.origin, launch.activity_id, item.identifier),
      masteryScore: item.mastery_score,
    }
  )
}

/**
 * Begins a session of a unit (cmi5 8.1, 9.3.1, 10). It writes what the unit reads at its beginning, and says that it is
 * launched. A session before that has not ended is abandoned. Answers the values that its run keeps.
 */
export async function beginSession(
  ctx: SystemWriting,
  of: UnitOf,
  before: RunRow | undefined,
  returnUrl: string,
): Promise<{ readonly cmi: RunRow['cmi']; readonly unit: OpenedUnit } | undefined> {
  const [unit, last] = [await unitOf(ctx, of), sessionOf(before?.cmi)]
  if (!unit) return undefined
  const { item } = of
  const session = sessionAfter(last, randomUUID())
  await keepLaunchData(ctx, unit, launchDataOf(item, session.id, returnUrl))
  const said = { unit, sessionId: session.id, now: ctx.now }
  const isAbandoned = before && last?.isInitialized && !last.isTerminated
  const statements = [launchedStatement(item, said)]
  if (isAbandoned) {
    const seconds = (before.updated_at.getTime() - Date.parse(last.begunAt ?? '')) / 1000
    const duration = durationOf(Math.max(0, seconds))
    statements.unshift(abandonedStatement(item, duration, { ...said, sessionId: last.id }))
  }
  await storeOwn(ctx, statements, unit.origin)
  const { registration, activityId: activity_id } = unit
  const opened = { session: session.id, registration, activity_id, actor: actorOf(unit) }
  return { cmi: cmiOf(session), unit: opened }
}

async function keepLaunchData(ctx: SystemWriting, unit: Unit, data: object): Promise<void> {
  const { activityId, registration } = unit
  const query = { activityId, agent: JSON.stringify(actorOf(unit)), registration }
  const content = Buffer.from(JSON.stringify(data))
  await upsertDocument(ctx, documentKey('state', query, LAUNCH_DATA), {
    ...{ document_id: LAUNCH_DATA, content_type: 'application/json', content },
    ...{ sha1: hash('sha1', content, 'hex'), updated_at: ctx.now },
  })
}

/** The document that only the system writes. */
export const LAUNCH_DATA = 'LMS.LaunchData'
