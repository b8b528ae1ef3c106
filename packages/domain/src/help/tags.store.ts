import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

const columns = ['id', 'slug', 'name', 'color'] as const

export type TagRow = Pick<Selectable<Tables['help_tags']>, (typeof columns)[number]>

export const tagList = listOf('help_tags', { from: 'help_tags' })

const selectTags = ({ tx, tenantId }: Partition, from = tagList.from) =>
  tx.selectFrom(from).select(columns).where('tenant_id', '=', tenantId)

export const listTags = pagesOf(tagList, selectTags)

export const findTag = (ctx: Partition, id: number): Promise<TagRow | undefined> =>
  selectTags(ctx).where('id', '=', id).executeTakeFirst()

/** The tag, locked until the transaction ends, and yet not against tickets that are marked with it. */
export const lockTag = (ctx: Partition, id: number): Promise<TagRow | undefined> =>
  selectTags(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Those of these tags that are there, by their slugs; none of them is deleted until the transaction ends. */
export async function keepTags(
  ctx: Partition,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await selectTags(ctx)
    .where('slug', '=', sql<string>`any(${slugs}::text[])`)
    .orderBy('id')
    .forKeyShare()
    .execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

export const insertTag = (
  { tx, tenantId }: Partition,
  tag: Omit<Insertable<Tables['help_tags']>, 'tenant_id'>,
): Promise<TagRow> =>
  tx
    .insertInto('help_tags')
    .values({ ...tag, tenant_id: tenantId })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const updateTag = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['help_tags']>,
): Promise<TagRow> =>
  tx
    .updateTable('help_tags')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Deletes the tag; answers it as it was. */
export const deleteTag = ({ tx, tenantId }: Partition, id: number): Promise<TagRow | undefined> =>
  tx
    .deleteFrom('help_tags')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
