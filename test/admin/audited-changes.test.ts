import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { MODERATOR, openCommunity, PIA, SELLER, type Community } from '../support/http/community.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/**
 * Every change that an administrator would look for is in the audit log, once, with its actor, and
 * without a secret.
 */

let platform: Platform
let community: Community
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  community = await openCommunity(platform)
})

describe('content of a member', () => {
  const things = [
    {
      path: '/files/77/delete',
      owner: SELLER,
      entry: { action: 'file.deleted', target: { kind: 'file', id: 77 }, before: null },
      after: {},
    },
    {
      path: '/posts/4502/delete',
      owner: PIA,
      entry: { action: 'post.deleted', target: { kind: 'post', id: 4502 }, before: null },
      after: {},
    },
    {
      path: '/listings/42/withdraw',
      owner: SELLER,
      entry: {
        ...{ action: 'listing.withdrawn', target: { kind: 'listing', id: 42 } },
        before: { status: 'active' },
      },
      after: { status: 'withdrawn' },
    },
  ]

  test.each(things)('$path by a moderator: one entry', async ({ path, entry, after }) => {
    await community.data(path, { actor_id: MODERATOR.id, reason: 'spam' })
    await community.call(path, { actor_id: MODERATOR.id, reason: 'again' })
    const all = [{ ...entry, actor: MODERATOR, after: { ...after, reason: 'spam' } }]
    expect(await community.audited()).toEqual(all)
  })

  test.each(things)('$path by its owner: nobody looks for that', async ({ path, owner }) => {
    await community.data(path, { actor_id: owner.id })
    expect(await community.audited()).toEqual([])
  })
})

describe('a webhook', () => {
  const url = 'https://hooks.example.com/a'
  const wanted = { url, description: null, subscribed_events: ['*'] }

  test('each change is an entry that tells what it changed, and no secret', async () => {
    const hook = await community.data('/webhooks', { url, subscribed_events: ['*'] })
    const path = `/webhooks/${hook.id}`
    await community.data(path, { description: 'Mirror' })
    await community.data(path, { description: 'Mirror' })
    const rotated = await community.data(`${path}/rotate-secret`, { grace_hours: 2 })
    for (const state of ['disable', 'enable'])
      for (let i = 0; i < 2; i++) await community.data(`${path}/${state}`, {})
    await community.data(`${path}/delete`, {})
    await community.call(`${path}/delete`, {})

    const entries = await community.audited()
    const off = { status: 'disabled', disabled_reason: 'by_request' }
    const on = { status: 'active', disabled_reason: null }
    const described = { ...wanted, description: 'Mirror' }
    const common = { actor: expect.anything(), target: { kind: 'webhook', id: hook.id } }
    expect(entries).toEqual(
      [
        { action: 'webhook.created', before: null, after: wanted },
        { action: 'webhook.updated', before: wanted, after: described },
        {
          action: 'webhook.secret_rotated',
          before: { secret_fingerprint: hook.secret_fingerprint },
          after: { secret_fingerprint: rotated.secret_fingerprint, grace_hours: 2 },
        },
        { action: 'webhook.disabled', before: on, after: off },
        { action: 'webhook.enabled', before: off, after: on },
        { action: 'webhook.deleted', before: described, after: null },
      ].map((entry) => ({ ...entry, ...common })),
    )
    for (const secret of [hook.signing_secret, rotated.signing_secret])
      expect(JSON.stringify(entries)).not.toContain(secret.slice('whsec_'.length))
  })

  test('PATCH and DELETE are the same', async () => {
    const { id } = await community.data('/webhooks', { url, subscribed_events: ['*'] })
    const key = await community.tenant.key()
    const call = (method: string, body?: object) =>
      platform.call(`/api/v1/webhooks/${id}`, { method, body, key, host: community.tenant.url })
    expect((await call('PATCH', { subscribed_events: ['post.created'] })).status).toBe(200)
    expect((await call('DELETE')).status).toBe(200)
    const actions = (await community.audited()).map((each) => (each as { action: string }).action)
    expect(actions.filter((action) => action.startsWith('webhook.'))).toEqual([
      'webhook.created',
      'webhook.updated',
      'webhook.deleted',
    ])
  })
})

test('the filters of the log find them, with their totals', async () => {
  const session = await community.tenant.session()
  await community.data('/files/77/delete', { actor_id: MODERATOR.id })
  await community.data('/webhooks', { url: 'https://hooks.example.com/', subscribed_events: ['*'] })
  const found = async (query: string) => {
    const path = `/api/admin/audit-log?${query}`
    const { body } = await platform.call(path, { key: session, host: community.tenant.url })
    expect(body.total_count).toBe(body.data.length)
    return body.data.map(({ action }: { action: string }) => action)
  }
  expect(await found('target_kind=file')).toEqual(['file.deleted'])
  expect(await found('action=webhook.created')).toEqual(['webhook.created'])
  expect(await found(`target_kind=file&actor_id=${MODERATOR.id}`)).toEqual(['file.deleted'])
})
