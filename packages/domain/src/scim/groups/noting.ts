import type { AnyContext } from '../../kit/context.ts'
import { audit } from '../../platform/audit.ts'
import { noteRequest } from '../requests/requests.ts'
import { resourceOf } from './group.rules.ts'
import type { GroupRow } from './groups.store.ts'
import type { Moved } from './writing.ts'

/** Members whom an entry names in the provisioning log, and in the audit log, which is kept; of more it has the number. */
const MOST_NAMED = 1000
const MOST_AUDITED = 100

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
    after: after && { ...resourceOf(after), ...membersOf(moved, MOST_NAMED) },
  })
  if (after !== before) auditGroup(ctx, id, { before, after, moved })
}

function auditGroup(ctx: AnyContext, id: number, { before, after, moved }: Omit<Change, 'status'>) {
  const how = before === undefined ? 'created' : after === undefined ? 'deleted' : 'updated'
  const change = {
    ...(before && { before: resourceOf(before) }),
    ...(after && { after: { ...resourceOf(after), ...membersOf(moved, MOST_AUDITED) } }),
  }
  audit(ctx, `scim_group.${how}`, { kind: 'scim_group', id }, change)
}

const NOBODY: Moved = { added: [], removed: [] }

function membersOf({ added, removed }: Moved = NOBODY, most: number) {
  if (added.length + removed.length === 0) return {}
  const named = (ids: readonly number[]) =>
    ids.length <= most ? ids.map(String) : { number: ids.length }
  return { members: { added: named(added), removed: named(removed) } }
}
