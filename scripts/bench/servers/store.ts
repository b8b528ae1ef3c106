import type pg from 'pg'
import type { ListQuery, PostRow } from './present.ts'
import type { Author } from './setup.ts'

/** The queries of the hand-written contenders, as one would write them with pg alone. */

export interface Listed {
  readonly rows: readonly PostRow[]
  readonly total: number
}

export interface ReplyBody {
  readonly thread_id: number
  readonly body: string
  readonly author_id?: number
}

type Client = Pick<pg.ClientBase, 'query'>

/** The usual transaction of a tenant: open and set it in one trip, work, commit. */
export async function inTransaction<T>(
  pool: pg.Pool,
  tenantId: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN; SET LOCAL app.tenant = '${tenantId}'`)
    const value = await work(client)
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** A page of posts and the number of all, in one query. */
export async function listPosts(
  client: Client,
  tenantId: number,
  query: ListQuery,
  after: number | undefined,
  limit: number,
): Promise<Listed> {
  const { author_id, forum_slug, thread_id } = query
  const counter =
    author_id !== undefined
      ? `posts.author_id=${author_id}`
      : thread_id !== undefined
        ? `posts.thread_id=${thread_id}`
        : forum_slug !== undefined
          ? `posts.forum_slug=${forum_slug}`
          : 'posts'
  const values: unknown[] = [tenantId, limit + 1, counter]
  const where: string[] = []
  if (author_id !== undefined) where.push(`and author_id = $${values.push(author_id)}`)
  if (thread_id !== undefined) where.push(`and thread_id = $${values.push(thread_id)}`)
  if (forum_slug !== undefined)
    where.push(
      `and forum_id = (select id from forums where tenant_id = $1 and slug = $${values.push(forum_slug)})`,
    )
  if (after !== undefined) where.push(`and id < $${values.push(after)}`)
  const { rows } = await client.query<PostRow & { total_count: number }>(
    `select p.id, p.thread_id, p.parent_post_id, p.author_id, p.is_opener, p.body, p.created_at,
       p.edited_at, p.deleted_at, t.title, f.slug as forum_slug, u.username,
       coalesce((select value from counters where tenant_id = $1 and name = $3), 0)
         + coalesce((select sum(changes[array_position(names, $3)]) from arrivals
             where tenant_id = $1), 0)::bigint as total_count
     from (
       select * from posts where tenant_id = $1 and deleted_at is null ${where.join(' ')}
       order by id desc limit $2
     ) p
     join threads t on t.tenant_id = $1 and t.id = p.thread_id
     join forums f on f.tenant_id = $1 and f.id = p.forum_id
     join users u on u.tenant_id = $1 and u.id = p.author_id
     order by p.id desc`,
    values,
  )
  return { rows, total: rows[0]?.total_count ?? 0 }
}

export const findMember = async (client: Client, tenantId: number, id: number) =>
  (
    await client.query<
      Author & { deletion_scheduled_at: Date | null; last_active_at: Date | null }
    >(
      `select id, username, deletion_scheduled_at, last_active_at from users
       where tenant_id = $1 and id = $2 and anonymised_at is null`,
      [tenantId, id],
    )
  ).rows[0]

const ACTIVITY_MS = 60_000

/** A reply with all that belongs to it: the author's activity, counters, event. */
export async function createReply(
  client: Client,
  tenantId: number,
  authorId: number,
  reply: ReplyBody,
  refuse: (field: string) => Error,
): Promise<PostRow> {
  const now = new Date()
  const author = await findMember(client, tenantId, authorId)
  if (!author || author.deletion_scheduled_at) throw refuse('author_id')
  const threads = await client.query<ThreadRow>(
    `select t.id, t.title, t.forum_id, t.closed_at, f.slug as forum_slug
     from threads t join forums f on f.tenant_id = $1 and f.id = t.forum_id
     where t.tenant_id = $1 and t.id = $2 for share of t`,
    [tenantId, reply.thread_id],
  )
  const thread = threads.rows[0]
  if (!thread || thread.closed_at) throw refuse('thread_id')
  const inserted = await client.query<PostRow>(
    `insert into posts (tenant_id, thread_id, forum_id, author_id, is_opener, body, created_at)
     values ($1, $2, $3, $4, false, $5, $6) returning *`,
    [tenantId, thread.id, thread.forum_id, author.id, reply.body, now],
  )
  const { title, forum_slug } = thread
  const post = { ...(inserted.rows[0] as PostRow), title, forum_slug, username: author.username }
  if (now.getTime() - (author.last_active_at?.getTime() ?? 0) >= ACTIVITY_MS)
    await client.query('update users set last_active_at = $3 where tenant_id = $1 and id = $2', [
      tenantId,
      author.id,
      now,
    ])
  await client.query(ARRIVE, [tenantId, now, JSON.stringify(eventOf(post)), names(post)])
  return post
}

interface ThreadRow {
  id: number
  title: string
  forum_id: number
  closed_at: Date | null
  forum_slug: string
}

const names = ({ author_id, forum_slug, thread_id }: PostRow) => [
  'posts',
  `posts.author_id=${author_id}`,
  `posts.forum_slug=${forum_slug}`,
  `posts.thread_id=${thread_id}`,
]

const eventOf = ({ id, thread_id, forum_slug, parent_post_id, author_id, username }: PostRow) => ({
  post_id: id,
  thread_id,
  forum_slug,
  parent_post_id,
  author: { id: author_id, username },
})

/** Its place in the log, and the counters, are another's work after the commit. */
const ARRIVE = `
  insert into arrivals (tenant_id, created_at, types, data, names, changes)
  values ($1, $2, '{post.created}', array[$3::json], $4::text[], '{1,1,1,1}')`
