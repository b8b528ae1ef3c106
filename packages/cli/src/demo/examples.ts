import { seal, transact, type Database, type Secrets } from '@mobieus/db'
import { count, emit, type FileStorage, type SystemWriting } from '@mobieus/domain/kit'
import { apiKeyList } from '@mobieus/domain/admin'
import {
  actionList,
  fileList,
  listingList,
  postList,
  reportList,
  userList,
} from '@mobieus/domain/core'
import {
  audit,
  bySystem,
  createSigningSecret,
  deliveryList,
  fingerprintOf,
  placeFirst,
  secretPlace,
  WEBHOOK_SECRETS,
  webhookList,
} from '@mobieus/domain/platform'
import { insertRows, reserveIds, type Insert } from './cast.ts'
import { insertRemoved } from './removed.ts'
import { attachmentKeyOf, sourceKeyOf } from '@mobieus/domain/help'
import { insertCohort } from './cohorts.ts'
import { insertLearning, PACKAGE } from './courses.ts'
import { insertLearnerCourses } from './learner-courses.ts'
import { keepPackage } from './package.ts'
import { insertQuizCourse } from './quiz-course.ts'
import { insertShortCourse } from './short-course.ts'
import { insertHelpDesk } from './help.ts'
import { insertProvisioning } from './scim.ts'
import { insertRecords } from './records.ts'
import { insertWiki } from './wiki.ts'
import { insertExport, insertImport, keepExport } from './wiki-export.ts'
import { insertModel } from './model.ts'
import { keepText } from './kept-text.ts'
import { forums } from './words.ts'

/**
 * Rows that the examples of the contract speak of, so that each works on the demo as it stands. A reader
 * who copies a call from the documentation gets an answer.
 */

/** The needs of files and webhooks that are not in the database. */
export interface Surroundings {
  readonly storage: FileStorage
  readonly secrets: Secrets
  /** A key of Anthropic's API with which the AI hooks of the demo answer; without one they are blocked. */
  readonly modelKey?: string | undefined
}

const DAY_MS = 24 * 60 * 60 * 1000
const seller = { id: 312, username: 'retroseller' }
const pia = { id: 7, username: 'pixel_pia' }
const moderator = { id: 9, username: 'mod_ben' }

/** Before anything else: the places, with ids that nothing later gets. */
export const furnishPlaces = (db: Database, tenantId: number, now: Date): Promise<void> =>
  transact(db, tenantId, async ({ tx }) => {
    await reserveIds(tx)
    const insert = insertRows.bind(undefined, tx, tenantId)
    const [atari] = forums
    await insert('forums', [
      { id: 12, ...atari, archived_at: null },
      { id: 13, slug: 'zx-spectrum', name: 'ZX Spectrum', description: '', archived_at: null },
      { id: 14, slug: 'fairs', name: 'Fairs', description: 'Of last year.', archived_at: now },
    ])
    await insert('listing_categories', [
      { id: 6, slug: 'consoles', name: 'Consoles', description: '', archived_at: null },
      { id: 9, slug: 'magazines', name: 'Magazines', description: '', archived_at: null },
      { id: 8, slug: 'raffles', name: 'Raffles', description: '', archived_at: now },
    ])
    await insert('file_areas', [
      { id: 17, slug: 'manuals', name: 'Manuals', description: '', archived_at: null },
      { id: 18, slug: 'schematics', name: 'Schematics', description: '', archived_at: null },
      { id: 19, slug: 'drivers', name: 'Drivers', description: '', archived_at: now },
    ])
  })

/** At last, as what happened just now: members, a thread, listings, a file, reports, a key, an endpoint. */
export async function furnishExamples(
  db: Database,
  tenantId: number,
  now: Date,
  around: Surroundings,
): Promise<void> {
  const { storage } = around
  const manual = await keepText(storage, tenantId, 'manual', 'Field service manual.\n')
  const removed = await keepText(storage, tenantId, 'removed-manual', 'The same manual.\n')
  const invoice = await keepText(storage, tenantId, 'invoice', 'Invoice 2026-0117\n', (sha256) =>
    attachmentKeyOf(tenantId, { id: 9101, sha256 }),
  )
  const upload = await keepText(storage, tenantId, 'upload', 'Invoice 2026-0117\n', (sha256) =>
    attachmentKeyOf(tenantId, { id: 9102, sha256 }),
  )
  const safety = await keepPackage(storage, tenantId, PACKAGE, now)
  const exported = await keepExport(storage, tenantId, now)
  const mail = 'From: ada@example.com\r\n\r\nIt was due two weeks ago.\r\n'
  const source = await keepText(storage, tenantId, 'mail', mail, (sha256) =>
    sourceKeyOf(tenantId, 9001, sha256),
  )
  await bySystem(db, tenantId, now, async (ctx) => {
    const insert = insertRows.bind(undefined, ctx.tx, tenantId)
    await insertMembers(ctx, insert)
    await insertThread(ctx, insert)
    await insertListings(ctx, insert)
    await insertFile(ctx, insert, manual)
    await insertRemoved(ctx, insert, removed)
    await insertReports(ctx, insert)
    await insertKey(ctx, insert)
    await insertHelpDesk(ctx, insert, { moderator, seller, invoice, upload, source })
    await insertProvisioning(ctx, insert, moderator)
    await insertLearning(ctx, insert, safety)
    await insertLearnerCourses(ctx, moderator.id)
    await insertShortCourse(ctx, insert)
    await insertCohort(ctx, insert, moderator)
    await insertRecords(ctx, insert, around.secrets)
    await insertQuizCourse(ctx, insert)
    await insertWiki(ctx, insert)
    await insertExport(ctx, insert, exported)
    await insertImport(ctx, insert)
    if (around.modelKey !== undefined) await insertModel(ctx, insert, around)
  })
  // Another transaction: only what is committed has its place in the log.
  await bySystem(db, tenantId, now, (ctx) =>
    insertEndpoint(ctx, insertRows.bind(undefined, ctx.tx, tenantId), around.secrets),
  )
}

async function insertMembers(ctx: SystemWriting, insert: Insert) {
  const common = { email_verified: true, joined_at: ctx.now }
  const member = (user: typeof seller, display_name: string, role: number) => ({
    ...{ ...common, ...user, email: `${user.username}@example.com` },
    ...{ display_name, role },
  })
  await insert('users', [
    member(seller, 'Retro Seller', 2),
    member(pia, 'Pixel Pia', 2),
    member(moderator, 'Ben', 3),
    member({ id: 4, username: 'admin_ann' }, 'Ann', 4),
  ])
  count(ctx, userList, 4)
  for (const { id, username } of [seller, pia, moderator])
    emit(ctx, 'user.joined', {
      ...{ user_id: id, username, email_verified: true },
    })
}

async function insertThread(ctx: SystemWriting, insert: Insert) {
  const [title, forum_slug] = ['Which capacitor kit for a light sixer?', 'atari-2600']
  const thread = { thread_id: 118, forum_id: 12, created_at: ctx.now }
  await insert('threads', [
    { id: 118, forum_id: 12, author_id: seller.id, title, created_at: ctx.now },
  ])
  const opener = { id: 4501, author_id: seller.id, is_opener: true, parent_post_id: null }
  const reply = { id: 4502, author_id: pia.id, is_opener: false, parent_post_id: 4501 }
  await insert('posts', [
    { ...thread, ...opener, body: 'The picture rolls after ten minutes.' },
    { ...thread, ...reply, body: 'Which revision is it?' },
  ])
  const posted = { thread_id: 118, forum_slug }
  for (const [post, author] of [
    [opener, seller],
    [reply, pia],
  ] as const) {
    count(ctx, postList, 1, { ...posted, author_id: author.id })
    emit(ctx, 'post.created', {
      ...{ ...posted, post_id: post.id, parent_post_id: post.parent_post_id, author },
      ...(post.is_opener && { title }),
    })
  }
}

async function insertListings(ctx: SystemWriting, insert: Insert) {
  const offer = {
    ...{ description: 'As on the photos.', price_cents: 12500, condition_rating: 'good' },
    ...{ quantity: 3, quantity_remaining: 1, country: 'DE', region: 'Berlin', city: 'Berlin' },
    ...{ category_id: 6, seller_id: seller.id, created_at: ctx.now },
    expires_at: new Date(ctx.now.getTime() + 30 * DAY_MS),
  }
  const offers = [
    { id: 42, slug: 'heavy-sixer-of-1977', title: 'Heavy sixer of 1977', status: 'active' },
    { id: 43, slug: 'kits-for-the-sixer', title: 'Kits for the sixer', status: 'pending' },
    { id: 44, slug: 'sixer-unserviced', title: 'Sixer, unserviced', status: 'active' },
  ]
  await insert(
    'listings',
    offers.map((each) => ({ ...offer, ...each })),
  )
  for (const { id, slug, title, status } of offers) {
    const { category_id, seller_id, price_cents } = offer
    count(ctx, listingList, 1, { status, seller_id, category_id })
    if (status === 'active')
      emit(ctx, 'listing.created', {
        ...{ listing_id: id, slug, title, price_cents, category_id, seller },
      })
  }
}

async function insertFile(ctx: SystemWriting, insert: Insert, bytes: { size_bytes: number }) {
  const file = {
    ...{
      ...bytes,
      id: 77,
      title: 'Field service manual',
      description: 'All revisions up to 1979.',
    },
    ...{ original_name: '2600-service.txt', mime_type: 'text/plain', status: 'approved' },
    ...{ area_id: 17, uploader_id: seller.id, download_count: 0, created_at: ctx.now },
  }
  await insert('files', [file])
  count(ctx, fileList, 1, { area_slug: 'manuals', uploader_id: seller.id })
  emit(ctx, 'file.uploaded', {
    ...{ file_id: 77, area_slug: 'manuals', title: file.title, uploader: seller },
    ...{ size_bytes: bytes.size_bytes, mime: file.mime_type },
  })
}

async function insertReports(ctx: SystemWriting, insert: Insert) {
  const common = { reason_category: 'spam', status: 'open', created_at: ctx.now }
  const of = (id: number, by: number, user: number, post: number | null) => ({
    ...{ ...common, id, reporter_id: by, reported_user_id: user, reported_post_id: post },
  })
  const reports = [of(61, pia.id, seller.id, null), of(62, seller.id, pia.id, 4502)]
  await insert('reports', reports)
  for (const report of reports) count(ctx, reportList, 1, report)
  const warned = { action: 'warn', target_user_id: seller.id }
  const target = { target_kind: 'user', target_id: seller.id, actor_id: moderator.id }
  await insert('moderation_actions', [{ ...warned, ...target, created_at: ctx.now }])
  count(ctx, actionList, 1, warned)
}

/** A key that nobody holds: it has no secret. */
async function insertKey(ctx: SystemWriting, insert: Insert) {
  const scopes = ['posts:read', 'posts:write']
  const key = { id: 5, user_id: moderator.id, label: 'Nightly sync', prefix: 'mc_live_Zx3a' }
  await insert('api_keys', [{ ...key, environment: 'live', created_at: ctx.now }])
  count(ctx, apiKeyList, 1)
  await insert(
    'api_key_scopes',
    scopes.map((scope) => ({ key_id: 5, scope })),
  )
  const change = { after: { label: key.label, scopes }, actor: moderator }
  audit(ctx, 'api_key.created', { kind: 'api_key', id: 5 }, change)
}

/** An endpoint that gets what is replayed to it, and a delivery of the newest post. */
async function insertEndpoint(ctx: SystemWriting, insert: Insert, secrets: Secrets) {
  const secret = createSigningSecret()
  const made = { created_at: ctx.now, completed_at: ctx.now }
  await placeFirst(ctx)
  const { last, position } = await ctx.tx
    .selectFrom('api_events')
    .select((eb) => [
      eb.fn.max('position').as('last'),
      eb.fn.max('position').filterWhere('type', '=', 'post.created').as('position'),
    ])
    .where('tenant_id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  await insert('webhook_endpoints', [
    {
      ...{ id: 17, url: 'https://hooks.example.com/mobieus', description: 'Mirror of the forum' },
      ...{ subscribed_events: ['*'], status: 'active', consecutive_failures: 0 },
      ...{ since_position: last, created_at: ctx.now },
      secret: seal(secrets.for(WEBHOOK_SECRETS).sealing, secret, secretPlace(ctx.tenantId, 17)),
      secret_fingerprint: fingerprintOf(secret),
    },
  ])
  count(ctx, webhookList, 1)
  await insert('webhook_deliveries', [
    {
      ...{ id: 90210, endpoint_id: 17, event_position: position, event_type: 'post.created' },
      ...{ ...made, status: 'succeeded', attempt_count: 1 },
    },
  ])
  count(ctx, deliveryList, 1, { endpoint_id: 17, status: 'succeeded' })
  const attempt = { number: 1, status_code: 200, latency_ms: 83, response_body: 'ok' }
  await insert('webhook_delivery_attempts', [
    { ...attempt, delivery_id: 90210, started_at: ctx.now },
  ])
}
