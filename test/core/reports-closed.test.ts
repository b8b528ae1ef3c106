import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { MODERATOR, openCommunity, type Community } from '../support/http/community.ts'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** A report is closed once. */

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

describe('closed', () => {
  test('it is closed for good', async () => {
    await community.data('/reports/61/dismiss', { actor_id })
    for (const end of ['dismiss', 'resolve'])
      expect(await community.call(`/reports/61/${end}`, { actor_id })).toMatchObject(
        refusal(409, 'conflict'),
      )
  })

  test('it is closed by one of twenty moderators at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0
          ? community.call('/reports/61/dismiss', { actor_id })
          : community.call('/reports/61/resolve', { action: 'warn', actor_id }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
    const { status } = await community.data('/reports/61')
    expect(await community.types()).toEqual(
      status === 'dismissed'
        ? ['moderation.action_taken']
        : ['moderation.action_taken', 'moderation.user_warned', 'report.resolved'],
    )
    const log = await community.data('/moderation/actions')
    expect(log.filter((each: { report_id: number }) => each.report_id === 61)).toHaveLength(1)
  })

  test('repeated with its Idempotency-Key it is the first answer, not a conflict', async () => {
    const headers = { 'idempotency-key': 'once' }
    const resolve = () =>
      community.call('/reports/61/resolve', { action: 'ban', actor_id }, headers)
    const first = await resolve()
    const again = await resolve()
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect({ status: again.status, text: again.text }).toEqual({ status: 200, text: first.text })
    expect(await community.types()).toEqual([
      'moderation.action_taken',
      'moderation.user_banned',
      'report.resolved',
    ])
  })
})
