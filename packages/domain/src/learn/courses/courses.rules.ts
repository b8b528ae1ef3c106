import type { components } from '@mobieus/contract'
import { conflict, invalidField } from '../../kit/problem.ts'

export type CourseStatus = components['schemas']['LearnCourseStatus']

/** The moves of a course that callers ask for. */
export type Move = 'publish' | 'unpublish' | 'archive' | 'submit' | 'return'

const MOVES: Readonly<Record<Move, { from: readonly string[]; to: CourseStatus }>> = {
  publish: { from: ['draft', 'in_review'], to: 'published' },
  unpublish: { from: ['published', 'archived'], to: 'draft' },
  submit: { from: ['draft'], to: 'in_review' },
  return: { from: ['in_review'], to: 'draft' },
  archive: { from: ['draft', 'in_review', 'published'], to: 'archived' },
}

interface Versioned {
  readonly status: string
  readonly version_number: number
  readonly published_version: number | null
}

/** The columns that a move sets; `409 conflict` where the course is in no status that it begins from. */
export function moved(row: Versioned, move: Move, now: Date) {
  const { from, to } = MOVES[move]
  if (!from.includes(row.status)) throw conflict(`The course is ${told(row.status)}.`)
  const change = { status: to, updated_at: now }
  if (to === 'archived') return { ...change, archived_at: now }
  if (to === 'in_review') return { ...change, return_reason: null }
  if (to === 'published')
    return {
      ...change,
      ...{ published_at: now, published_version: row.version_number, return_reason: null },
    }
  const wasPublished = row.published_version === row.version_number
  return {
    ...change,
    archived_at: null,
    version_number: row.version_number + (wasPublished ? 1 : 0),
  }
}

const told = (status: string): string =>
  status === 'draft' ? 'a draft' : status === 'in_review' ? 'in review' : status

/** A language tag in its canonical form (BCP 47). */
export function languageOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] as string
  } catch {
    throw invalidField('language', 'format', 'is no language tag')
  }
}

/** The rule `min_score` names a score; no other has one. */
export function requireScore(rule: string, score: number | null): void {
  if (rule === 'min_score' && score === null)
    throw invalidField('completion_min_score_pct', 'required', 'is what min_score asks for')
  if (rule !== 'min_score' && score !== null)
    throw invalidField('completion_min_score_pct', 'not_allowed', 'is for min_score alone')
}
