import { holdsIfMatch, holdsIfNoneMatch, parseTags } from '@mobieus/contract'
import { invalidParameter, problem } from './problem.ts'

/** The conditions of a write (RFC 9110, 13.1), as its operation declares them. */
export interface Conditions {
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
  /** Whether the handler has held them against what is there; one that has not is refused. */
  held: boolean
}

/**
 * `412 precondition_failed` unless `If-Match` and `If-None-Match` of this write hold for the current
 * tag. That is the tag as it is sent (`"v3"`), `undefined` where there is no resource. Asked under the
 * lock of the row, so that nothing comes between. `how` is `weakly` where the tags that are given out
 * are weak; `facts` are told with the failure.
 */
export function requireMatch(
  ctx: { readonly conditions: Conditions | undefined },
  current: string | undefined,
  how: 'strongly' | 'weakly' = 'strongly',
  facts: Readonly<Record<string, unknown>> = {},
): void {
  const { conditions } = ctx
  if (!conditions) return
  conditions.held = true
  const { ifMatch, ifNoneMatch } = conditions
  if (ifMatch !== undefined && !holdsIfMatch(ifMatch, current, how)) throw changed(facts)
  if (ifNoneMatch !== undefined && !holdsIfNoneMatch(ifNoneMatch, current)) throw changed(facts)
}

const changed = (facts: Readonly<Record<string, unknown>>) =>
  problem(
    'precondition_failed',
    'What is there now is not what the request goes by; read it again.',
    { facts },
  )

/** The conditions that a request brings along; `undefined` for most. */
export function conditionsOf(header: Readonly<Record<string, unknown>>): Conditions | undefined {
  const ifMatch = header['if-match'] as string | undefined
  const ifNoneMatch = header['if-none-match'] as string | undefined
  if (ifMatch === undefined && ifNoneMatch === undefined) return undefined
  requireTags('if-match', ifMatch)
  requireTags('if-none-match', ifNoneMatch)
  return { ifMatch, ifNoneMatch, held: false }
}

/** A write with a condition that cannot be read is not carried out as if it had none. */
function requireTags(field: string, header: string | undefined): void {
  if (header === undefined || parseTags(header) !== undefined) return
  throw invalidParameter(field, 'entity_tag', 'must list entity tags, each in quotes, or be *')
}
