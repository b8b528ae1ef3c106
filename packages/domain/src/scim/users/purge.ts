import { GRACE_DAYS } from '../../core/grace.rules.ts'
import { count } from '../../kit/count.ts'
import { purgeOf } from '../../kit/purge.ts'
import { firstLeft, removeLeavers, removeMemberships } from './purge.store.ts'
import { scimUserList } from './users.store.ts'

/** Removes what a provider has said of members who have left, once they cannot come back. */
export const leaversPurge = purgeOf({
  name: 'purgeScimLeavers',
  keptDays: GRACE_DAYS,
  async remove(ctx, before, limit) {
    const left = await removeMemberships(ctx, before, limit)
    if (left > 0) return left
    const removed = await removeLeavers(ctx, before, limit)
    count(ctx, scimUserList, -removed)
    return removed
  },
  oldest: firstLeft,
})
