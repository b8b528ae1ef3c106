import { sql } from 'kysely'
import { purgeOf } from '../../kit/purge.ts'
import { deleteExpired } from './launches.store.ts'

/** Removes launches 30 days after their time is over; how items were left stays. */
export const launchPurge = purgeOf({
  name: 'purge-learn-launches',
  keptDays: 30,
  remove: deleteExpired,
  oldest: (tenantId) => sql`
    select expires_at from learn_launches where tenant_id = ${tenantId}
    order by expires_at limit 1`,
})
