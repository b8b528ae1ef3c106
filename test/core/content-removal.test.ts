import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { MODERATOR, openCommunity, PIA, SELLER, type Community } from '../support/http/community.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { sendUpload } from '../support/http/share.ts'

/** Removals by moderators. */

let platform: Platform
let community: Community
let tenantId: number
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  community = await openCommunity(platform)
  tenantId = community.tenant.live.tenantId
})

const actor_id = MODERATOR.id
const tryTo = (body: object) => community.call('/moderation/actions', { actor_id, ...body })

describe('removed', () => {
  test('a post: deleted, in nobody’s count, with both events', async () => {
    const { post_count } = await community.data(`/users/${PIA.id}`)
    const entry = await community.moderate({
      action: 'remove_content',
      target_post_id: 4502,
      reason: 'spam',
    })
    const target = { kind: 'post', id: 4502 }
    expect(entry).toMatchObject({ action: 'remove_content', target, target_user_id: PIA.id })
    expect(await community.events()).toEqual([
      {
        type: 'post.deleted',
        data: { post_id: 4502, thread_id: 118, by: MODERATOR, reason: 'spam' },
      },
      {
        type: 'moderation.content_removed',
        data: { target, actor: MODERATOR, reason: 'spam', report_id: null },
      },
    ])
    expect(await community.data('/posts/4502')).toMatchObject({ body: null })
    expect(await community.ids('/posts')).toEqual([4501])
    expect(await community.ids(`/posts?author_id=${PIA.id}`)).toEqual([])
    expect((await community.data(`/users/${PIA.id}`)).post_count).toBe(post_count - 1)
    expect(await community.audited()).toEqual([
      { action: 'post.removed', actor: MODERATOR, target, before: null, after: { reason: 'spam' } },
    ])
    expect(await tryTo({ action: 'remove_content', target_post_id: 4502 })).toMatchObject(
      refusal(409, 'conflict'),
    )
  })

  test('a live listing: withdrawn and out of every list, with both events', async () => {
    const { slug } = await community.data('/listings/42')
    await community.moderate({ action: 'remove_content', target_listing_id: 42 })
    expect(await community.events()).toEqual([
      {
        type: 'listing.withdrawn',
        data: { listing_id: 42, slug, seller_id: SELLER.id, by: MODERATOR },
      },
      {
        type: 'moderation.content_removed',
        data: {
          ...{ target: { kind: 'listing', id: 42 }, actor: MODERATOR },
          ...{ reason: null, report_id: null },
        },
      },
    ])
    expect(await community.data('/listings/42')).toMatchObject({ status: 'withdrawn' })
    expect(await community.ids('/listings')).toEqual([44, 43])
    expect(await community.ids('/listings?status=active')).toEqual([44])
    expect(await community.ids('/listings?status=withdrawn')).toEqual([])
    expect(await community.ids(`/listings?seller_id=${SELLER.id}&category_id=6`)).toEqual([44, 43])
    expect(await tryTo({ action: 'remove_content', target_listing_id: 42 })).toMatchObject(
      refusal(409, 'conflict'),
    )
  })

  test('a listing that is not live: nobody hears of its withdrawal', async () => {
    await community.data('/listings/42/withdraw', {})
    await community.events()
    for (const target_listing_id of [42, 43])
      await community.moderate({ action: 'remove_content', target_listing_id })
    expect(await community.types()).toEqual([
      'moderation.content_removed',
      'moderation.content_removed',
    ])
    expect(await community.ids('/listings')).toEqual([44])
  })

  test('a file: out of every list, not to be had by its id', async () => {
    const target = { kind: 'file', id: 77 }
    const removal = { action: 'remove_content', target_file_id: 77, reason: 'copyright' }
    expect(await community.moderate(removal)).toMatchObject({ target, target_user_id: SELLER.id })
    expect(await community.events()).toEqual([
      {
        type: 'moderation.content_removed',
        data: { target, actor: MODERATOR, reason: 'copyright', report_id: null },
      },
    ])
    for (const query of ['', '?area_slug=manuals', `?uploader_id=${SELLER.id}`])
      expect(await community.ids(`/files${query}`)).toEqual([])
    for (const path of ['/files/77', '/files/77/content'])
      expect(await community.call(path)).toMatchObject(refusal(404, 'not_found'))
    expect(await community.audited()).toEqual([
      {
        ...{ action: 'file.removed', actor: MODERATOR, target },
        ...{ before: null, after: { reason: 'copyright' } },
      },
    ])
    expect(await tryTo(removal)).toMatchObject(refusal(409, 'conflict'))
  })

  test('a file by one of its reports: the others stay open, as those of a post do', async () => {
    const report = async () => {
      const named = { reported_file_id: 77, reason_category: 'copyright' }
      return (await community.data('/reports', named)).id as number
    }
    const [first, second] = [await report(), await report()]
    await community.events()
    const removal = { action: 'remove_content', note: 'Not theirs.', actor_id }
    await community.data(`/reports/${first}/resolve`, removal)
    expect(await community.types()).toEqual(['moderation.content_removed', 'report.resolved'])
    expect((await community.call('/files/77')).status).toBe(404)
    expect(await community.call(`/reports/${second}/resolve`, removal)).toMatchObject(
      refusal(409, 'conflict'),
    )
    const open = { status: 'open', reported_file_id: 77, reported_user_id: SELLER.id }
    expect(await community.data(`/reports/${second}`)).toMatchObject(open)
    await community.data(`/reports/${second}/dismiss`, { actor_id })
  })

  test('no file that nobody was ever shown, and none twice', async () => {
    const key = await community.tenant.key()
    const fields = { area_slug: 'manuals', uploader_id: String(PIA.id) }
    const { body } = await sendUpload(community.tenant.url, key, { bytes: 'EICAR', fields })
    const unseen = { action: 'remove_content', target_file_id: body.data.id }
    const missing = refusal(422, 'validation_failed', 'target_file_id', 'not_found')
    expect(await tryTo(unseen)).toMatchObject(missing)
    await workOnFiles(platform, tenantId, async () => false)
    expect(await tryTo(unseen)).toMatchObject(missing)
    await community.data('/files/77/delete', { actor_id: SELLER.id })
    expect(await tryTo({ action: 'remove_content', target_file_id: 77 })).toMatchObject(
      refusal(409, 'conflict'),
    )
    expect(await community.ids('/moderation/actions?action=remove_content')).toEqual([])
  })
})
