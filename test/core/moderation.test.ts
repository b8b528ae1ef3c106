import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  ADMIN,
  MODERATOR,
  openCommunity,
  PIA,
  SELLER,
  type Community,
} from '../support/http/community.ts'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** Measures of moderators against members, without a report, and the log of them. */

const HOUR_MS = 60 * 60 * 1000

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
const tryTo = (body: object) => community.call('/moderation/actions', { actor_id, ...body })

describe('a member', () => {
  test.each([
    { action: 'warn', alias: 'user_warned', hours: undefined },
    { action: 'suspend', alias: 'user_suspended', hours: 48 },
    { action: 'ban', alias: 'user_banned', hours: undefined },
    { action: 'shadow_ban', alias: 'user_shadow_banned', hours: undefined },
  ])('$action: told twice, logged twice', async ({ action, alias, hours }) => {
    const asked = { target_user_id: PIA.id, duration_hours: hours, reason: 'Because.' }
    const entry = await community.moderate({ action, ...asked })
    const target = { kind: 'user', id: PIA.id }
    expect(entry).toEqual({
      ...{ action, target, target_user_id: PIA.id, report_id: null, reason: 'Because.' },
      ...{ duration_hours: hours ?? null, actor: MODERATOR },
      ...{ id: expect.any(Number), created_at: expect.any(String) },
    })
    expect((await community.data('/moderation/actions'))[0]).toEqual(entry)
    expect(await community.events()).toEqual([
      {
        type: 'moderation.action_taken',
        data: {
          ...{ action, target_user_id: PIA.id, report_id: null, actor: MODERATOR },
          duration_hours: hours ?? null,
        },
      },
      {
        type: `moderation.${alias}`,
        data: {
          ...{ target, actor: MODERATOR, reason: 'Because.', report_id: null },
          ...(hours && { duration_hours: hours }),
        },
      },
    ])
    expect(await community.audited()).toMatchObject([
      { action: `user.${alias.slice('user_'.length)}`, actor: MODERATOR, target },
    ])
  })

  test('banned: role 1, and what was before in the audit log', async () => {
    await community.moderate({ action: 'ban', target_user_id: PIA.id })
    expect(await community.data(`/users/${PIA.id}`)).toMatchObject({ role: 1 })
    expect(await community.audited()).toMatchObject([{ before: { role: 2 }, after: { role: 1 } }])
    expect(await tryTo({ action: 'ban', target_user_id: PIA.id })).toMatchObject(
      refusal(409, 'conflict', 'action'),
    )
  })

  test('is banned once by twenty bans at once', async () => {
    const bans = await Promise.all(
      Array.from({ length: 20 }, () => tryTo({ action: 'ban', target_user_id: PIA.id })),
    )
    expect(bans.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)])
    expect(await community.types()).toEqual(['moderation.action_taken', 'moderation.user_banned'])
  })

  test('is acted on from above, by moderators only', async () => {
    for (const target_user_id of [MODERATOR.id, ADMIN.id])
      expect(await tryTo({ action: 'warn', target_user_id })).toMatchObject(
        refusal(422, 'validation_failed', 'target_user_id', 'not_allowed'),
      )
    expect(
      await tryTo({ action: 'warn', target_user_id: PIA.id, actor_id: SELLER.id }),
    ).toMatchObject(refusal(422, 'validation_failed', 'actor_id', 'not_allowed'))
    await community.moderate({ action: 'warn', target_user_id: MODERATOR.id, actor_id: ADMIN.id })
  })

  test.each([
    [{ action: 'warn' }, 'target_user_id', 'required'],
    [{ action: 'warn', target_post_id: 4502 }, 'target_post_id', 'not_allowed'],
    [{ action: 'warn', target_user_id: 7, duration_hours: 1 }, 'duration_hours', 'not_allowed'],
    [{ action: 'suspend', target_user_id: 7 }, 'duration_hours', 'required'],
    [{ action: 'remove_content' }, 'target_post_id', 'required'],
    [{ action: 'remove_content', target_user_id: 7 }, 'target_user_id', 'not_allowed'],
    [
      { action: 'remove_content', target_post_id: 4502, target_listing_id: 42 },
      'target_post_id',
      'not_allowed',
    ],
    [
      { action: 'remove_content', target_file_id: 77, target_listing_id: 42 },
      'target_listing_id',
      'not_allowed',
    ],
    [{ action: 'warn', target_user_id: 7, target_file_id: 77 }, 'target_file_id', 'not_allowed'],
    [{ action: 'dismiss', target_user_id: 7 }, 'action', 'enum'],
  ])('not with %j', async (body, field, fault) => {
    const { status, body: answer } = await tryTo(body)
    expect(status).toBe(422)
    expect(answer.error.details).toContainEqual(expect.objectContaining({ field, code: fault }))
  })
})

describe('a member who may not write', () => {
  /** Every write in the name of a member, and the field that names them. */
  const writes = (id: number): [path: string, field: string, body: object][] => [
    ['/posts', 'author_id', { thread_id: 118, body: 'Hello', author_id: id }],
    ['/posts/4502', 'actor_id', { body: 'Other', actor_id: id }],
    ['/posts/4502/delete', 'actor_id', { actor_id: id }],
    ['/listings', 'seller_id', { ...LISTING, seller_id: id }],
    ['/listings/42', 'actor_id', { price_cents: 1, actor_id: id }],
    ['/listings/42/withdraw', 'actor_id', { actor_id: id }],
    ['/files/77/delete', 'actor_id', { actor_id: id }],
    ['/reports', 'reporter_id', { ...REPORT, reporter_id: id }],
    ['/reports/61/dismiss', 'actor_id', { actor_id: id }],
    ['/reports/61/resolve', 'actor_id', { actor_id: id }],
    ['/moderation/actions', 'actor_id', { action: 'warn', target_user_id: 7, actor_id: id }],
  ]
  const REPORT = { reported_user_id: 7, reason_category: 'spam' }

  test.each([
    { action: 'ban', fault: 'banned' },
    { action: 'suspend', fault: 'suspended', duration_hours: 1 },
  ])(
    '$fault: each write is refused at the field that names the member',
    async ({ fault, ...asked }) => {
      for (const member of [SELLER, MODERATOR]) {
        await community.moderate({ ...asked, target_user_id: member.id, actor_id: ADMIN.id })
        await community.events()
        for (const [path, field, body] of writes(member.id))
          expect({ path, ...(await community.call(path, body)) }).toMatchObject({
            path,
            ...refusal(422, 'validation_failed', field, fault),
          })
        expect(await community.events()).toEqual([])
      }
    },
  )

  test('suspended: until the hours are over, by the clock alone', async () => {
    const { created_at } = await community.moderate({
      action: 'suspend',
      target_user_id: PIA.id,
      duration_hours: 48,
    })
    const until = async () =>
      (await community.data(`/users/${PIA.id}`)).suspended_until as string | null
    const reply = () =>
      community.call('/posts', { thread_id: 118, body: 'Hello', author_id: PIA.id })
    expect(Date.parse((await until()) ?? '') - Date.parse(created_at)).toBe(48 * HOUR_MS)
    platform.clock.advance(47 * HOUR_MS)
    expect((await reply()).status).toBe(422)
    platform.clock.advance(HOUR_MS)
    expect((await reply()).status).toBe(201)
    expect(await until()).toBeNull()
  })

  test('suspended again: the last word counts', async () => {
    await community.moderate({ action: 'suspend', target_user_id: PIA.id, duration_hours: 100 })
    await community.moderate({ action: 'suspend', target_user_id: PIA.id, duration_hours: 1 })
    platform.clock.advance(HOUR_MS)
    const post = { thread_id: 118, body: 'Hello', author_id: PIA.id }
    expect((await community.call('/posts', post)).status).toBe(201)
  })

  test('a moderator is signed out while suspended, and for good when banned', async () => {
    const session = await community.tenant.session({ role: 3 })
    const look = () =>
      platform.call('/api/v1/reports', { key: session, host: community.tenant.url })
    expect((await look()).status).toBe(200)
    const above = { target_user_id: MODERATOR.id, actor_id: ADMIN.id }
    await community.moderate({ ...above, action: 'suspend', duration_hours: 1 })
    expect((await look()).status).toBe(401)
    platform.clock.advance(HOUR_MS)
    expect((await look()).status).toBe(200)
    await community.moderate({ ...above, action: 'ban' })
    expect((await look()).status).toBe(401)
  })
})

const LISTING = {
  title: 'Paddles',
  description: 'A pair.',
  price_cents: 900,
  quantity: 1,
  condition_rating: 'good',
  category_id: 6,
  location: { country: 'DE' },
}

test('the log is read with either of two scopes, by its filters', async () => {
  await community.moderate({ action: 'warn', target_user_id: PIA.id })
  await community.moderate({ action: 'remove_content', target_post_id: 4502 })
  const [removal, warning, first] = await community.ids('/moderation/actions')
  expect(await community.ids('/moderation/actions?action=warn')).toEqual([warning, first])
  expect(await community.ids(`/moderation/actions?target_user_id=${PIA.id}`)).toEqual([
    removal,
    warning,
  ])
  expect(await community.ids(`/moderation/actions?target_user_id=${PIA.id}&action=warn`)).toEqual([
    warning,
  ])

  const read = async (scope: string) => {
    const key = await community.tenant.key({ scopes: [scope] })
    const found = await platform.call('/api/v1/moderation/actions', {
      key,
      host: community.tenant.url,
    })
    return found.status
  }
  expect(await read('reports:read')).toBe(200)
  expect(await read('moderation:read')).toBe(200)
  expect(await read('moderation:write')).toBe(403)
  expect(await read('reports:manage')).toBe(403)
})

test('the log is edited by nobody: not even the application may', async () => {
  const { rows } = await platform.query(
    `select has_table_privilege('mobieus_app', 'moderation_actions', 'update') as edits,
            has_table_privilege('mobieus_app', 'moderation_actions', 'delete') as deletes`,
  )
  expect(rows).toEqual([{ edits: false, deletes: false }])
})

test('nothing of a member who may not write goes live', async () => {
  const listing = await community.data('/listings', {
    title: 'Paddles',
    description: 'A pair.',
    price_cents: 900,
    quantity: 1,
    condition_rating: 'good',
    category_id: 6,
    location: { country: 'DE' },
    seller_id: SELLER.id,
    status: 'pending',
  })
  const publish = () => community.call(`/listings/${listing.id}/publish`, {})
  await community.moderate({ action: 'suspend', target_user_id: SELLER.id, duration_hours: 1 })
  expect(await publish()).toMatchObject(refusal(409, 'conflict'))
  platform.clock.advance(HOUR_MS)
  expect((await publish()).status).toBe(200)
})
