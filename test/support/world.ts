import { transact, type Transaction } from '../../packages/db/src/index.ts'
import { count, createOutbox, emit, flush, type Outbox } from '../../packages/domain/src/index.ts'
import type { Platform } from './platform.ts'
import { furnishFiles, growFiles } from './world-files.ts'
import { furnishListings, growListings } from './world-listings.ts'
import { furnishRemoved } from './world-removed.ts'
import { furnishReports, growReports } from './world-reports.ts'
import { buildWebhooks, growWebhooks } from './world-webhooks.ts'

/**
 * The documentation world: what the examples of the contract speak of, as rows of a tenant, so that
 * every example can be sent as it stands. A new operation whose examples speak of something else
 * adds its rows here, and nothing to any test.
 */

/**
 * What `{id}` in a path means, by the operation or by its resource (the second half of its tag),
 * where the shared parameter's example (4501, a post) is not it; and what a field `thread_id` means
 * where no example says so.
 */
export const ids: Readonly<Record<string, number>> = {
  'api-keys': 5,
  'file-areas': 17,
  files: 77,
  forums: 12,
  'listing-categories': 6,
  listings: 42,
  publishListing: 43,
  reports: 61,
  resolveReport: 62,
  restoreFile: 78,
  restoreListing: 45,
  restorePost: 4503,
  restoreUser: 8,
  threads: 118,
  unarchiveFileArea: 19,
  unarchiveForum: 14,
  unarchiveListingCategory: 8,
  users: 312,
  webhooks: 17,
  withdrawListing: 44,
}

const FORUM = ids.forums as number
const SLUG = 'atari-2600'
const SELLER = { id: 312, username: 'retroseller' }
const PIA = { id: 7, username: 'pixel_pia' }
const MODERATOR_ID = 9
const TITLE = 'Which capacitor kit for a light sixer?'

/** The same thing in a world that was built with this shift. */
export const shifted = (value: unknown, by: number): unknown =>
  by === 0 ? value : typeof value === 'number' ? value + by : `${String(value)}-${by}`

interface WorldOptions {
  /** Added to every id, and to every slug: a world whose ids no other world has. */
  readonly shift?: number
}

/** Furnishes a partition with the documentation world. */
export function buildWorld(
  platform: Platform,
  tenantId: number,
  { shift = 0 }: WorldOptions = {},
): Promise<void> {
  const at = (id: number) => id + shift
  const forum_slug = shifted(SLUG, shift) as string
  const created_at = platform.clock.now()
  const thread_id = at(ids.threads as number)
  const seller = { ...SELLER, id: at(SELLER.id) }
  const pia = { ...PIA, id: at(PIA.id) }

  return fill(platform, tenantId, async (insert, outbox) => {
    await insert('users', [
      {
        ...seller,
        display_name: 'Retro Seller',
        email: 'retro@example.com',
        post_count: 1,
        role: 2,
      },
      { ...pia, display_name: 'Pixel Pia', email: 'pia@example.com', post_count: 1, role: 2 },
      {
        id: at(MODERATOR_ID),
        username: 'mod_alice',
        display_name: 'Alice',
        email: 'alice@example.com',
        post_count: 0,
        role: 3,
      },
      {
        id: at(4),
        username: 'admin_ann',
        display_name: 'Ann',
        email: 'ann@example.com',
        post_count: 0,
        role: 4,
      },
    ])
    count({ outbox }, 'users', 4)
    await buildAdmin(insert, outbox, { created_at, at })

    const slugAt = (slug: string) => shifted(slug, shift) as string
    await furnishListings({ insert, outbox, created_at, at, slugAt, seller })
    await furnishFiles(platform, { insert, outbox, created_at, at, slugAt, seller, tenantId })

    // Last, so that the newest event is the one that the contract shows.
    await insert('forums', [
      { id: at(FORUM), slug: forum_slug, name: 'Atari 2600', archived_at: null },
      { id: at(13), slug: slugAt('zx-spectrum'), name: 'ZX Spectrum', archived_at: null },
      { id: at(14), slug: slugAt('fairs'), name: 'Fairs', archived_at: created_at },
    ])
    const place = { forum_id: at(FORUM), created_at }
    await insert('threads', [{ ...place, id: thread_id, author_id: seller.id, title: TITLE }])
    const post = { ...place, thread_id, body: 'The picture rolls after ten minutes.' }
    const opener = { id: at(4501), author_id: seller.id, is_opener: true, parent_post_id: null }
    const reply = { id: at(4502), author_id: pia.id, is_opener: false, parent_post_id: opener.id }
    await insert('posts', [
      { ...post, ...opener },
      { ...post, ...reply },
    ])
    await furnishRemoved({ platform, insert, outbox, created_at, at, slugAt, tenantId })
    await furnishReports({ insert, outbox, created_at, at })
    for (const author of [seller, pia])
      count({ outbox }, 'posts', 1, { author_id: author.id, forum_slug, thread_id })
    const posted = { thread_id, forum_slug }
    emit<'createPost', 'post.created'>({ outbox }, 'post.created', {
      ...posted,
      post_id: opener.id,
      title: TITLE,
      parent_post_id: null,
      author: seller,
    })
    emit<'createPost', 'post.created'>({ outbox }, 'post.created', {
      ...posted,
      post_id: reply.id,
      parent_post_id: opener.id,
      author: pia,
    })
    const before = await lastPosition(platform, tenantId)
    const webhooks = { platform, tenantId, insert, outbox }
    await buildWebhooks(webhooks, shift, before + outbox.events.length)
  })
}

/** A key, and the audit log's word on it. */
async function buildAdmin(
  insert: Insert,
  outbox: Outbox,
  { created_at, at }: { created_at: Date; at: (id: number) => number },
): Promise<void> {
  const key = {
    id: at(5),
    user_id: at(MODERATOR_ID),
    label: 'Nightly sync',
    prefix: 'mc_live_Zx3a',
  }
  const scopes = ['posts:read', 'posts:write']
  await insert('api_keys', [{ ...key, environment: 'live', created_at }])
  count({ outbox }, 'api_keys', 1)
  await insert(
    'api_key_scopes',
    scopes.map((scope) => ({ key_id: key.id, scope })),
    'key_id',
  )
  await audited(insert, outbox, at(MODERATOR_ID), [
    { target_id: key.id, after: { label: key.label, scopes }, created_at },
  ])
}

async function audited(
  insert: Insert,
  outbox: Outbox,
  actor_id: number,
  entries: readonly Row[],
): Promise<void> {
  const entry = { actor_id, action: 'api_key.created', target_kind: 'api_key' }
  await insert(
    'audit_log',
    entries.map((each) => ({ ...entry, before: null, ...each })),
  )
  count({ outbox }, 'audit_log', entries.length, entry)
}

async function lastPosition(platform: Platform, tenantId: number): Promise<number> {
  const { rows } = await platform.query(
    `select value from counters where tenant_id = $1 and name = 'events'`,
    [tenantId],
  )
  return Number(rows[0]?.value ?? 0)
}

let grown = 0

/** Adds `n` rows to every list of a world, where the examples of its filters find them. */
export function growWorld(platform: Platform, tenantId: number, n: number): Promise<void> {
  const created_at = platform.clock.now()
  const numbers = Array.from({ length: n }, () => ++grown)
  const place = { thread_id: ids.threads as number, forum_id: FORUM, author_id: SELLER.id }
  return fill(platform, tenantId, async (insert, outbox) => {
    const users = await insert(
      'users',
      numbers.map((i) => ({
        username: `member_${i}`,
        display_name: `Member ${i}`,
        role: 2,
        post_count: 0,
      })),
    )
    count({ outbox }, 'users', n)
    for (const [i, user_id] of users.entries())
      emit<'createUser', 'user.joined'>({ outbox }, 'user.joined', {
        user_id,
        username: `member_${numbers[i]}`,
        email_verified: false,
      })
    const posts = await insert(
      'posts',
      numbers.map((i) => ({ ...place, is_opener: false, body: `Reply ${i}`, created_at })),
    )
    const { thread_id } = place
    count({ outbox }, 'posts', n, { author_id: SELLER.id, forum_slug: SLUG, thread_id })
    for (const post_id of posts)
      emit<'createPost', 'post.created'>({ outbox }, 'post.created', {
        post_id,
        thread_id,
        forum_slug: SLUG,
        parent_post_id: null,
        author: SELLER,
      })

    await growPlaces(insert, created_at, numbers)
    await growListings({ insert, outbox, created_at, seller: SELLER }, numbers)
    await growReports({ insert, outbox, created_at }, numbers)
    const keys = await insert(
      'api_keys',
      numbers.map((i) => ({
        user_id: MODERATOR_ID,
        label: `Key ${i}`,
        prefix: 'mc_live_Zx3a',
        environment: 'live',
        created_at,
      })),
    )
    count({ outbox }, 'api_keys', n)
    const entries = keys.map((target_id) => ({ target_id, after: null, created_at }))
    await audited(insert, outbox, MODERATOR_ID, entries)
    await growFiles({ insert, outbox, created_at, seller: SELLER }, numbers)
    await growWebhooks({ platform, tenantId, insert, outbox }, n)
  })
}

/** For each number a forum, a category and an area, and one of each that is archived. */
async function growPlaces(insert: Insert, archived_at: Date, numbers: readonly number[]) {
  for (const table of ['forums', 'listing_categories', 'file_areas'])
    await insert(
      table,
      numbers.flatMap((i) => [
        { slug: `place-${i}`, name: `Place ${i}`, archived_at: null },
        { slug: `former-place-${i}`, name: `Former place ${i}`, archived_at },
      ]),
    )
}

type Row = Readonly<Record<string, unknown>>
/** Inserts rows of one shape, with the ids they name or the next ones; answers the ids. */
export type Insert = (table: string, rows: readonly Row[], id?: string) => Promise<number[]>

/** One transaction in a partition that ends like the server's own writes do. */
async function fill(
  platform: Platform,
  tenantId: number,
  work: (insert: Insert, outbox: Outbox) => Promise<void>,
): Promise<void> {
  const outbox = createOutbox()
  await transact(
    platform.db,
    tenantId,
    (transaction) => work((table, rows, id) => insert(transaction, table, rows, id), outbox),
    () => flush(tenantId, outbox, platform.clock.now()),
  )
}

async function insert(
  { query, tenantId }: Transaction,
  table: string,
  rows: readonly Row[],
  id = 'id',
) {
  const columns = ['tenant_id', ...Object.keys(rows[0] ?? {})].join(', ')
  const values = JSON.stringify(rows.map((row) => ({ tenant_id: tenantId, ...row })))
  const { rows: inserted } = await query<{ id: number }>(
    `insert into ${table} (${columns}) overriding system value
     select ${columns} from json_populate_recordset(null::${table}, $1) returning ${id} as id`,
    [values],
  )
  return inserted.map((row) => row.id)
}
