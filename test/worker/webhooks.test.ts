import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { constructEvent } from '../../packages/client/src/index.ts'
import { deliveriesAre, startHooks, type Hooks, type Json } from '../support/http/hooks.ts'
import { type Received } from '../support/fake/receiver.ts'

/** From an event to the receiver who verifies it. */

let hooks: Hooks
beforeAll(async () => {
  hooks = await startHooks()
})
afterAll(() => hooks.close())

const settled = (hook: Json, n = 0, status = 'succeeded') => deliveriesAre(hooks, hook, status, n)

describe('a delivery', () => {
  test('is the event as /events shows it, byte for byte, with the documented headers', async () => {
    const receiver = await hooks.receiver()
    const hook = await hooks.register(receiver.url)
    await hooks.post()
    const [got] = (await receiver.got(1)) as [Received]
    const events = await hooks.platform.call('/api/v1/events?limit=1')
    expect(events.text).toContain(got.body)
    expect(got.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Mobieus-Webhook/1.0',
      'mobieus-event-id': events.body.data[0].id,
      'mobieus-event-type': 'post.created',
      'webhook-id': events.body.data[0].id,
    })
    await settled(hook)
    const delivery = await hooks.delivery(hook)
    expect(delivery).toMatchObject({
      webhook_id: hook.id,
      event_id: got.event.id,
      event: got.event,
      attempt_count: 1,
      next_attempt_at: null,
      attempts: [{ number: 1, status_code: 200, error: null, response_body: 'ok' }],
    })
    expect((await hooks.ok(`/webhooks/${hook.id}`)).last_success_at).not.toBeNull()
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })

  test('is verified by our client and by the standardwebhooks library', async () => {
    const receiver = await hooks.receiver()
    const hook = await hooks.register(receiver.url)
    await hooks.post()
    const [{ body, headers }] = (await receiver.got(1)) as [Received]
    const event = await constructEvent(body, headers as never, hook.signing_secret)
    expect(event.type).toBe('post.created')
    const library = new Webhook(hook.signing_secret)
    expect(library.verify(body, headers as Record<string, string>)).toEqual(event)
    const other = (await hooks.register(receiver.url)).signing_secret
    await expect(constructEvent(body, headers as never, other)).rejects.toThrow()
    expect(() => new Webhook(other).verify(body, headers as never)).toThrow()
  })

  test('goes to those who subscribed to its type, while they are active', async () => {
    const [all, some, none] = await Promise.all([1, 2, 3].map(() => hooks.receiver()))
    await hooks.register(all!.url)
    const chosen = await hooks.register(some!.url, ['post.deleted', 'post.edited'])
    const off = await hooks.register(none!.url)
    await hooks.ok(`/webhooks/${off.id}/disable`, {})
    const post = await hooks.post()
    await hooks.ok(`/posts/${post.id}`, { body: 'Changed' })
    await hooks.ok(`/posts/${post.id}/delete`, {})
    await some!.got(2)
    await all!.got(3)
    expect(some!.received.map((each) => each.event.type).sort()).toEqual([
      'post.deleted',
      'post.edited',
    ])
    await hooks.ok(`/webhooks/${off.id}/enable`, {})
    await hooks.post()
    await none!.got(1)
    await all!.got(4)
    expect(none!.received.map((each) => each.event.type)).toEqual(['post.created'])
    await hooks.ok(`/webhooks/${chosen.id}/delete`, {})
  })

  test('of the test partition goes to endpoints of the test partition only', async () => {
    const [live, sandbox] = await Promise.all([hooks.receiver(), hooks.receiver()])
    await hooks.register(live!.url)
    const key = await hooks.platform.tenant.key({ environment: 'test' })
    const call = (path: string, body: unknown) =>
      hooks.platform.call(`/api/v1${path}`, { key, body })
    const { body } = await call('/webhooks', { url: sandbox!.url, subscribed_events: ['*'] })
    expect(body.data.environment).toBe('test')
    await call('/posts', { forum_slug: 'general', title: 'Test', body: 'only' })
    await sandbox!.got(1)
    await hooks.post('Live')
    await live!.got(1)
    expect(live!.received).toHaveLength(1)
    expect(sandbox!.received).toHaveLength(1)
  })

  test('keeps the first 2 KB of the answer, whatever it is made of', async () => {
    const receiver = await hooks.receiver()
    const hook = await hooks.register(receiver.url, ['post.created'])
    receiver.answer = (_, res) => {
      res.writeHead(200)
      res.write(Buffer.concat([Buffer.from('a\0\xff', 'latin1'), Buffer.alloc(5_000_000, 'b')]))
    }
    await hooks.post()
    await settled(hook)
    const [attempt] = (await hooks.delivery(hook)).attempts
    expect(attempt.response_body).toMatch(/^a\ufffdb+$/)
    expect(Buffer.byteLength(attempt.response_body)).toBeLessThanOrEqual(2_052)
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })
})

describe('a rotated secret', () => {
  test('signs first, and the old one as well until the grace is over', async () => {
    const receiver = await hooks.receiver()
    const hook = await hooks.register(receiver.url, ['post.created'])
    const rotated = await hooks.ok(`/webhooks/${hook.id}/rotate-secret`, { grace_hours: 1 })
    expect(rotated.signing_secret).not.toBe(hook.signing_secret)
    expect(rotated.secret_fingerprint).not.toBe(hook.secret_fingerprint)
    await hooks.post()
    const [{ body, headers }] = (await receiver.got(1)) as [Received]
    for (const secret of [hook.signing_secret, rotated.signing_secret]) {
      await constructEvent(body, headers as never, secret)
      new Webhook(secret).verify(body, headers as never)
    }
    const own = String(headers['mobieus-signature'])
    const { createHmac } = await import('node:crypto')
    const [t] = /^t=(\d+)/.exec(own)!.slice(1)
    const mac = (secret: string) =>
      createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
    expect(own).toBe(`t=${t},v1=${mac(rotated.signing_secret)},v1=${mac(hook.signing_secret)}`)

    const at = await hooks.ok(`/webhooks/${hook.id}/rotate-secret`, { grace_hours: 0 })
    expect(at.previous_secret_expires_at).toBeNull()
    await hooks.post()
    const [, second] = (await receiver.got(2)) as [Received, Received]
    expect(String(second.headers['mobieus-signature']).match(/v1=/g)).toHaveLength(1)
    await constructEvent(second.body, second.headers as never, at.signing_secret)
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })
})

describe('sent again', () => {
  test('a test event: to this endpoint alone, and not into the log', async () => {
    const [mine, other] = await Promise.all([hooks.receiver(), hooks.receiver()])
    const hook = await hooks.register(mine!.url, ['user.left'])
    await hooks.register(other!.url)
    await hooks.ok(`/webhooks/${hook.id}/test`, {})
    const [got] = (await mine!.got(1)) as [Received]
    const event = await constructEvent(got.body, got.headers as never, hook.signing_secret)
    expect(event).toMatchObject({ type: 'webhook.test', data: { webhook_id: hook.id } })
    const log = await hooks.platform.call('/api/v1/events?limit=100')
    expect(log.text).not.toContain(event.id)
    await hooks.settled()
    expect(other!.received).toEqual([])
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })

  test('one delivery, with the same event', async () => {
    const receiver = await hooks.receiver()
    const hook = await hooks.register(receiver.url, ['post.created'])
    await hooks.post()
    await settled(hook)
    const { id } = await hooks.delivery(hook)
    const replay = await hooks.ok(`/webhooks/${hook.id}/deliveries/${id}/replay`, {})
    expect(replay).toMatchObject({ replay_of: id, status: 'pending', attempt_count: 0 })
    const [first, second] = (await receiver.got(2)) as [Received, Received]
    expect(second.body).toBe(first.body)
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id'])
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })

  test('everything since a time, oldest first', async () => {
    const receiver = await hooks.receiver()
    for (const title of ['one', 'two', 'three']) await hooks.post(title)
    const events = await hooks.platform.call('/api/v1/events?type=post.created&limit=3')
    const since = events.body.data[1].created_at
    const hook = await hooks.register(receiver.url, ['post.created'])
    const replayed = await hooks.ok(`/webhooks/${hook.id}/replay`, { since })
    expect(replayed).toEqual({ queued: 2, has_more: false, next_since: null })
    const got = await receiver.got(2)
    expect(got.map((each) => each.event.data.title).sort()).toEqual(['three', 'two'])
    const none = { since, until: since, types: ['post.created'] }
    expect((await hooks.ok(`/webhooks/${hook.id}/replay`, none)).queued).toBe(0)
    expect(
      (await hooks.ok(`/webhooks/${hook.id}/replay`, { since, types: ['user.left'] })).queued,
    ).toBe(0)
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })

  test('nothing to a disabled endpoint: 409', async () => {
    const hook = await hooks.register('http://127.0.0.1:9/')
    await hooks.ok(`/webhooks/${hook.id}/disable`, {})
    for (const verb of ['test', 'replay']) {
      const body = verb === 'replay' ? { since: '2026-01-01T00:00:00Z' } : {}
      const answer = await hooks.platform.call(`/api/v1/webhooks/${hook.id}/${verb}`, { body })
      expect({ status: answer.status, code: answer.body.error.code }).toEqual({
        status: 409,
        code: 'conflict',
      })
    }
  })
})
