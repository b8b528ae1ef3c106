import { invalidField } from '../../kit/problem.ts'
import type { ActivityRow } from './activities.store.ts'

/** The kinds of activities that have each of these fields. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  content_markdown: ['page', 'assignment'],
  url: ['link'],
  scorm_package_id: ['scorm', 'cmi5'],
}

/** The fields that only some kinds have. */
export type OwnFields = Pick<ActivityRow, 'kind' | 'content_markdown' | 'url' | 'scorm_package_id'>

/** A field that the kind has not is a fault, and so is a link that leads nowhere. */
export function requireOwnFields(row: OwnFields): void {
  for (const [field, kinds] of Object.entries(OWN))
    if (row[field as keyof OwnFields] !== null && !kinds.includes(row.kind))
      throw invalidField(field, 'not_allowed', `is not for the kind ${row.kind}`)
  if (row.kind === 'link' && row.url === null)
    throw invalidField('url', 'required', 'is what a link has')
}

/** The rule that opens an activity. */
export type Release = Pick<
  ActivityRow,
  'release_rule_kind' | 'release_after_at' | 'release_activity_id' | 'release_min_score_pct'
>

/** The fields that each release rule has. */
const RULES: Readonly<Record<string, readonly (keyof Release)[]>> = {
  open: [],
  date: ['release_after_at'],
  prerequisite: ['release_activity_id'],
  score: ['release_activity_id', 'release_min_score_pct'],
}
const FIELDS = ['release_after_at', 'release_activity_id', 'release_min_score_pct'] as const

/** The release rule that an edit leaves: another kind of rule takes away what the one before had. */
export function releaseOf(before: Release, asked: Partial<Release>): Release {
  const kind = asked.release_rule_kind ?? before.release_rule_kind
  const kept = RULES[kind] ?? []
  const rule: Record<string, unknown> = { release_rule_kind: kind }
  for (const field of FIELDS)
    rule[field] = asked[field] ?? (kept.includes(field) ? before[field] : null)
  for (const field of FIELDS) if (asked[field] === null) rule[field] = null
  return rule as unknown as Release
}

/** A rule has all of its fields and no other. */
export function requireWhole(rule: Release): void {
  const own = RULES[rule.release_rule_kind] ?? []
  for (const field of FIELDS) {
    if (own.includes(field) && rule[field] === null)
      throw invalidField(field, 'required', `is what the rule ${rule.release_rule_kind} has`)
    if (!own.includes(field) && rule[field] !== null)
      throw invalidField(field, 'not_allowed', `is not for the rule ${rule.release_rule_kind}`)
  }
}

interface Waiting {
  readonly id: number
  readonly title: string
  readonly release_activity_id: number | null
}

/** The titles along the circle that would come of an activity waiting for another; `undefined` where none would. */
export function circleOf(
  rows: readonly Waiting[],
  { id, title }: Pick<Waiting, 'id' | 'title'>,
  waitsFor: number,
): string[] | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const path = [title]
  const seen = new Set<number>()
  for (let at: number | null = waitsFor; at !== null && !seen.has(at);) {
    if (at === id) return [...path, title]
    seen.add(at)
    const row = byId.get(at)
    if (!row) return undefined
    path.push(row.title)
    at = row.release_activity_id
  }
  return undefined
}
