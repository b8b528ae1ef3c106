import { transact, type Database, type Tx } from '@mobieus/db'
import { count, emit, type OpenOutbox } from '@mobieus/domain/kit'
import { postList, userList } from '@mobieus/domain/core'
import { bySystem } from '@mobieus/domain/platform'
import { inventMembers, inventReply, inventThread, type Member } from './community.ts'
import { openMarket, trade, type Market } from './market.ts'
import { createRandom, type Random } from './random.ts'
import { forums } from './words.ts'

const MEMBERS = 320
/** The age of the community in days. */
export const DAYS = 180
export const DAY_MS = 24 * 60 * 60 * 1000
const HALF_DAYS = DAYS * 2

interface Forum {
  readonly id: number
  readonly slug: string
}
interface Author {
  readonly id: number
  readonly username: string
}
interface Thread {
  readonly id: number
  readonly forum: Forum
  readonly posts: number[]
}

/** The rows that have been made so far. */
interface Community {
  readonly tenantId: number
  readonly random: Random
  readonly forums: readonly Forum[]
  readonly authors: Author[]
  readonly threads: Thread[]
  readonly market: Market
}

/** One step in the life of the community: half a day. */
interface Step {
  readonly tx: Tx
  readonly outbox: OpenOutbox
  readonly time: () => Date
}

/**
 * Half a year of a community, half a day to a transaction. It goes through the counters and the event
 * log that the API writes, so totals, positions and histories are true. Deterministic.
 */
export async function fillCommunity(
  db: Database,
  tenantId: number,
  begin: Date,
  log: (line: string) => void,
): Promise<void> {
  const random = createRandom(1977)
  const rows = await transact(db, tenantId, ({ tx }) => openForums(tx, tenantId))
  const market = await transact(db, tenantId, ({ tx }) =>
    openMarket(tx, tenantId, createRandom(2600)),
  )
  const community: Community = {
    ...{ tenantId, random, forums: rows, market },
    ...{ authors: [], threads: [] },
  }
  const members = inventMembers(random, MEMBERS)
  for (let step = 0; step < HALF_DAYS; step++) {
    const from = begin.getTime() + (step * DAY_MS) / 2
    const joining = members.splice(
      0,
      Math.ceil(members.length / Math.max(1, HALF_DAYS * 0.7 - step)),
    )
    await live(db, community, joining, from)
    if (step % 60 === 59)
      log(
        `  day ${(step + 1) / 2} of ${DAYS}: ${community.authors.length} members, ${community.threads.length} threads`,
      )
  }
}

/** The forums of the community, of which one or the other may be there already. */
async function openForums(tx: Tx, tenantId: number): Promise<Forum[]> {
  await tx
    .insertInto('forums')
    .values(forums.map((forum) => ({ ...forum, tenant_id: tenantId })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'slug']).doNothing())
    .execute()
  return tx
    .selectFrom('forums')
    .select(['id', 'slug'])
    .where('tenant_id', '=', tenantId)
    .where(
      'slug',
      'in',
      forums.map(({ slug }) => slug),
    )
    .orderBy('id')
    .execute()
}

async function live(
  db: Database,
  community: Community,
  joining: readonly Member[],
  from: number,
): Promise<void> {
  const { tenantId, random } = community
  const end = from + DAY_MS / 2
  let last = from
  const time = () => new Date((last = Math.min(end - 1, last + random.below(DAY_MS / 40))))
  await bySystem(db, tenantId, new Date(end), async ({ tx, outbox }) => {
    const step = { tx, outbox, time }
    await join(community, step, joining)
    const busy = Math.min(community.authors.length, 12)
    if (busy > 0) await write(community, step, random.below(3), 4 + random.below(busy))
    await trade(community.market, step, community.authors)
  })
}

async function join(
  { tenantId, authors }: Community,
  { tx, outbox, time }: Step,
  joining: readonly Member[],
) {
  if (joining.length === 0) return
  const rows = await tx
    .insertInto('users')
    .values(
      joining.map((member) => ({
        tenant_id: tenantId,
        username: member.username,
        display_name: member.displayName,
        email: member.email,
        email_verified: true,
        joined_at: time(),
      })),
    )
    .returning(['id', 'username'])
    .execute()
  authors.push(...rows)
  count({ outbox }, userList, rows.length)
  for (const { id, username } of rows)
    emit({ outbox }, 'user.joined', {
      user_id: id,
      username,
      email_verified: true,
    })
}

async function write(
  community: Community,
  step: Step,
  openers: number,
  replies: number,
): Promise<void> {
  const { random, threads, authors, forums } = community
  for (let i = 0; i < openers; i++) {
    const forum = random.pick(forums)
    const author = random.pick(authors)
    const { title, body } = inventThread(random)
    const thread = await step.tx
      .insertInto('threads')
      .values({
        tenant_id: community.tenantId,
        forum_id: forum.id,
        author_id: author.id,
        title,
        created_at: step.time(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const opened = { id: thread.id, forum, posts: [] }
    threads.push(opened)
    await post(community, step, opened, author, body, title)
  }
  for (let i = 0; i < replies && threads.length > 0; i++) {
    // Talk goes on where it went on yesterday.
    const recent = threads.slice(-25)
    await post(community, step, random.pick(recent), random.pick(authors), inventReply(random))
  }
}

async function post(
  { tenantId, random }: Community,
  { tx, outbox, time }: Step,
  thread: Thread,
  author: Author,
  body: string,
  title?: string,
): Promise<void> {
  const parent = title === undefined && random.next() < 0.3 ? random.pick(thread.posts) : null
  const at = time()
  const [row] = await Promise.all([
    tx
      .insertInto('posts')
      .values({
        tenant_id: tenantId,
        thread_id: thread.id,
        forum_id: thread.forum.id,
        parent_post_id: parent,
        author_id: author.id,
        is_opener: title !== undefined,
        body,
        created_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
    tx
      .updateTable('users')
      .set({ last_active_at: at })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', author.id)
      .execute(),
  ])
  thread.posts.push(row.id)
  const by = { author_id: author.id, forum_slug: thread.forum.slug, thread_id: thread.id }
  count({ outbox }, postList, 1, by)
  emit({ outbox }, 'post.created', {
    post_id: row.id,
    thread_id: thread.id,
    forum_slug: thread.forum.slug,
    ...(title !== undefined && { title }),
    parent_post_id: parent,
    author,
  })
}
