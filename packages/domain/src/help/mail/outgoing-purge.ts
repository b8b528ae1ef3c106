import { count } from '../../kit/count.ts'
import { purgeOf } from '../../kit/purge.ts'
import { outgoingList } from './outgoing-emails.store.ts'
import { oldestWithText, shedTexts } from './outgoing.store.ts'

/** Removes mails to agents after 90 days, and the texts of others, whose ids answers may still come to. */
export const outgoingMailPurge = purgeOf({
  name: 'purge-outgoing-mail',
  keptDays: 90,
  async remove(ctx, before, limit) {
    const removed = await shedTexts(ctx, before, limit)
    for (const { status, gone } of removed) count(ctx, outgoingList, -gone, { status })
    return removed.reduce((sum, { shed, gone }) => sum + shed + gone, 0)
  },
  oldest: oldestWithText,
})
