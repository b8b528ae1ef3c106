import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { MODERATOR, openCommunity, PIA, SELLER, type Community } from '../support/http/community.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { sendUpload } from '../support/http/share.ts'

/** Reports of members, and how they end. In this world 61 is about a member, 62 about a post. */

let platform: Platform
let community: Community
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  community = await openCommunity(platform)
})

const actor_id = MODERATOR.id

describe('a report', () => {
  const said = {
    reason_category: 'spam',
    details: 'Ten times.',
    source_url: 'https://example.com/x',
  }
  const unsaid = { reported_post_id: null, reported_listing_id: null, reported_file_id: null }

  test('of a member: an event with all it says but the details', async () => {
    const body = { reported_user_id: SELLER.id, reporter_id: PIA.id, ...said }
    const { id, ...report } = await community.data('/reports', body)
    expect(report).toEqual({
      ...{ ...said, ...unsaid, reporter: PIA, reported_user_id: SELLER.id },
      ...{ status: 'open', resolution: null, resolved_at: null, resolver: null },
      created_at: expect.any(String),
    })
    expect(await community.events()).toEqual([
      {
        type: 'report.created',
        data: {
          report_id: id,
          reporter: { id: PIA.id },
          reported_user_id: SELLER.id,
          reported_post_id: null,
          reason_category: said.reason_category,
          source_url: said.source_url,
        },
      },
    ])
    expect(await community.data(`/reports/${id}`)).toEqual({ id, ...report })
  })

  test.each([
    { kind: 'post', thing: 4502, owner: PIA },
    { kind: 'listing', thing: 42, owner: SELLER },
    { kind: 'file', thing: 77, owner: SELLER },
  ])(
    'of a $kind: it is about its owner, and the content is flagged',
    async ({ kind, thing, owner }) => {
      const named = { [`reported_${kind}_id`]: thing }
      const body = { ...named, reason_category: 'fraud', reporter_id: ADMIN_ID }
      const report = await community.data('/reports', body)
      expect(report).toMatchObject({ ...unsaid, ...named, reported_user_id: owner.id })
      const [created, flagged, ...rest] = await community.events()
      expect(created).toMatchObject({
        type: 'report.created',
        data: {
          ...{ report_id: report.id, reporter: { id: ADMIN_ID }, reported_user_id: owner.id },
          ...{ reported_post_id: kind === 'post' ? thing : null, source_url: null },
        },
      })
      expect(flagged).toEqual({
        type: 'moderation.content_flagged',
        data: {
          target: { kind, id: thing },
          actor: { id: ADMIN_ID, username: 'admin_ann' },
          reason: 'fraud',
          report_id: report.id,
        },
      })
      expect(rest).toEqual([])
    },
  )
  const ADMIN_ID = 4

  test('names exactly one thing', async () => {
    const report = (body: object) =>
      community.call('/reports', { reason_category: 'spam', ...body })
    expect(await report({})).toMatchObject(
      refusal(422, 'validation_failed', 'reported_user_id', 'required'),
    )
    expect(await report({ reported_user_id: 7, reported_post_id: 4501 })).toMatchObject(
      refusal(422, 'validation_failed', 'reported_user_id', 'not_allowed'),
    )
    expect(await report({ reported_listing_id: 42, reported_post_id: 4501 })).toMatchObject(
      refusal(422, 'validation_failed', 'reported_post_id', 'not_allowed'),
    )
    for (const other of ['user', 'post', 'listing'])
      expect(await report({ reported_file_id: 77, [`reported_${other}_id`]: 42 })).toMatchObject(
        refusal(422, 'validation_failed', `reported_${other}_id`, 'not_allowed'),
      )
  })

  test('of removed content is refused', async () => {
    await community.data('/posts/4502/delete', {})
    await community.data('/moderation/actions', { action: 'remove_content', target_listing_id: 42 })
    await community.data('/files/77/delete', {})
    for (const named of [
      { reported_post_id: 4502 },
      { reported_listing_id: 42 },
      { reported_file_id: 77 },
    ])
      expect(await community.call('/reports', { reason_category: 'spam', ...named })).toMatchObject(
        refusal(422, 'validation_failed', Object.keys(named)[0], 'not_found'),
      )
  })

  test('of a file that waits for its scan, or was rejected, is refused like one of a missing file', async () => {
    const upload = { bytes: 'EICAR', fields: { area_slug: 'manuals' } }
    const { body } = await sendUpload(community.tenant.url, await community.tenant.key(), upload)
    const report = (reported_file_id: number) =>
      community.call('/reports', { reason_category: 'spam', reported_file_id })
    const { status, body: missing } = await report(999_999)
    const refused = { status, error: missing.error.details }
    for (const scan of [async () => false, undefined]) {
      const { status, body: answer } = await report(body.data.id)
      expect({ status, error: answer.error.details }).toEqual(refused)
      await workOnFiles(platform, community.tenant.live.tenantId, scan)
    }
    expect(await community.types()).toEqual([])
  })

  test('takes no address that a browser would run', async () => {
    const body = { reported_user_id: 7, reason_category: 'spam', source_url: 'javascript:alert(1)' }
    expect(await community.call('/reports', body)).toMatchObject(
      refusal(422, 'validation_failed', 'source_url'),
    )
  })
})

test('filters find what they say, alone and together, with their totals', async () => {
  const report = async (reported_user_id: number, reason_category: string) =>
    (await community.data('/reports', { reported_user_id, reason_category })).id as number
  const a = await report(SELLER.id, 'fraud')
  const b = await report(PIA.id, 'fraud')
  const c = await report(PIA.id, 'spam')
  await community.data(`/reports/${b}/dismiss`, { actor_id })
  await community.data(`/reports/${c}/resolve`, { actor_id })
  expect(await community.ids('/reports')).toEqual([c, b, a, 62, 61])
  expect(await community.ids('/reports?status=open')).toEqual([a, 62, 61])
  expect(await community.ids('/reports?status=in_progress')).toEqual([])
  expect(await community.ids('/reports?status=dismissed')).toEqual([b])
  expect(await community.ids('/reports?reason_category=fraud')).toEqual([b, a])
  expect(await community.ids(`/reports?reported_user_id=${PIA.id}`)).toEqual([c, b, 62])
  expect(await community.ids(`/reports?status=resolved&reported_user_id=${PIA.id}`)).toEqual([c])
  expect(
    await community.ids(`/reports?status=open&reason_category=spam&reported_user_id=${PIA.id}`),
  ).toEqual([62])
})

describe('dismissed', () => {
  test('it is closed, logged and told as an action', async () => {
    const report = await community.data('/reports/62/dismiss', { note: 'Fine.', actor_id })
    expect(report).toMatchObject({ status: 'dismissed', resolution: null, resolver: MODERATOR })
    expect(report.resolved_at).toEqual(expect.any(String))
    expect(await community.events()).toEqual([
      {
        type: 'moderation.action_taken',
        data: {
          ...{ action: 'dismiss', target_user_id: PIA.id, report_id: 62, duration_hours: null },
          actor: MODERATOR,
        },
      },
    ])
    const [entry] = await community.data('/moderation/actions')
    expect(entry).toMatchObject({
      ...{ action: 'dismiss', report_id: 62, reason: 'Fine.', actor: MODERATOR },
      ...{ target: { kind: 'post', id: 4502 }, target_user_id: PIA.id },
    })
    expect(await community.audited()).toEqual([
      {
        action: 'report.dismissed',
        actor: MODERATOR,
        target: { kind: 'report', id: 62 },
        before: { status: 'open' },
        after: { status: 'dismissed' },
      },
    ])
  })
})

describe('resolved', () => {
  test('without an action: the end is told, and nobody is acted on', async () => {
    const report = await community.data('/reports/61/resolve', { note: 'Settled.', actor_id })
    expect(report).toMatchObject({
      status: 'resolved',
      resolution: 'no_action',
      resolver: MODERATOR,
    })
    const { resolved_at } = report
    const [event, ...rest] = await community.events()
    expect(event).toEqual({
      type: 'report.resolved',
      data: { report_id: 61, resolution: 'no_action', resolver: MODERATOR, resolved_at },
    })
    expect(rest).toEqual([])
    const [entry] = await community.data('/moderation/actions')
    expect(entry).toMatchObject({ action: 'no_action', report_id: 61, reason: 'Settled.' })
  })

  test.each([
    { action: 'warn', alias: 'user_warned', hours: undefined },
    { action: 'suspend', alias: 'user_suspended', hours: 48 },
    { action: 'ban', alias: 'user_banned', hours: undefined },
    { action: 'shadow_ban', alias: 'user_shadow_banned', hours: undefined },
  ])(
    'with $action: the action, its legacy event, and the end',
    async ({ action, alias, hours }) => {
      const asked = { action, duration_hours: hours, note: 'Again.', actor_id }
      const { resolved_at } = await community.data('/reports/61/resolve', asked)
      expect(await community.events()).toEqual([
        {
          type: 'moderation.action_taken',
          data: {
            ...{ action, target_user_id: SELLER.id, report_id: 61, actor: MODERATOR },
            duration_hours: hours ?? null,
          },
        },
        {
          type: `moderation.${alias}`,
          data: {
            ...{ target: { kind: 'user', id: SELLER.id }, actor: MODERATOR, reason: 'Again.' },
            report_id: 61,
            ...(hours && { duration_hours: hours }),
          },
        },
        {
          type: 'report.resolved',
          data: { report_id: 61, resolution: action, resolver: MODERATOR, resolved_at },
        },
      ])
      const [entry] = await community.data('/moderation/actions')
      expect(entry).toMatchObject({ action, report_id: 61, duration_hours: hours ?? null })
      expect(
        (await community.audited()).map((each) => (each as { action: string }).action),
      ).toEqual([`user.${alias.slice('user_'.length)}`, 'report.resolved'])
    },
  )

  test('with the content removed: of a report about content only', async () => {
    const removal = { action: 'remove_content', actor_id }
    expect(await community.call('/reports/61/resolve', removal)).toMatchObject(
      refusal(422, 'validation_failed', 'action', 'not_allowed'),
    )
    await community.data('/reports/62/resolve', removal)
    expect(await community.types()).toEqual([
      'post.deleted',
      'moderation.content_removed',
      'report.resolved',
    ])
    expect((await community.data('/posts/4502')).deleted_at).toEqual(expect.any(String))

    const named = { reported_listing_id: 42, reason_category: 'fraud' }
    const { id } = await community.data('/reports', named)
    await community.events()
    await community.data(`/reports/${id}/resolve`, removal)
    expect(await community.types()).toEqual([
      'listing.withdrawn',
      'moderation.content_removed',
      'report.resolved',
    ])
  })

  test.each([
    [{ action: 'dismiss' }, 'action', 'enum'],
    [{ action: 'suspend' }, 'duration_hours', 'required'],
    [{ action: 'ban', duration_hours: 2 }, 'duration_hours', 'not_allowed'],
    [{ duration_hours: 2 }, 'duration_hours', 'not_allowed'],
    [{ action: 'suspend', duration_hours: 0 }, 'duration_hours', 'too_small'],
    [{ actor_id: PIA.id }, 'actor_id', 'not_allowed'],
  ])('not with %j', async (body, field, fault) => {
    expect(await community.call('/reports/61/resolve', body)).toMatchObject(
      refusal(422, 'validation_failed', field, fault),
    )
    expect((await community.data('/reports/61')).status).toBe('open')
  })

  test('with an action that cannot be: nothing of it has happened', async () => {
    await community.data('/moderation/actions', { action: 'ban', target_user_id: SELLER.id })
    await community.events()
    const before = [await community.ids('/moderation/actions'), await community.audited()]
    expect(await community.call('/reports/61/resolve', { action: 'ban' })).toMatchObject(
      refusal(409, 'conflict', 'action'),
    )
    expect((await community.data('/reports/61')).status).toBe('open')
    expect([await community.ids('/moderation/actions'), await community.audited()]).toEqual(before)
    expect(await community.events()).toEqual([])
  })
})
