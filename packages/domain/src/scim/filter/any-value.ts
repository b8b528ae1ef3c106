import { sql, type Expression } from 'kysely'
import { joined } from './conditions.ts'
import { sentOf, type Comparison, type Filter } from './filter.ts'

type Condition = Expression<boolean>

/** The operators with their sides changed, as `any` needs them, on whose right the list stands. */
const TURNED = {
  ...{ eq: sql`=`, ne: sql`<>`, gt: sql`<`, ge: sql`<=`, lt: sql`>`, le: sql`>=` },
} as const
type Turned = keyof typeof TURNED
const isTurned = (op: Comparison): op is Turned => Object.hasOwn(TURNED, op)

const INVERSE: Readonly<Record<Turned, Turned>> = {
  ...{ eq: 'ne', ne: 'eq', gt: 'le', ge: 'lt', lt: 'ge', le: 'gt' },
}

/**
 * The condition that the part of one value fulfils a single comparison, or its negation; `undefined` where each value has
 * to be looked at. A list is gone through at once in a third of the time that its values take one by one.
 */
export function compileAny(
  list: Expression<unknown>,
  size: Expression<unknown>,
  filter: Filter,
): Condition | undefined {
  const negated = filter.kind === 'not'
  const term = negated ? filter.of : filter
  if (term.kind === 'present') return negated ? lacks(list, size) : sql`(${list} is not null)`
  if (term.kind !== 'compare' || !isTurned(term.op)) return undefined
  const op = negated ? INVERSE[term.op] : term.op
  const some = sql<boolean>`(${sentOf(term)} ${TURNED[op]} any(${list}))`
  // An absent part is unequal, and neither before nor behind anything.
  return negated === (term.op === 'ne') ? some : joined('or', [some, lacks(list, size)])
}

/** One of the values does not have the part. */
const lacks = (list: Expression<unknown>, size: Expression<unknown>): Condition =>
  sql`(${size} > 0 and (${list} is null or array_position(${list}, null) is not null))`
