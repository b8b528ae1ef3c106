import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Deleted pages that are not purged yet. */
export const trashList = listOf('know_trash', {
  from: 'know_pages as p',
  shown: sql`status = 'deleted'`,
})

export type TrashedRow = Selectable<Tables['know_pages']> & { deleter_name: string | null }

export const listTrash = pagesOf(trashList, ({ tx, tenantId }: Partition, from = trashList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as d', (join) =>
      join.on('d.tenant_id', '=', tenantId).onRef('d.id', '=', 'p.deleted_by'),
    )
    .where('p.tenant_id', '=', tenantId)
    .selectAll('p')
    .select('d.username as deleter_name'),
)

/** The next page to purge, with whether it is still in the trash. */
export const nextToPurge = ({ tx, tenantId }: Partition, now: Date) =>
  tx
    .selectFrom('know_pages')
    .select(['id', 'status', 'current_revision_id'])
    .where('tenant_id', '=', tenantId)
    .where('purge_at', '<=', now)
    .orderBy('purge_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** Removes revisions of a page but its current one, at most so many; answers the status of each. */
export async function deleteRevisions(
  { tx, tenantId }: Partition,
  page: { readonly id: number; readonly current_revision_id: number },
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ status: string }>`
    delete from know_revisions where tenant_id = ${tenantId} and id = any(array(
      select id from know_revisions where tenant_id = ${tenantId} and page_id = ${page.id}
        and id <> ${page.current_revision_id} limit ${limit}))
    returning status`.execute(tx)
  return rows.map(({ status }) => status)
}

/** Removes a page with its last revision. */
export async function deletePage(
  { tx, tenantId }: Partition,
  page: { readonly id: number; readonly current_revision_id: number },
): Promise<void> {
  await tx
    .deleteFrom('know_revisions')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', page.current_revision_id)
    .execute()
  await tx
    .deleteFrom('know_pages')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', page.id)
    .execute()
}

/** When the first page is to be purged. */
export const firstPurge = (tenantId: number) =>
  sql`(select min(purge_at) from know_pages where tenant_id = ${tenantId} and purge_at is not null)`
