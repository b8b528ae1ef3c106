import { sql } from 'kysely'

/** A comment or a reply as a page shows it. */
interface Said {
  readonly id: number
  readonly body: string
  readonly author: string
  readonly created_at: string
  readonly is_edited: boolean
}

/** A comment with its first replies. */
export interface Thread extends Said {
  readonly status: 'open' | 'resolved'
  /** The passage that it is about. */
  readonly exact: string | null
  /** Whether the page has the passage still. */
  readonly is_anchored: boolean
  readonly reply_count: number
  readonly replies: readonly Said[]
}

/** A comment has at most 500 replies; a page shows so many of each. */
const MOST_REPLIES = 50

/**
 * The comments on the page `p` of a query, the newest first, from before one of them on where it is named. The rows of
 * shadow-banned members are left out.
 */
export const threadsOf = (tenantId: number, { most, before }: { most: number; before?: number }) =>
  sql<Thread[]>`case when p.comment_count = 0 then '[]' else (
    select coalesce(json_agg(t order by t.id desc), '[]') from (
      select c.id, c.body, a.username as author, c.created_at, c.edited_at is not null as is_edited,
        c.status, c.exact, c.place is not null as is_anchored, c.reply_count,
        (select coalesce(json_agg(r order by r.id), '[]') from (
          select e.id, e.body, b.username as author, e.created_at, e.edited_at is not null as is_edited
          from know_comments e
          join users b on b.tenant_id = ${tenantId} and b.id = e.author_id
          where e.tenant_id = ${tenantId} and e.parent_id = c.id and not e.hidden
          order by e.id limit ${sql.lit(MOST_REPLIES)}) r) as replies
      from know_comments c
      join users a on a.tenant_id = ${tenantId} and a.id = c.author_id
      where c.tenant_id = ${tenantId} and c.page_id = p.id and c.parent_id is null and not c.hidden
        ${before === undefined ? sql`` : sql`and c.id < ${before}`}
      order by c.id desc limit ${most}) t) end`

/** The vote of a member on the page `p` of a query; null where there is none. */
export const voteOf = (tenantId: number, userId: number | undefined) =>
  sql<boolean | null>`(select v.is_helpful from know_votes v
    where v.tenant_id = ${tenantId} and v.page_id = p.id and v.user_id = ${userId ?? null}::bigint)`
