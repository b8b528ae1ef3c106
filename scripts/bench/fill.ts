import { connect } from '@mobieus/db'
import { createTenant } from '@mobieus/domain'
import { createKey } from '@mobieus/domain/admin'
import pg from 'pg'
import type { BenchDatabase } from './database.ts'
import { fillCounters } from './scale-counters.ts'

/** A tenant with a key and so many posts. */
export interface BenchTenant {
  readonly slug: string
  readonly id: number
  readonly adminId: number
  readonly secret: string
  /** A thread to reply to. */
  readonly threadId: number
}

// Enough that the limiter keeps its books and refuses nobody.
const REQUESTS_PER_MINUTE = 1_000_000_000
const FORUMS = 20
const POSTS_PER_THREAD = 50
const POSTS_PER_MEMBER = 100

/**
 * Creates a tenant with `posts` posts in the shape of a community. It has twenty forums, fifty posts to
 * a thread, a hundred to a member, all mixed in time. The counters are as the API would have left them.
 * All tenants live in the same tables, so a small one searches indexes as deep as a large one.
 */
export async function createBenchTenant(
  { ownerUrl, appUrl }: BenchDatabase,
  slug: string,
  posts: number,
): Promise<BenchTenant> {
  const db = connect({ url: appUrl, max: 1 })
  const admin = { username: 'founder', email: 'founder@example.com' }
  const created = await createTenant(db, { slug, name: slug, plan: 'pro', admin })
  const { tenantId: id, adminId } = created.live
  const { secret } = await createKey(db, {
    tenantId: id,
    userId: adminId,
    environment: 'live',
    label: 'bench',
    scopes: ['posts:read', 'posts:write'],
    rateLimit: REQUESTS_PER_MINUTE,
  })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  // Foreign keys hold by construction; checking five million of them takes a minute.
  await client.query('set session_replication_role = replica').catch(() => undefined)
  const threadId = await fill(client, id, posts).finally(() => client.end())
  await fillCounters(db, id)
  await db.close()
  return { slug, id, adminId, secret, threadId }
}

async function fill(client: pg.Client, tenant: number, posts: number): Promise<number> {
  const members = Math.max(1, posts / POSTS_PER_MEMBER)
  const threads = Math.max(1, posts / POSTS_PER_THREAD)
  const after = async (table: string) => {
    const { rows } = await client.query<{ last: string }>(
      `select coalesce(max(id), 0) as last from ${table}`,
    )
    return Number(rows[0]?.last)
  }
  const [forum, user, thread] = [
    await after('forums'),
    await after('users'),
    await after('threads'),
  ]
  const insert = (table: string, columns: string, select: string) =>
    client.query(
      `insert into ${table} (tenant_id, ${columns}) overriding system value select ${tenant}, ${select}`,
    )
  await insert(
    'forums',
    'id, slug, name',
    `${forum} + i, 'forum-' || i, 'Forum ' || i from generate_series(1, ${FORUMS}) i`,
  )
  await insert(
    'users',
    'id, username, display_name',
    `${user} + i, 'member-' || i, 'Member ' || i from generate_series(1, ${members}) i`,
  )
  await insert(
    'threads',
    'id, forum_id, author_id, title',
    `${thread} + i, ${forum} + 1 + i % ${FORUMS}, ${user} + 1 + i % ${members}, 'About cartridge number ' || i
     from generate_series(1, ${threads}) i`,
  )
  // 7919 and 104729 are primes: neighbouring posts are of other threads and members.
  await client.query(
    `insert into posts (tenant_id, thread_id, forum_id, author_id, is_opener, body, created_at)
     select ${tenant}, ${thread} + t, ${forum} + 1 + t % ${FORUMS}, ${user} + 1 + i * 7919 % ${members},
       i <= ${threads}, 'Post number ' || i || repeat(': the picture rolls after ten minutes', 4),
       timestamptz '2024-01-01' + i * interval '1 minute'
     from (select i, 1 + i * 104729 % ${threads} as t from generate_series(1::bigint, ${posts}) i) as numbered
     order by i`,
  )
  for (const table of ['forums', 'users', 'threads'])
    await client.query(
      `select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`,
    )
  return thread + 1
}

/** Does what autovacuum would have done by the time a tenant has grown that large. */
export async function settle({ ownerUrl }: BenchDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('vacuum analyze').finally(() => client.end())
}
