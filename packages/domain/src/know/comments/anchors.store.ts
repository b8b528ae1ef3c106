import type { Partition } from '../../kit/context.ts'
import type { Passage } from './anchors.rules.ts'

/** Comments of a page about passages that were not looked for in a revision yet, locked, at most so many. */
export const listStale = (
  { tx, tenantId }: Partition,
  pageId: number,
  revisionId: number,
  limit: number,
) =>
  tx
    .selectFrom('know_comments')
    .select(['id', 'exact', 'prefix', 'suffix', 'place'])
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .where('exact', 'is not', null)
    .where('revision_id', '!=', revisionId)
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .execute()

/** Notes where a passage was found in a revision. One that is gone keeps its quote. */
export const setPassage = (
  { tx, tenantId }: Partition,
  id: number,
  revisionId: number,
  found: Passage | undefined,
) =>
  tx
    .updateTable('know_comments')
    .set({ ...(found ?? { place: null }), revision_id: revisionId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
