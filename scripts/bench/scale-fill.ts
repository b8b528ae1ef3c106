import type { Database } from '@mobieus/db'
import { createTenant } from '@mobieus/domain'
import { bySystem, placeArrivals, scopes } from '@mobieus/domain/platform'
import { createKey, openSession } from '@mobieus/domain/admin'
import type pg from 'pg'
import { COHORT_TABLES, fillCohorts } from './scale-fill-cohorts.ts'
import { fillHelpDesk, HELP_TABLES } from './scale-fill-help.ts'
import { fillWiki, KNOW_TABLES } from './scale-fill-know.ts'
import { fillLearning, LEARN_TABLES } from './scale-fill-learn.ts'
import { fillScim, SCIM_TABLES } from './scale-fill-scim.ts'
import { DUE, fillWork } from './scale-fill-work.ts'
import { fillCounters } from './scale-counters.ts'

/** A tenant of the grown world: so many rows in every table, and whoever may call anything. */
export interface ScaleTenant {
  readonly slug: string
  readonly id: number
  readonly rows: number
  readonly adminId: number
  readonly key: string
  readonly cookie: string
  /** The first of its listing categories and file areas. */
  readonly category: number
  readonly area: number
  /**
   * The number before the first row of each table: ids are `from.posts + 1` to `from.posts + rows`.
   */
  readonly from: Readonly<Record<Table, number>>
}

export type Table = (typeof TABLES)[number]

const TABLES = [
  'forums',
  'users',
  'threads',
  'posts',
  'listings',
  'files',
  'reports',
  'moderation_actions',
  'ai_calls',
  'audit_log',
  'webhook_endpoints',
  'webhook_deliveries',
  'api_keys',
  'sessions',
  ...HELP_TABLES,
  ...KNOW_TABLES,
  ...LEARN_TABLES,
  ...COHORT_TABLES,
  ...SCIM_TABLES,
] as const

const YEAR_MS = 365 * 24 * 60 * 60 * 1000
const FORUMS = 20

/**
 * Fills one tenant as years would have, with as many rows in every table. The newer half of the members
 * is gone, a fifth of the deliveries open and all of one endpoint, the rest a mixture. `database` is
 * connected as the application's role, `owner` as the owner of the tables.
 */
export async function fillTenant(
  database: Database,
  owner: pg.ClientBase,
  slug: string,
  rows: number,
  fill: Fill = fillAll,
): Promise<ScaleTenant> {
  const admin = { username: 'founder', email: 'founder@example.com' }
  const { live } = await createTenant(database, { slug, name: slug, plan: 'pro', admin })
  const { tenantId: id, adminId } = live
  const from = {} as Record<Table, number>
  for (const table of TABLES) {
    const found = await owner.query(`select coalesce(max(id), 0)::int as last from ${table}`)
    from[table] = found.rows[0].last
  }
  const tenant = { slug, id, rows, adminId, from }
  // The events of its creation are placed and go, because the fill counts from 1.
  await placeArrivals(database, id)
  await owner.query('delete from api_events where tenant_id = $1', [id])
  await fillRows(owner, tenant, fill)
  await fillCounters(database, id)
  for (const table of TABLES)
    await owner.query(`select setval(pg_get_serial_sequence($1, 'id'), max(id)) from ${table}`, [
      table,
    ])
  const owned = { tenantId: id, userId: adminId, environment: 'live', rateLimit: 0 } as const
  const { secret } = await createKey(database, { ...owned, label: 'bench', scopes })
  const later = new Date(Date.now() + YEAR_MS)
  const { token } = await bySystem(database, id, later, (ctx) => openSession(ctx, adminId, later))
  return { ...tenant, key: secret, cookie: token, ...(await firstPlaces(owner, id)) }
}

async function firstPlaces(owner: pg.ClientBase, tenant: number) {
  const { rows } = await owner.query<{ category: number; area: number }>(
    `select (select min(id)::int from listing_categories where tenant_id = $1) as category,
       (select min(id)::int from file_areas where tenant_id = $1) as area`,
    [tenant],
  )
  return rows[0] as { category: number; area: number }
}

/**
 * Leaves the tables without their further indexes until `work` is done. To build one of a filled table
 * takes a fraction of keeping it while the table is filled.
 */
export async function withoutIndexes<T>(owner: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class on pg_class.oid = indrelid
     where relnamespace = 'public'::regnamespace and not indisprimary
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  )
  await owner.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
  const result = await work()
  for (const { definition } of rows) await owner.query(definition)
  return result
}

export type Filled = Pick<ScaleTenant, 'id' | 'rows' | 'adminId' | 'from'>

/** Members who still are there and whose the rows are; the newer half of all have left. */
export const staying = (rows: number): number => Math.max(1, Math.floor(rows / 100))

/** The rows that a tenant is filled with. */
export type Fill = (insert: InsertRows, tenant: Filled) => Promise<void>

function fillRows(owner: pg.ClientBase, tenant: Filled, fill: Fill): Promise<void> {
  const { id, rows } = tenant
  const insert = (table: string, columns: string, select: string, count = rows) =>
    owner.query(
      `insert into ${table} (tenant_id, ${columns}) overriding system value
       select ${id}, ${select} from generate_series(1::bigint, ${count}) i order by i`,
    )
  return fill(insert, tenant)
}

const since = (rows: number) => (i: string) => `now() - (${rows} - ${i}) * interval '1 minute'`

/** Members, whose newer half has left. */
async function fillMembers(insert: InsertRows, { rows, from }: Filled): Promise<void> {
  const at = since(rows)
  const gone = `i > ${rows} / 2`
  const due = `i > ${rows - DUE}`
  const left = `case when ${due} then now() - interval '40 days' when ${gone} then now() - interval '1 year' end`
  await insert(
    'users',
    `id, username, email, display_name, joined_at, deletion_scheduled_at,
     deletion_reason, anonymised_at`,
    `${from.users} + i,
     case when ${gone} and not ${due} then 'deleted:' || (${from.users} + i) else 'member-' || i end,
     case when not ${gone} or ${due} then 'member-' || i || '@example.com' end,
     'Member ' || i, ${at('i')}, ${left},
     case when ${gone} then 'deletion_scheduled' end,
     case when ${gone} and not ${due} then now() - interval '300 days' end`,
  )
}

/** The help desk and its members, and nothing else. */
export const fillDesk: Fill = async (insert, tenant) => {
  await fillMembers(insert, tenant)
  await fillHelpDesk(insert, tenant)
}

/** The wiki and its members, and nothing else; every page is found by its text. */
export const fillWikiAlone: Fill = async (insert, tenant) => {
  await fillMembers(insert, tenant)
  await fillWiki(insert, tenant, tenant.rows)
}

const fillAll: Fill = async (insert, tenant) => {
  const { rows, from, adminId, id } = tenant
  const threads = Math.max(1, rows / 50)
  const member = (i: string) => `${from.users} + 1 + ${i} * 7919::bigint % ${staying(rows)}`
  const at = since(rows)
  await insert(
    'forums',
    'id, slug, name',
    `${from.forums} + i, 'forum-' || i, 'Forum ' || i`,
    FORUMS,
  )
  await fillMembers(insert, tenant)
  await insert(
    'threads',
    'id, forum_id, author_id, title',
    `${from.threads} + i, ${from.forums} + 1 + i % ${FORUMS}, ${member('i')}, 'About cartridge number ' || i`,
    threads,
  )
  const thread = `(1 + i * 104729 % ${threads})`
  await insert(
    'posts',
    'id, thread_id, forum_id, author_id, is_opener, body, created_at, deleted_at',
    `${from.posts} + i, ${from.threads} + ${thread}, ${from.forums} + 1 + ${thread} % ${FORUMS},
     ${member('i')}, false, 'Post number ' || i || ': the picture rolls', ${at('i')},
     case when i % 10 = 0 then now() end`,
  )
  await insert(
    'listings',
    `id, slug, title, description, price_cents, quantity, quantity_remaining, condition_rating,
     country, status, category_id, seller_id, created_at, expires_at`,
    `${from.listings} + i, 'cartridge-' || i, 'Cartridge ' || i, 'Plays', 100, 5, 3, 'good', 'DE',
     (array['active','sold','pending','expired','active'])[1 + i % 5],
     (select min(c.id) from listing_categories c where c.tenant_id = ${id}) + i % 6,
     ${member('i')}, ${at('i')},
     case when i % 5 = 0 and i <= ${DUE * 5} then now() - interval '1 minute' else now() + interval '30 days' end`,
  )
  await insert(
    'files',
    `id, area_id, uploader_id, title, description, original_name, mime_type, size_bytes, sha256,
     storage_key, status, created_at, deleted_at`,
    `${from.files} + i, (select min(a.id) from file_areas a where a.tenant_id = ${id}) + i % 4,
     ${member('i')}, 'Manual ' || i, '', 'manual.pdf', 'application/pdf', 1000, repeat('a', 64),
     'files/${id}/' || i, case when i % 5 = 0 then 'deleted' else 'approved' end, ${at('i')},
     case when i % 5 = 0 then now() end`,
  )
  const closed = 'i % 20 <> 0'
  await insert(
    'reports',
    `id, reported_post_id, reported_user_id, reporter_id, reason_category, status, resolution,
     created_at, resolved_at, resolver_id`,
    `${from.reports} + i, ${from.posts} + i, ${member('i')}, ${member('(i + 1)')},
     (array['spam','harassment','off_topic','other'])[1 + i % 4],
     case when ${closed} then 'resolved' else 'open' end,
     case when ${closed} then 'no_action' end, ${at('i')},
     case when ${closed} then now() end, case when ${closed} then ${adminId} end`,
  )
  await insert(
    'moderation_actions',
    'id, action, target_kind, target_id, target_user_id, actor_id, created_at',
    `${from.moderation_actions} + i, (array['warn','ban','dismiss'])[1 + i % 3], 'user',
     ${member('i')}, ${member('i')}, ${adminId}, ${at('i')}`,
  )
  await insert(
    'audit_log',
    'id, actor_id, action, target_kind, target_id, created_at',
    `${from.audit_log} + i, ${member('i')}, (array['post.deleted','file.deleted'])[1 + i % 2],
     (array['post','file'])[1 + i % 2], i, ${at('i')}`,
  )
  await insert(
    'api_events',
    'position, type, type_position, created_at, data',
    `i, (array['post.created','user.joined'])[1 + i % 2], (i + 1) / 2, ${at('i')},
     json_build_object('post_id', i)`,
  )
  await fillWork(insert, tenant, member, at)
  await insert('event_cursors', 'subscriber, position', `'webhooks', ${rows}`, 1)
  await fillHelpDesk(insert, tenant)
  await fillWiki(insert, tenant, rows / 10)
  await fillScim(insert, tenant)
  await fillLearning(insert, tenant)
  await fillCohorts(insert, tenant)
}

export type InsertRows = (
  table: string,
  columns: string,
  select: string,
  count?: number,
) => Promise<unknown>
