import { purgeOf } from '../../kit/purge.ts'
import { oldestWithText, shedTexts } from './outgoing.store.ts'

/** Removes mails to agents after 90 days, and the texts of others, whose ids answers may still come to. */
export const outgoingMailPurge = purgeOf({
  name: 'purge-outgoing-mail',
  keptDays: 90,
  remove: shedTexts,
  oldest: oldestWithText,
})
