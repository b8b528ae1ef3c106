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
import { startPlatform, type Called, type Platform } from '../support/http/platform.ts'

/**
 * A member is changed only by one who ranks above, whatever scopes the key has and whomever it names.
 */

let platform: Platform
let community: Community
let founder: number
/** Calls with a key of a member, with every scope. */
let as: (member: { id: number }) => Promise<(path: string, body?: unknown) => Promise<Called>>
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  community = await openCommunity(platform)
  const { tenant } = community
  founder = tenant.live.adminId
  as = async ({ id }) => {
    const key = await tenant.key({ userId: id })
    return (path, body) => platform.call(`/api/v1${path}`, { key, host: tenant.url, body })
  }
})

const tooLow = refusal(403, 'not_allowed')
const notAllowed = (field: string) => refusal(422, 'validation_failed', field, 'not_allowed')

describe('a member is changed', () => {
  const changes: [what: string, path: string, body: object][] = [
    ['profile', '', { display_name: 'Other' }],
    ['address', '', { email: 'taken-over@example.com', email_verified: true }],
    ['deletion', '/delete', {}],
  ]

  test.each(changes)(
    '%s: by nobody of their role or below, with every scope',
    async (_, to, body) => {
      for (const [who, whom] of [
        [PIA, [SELLER, MODERATOR, ADMIN, { id: founder }]],
        [MODERATOR, [ADMIN, { id: founder }]],
        [ADMIN, [{ id: founder }]],
      ] as const) {
        const call = await as(who)
        for (const { id } of whom) {
          expect({ who, id, ...(await call(`/users/${id}${to}`, body)) }).toMatchObject(tooLow)
          expect(await community.data(`/users/${id}`)).toMatchObject({
            deletion_scheduled_at: null,
          })
        }
      }
      expect(await community.events()).toEqual([])
    },
  )

  test.each([
    ['who is above', MODERATOR],
    ['themselves', SELLER],
  ])('by %s', async (_, who) => {
    const call = await as(who)
    for (const [, to, body] of changes)
      expect((await call(`/users/${SELLER.id}${to}`, body)).status).toBe(200)
  })

  test('keeps their rank when banned: neither changed nor acted on from below', async () => {
    const ban = { action: 'ban', target_user_id: ADMIN.id }
    await community.data('/moderation/actions', ban)
    expect(await community.data(`/users/${ADMIN.id}`)).toMatchObject({ role: 1 })
    const call = await as(MODERATOR)
    expect(await call(`/users/${ADMIN.id}`, { email: 'mine@example.com' })).toMatchObject(tooLow)
    const act = { action: 'warn', target_user_id: ADMIN.id }
    expect(await call('/moderation/actions', act)).toMatchObject(notAllowed('target_user_id'))
  })
})

describe('a key lends nobody a rank above its own member’s', () => {
  const listing = {
    title: 'Paddles',
    description: 'A pair.',
    price_cents: 900,
    quantity: 1,
    condition_rating: 'good',
    category_id: 6,
    location: { country: 'DE' },
  }
  test.each<[path: string, field: string, body: object]>([
    ['/posts', 'author_id', { thread_id: 118, body: 'Hello' }],
    ['/posts/4501', 'actor_id', { body: 'Other' }],
    ['/posts/4501/delete', 'actor_id', {}],
    ['/listings', 'seller_id', listing],
    ['/listings/42', 'actor_id', { price_cents: 1 }],
    ['/listings/43/publish', 'actor_id', {}],
    ['/listings/42/sell', 'actor_id', {}],
    ['/listings/42/withdraw', 'actor_id', {}],
    ['/files/77/delete', 'actor_id', {}],
    ['/reports', 'reporter_id', { reported_user_id: 312, reason_category: 'spam' }],
    ['/reports/61/dismiss', 'actor_id', {}],
    ['/reports/61/resolve', 'actor_id', { action: 'ban' }],
    ['/moderation/actions', 'actor_id', { action: 'ban', target_user_id: 312 }],
  ])('POST %s', async (path, field, body) => {
    const call = await as(PIA)
    // Not those above, and not a member of the same role: whose things these are.
    for (const { id } of [{ id: founder }, MODERATOR, SELLER])
      expect(await call(path, { ...body, [field]: id })).toMatchObject(notAllowed(field))
    expect(await community.events()).toEqual([])
    const moderator = await as(MODERATOR)
    expect(await moderator(path, { ...body, [field]: ADMIN.id })).toMatchObject(notAllowed(field))
  })
})

describe('a member’s content', () => {
  test('is changed by a moderator only where they rank above', async () => {
    const post = { thread_id: 118, body: 'From above.', author_id: ADMIN.id }
    const { id } = await community.data('/posts', post)
    await community.events()
    const call = await as(MODERATOR)
    for (const [path, body] of [
      [`/posts/${id}`, { body: 'Other' }],
      [`/posts/${id}/delete`, {}],
    ] as const)
      expect(await call(path, body)).toMatchObject(notAllowed('actor_id'))
    const removal = { action: 'remove_content', target_post_id: id }
    expect(await call('/moderation/actions', removal)).toMatchObject(notAllowed('target_post_id'))
    const report = { reported_post_id: id, reason_category: 'spam' }
    const reported = await community.data('/reports', report)
    await community.events()
    expect(
      await call(`/reports/${reported.id}/resolve`, { action: 'remove_content' }),
    ).toMatchObject(notAllowed('action'))
    expect(await community.events()).toEqual([])
    expect((await call('/posts/4502/delete', {})).status).toBe(200)
  })

  test('is sold and published by its seller, or a moderator above', async () => {
    const pia = await as(PIA)
    for (const path of ['/listings/43/publish', '/listings/42/sell'])
      expect(await pia(path, {})).toMatchObject(notAllowed('actor_id'))
    expect((await (await as(SELLER))('/listings/43/publish', {})).status).toBe(200)
    expect((await (await as(MODERATOR))('/listings/42/sell', {})).status).toBe(200)
  })
})

describe('the last super-admin', () => {
  test('cannot leave', async () => {
    expect(await community.call(`/users/${founder}/delete`, {})).toMatchObject(
      refusal(409, 'conflict'),
    )
    expect(await community.data(`/users/${founder}`)).toMatchObject({ deletion_scheduled_at: null })
  })

  test('stays when all super-admins leave at once', async () => {
    const more = [PIA.id, SELLER.id, MODERATOR.id]
    await platform.query('update users set role = 5 where id = any($1) and tenant_id = $2', [
      more,
      community.tenant.live.tenantId,
    ])
    const all = [founder, ...more]
    const calls = await Promise.all(all.map((id) => as({ id })))
    const answers = await Promise.all(calls.map((call, i) => call(`/users/${all[i]}/delete`, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409])
  })
})
