import { purgeOf } from '../../kit/purge.ts'
import { deleteEndedSecrets, firstEnd } from './tokens.store.ts'

/** Removes what is kept of secrets that have ended: with their token, or with the grace of a rotation. */
export const secretsPurge = purgeOf({
  name: 'purgeScimSecrets',
  keptDays: 0,
  remove: deleteEndedSecrets,
  oldest: firstEnd,
})
