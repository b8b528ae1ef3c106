import type { Cmi } from '../scorm/play/outcomes.rules.ts'

/** A session of an assignable unit, and what its registration has come to; kept with the unit's run. */
export interface Session {
  readonly id: string
  /** When its unit has said that it begins. */
  readonly begunAt: string | undefined
  readonly isFetched: boolean
  readonly isInitialized: boolean
  readonly isTerminated: boolean
  /** The registration has it, by this session or one before. */
  readonly hasCompleted: boolean
  readonly hasPassed: boolean
  readonly isSatisfied: boolean
}

const FLAGS = {
  isFetched: 'fetched',
  isInitialized: 'initialized',
  isTerminated: 'terminated',
  hasCompleted: 'completed',
  hasPassed: 'passed',
  isSatisfied: 'satisfied',
} as const
type Flag = keyof typeof FLAGS

/** The session that a run keeps; `undefined` where it has none. */
export function sessionOf(cmi: Cmi | undefined): Session | undefined {
  if (cmi?.session === undefined) return undefined
  const flags = Object.entries(FLAGS).map(([flag, word]) => [flag, cmi[word] === 'true'])
  return {
    id: cmi.session,
    begunAt: cmi.begun,
    ...(Object.fromEntries(flags) as Record<Flag, boolean>),
  }
}

/** A session as a run keeps it. */
export const cmiOf = (session: Session): Cmi => ({
  session: session.id,
  ...(session.begunAt !== undefined && { begun: session.begunAt }),
  ...Object.fromEntries(
    Object.entries(FLAGS)
      .filter(([flag]) => session[flag as Flag])
      .map(([, word]) => [word, 'true']),
  ),
})

/** The next session of a registration. */
export const sessionAfter = (before: Session | undefined, id: string): Session => ({
  ...{ id, begunAt: undefined, isFetched: false, isInitialized: false, isTerminated: false },
  hasCompleted: before?.hasCompleted ?? false,
  hasPassed: before?.hasPassed ?? false,
  isSatisfied: before?.isSatisfied ?? false,
})

/** cmi5 13.1.4: whether what a registration has come to lets its learner move on. */
export function movesOn(moveOn: string, { hasCompleted, hasPassed }: Session): boolean {
  switch (moveOn) {
    case 'Passed':
      return hasPassed
    case 'Completed':
      return hasCompleted
    case 'CompletedAndPassed':
      return hasCompleted && hasPassed
    case 'CompletedOrPassed':
      return hasCompleted || hasPassed
    default:
      return true
  }
}
