import { createHmac } from 'node:crypto'
import { setup } from './setup.ts'

/** A post as the query returns it. */
export interface PostRow {
  id: number
  thread_id: number
  parent_post_id: number | null
  author_id: number
  is_opener: boolean
  body: string
  created_at: Date
  edited_at: Date | null
  deleted_at: Date | null
  title: string
  forum_slug: string
  username: string
}

export interface ListQuery {
  readonly cursor?: string
  readonly limit?: number
  readonly author_id?: number
  readonly forum_slug?: string
  readonly thread_id?: number
}

const time = (date: Date) => `${date.toISOString().slice(0, 19)}Z`

export const presentPost = (row: PostRow) => ({
  id: row.id,
  thread_id: row.thread_id,
  forum_slug: row.forum_slug,
  title: row.is_opener && !row.deleted_at ? row.title : null,
  parent_post_id: row.parent_post_id,
  body: row.deleted_at ? null : row.body,
  author: { id: row.author_id, username: row.username },
  created_at: time(row.created_at),
  edited_at: row.edited_at && time(row.edited_at),
  deleted_at: row.deleted_at && time(row.deleted_at),
})

/** The list's envelope; `rows` holds one more than the page, if there is one. */
export function presentPage(
  rows: readonly PostRow[],
  total: number,
  limit: number,
  seal: (id: number) => string,
  present: (row: PostRow) => object = presentPost,
) {
  const has_more = rows.length > limit
  const shown = has_more ? rows.slice(0, limit) : rows
  return {
    data: shown.map(present),
    next_cursor: has_more ? seal((shown.at(-1) as PostRow).id) : null,
    total_count: total,
    has_more,
  }
}

const MAC_BYTES = 12

/** Cursors that belong to one tenant, list and filter. */
export function cursorsOf(tenantId: number, { cursor: _, limit: __, ...filters }: ListQuery) {
  const scope = `${tenantId} listPosts ${JSON.stringify(filters)} `
  const mac = (id: string) =>
    createHmac('sha256', setup.appSecret).update(scope).update(id).digest().subarray(0, MAC_BYTES)
  return {
    seal: (id: number) => `cur_${id.toString(36)}.${mac(String(id)).toString('base64url')}`,
    /** The id, `undefined` for a cursor of another list. */
    unseal(cursor: string): number | undefined {
      const [id, signature] = cursor.slice(4).split('.') as [string, string | undefined]
      const number = Number.parseInt(id, 36)
      return mac(String(number)).toString('base64url') === signature ? number : undefined
    },
  }
}
