import type { AnyContext } from '../../kit/context.ts'
import { audit } from '../../platform/audit.ts'
import { noteRequest } from '../requests/requests.ts'
import { resourceOf } from './group.rules.ts'
import type { GroupRow } from './groups.store.ts'
import type { Moved } from './writing.ts'

/** Members that an entry of the log names; of more it has the number alone. */
const MOST_NAMED = 1000

interface Change {
  readonly status: number
  readonly before?: GroupRow
  readonly after?: GroupRow
  readonly moved?: Moved
}

/** Notes a change of a group in both logs: the provisioning log has of its members those who have come or gone. */
export function noteGroup(ctx: AnyContext, { status, before, after, moved }: Change): void {
  const id = (after ?? before)?.id as number
  noteRequest(ctx, {
    ...{ resourceType: 'Group', id, status },
    before: before && resourceOf(before),
    after: after && { ...resourceOf(after), ...(moved && membersOf(moved)) },
  })
  if (after !== before) auditGroup(ctx, id, { before, after, moved })
}

/** The audit log counts members: who they are stands in the provisioning log for as long as that is kept. */
function auditGroup(
  ctx: AnyContext,
  id: number,
  { before, after, moved = NOBODY }: Omit<Change, 'status'>,
): void {
  const how = before === undefined ? 'created' : after === undefined ? 'deleted' : 'updated'
  const counts = {
    ...(moved.added.length > 0 && { members_added: moved.added.length }),
    ...(moved.removed.length > 0 && { members_removed: moved.removed.length }),
  }
  audit(
    ctx,
    `scim_group.${how}`,
    { kind: 'scim_group', id },
    {
      ...(before && { before: resourceOf(before) }),
      ...(after && { after: { ...resourceOf(after), ...counts } }),
    },
  )
}

const NOBODY: Moved = { added: [], removed: [] }

function membersOf({ added, removed }: Moved) {
  if (added.length + removed.length === 0) return {}
  return { members: { added: named(added), removed: named(removed) } }
}

const named = (ids: readonly number[]) =>
  ids.length <= MOST_NAMED ? ids.map(String) : { number: ids.length }
