import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

export const revisionList = listOf('know_revisions', {
  from: 'know_revisions as r',
  filters: { page_id: 'page_id', status: 'status' },
  counters: ['page_id', ['page_id', 'status']],
})

type Revision = Selectable<Tables['know_revisions']>

/** A revision as lists show it. */
export type ListedRow = Omit<Revision, 'tenant_id' | 'content_markdown'> & {
  page_slug: string
  author_name: string | null
  reviewer_name: string | null
}

export type RevisionRow = ListedRow & { content_markdown: string }

const selectListed = ({ tx, tenantId }: Partition, from = revisionList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('know_pages as p', (join) =>
      join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'r.page_id'),
    )
    .leftJoin('users as a', (join) =>
      join.on('a.tenant_id', '=', tenantId).onRef('a.id', '=', 'r.author_id'),
    )
    .leftJoin('users as v', (join) =>
      join.on('v.tenant_id', '=', tenantId).onRef('v.id', '=', 'r.reviewer_id'),
    )
    .where('r.tenant_id', '=', tenantId)
    .select([
      ...(['r.id', 'r.page_id', 'r.base_id', 'r.status', 'r.summary', 'r.author_id'] as const),
      ...(['r.approvals', 'r.reviewer_id', 'r.reject_reason', 'r.submitted_at'] as const),
      'r.reviewed_at',
      'p.slug as page_slug',
      'a.username as author_name',
      'v.username as reviewer_name',
    ])

const selectRevisions = (ctx: Partition) =>
  selectListed(ctx).select('r.content_markdown').where('p.status', '=', 'published')

export const listRevisions = pagesOf(revisionList, selectListed)

/** A revision of a published page. */
export const findRevision = (ctx: Partition, id: number): Promise<RevisionRow | undefined> =>
  selectRevisions(ctx).where('r.id', '=', id).executeTakeFirst()

export const insertRevision = (
  { tx, tenantId }: Partition,
  revision: Omit<Insertable<Tables['know_revisions']>, 'tenant_id'>,
) =>
  tx
    .insertInto('know_revisions')
    .values({ ...revision, tenant_id: tenantId })
    .returning(['id', 'content_markdown'])
    .executeTakeFirstOrThrow()

/** Inserts the first revision of a page, whose id has been taken. */
export const insertFirstRevision = (
  { tx, tenantId }: Partition,
  revision: Omit<Insertable<Tables['know_revisions']>, 'tenant_id'> & { id: number },
) =>
  sql`insert into know_revisions (tenant_id, id, page_id, base_id, status, summary, author_id,
      content_markdown, reviewer_id, submitted_at, reviewed_at)
    overriding system value
    values (${tenantId}, ${revision.id}, ${revision.page_id}, null, ${revision.status},
      ${revision.summary}, ${revision.author_id}, ${revision.content_markdown},
      ${revision.reviewer_id}, ${revision.submitted_at}, ${revision.reviewed_at})`.execute(tx)

export const updateRevision = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['know_revisions']>,
) =>
  tx
    .updateTable('know_revisions')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Whether so many revisions of a page are pending. */
export async function hasPending({ tx, tenantId }: Partition, pageId: number, most: number) {
  const rows = await tx
    .selectFrom('know_revisions')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .where('status', '=', 'pending')
    .limit(most)
    .execute()
  return rows.length >= most
}

/** The pending revision of a page that has this text. */
export const findPending = ({ tx, tenantId }: Partition, pageId: number, text: string) =>
  tx
    .selectFrom('know_revisions')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .where('status', '=', 'pending')
    .where('content_markdown', '=', text)
    .limit(1)
    .executeTakeFirst()

/** Notes a member's approval, once; answers how many there are. */
export async function approve(
  { tx, tenantId }: Partition,
  revisionId: number,
  userId: number,
  now: Date,
): Promise<number> {
  await tx
    .insertInto('know_approvals')
    .values({ tenant_id: tenantId, revision_id: revisionId, user_id: userId, approved_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { n } = await tx
    .selectFrom('know_approvals')
    .select(sql<number>`count(*)`.as('n'))
    .where('tenant_id', '=', tenantId)
    .where('revision_id', '=', revisionId)
    .executeTakeFirstOrThrow()
  return n
}
