import type { Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import type { Chore } from '../../kit/surface.ts'
import { noteChore } from '../../platform/work.ts'
import { purgeComments } from '../comments/purging.ts'
import { relinkLate } from '../links/relinking.ts'
import { updatePage } from '../pages/pages.store.ts'
import { revisionList } from '../revisions/revisions.store.ts'
import { deleteVotes } from '../votes/votes.store.ts'
import { deletePage, deleteRevisions, firstPurge, nextToPurge, trashList } from './trash.store.ts'

const KEPT_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000
const BATCH = 500

/** Removes deleted pages whose time is over, a batch of revisions at a time, and then the page itself. */
export const knowPurge: Chore = {
  name: 'purge-know-pages',
  async run(ctx) {
    const page = await nextToPurge(ctx, ctx.now)
    if (!page) return 0
    if (page.status === 'deleted') await settlePurge(ctx, page.id)
    const comments = await purgeComments(ctx, page.id, BATCH)
    if (comments === BATCH) return BATCH
    const votes = await deleteVotes(ctx, page.id, BATCH)
    if (votes === BATCH) return BATCH
    const statuses = await deleteRevisions(ctx, page, BATCH)
    const by = (status: string) => ({ page_id: page.id, status })
    for (const status of statuses) count(ctx, revisionList, -1, by(status))
    if (statuses.length === BATCH) return BATCH
    // An edit that was open when the page was deleted may have linked to it since.
    const late = await relinkLate(ctx, page.id, BATCH)
    if (late === BATCH) return BATCH
    await deletePage(ctx, page)
    count(ctx, revisionList, -1, by('approved'))
    return comments + votes + statuses.length + late + 1
  },
  next: ({ tenantId }) => firstPurge(tenantId),
}

/** Takes a page out of the trash for good: it is not restored without what the first batch has removed. */
async function settlePurge(ctx: Writing, id: number): Promise<void> {
  await updatePage(ctx, id, { status: 'purged' })
  count(ctx, trashList, -1)
}

/** Notes that a page is deleted now; answers when it is purged. */
export function noteDeletion(ctx: Writing & { readonly now: Date }): Date {
  const purgeAt = new Date(ctx.now.getTime() + KEPT_DAYS * DAY_MS)
  noteChore(ctx, knowPurge, purgeAt)
  return purgeAt
}
