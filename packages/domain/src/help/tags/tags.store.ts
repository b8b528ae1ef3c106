import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

const columns = ['id', 'slug', 'name', 'color'] as const

export type TagRow = Pick<Selectable<Tables['help_tags']>, (typeof columns)[number]>

/** Tags that are gone are in no list, and yet on tickets until a task has been there. */
export const tagList = listOf('help_tags', { from: 'help_tags', shown: sql`deleted_at is null` })

const selectTags = ({ tx, tenantId }: Partition, from = tagList.from) =>
  tx
    .selectFrom(from)
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)

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

/** The tag, locked until the transaction ends: meanwhile no ticket is marked with it. */
export const lockTagAlone = (ctx: Partition, id: number): Promise<TagRow | undefined> =>
  selectTags(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** Takes the tag out of every list; tickets are still to be rid of it. */
export const deferTagGone = (ctx: Writing, id: number, now: Date): void =>
  defer(
    ctx,
    ctx.tx
      .updateTable('help_tags')
      .set({ deleted_at: now })
      .where('tenant_id', '=', ctx.tenantId)
      .where('id', '=', id),
  )

/** Takes a tag that is gone off some tickets, at most `limit`; answers how many. */
export async function detachTag(
  { tx, tenantId }: Partition,
  id: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ ticket_id: number }>`
    with few as materialized (
      select ticket_id from help_ticket_tags where tenant_id = ${tenantId} and tag_id = ${id}
      order by ticket_id limit ${limit}
    )
    delete from help_ticket_tags m using few
    where m.tenant_id = ${tenantId} and m.ticket_id = few.ticket_id and m.tag_id = ${id}
    returning m.ticket_id`.execute(tx)
  return rows.map(({ ticket_id }) => ticket_id)
}

/** Removes a tag that is gone and that no ticket has. */
export const removeTag = ({ tx, tenantId }: Partition, id: number): Promise<unknown> =>
  tx
    .deleteFrom('help_tags')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .execute()
