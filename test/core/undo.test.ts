import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { placeArrivals } from '../../packages/domain/src/platform/index.ts'
import {
  ADMIN,
  MODERATOR,
  openCommunity,
  PIA,
  SELLER,
  type Community,
} from '../support/http/community.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** A removal is undone: everything is as it was before, and both logs say so. */

const DAY_MS = 24 * 60 * 60 * 1000

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
const tryTo = (path: string, body: object = {}) => community.call(path, body)

/** Every counter that is not of events, logs or the keys that tests mint, and every list that shows members' things. */
async function state() {
  await placeArrivals(platform.db, tenantId)
  const { rows } = await platform.query(
    `select name, value from counters where tenant_id = $1 and value <> 0
       and name !~ '^(events|audit_log|moderation_actions|api_keys)' order by name`,
    [tenantId],
  )
  const lists = ['/posts', `/posts?author_id=${PIA.id}`, '/posts?thread_id=118', '/files']
  const more = ['/listings', '/listings?status=active', `/listings?seller_id=${SELLER.id}`]
  const found = []
  for (const path of [...lists, ...more, '/users']) found.push([path, await community.ids(path)])
  const members = [PIA, SELLER].map(({ id }) => community.data(`/users/${id}`))
  return { rows, found, members: (await Promise.all(members)).map((each) => each.post_count) }
}

describe('a deletion that is scheduled', () => {
  test('is taken back by who ranks above, within 30 days', async () => {
    const before = await state()
    const member = await community.data(`/users/${PIA.id}`)
    const key = await community.tenant.key({ userId: PIA.id })
    const look = () => platform.call('/api/v1/posts', { key, host: community.tenant.url })
    const restore = `/users/${PIA.id}/restore`
    expect(await tryTo(restore)).toMatchObject(refusal(409, 'conflict'))
    await community.data(`/users/${PIA.id}/delete`, {})
    expect((await look()).status).toBe(401)
    const peer = await community.tenant.key({ userId: SELLER.id })
    const call = { key: peer, host: community.tenant.url, body: {} }
    expect(await platform.call(`/api/v1${restore}`, call)).toMatchObject(
      refusal(403, 'not_allowed'),
    )
    platform.clock.advance(29 * DAY_MS)
    expect(await community.data(restore, {})).toEqual(member)
    expect(await state()).toEqual(before)
    expect((await look()).status).toBe(200)
    expect((await community.audited()).at(-1)).toMatchObject({
      ...{ action: 'user.restored', target: { kind: 'user', id: PIA.id } },
      ...{ before: { deletion_scheduled_at: expect.any(String) } },
    })
    expect(await tryTo(restore)).toMatchObject(refusal(409, 'conflict'))
    await community.data(`/users/${PIA.id}/delete`, {})
    platform.clock.advance(30 * DAY_MS)
    expect(await tryTo(restore)).toMatchObject(refusal(404, 'not_found'))
  })
})

/** The things that can be removed, by their owner and by a moderator. */
const content = [
  { kind: 'post', path: '/posts/4502', owner: PIA, own: 'delete', others: ['delete', 'remove'] },
  { kind: 'post', path: '/posts/4501', owner: SELLER, own: 'delete', others: ['delete', 'remove'] },
  {
    kind: 'listing',
    path: '/listings/42',
    owner: SELLER,
    own: 'withdraw',
    others: ['withdraw', 'remove'],
  },
  { kind: 'file', path: '/files/77', owner: SELLER, own: 'delete', others: ['delete', 'remove'] },
] as const

describe.each(content)('$path', ({ kind, path, owner, own, others }) => {
  const restore = `${path}/restore`
  const id = Number(path.split('/').at(-1))
  const notAllowed = refusal(422, 'validation_failed', 'actor_id', 'not_allowed')
  const remove = (how: string, by: number) =>
    how === 'remove'
      ? community.moderate({ action: 'remove_content', [`target_${kind}_id`]: id, actor_id: by })
      : community.data(`${path}/${how}`, { actor_id: by })
  const back = () =>
    kind === 'listing' ? [{ type: 'listing.created', data: expect.anything() }] : []

  test('its owner brings back what they removed; a moderator does not', async () => {
    const [before, thing] = [await state(), await community.data(path)]
    expect(await tryTo(restore, { actor_id: owner.id })).toMatchObject(refusal(409, 'conflict'))
    await remove(own, owner.id)
    await community.events()
    expect(await state()).not.toEqual(before)
    expect(await tryTo(restore, { actor_id })).toMatchObject(notAllowed)
    expect(await tryTo(restore, { actor_id: ADMIN.id })).toMatchObject(notAllowed)
    platform.clock.advance(3 * DAY_MS)
    expect(await community.data(restore, { actor_id: owner.id })).toEqual(thing)
    expect(await state()).toEqual(before)
    expect(await community.data(path)).toEqual(thing)
    expect(await community.events()).toEqual(back())
    expect((await community.audited()).at(-1)).toMatchObject({
      ...{ action: `${kind}.restored`, actor: owner, target: { kind, id } },
    })
    expect(await community.ids('/moderation/actions?action=restore_content')).toEqual([])
  })

  test.each(others)(
    'a moderator above its owner brings back what a moderator removed: %s',
    async (how) => {
      const [before, thing] = [await state(), await community.data(path)]
      await remove(how, ADMIN.id)
      await community.events()
      expect(await tryTo(restore, { actor_id: owner.id })).toMatchObject(notAllowed)
      const body = { actor_id, reason: 'It was the original.' }
      const answers = await Promise.all(Array.from({ length: 5 }, () => tryTo(restore, body)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
      expect(await state()).toEqual(before)
      expect(await community.data(path)).toEqual(thing)
      expect(await community.events()).toEqual(back())
      const logged = await community.data('/moderation/actions?action=restore_content')
      const target = { kind, id }
      expect(logged).toMatchObject([
        { target, target_user_id: owner.id, actor: MODERATOR, reason: 'It was the original.' },
      ])
      // And again, as often as it takes.
      await remove(how, ADMIN.id)
      await community.data(restore, body)
      expect(await state()).toEqual(before)
    },
  )

  test('not after 30 days', async () => {
    await remove(own, owner.id)
    platform.clock.advance(30 * DAY_MS)
    expect(await tryTo(restore, { actor_id: owner.id })).toMatchObject(refusal(409, 'conflict'))
  })
})

describe('a thread', () => {
  test('that was closed with its opener takes replies again', async () => {
    const reply = () => tryTo('/posts', { thread_id: 118, body: 'Hi', author_id: PIA.id })
    await community.data('/posts/4501/delete', { actor_id: SELLER.id })
    expect((await reply()).status).toBe(409)
    await community.data('/posts/4501/restore', { actor_id: SELLER.id })
    expect((await reply()).status).toBe(201)
  })

  test('that was closed before stays so', async () => {
    const closed = 'update threads set closed_at = $1 where id = 118 and tenant_id = $2'
    await platform.query(closed, [platform.clock.now(), tenantId])
    platform.clock.advance(1000)
    await community.data('/posts/4501/delete', { actor_id: SELLER.id })
    await community.data('/posts/4501/restore', { actor_id: SELLER.id })
    const reply = { thread_id: 118, body: 'Hi', author_id: PIA.id }
    expect(await tryTo('/posts', reply)).toMatchObject(refusal(409, 'conflict', 'thread_id'))
  })
})

describe('a listing', () => {
  const remove = () => community.moderate({ action: 'remove_content', target_listing_id: 42 })
  const restored = (by: number) => community.data('/listings/42/restore', { actor_id: by })

  test('that was withdrawn before it was removed is withdrawn again, and then as its seller wants', async () => {
    await community.data('/listings/42/withdraw', { actor_id: SELLER.id })
    await remove()
    expect(await restored(actor_id)).toMatchObject({ status: 'withdrawn' })
    expect(await community.ids('/listings?status=withdrawn')).toEqual([42])
    expect(await restored(SELLER.id)).toMatchObject({ status: 'active' })
  })

  test('that was sold before it was removed is sold again, without an event', async () => {
    await community.data('/listings/42/sell', {})
    const before = await state()
    await remove()
    await community.events()
    expect(await restored(actor_id)).toMatchObject({ status: 'sold', quantity_remaining: 0 })
    expect(await state()).toEqual(before)
    expect(await community.events()).toEqual([])
  })

  test('whose time ended meanwhile is expired', async () => {
    platform.clock.advance(25 * DAY_MS)
    await remove()
    platform.clock.advance(10 * DAY_MS)
    await community.events()
    expect(await restored(actor_id)).toMatchObject({ status: 'expired' })
    expect(await community.ids('/listings?status=expired')).toContain(42)
    expect(await community.events()).toEqual([])
  })

  test('goes live neither of a banned seller, nor to be seen of a shadow-banned one', async () => {
    await remove()
    await community.moderate({ action: 'ban', target_user_id: SELLER.id })
    expect(await tryTo('/listings/42/restore', { actor_id })).toMatchObject(
      refusal(409, 'conflict'),
    )
    await community.moderate({ action: 'lift_ban', target_user_id: SELLER.id })
    await community.moderate({ action: 'shadow_ban', target_user_id: SELLER.id })
    await community.events()
    expect(await restored(actor_id)).toMatchObject({ status: 'active' })
    expect(await community.ids('/listings')).not.toContain(42)
    expect(await community.events()).toEqual([])
  })
})

describe('a file', () => {
  const restore = (by: number) => tryTo('/files/77/restore', { actor_id: by })
  const bytes = async () => (await community.call('/files/77/content')).text

  test('that is restored has its bytes, and loses them 30 days after its last deletion', async () => {
    const before = await bytes()
    await community.data('/files/77/delete', { actor_id: SELLER.id })
    platform.clock.advance(29 * DAY_MS)
    expect(await workOnFiles(platform, tenantId)).toBe(0)
    expect((await restore(SELLER.id)).status).toBe(200)
    expect(await bytes()).toBe(before)
    platform.clock.advance(5 * DAY_MS)
    expect(await workOnFiles(platform, tenantId)).toBe(0)
    await community.data('/files/77/delete', { actor_id: SELLER.id })
    platform.clock.advance(29 * DAY_MS)
    expect(await workOnFiles(platform, tenantId)).toBe(0)
    platform.clock.advance(DAY_MS)
    expect(await workOnFiles(platform, tenantId)).toBe(1)
    expect(await workOnFiles(platform, tenantId)).toBe(0)
    expect(await restore(SELLER.id)).toMatchObject(refusal(409, 'conflict'))
    const keys = []
    for await (const { key } of platform.storage.list(`files/${tenantId}/`)) keys.push(key)
    expect(keys).toEqual([`files/${tenantId}/removed-manual`])
  })

  test('whose bytes are being removed by a clock that is ahead cannot be restored', async () => {
    await community.data('/files/77/delete', { actor_id: SELLER.id })
    platform.clock.advance(30 * DAY_MS)
    await workOnFiles(platform, tenantId)
    platform.clock.advance(-DAY_MS)
    expect(await restore(SELLER.id)).toMatchObject(refusal(409, 'conflict'))
  })
})
