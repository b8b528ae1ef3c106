import { count } from '../../kit/count.ts'
import { purgeOf } from '../../kit/purge.ts'
import { inboundList } from './inbound-emails.store.ts'
import { deleteUnbound, oldestUnbound } from './inbound.store.ts'

/** Removes mail that led to no ticket, 30 days after it came. */
export const unboundMailPurge = purgeOf({
  name: 'purge-unbound-mail',
  keptDays: 30,
  async remove(ctx, before, limit) {
    const removed = await deleteUnbound(ctx, before, limit)
    for (const { n, ...row } of removed) count(ctx, inboundList, -n, row)
    return removed.reduce((sum, { n }) => sum + n, 0)
  },
  oldest: oldestUnbound,
})
