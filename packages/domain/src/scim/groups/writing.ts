import type { AnyContext } from '../../kit/context.ts'
import type { MembersChange } from '../patch/members.ts'
import { scimFault } from '../schema/faults.ts'
import { idOf } from '../ids.rules.ts'
import { hasColumns } from './group.rules.ts'
import { updateGroup, type GroupColumns, type GroupRow } from './groups.store.ts'
import * as store from './members.store.ts'

/** The ids of members who have come into a group, and of those who have gone. */
export interface Moved {
  readonly added: readonly number[]
  readonly removed: readonly number[]
}

/**
 * Adds members by their ids. One that leads to no user is refused, whether it is unknown, another tenant's or out of
 * the provider's sight. `pathOf` names the entry of the list that is at fault.
 */
export async function addMembers(
  ctx: AnyContext,
  groupId: number,
  ids: readonly string[],
  pathOf: (place: number) => string,
): Promise<readonly number[]> {
  if (ids.length === 0) return []
  const numbers = ids.map(idOf)
  const { added, unknown } = await store.addMembers(ctx, groupId, numbers, ctx.now)
  if (unknown.length === 0) return added
  const place = numbers.findIndex((each) => unknown.includes(each))
  throw scimFault('invalidValue', pathOf(place), 'leads to no user')
}

export const entryOf = (place: number): string => `members[${place}].value`
const whole = (): string => 'members.value'

/** Makes these the members of a locked group, and no others. */
export async function replaceMembers(
  ctx: AnyContext,
  { id }: GroupRow,
  ids: readonly string[],
): Promise<Moved> {
  const removed = await store.removeOthers(ctx, id, ids.map(idOf))
  return { removed, added: await addMembers(ctx, id, ids, entryOf) }
}

/** Changes the members of a locked group as a PATCH says; nobody else is read or written. */
export async function changeMembers(
  ctx: AnyContext,
  { id }: GroupRow,
  { isCleared, added, removed }: MembersChange,
): Promise<Moved> {
  const gone = isCleared
    ? await store.removeOthers(ctx, id, [...added].map(idOf))
    : removed.size > 0
      ? await store.removeMembers(ctx, id, [...removed].map(idOf))
      : []
  return { removed: gone, added: await addMembers(ctx, id, [...added], whole) }
}

/** Writes a locked group where something of it has changed; answers it as it is then. */
export async function rewrite(
  ctx: AnyContext,
  row: GroupRow,
  columns: GroupColumns,
  { added, removed }: Moved,
): Promise<GroupRow> {
  const isSame = hasColumns(row, columns) && added.length === 0 && removed.length === 0
  return isSame ? row : updateGroup(ctx, row.id, columns, ctx.now)
}
