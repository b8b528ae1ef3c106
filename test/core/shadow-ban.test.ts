import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import pino from 'pino'
import { listingExpiry } from '../../packages/domain/src/core/listing-expiry.ts'
import { doChores } from '../../packages/worker/src/index.ts'
import { openCommunity, PIA, SELLER, type Community } from '../support/http/community.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { sendUpload } from '../support/http/share.ts'

/** Content of a shadow-banned member is found by its id, and shown in no list. */

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let community: Community
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  community = await openCommunity(platform)
  await community.data('/moderation/actions', { action: 'shadow_ban', target_user_id: SELLER.id })
  await community.events()
})

const LISTING = {
  title: 'Paddles',
  description: 'A pair.',
  price_cents: 900,
  quantity: 2,
  condition_rating: 'good',
  category_id: 6,
  location: { country: 'DE' },
  seller_id: SELLER.id,
}

test('posts: readable by id, absent from lists, totals, counts and events', async () => {
  const { post_count } = await community.data(`/users/${SELLER.id}`)
  const reply = { thread_id: 118, body: 'Hello', author_id: SELLER.id }
  const thread = { forum_slug: 'atari-2600', title: 'Hi', body: 'Hello', author_id: SELLER.id }
  for (const body of [reply, thread]) {
    const post = await community.data('/posts', body)
    expect(post).toMatchObject({ body: 'Hello', author: SELLER })
    expect(await community.data(`/posts/${post.id}`)).toEqual(post)
    await community.data(`/posts/${post.id}`, { body: 'Other' })
    for (const query of ['', '?thread_id=118', `?author_id=${SELLER.id}`, '?forum_slug=atari-2600'])
      expect(await community.ids(`/posts${query}`)).not.toContain(post.id)
    expect(await community.ids(`/posts?thread_id=118&author_id=${SELLER.id}`)).toEqual([4501])
    await community.data(`/posts/${post.id}/delete`, {})
    expect(await community.data(`/posts/${post.id}`)).toMatchObject({ body: null })
  }
  expect(await community.events()).toEqual([])
  expect(await community.ids('/posts')).toEqual([4502, 4501])
  expect((await community.data(`/users/${SELLER.id}`)).post_count).toBe(post_count)
})

test('listings: the same through all of their life', async () => {
  const [sold, withdrawn, late] = [
    await community.data('/listings', LISTING),
    await community.data('/listings', { ...LISTING, status: 'pending' }),
    await community.data('/listings', LISTING),
  ]
  expect(sold).toMatchObject({ status: 'active', seller: SELLER })
  expect(await community.data(`/listings/${sold.id}`)).toEqual(sold)
  await community.data(`/listings/${sold.id}`, { price_cents: 1000 })
  await community.data(`/listings/${sold.id}/sell`, { quantity: 2 })
  const published = await platform.call(`/api/v1/listings/${withdrawn.id}/publish`, {
    method: 'POST',
    host: community.tenant.url,
    key: await community.tenant.key(),
  })
  expect(published.body.data.status).toBe('active')
  await community.data(`/listings/${withdrawn.id}/withdraw`, {})

  const lists = async () =>
    Promise.all(
      ['', '?status=active', '?status=sold', '?status=withdrawn', '?status=expired']
        .concat([`?seller_id=${SELLER.id}`, '?category_id=6', '?status=active&category_id=6'])
        .map((query) => community.ids(`/listings${query}`)),
    )
  const all = [44, 43, 42]
  const before = [all, [44, 42], [], [], [], all, all, [44, 42]]
  expect(await lists()).toEqual(before)
  platform.clock.advance(31 * DAY_MS)
  const after = [all, [], [], [], [44, 42], all, all, []]
  expect(await lists()).toEqual(after)
  await doChores(platform.db, [listingExpiry], platform.clock.now(), pino({ level: 'silent' }))
  expect(await lists()).toEqual(after)
  expect(await community.data(`/listings/${late.id}`)).toMatchObject({ status: 'expired' })
  expect(await community.events()).toEqual([])
})

/** Uploads in a member's name; the file is in quarantine. */
async function upload(by = SELLER): Promise<number> {
  const fields = { title: 'List', area_slug: 'manuals', uploader_id: String(by.id) }
  const sent = { bytes: `Twelve capacitors of ${by.username}.`, fields }
  const { status, body } = await sendUpload(
    community.tenant.url,
    await community.tenant.key(),
    sent,
  )
  expect(status).toBe(202)
  return body.data.id
}
const scan = () => workOnFiles(platform, community.tenant.live.tenantId)

const FILE_LISTS = ['', '?area_slug=manuals', `?uploader_id=${SELLER.id}`].concat([
  `?area_slug=manuals&uploader_id=${SELLER.id}`,
])
const listed = () => Promise.all(FILE_LISTS.map((query) => community.ids(`/files${query}`)))

test('files: approved and readable by id, absent from lists, totals and events', async () => {
  const before = await listed()
  const ids = [await upload(), await upload()]
  await scan()
  for (const id of ids) {
    expect(await community.data(`/files/${id}`)).toMatchObject({ id, uploader: SELLER })
    const { status, text } = await community.call(`/files/${id}/content`)
    expect({ status, text }).toEqual({ status: 200, text: 'Twelve capacitors of retroseller.' })
    expect(await listed()).toEqual(before)
  }
  await community.data(`/files/${ids[0]}/delete`, { actor_id: SELLER.id })
  const removal = { action: 'remove_content', target_file_id: ids[1] }
  await community.data('/moderation/actions', removal)
  expect(await listed()).toEqual(before)
  expect((await community.events()).map(({ type }) => type)).toEqual(['moderation.content_removed'])
})

test('files: what goes live after the ban is hidden, what was live before it stays', async () => {
  const early = await upload(PIA)
  await scan()
  expect((await community.events()).map(({ type }) => type)).toEqual(['file.uploaded'])
  const waiting = await upload(PIA)
  await community.data('/moderation/actions', { action: 'shadow_ban', target_user_id: PIA.id })
  await community.events()
  await scan()
  expect(await community.data(`/files/${waiting}`)).toMatchObject({ uploader: PIA })
  expect(await community.ids('/files')).toEqual([early, 77])
  expect(await community.ids(`/files?uploader_id=${PIA.id}`)).toEqual([early])
  expect(await community.events()).toEqual([])
  await community.data(`/files/${early}/delete`, { actor_id: PIA.id })
  expect(await community.ids('/files')).toEqual([77])
})

test('lifted: what was made meanwhile stays hidden, of every kind, and the rest is as before', async () => {
  const post = await community.data('/posts', { ...REPLY, author_id: SELLER.id })
  const live = await community.data('/listings', LISTING)
  const pending = await community.data('/listings', { ...LISTING, status: 'pending' })
  const scanned = await upload()
  await scan()
  const unscanned = await upload()
  await platform.query('update users set shadow_banned_at = null where tenant_id = $1', [
    community.tenant.live.tenantId,
  ])
  await scan()
  await community.data(`/listings/${pending.id}/publish`, {})
  expect(await community.events()).toEqual([])
  expect(await community.ids('/posts')).not.toContain(post.id)
  expect(await community.ids('/listings')).toEqual([44, 43, 42])
  expect(await listed()).toEqual(FILE_LISTS.map(() => [77]))
  for (const path of [`/listings/${live.id}`, `/files/${scanned}`, `/files/${unscanned}`])
    expect((await community.call(path)).status).toBe(200)

  const reply = await community.data('/posts', { ...REPLY, author_id: SELLER.id })
  const file = await upload()
  await scan()
  const types = await community.types()
  expect(types).toEqual(['post.created', 'file.uploaded'])
  expect(await community.ids('/posts')).toContain(reply.id)
  expect(await community.ids('/files')).toEqual([file, 77])
})

const REPLY = { thread_id: 118, body: 'Hello' }

test('content from before stays, but content that goes live from now on is hidden', async () => {
  expect(await community.ids('/posts')).toContain(4501)
  expect(await community.ids('/listings?status=active')).toEqual([44, 42])
  const publish = { method: 'POST', host: community.tenant.url, key: await community.tenant.key() }
  const { body } = await platform.call('/api/v1/listings/43/publish', publish)
  expect(body.data.status).toBe('active')
  expect(await community.ids('/listings')).toEqual([44, 42])
  expect(await community.ids('/listings?status=pending')).toEqual([])
  expect(await community.events()).toEqual([])
})

test('moderators find it by a report, and remove it', async () => {
  const { id } = await community.data('/listings', LISTING)
  const report = { reported_listing_id: id, reason_category: 'spam' }
  const { id: reportId } = await community.data('/reports', report)
  await community.events()
  await community.data(`/reports/${reportId}/resolve`, { action: 'remove_content' })
  expect((await community.events()).map(({ type }) => type)).toEqual([
    'moderation.content_removed',
    'report.resolved',
  ])
  expect(await community.ids('/listings')).toEqual([44, 43, 42])
})

test('the member learns nothing of it', async () => {
  expect((await community.call(`/users/${SELLER.id}`)).text).not.toContain('shadow')
  const post = { thread_id: 118, body: 'Hello', author_id: SELLER.id }
  expect((await community.call('/posts', post)).text).not.toMatch(/shadow|hidden/)
})

test('content from before that is edited is hidden from then on, and nobody hears of it', async () => {
  const { post_count } = await community.data(`/users/${SELLER.id}`)
  const actor_id = SELLER.id
  await community.data('/posts/4501', { body: 'Buy this', actor_id })
  await community.data('/listings/42', { title: 'Buy this', actor_id })
  expect(await community.ids('/posts')).toEqual([4502])
  expect(await community.ids('/listings')).not.toContain(42)
  expect(await community.data('/posts/4501')).toMatchObject({ body: 'Buy this' })
  expect((await community.data(`/users/${SELLER.id}`)).post_count).toBe(post_count - 1)
  expect(await community.events()).toEqual([])
})
