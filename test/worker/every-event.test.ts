import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { constructEvent } from '../../packages/client/src/index.ts'
import { eventTypes, operations } from '../../packages/contract/src/index.ts'
import { document } from '../support/contract/contract.ts'
import { eventCauses, openScene, type Scene } from '../support/contract/event-causes.ts'
import { eventFaults } from '../support/contract/closed-schemas.ts'
import { feed } from '../support/http/follower.ts'
import { startHooks, type Hooks, type Json } from '../support/http/hooks.ts'
import type { Received } from '../support/fake/receiver.ts'

/**
 * Every type of the catalogue, caused through the API and delivered to a real receiver. The table of
 * causes is held against the catalogue, so a new type needs an entry.
 */

let hooks: Hooks
let scene: Scene
beforeAll(async () => {
  hooks = await startHooks()
  scene = await openScene(hooks)
})
afterAll(() => hooks.close())

/** The verifier of another implementation, which must accept everything that our client does. */
async function verify({ body, headers }: Received, secret: string): Promise<void> {
  const event = await constructEvent(body, headers as never, secret)
  expect(event).toEqual(JSON.parse(body))
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(event)
  // Each scheme on its own, too: a receiver looks at one of them.
  const own = String(headers['mobieus-signature'])
  expect(await constructEvent(body, own, secret)).toEqual(event)

  const forged = body.replace('"data":{', '"data":{"more":1,')
  await expect(constructEvent(forged, own, secret)).rejects.toThrow()
  expect(() => new Webhook(secret).verify(forged, headers as never)).toThrow()
}

/** `{a: 1, b: {c: 2}}` → `a b{c}`. */
const fieldsOf = (value: object): string =>
  Object.entries(value)
    .map(([name, inner]) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? `${name}{${fieldsOf(inner)}}`
        : name,
    )
    .join(' ')

const inTheLog = eventTypes.filter((type) => type !== 'webhook.test')

test.each(inTheLog)('%s is caused, delivered, verified, and what /events shows', async (type) => {
  const { cause, fields } = eventCauses[type]
  const receiver = await hooks.receiver()
  const hook = await hooks.register(receiver.url, [type])
  const { body: before } = await hooks.platform.call(feed({ order: 'asc', type }))
  const times = await cause(scene)
  const received = await receiver.got(times)

  const shown = await hooks.platform.call(
    feed({ order: 'asc', type, cursor: before.next_cursor, limit: 100 }),
  )
  expect(shown.body.data).toHaveLength(times)
  for (const { id } of shown.body.data) {
    const [got, ...more] = received.filter((each) => each.event.id === id) as [Received]
    expect(more).toEqual([])
    expect(shown.text).toContain(got.body)
    expect(got.headers).toMatchObject({
      'mobieus-event-id': id,
      'mobieus-event-type': type,
      'webhook-id': id,
    })
    expect(eventFaults(got.event)).toEqual([])
    expect(fields).toContain(fieldsOf(got.event.data))
    await verify(got, hook.signing_secret)
  }
  const shapes = new Set(shown.body.data.map(({ data }: Json) => fieldsOf(data)))
  expect([...shapes].sort()).toEqual([...fields].sort())
  await hooks.ok(`/webhooks/${hook.id}/delete`, {})
})

test('webhook.test is asked for, delivered and verified, and is in no log', async () => {
  const receiver = await hooks.receiver()
  const hook = await hooks.register(receiver.url, ['user.left'])
  await hooks.ok(`/webhooks/${hook.id}/test`, {})
  const [got] = (await receiver.got(1)) as [Received]
  expect(got.event).toMatchObject({ type: 'webhook.test', data: { webhook_id: hook.id } })
  expect(eventFaults(got.event)).toEqual([])
  await verify(got, hook.signing_secret)
  expect((await hooks.delivery(hook)).event).toEqual(got.event)
  const { text } = await hooks.platform.call(feed({ limit: 100 }))
  expect(text).not.toContain(got.event.id)
})

test.each(['ban', 'shadow_ban', 'suspend', 'warn'])(
  'a legacy alias comes right behind moderation.action_taken, and tells the same (%s)',
  async (action) => {
    const { id } = await scene.report()
    const hours = action === 'suspend' ? { duration_hours: 168 } : {}
    await hooks.ok(`/reports/${id}/resolve`, { action, note: 'Again.', ...hours })
    const { body } = await hooks.platform.call(feed({ limit: 3 }))
    const [resolved, alias, taken] = body.data
    expect(resolved).toMatchObject({ type: 'report.resolved', data: { report_id: id } })
    expect(taken).toMatchObject({ type: 'moderation.action_taken', data: { action } })
    const { actor, report_id, target_user_id } = taken.data
    expect(alias).toEqual({
      id: expect.any(String),
      type: expect.stringMatching(/^moderation\.user_/),
      created_at: taken.created_at,
      data: {
        target: { kind: 'user', id: target_user_id },
        ...{ actor, reason: 'Again.', report_id, ...hours },
      },
    })
    expect(document.webhooks[alias.type].post.deprecated).toBe(true)
  },
)

describe('the catalogue', () => {
  // The 19 types that were published with 1.1.0; whatever is added, none of them ever goes.
  const published = `
    post.created post.edited post.deleted user.joined user.left listing.created listing.updated
    listing.sold listing.withdrawn file.uploaded report.created report.resolved
    moderation.action_taken moderation.user_banned moderation.user_shadow_banned
    moderation.user_suspended moderation.user_warned moderation.content_removed
    moderation.content_flagged`
    .trim()
    .split(/\s+/)

  test('has the 19 types that were published', () => {
    expect(published).toHaveLength(19)
    expect(eventTypes).toEqual(expect.arrayContaining(published))
  })

  test('has a cause for each type, and each is declared by an operation', () => {
    expect(Object.keys(eventCauses).sort()).toEqual([...inTheLog].sort())
    const declared = new Set(Object.values(operations).flatMap(({ emits }) => [...emits]))
    expect([...declared].sort()).toEqual([...inTheLog].sort())
  })

  test.each(Object.entries(publishedExamples()))(
    'takes the published example of %s as it stands',
    (type, data) => {
      const envelope = {
        id: 'evt_01j0wnp3a2e8r6f4k1v7c9d5bx',
        created_at: '2026-05-29T13:42:11.812Z',
      }
      expect(eventFaults({ ...envelope, type, data })).toEqual([])
      expect(eventCauses[type as keyof typeof eventCauses].fields).toContain(fieldsOf(data))
    },
  )
})

/** As the event-type reference of 2026-05-29 has them, word for word. */
function publishedExamples(): Record<string, object> {
  return {
    'listing.created': {
      listing_id: 42,
      slug: 'atari-2600-light-sixer',
      title: 'Atari 2600 Light Sixer',
      price_cents: 12500,
      category_id: 7,
      seller: { id: 312, username: 'retroseller' },
    },
    'listing.sold': { listing_id: 42, slug: 'atari-2600-light-sixer', seller_id: 312 },
    'file.uploaded': {
      file_id: 18,
      area_slug: 'atari-2600-disks',
      title: 'Centipede (1981)',
      size_bytes: 16384,
      mime: 'application/octet-stream',
      uploader: { id: 312, username: 'retroseller' },
    },
    'report.created': {
      report_id: 91,
      reporter: { id: 7 },
      reported_user_id: 312,
      reported_post_id: 4501,
      reason_category: 'spam',
      source_url: '/thread/foo',
    },
    'moderation.action_taken': {
      action: 'suspend',
      target_user_id: 312,
      report_id: 91,
      duration_hours: 168,
      actor: { id: 9, username: 'mod_alice' },
    },
  }
}
