import { foldCase, type Filter } from '../filter/filter.ts'
import { scimFault } from '../schema/faults.ts'
import { isComplex, listOf, type Value } from '../schema/values.ts'
import type { Change } from './patch.ts'
import type { Target } from './targets.ts'

/**
 * The change of a group's members by all operations of a PATCH, so that it costs what is changed and not what there
 * is. Where `isCleared`, all leave but those added; else the removed leave and the added come. No id is in both.
 */
export interface MembersChange {
  isCleared: boolean
  readonly added: Set<string>
  readonly removed: Set<string>
}

export const newMembersChange = (): MembersChange => ({
  isCleared: false,
  added: new Set(),
  removed: new Set(),
})

/** Notes one operation on the members of a group. */
export function changeMembers(members: MembersChange, target: Target, change: Change): void {
  const { filter, sub, path } = target
  if (sub) throw scimFault('mutability', path, 'cannot be changed: members are added and removed')
  const { op, value } = change
  if (filter) return changeNamed(members, idsOf(filter, path), target, change)
  if (op === 'add') return addAll(members, sentIds(target, value))
  if (op === 'remove' && value !== undefined && value !== null)
    return removeAll(members, sentIds(target, value))
  const next = op === 'replace' ? sentIds(target, value) : []
  members.isCleared = true
  members.added.clear()
  members.removed.clear()
  addAll(members, next)
}

/** Members that a filter names leave; with a value others come in their place. */
function changeNamed(
  members: MembersChange,
  ids: readonly string[],
  target: Target,
  { op, value }: Change,
): void {
  if (op !== 'add') removeAll(members, ids)
  if (op !== 'remove') addAll(members, value === undefined ? ids : sentIds(target, value))
}

function addAll({ added, removed }: MembersChange, ids: readonly string[]): void {
  for (const id of ids) {
    removed.delete(id)
    added.add(id)
  }
}

function removeAll({ added, removed, isCleared }: MembersChange, ids: readonly string[]): void {
  for (const id of ids) {
    added.delete(id)
    if (!isCleared) removed.add(id)
  }
}

/** The ids of the members that were sent, as objects or bare. */
function sentIds({ attribute, path }: Target, sent: unknown): readonly string[] {
  if (sent === null || sent === undefined) return []
  const list = Array.isArray(sent) ? sent : [sent]
  if (list.some((each) => each === null || each === undefined))
    throw scimFault('invalidValue', path, 'has an entry that is no member')
  return (listOf(attribute, list, path) ?? []).map((each) => memberIdOf(each, path))
}

/** The id of a member that was sent. One that is said to be a group is none, whoever has its id among users. */
export function memberIdOf(sent: Value, path: string): string {
  const { value, type, $ref } = isComplex(sent) ? sent : {}
  if (typeof value !== 'string') throw scimFault('invalidValue', `${path}.value`, 'is required')
  const isGroup =
    (typeof type === 'string' && type !== '' && foldCase(type) !== 'user') ||
    (typeof $ref === 'string' && /(?:^|\/)Groups\/[^/]+$/i.test($ref))
  if (isGroup) throw scimFault('invalidValue', path, 'has a member that is no user')
  return value
}

/** The ids that `value eq "…"` names, one or several; members are not selected by anything else. */
function idsOf(filter: Filter, path: string): readonly string[] {
  if (filter.kind === 'or') return filter.of.flatMap((each) => idsOf(each, path))
  const isId = filter.kind === 'compare' && filter.op === 'eq' && filter.at.sub?.name === 'value'
  if (!isId)
    throw scimFault('invalidPath', path, 'selects members by something else than their ids')
  return [String(filter.value)]
}
