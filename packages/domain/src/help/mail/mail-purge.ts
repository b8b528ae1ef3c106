import { purgeOf } from '../../kit/purge.ts'
import { deleteUnbound, oldestUnbound } from './inbound.store.ts'

/** Removes mail that led to no ticket, 30 days after it came. */
export const unboundMailPurge = purgeOf({
  name: 'purge-unbound-mail',
  keptDays: 30,
  remove: deleteUnbound,
  oldest: oldestUnbound,
})
