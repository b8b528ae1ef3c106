import { purgeOf } from '../../kit/purge.ts'
import { firstDeleted, removeDeleted } from './purge.store.ts'

/** Removes what is left of deleted groups, soon after. */
export const groupsPurge = purgeOf({
  name: 'purgeScimGroups',
  ...{ keptDays: 0, batch: 5000 },
  remove: removeDeleted,
  oldest: firstDeleted,
})
