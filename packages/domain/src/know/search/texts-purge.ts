import { purgeOf } from '../../kit/purge.ts'
import { deleteEnded, firstEnded } from './texts.store.ts'

/** Removes what pages were found by before they were edited, a day after: no search that began then goes on. */
export const textsPurge = purgeOf({
  name: 'purge-know-texts',
  keptDays: 1,
  remove: deleteEnded,
  oldest: firstEnded,
})
