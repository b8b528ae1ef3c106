import type { AnyContext } from '../../kit/context.ts'
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

/** Notes a change of a group in the provisioning log: of its members those who have come or gone. */
export function noteGroup(ctx: AnyContext, { status, before, after, moved }: Change): void {
  const id = (after ?? before)?.id as number
  noteRequest(ctx, {
    ...{ resourceType: 'Group', id, status },
    before: before && resourceOf(before),
    after: after && { ...resourceOf(after), ...(moved && membersOf(moved)) },
  })
}

function membersOf({ added, removed }: Moved) {
  if (added.length + removed.length === 0) return {}
  return { members: { added: named(added), removed: named(removed) } }
}

const named = (ids: readonly number[]) =>
  ids.length <= MOST_NAMED ? ids.map(String) : { number: ids.length }
