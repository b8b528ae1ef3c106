import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** The tags of published pages that are in lists, one row for each: how pages are listed by tag. */
export const taggedList = listOf('know_tagged_pages', {
  from: 'know_page_tags as m',
  filters: { tag: 'tag_key', author_id: 'author_id' },
  counters: ['tag'],
  order: { by: ['page_id'], direction: 'desc' },
})

type TaggedRow = Selectable<Tables['know_pages']> & { username: string | null; page_id: number }

export const listTagged = pagesOf(
  taggedList,
  ({ tx, tenantId }: Partition, from = taggedList.from) =>
    tx
      .selectFrom(from)
      .innerJoin('know_pages as p', (join) =>
        join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'm.page_id'),
      )
      .leftJoin('users as u', (join) =>
        join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'p.author_id'),
      )
      .where('m.tenant_id', '=', tenantId)
      .selectAll('p')
      .select(['u.username', 'm.page_id'])
      .$castTo<TaggedRow>(),
)

/** Replaces the tags that lists find a page by. */
export const setTagKeys = (
  { tx, tenantId }: Partition,
  { id, author_id }: { readonly id: number; readonly author_id: number | null },
  keys: readonly string[],
) =>
  sql`with gone as (
      delete from know_page_tags where tenant_id = ${tenantId} and page_id = ${id}
        and tag_key <> all(${keys}::text[]))
    insert into know_page_tags (tenant_id, tag_key, page_id, author_id)
    select ${tenantId}, key, ${id}, ${author_id} from unnest(${keys}::text[]) key
    on conflict do nothing returning 1`.compile(tx)
