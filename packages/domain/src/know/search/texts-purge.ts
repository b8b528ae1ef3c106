import type { Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { purgeOf } from '../../kit/purge.ts'
import { noteChore } from '../../platform/work.ts'
import { deleteEnded, endTexts, firstEnded } from './texts.store.ts'

/** Removes what pages were found by before they were edited, a day after: no search that began then goes on. */
export const textsPurge = purgeOf({
  name: 'purge-know-texts',
  keptDays: 1,
  remove: deleteEnded,
  oldest: firstEnded,
})

/** Ends the row by which a page is found, when the transaction ends, and notes when it is removed. */
export function deferEnd(ctx: Writing & { readonly now: Date }, pageId: number): void {
  defer(ctx, endTexts(ctx, pageId))
  noteChore(ctx, textsPurge, textsPurge.after(ctx.now))
}
