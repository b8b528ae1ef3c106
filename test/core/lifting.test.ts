import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { ADMIN, MODERATOR, openCommunity, PIA, type Community } from '../support/http/community.ts'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** A lifted measure leaves the member as before, and both logs say so. */

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
const target_user_id = PIA.id
const tryTo = (path: string, body: object) => community.call(path, body)

test.each([
  {
    measure: { action: 'suspend', duration_hours: 48 },
    lift: 'lift_suspension',
    past: 'suspension_lifted',
  },
  { measure: { action: 'ban' }, lift: 'lift_ban', past: 'ban_lifted' },
  { measure: { action: 'shadow_ban' }, lift: 'lift_shadow_ban', past: 'shadow_ban_lifted' },
])(
  '$lift: told, logged twice, and the member writes and is seen again',
  async ({ measure, lift, past }) => {
    const before = await community.data(`/users/${PIA.id}`)
    expect(
      await tryTo('/moderation/actions', { action: lift, target_user_id, actor_id }),
    ).toMatchObject(refusal(409, 'conflict', 'action'))
    await community.moderate({ ...measure, target_user_id })
    await community.events()
    const entry = await community.moderate({
      action: lift,
      target_user_id,
      reason: 'It was not her.',
    })
    const target = { kind: 'user', id: PIA.id }
    const said = { action: lift, target_user_id, report_id: null, duration_hours: null }
    expect(entry).toMatchObject({ ...said, target, reason: 'It was not her.', actor: MODERATOR })
    expect(await community.events()).toEqual([
      { type: 'moderation.action_taken', data: { ...said, actor: MODERATOR } },
    ])
    expect(await community.ids(`/moderation/actions?action=${lift}`)).toEqual([entry.id])
    expect(await community.data(`/users/${PIA.id}`)).toEqual(before)
    expect((await community.audited()).at(-1)).toMatchObject({ action: `user.${past}`, target })
    const post = await community.data('/posts', { thread_id: 118, body: 'Hi', author_id: PIA.id })
    expect(await community.ids('/posts')).toContain(post.id)
    expect(
      await tryTo('/moderation/actions', { action: lift, target_user_id, actor_id }),
    ).toMatchObject(refusal(409, 'conflict', 'action'))
  },
)

test('a lifted ban gives back role and keys, and is lifted by a member who ranks above that role', async () => {
  const key = await community.tenant.key({ userId: ADMIN.id })
  const look = () => platform.call('/api/v1/posts', { key, host: community.tenant.url })
  const lift = { action: 'lift_ban', target_user_id: ADMIN.id }
  const founder = community.tenant.live.adminId
  await community.moderate({ action: 'ban', target_user_id: ADMIN.id, actor_id: founder })
  expect((await look()).status).toBe(401)
  expect(await tryTo('/moderation/actions', { ...lift, actor_id })).toMatchObject(
    refusal(422, 'validation_failed', 'target_user_id', 'not_allowed'),
  )
  await community.moderate({ ...lift, actor_id: founder })
  expect(await community.data(`/users/${ADMIN.id}`)).toMatchObject({ role: 4 })
  expect((await look()).status).toBe(200)
})

test('one of ten moderators who lift a ban at once does', async () => {
  await community.moderate({ action: 'ban', target_user_id })
  await community.events()
  const lift = { action: 'lift_ban', target_user_id, actor_id }
  const lifts = await Promise.all(
    Array.from({ length: 10 }, () => tryTo('/moderation/actions', lift)),
  )
  expect(lifts.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
  expect(await community.events()).toHaveLength(1)
})

test('is no answer to a report', async () => {
  expect(await tryTo('/reports/61/resolve', { action: 'lift_ban' })).toMatchObject(
    refusal(422, 'validation_failed', 'action', 'enum'),
  )
})
