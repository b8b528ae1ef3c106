import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { purge } from '../support/process/purge.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const run = () => purge(platform)

test('a member who left is made anonymous after 30 days, and not a day before', async () => {
  const { body: created } = await platform.call('/api/v1/users', {
    body: { username: 'leaver', email: 'leaver@example.com' },
  })
  const path = `/api/v1/users/${created.data.id}`
  const post = await platform.call('/api/v1/posts', {
    body: {
      forum_slug: 'general',
      title: 'Farewell',
      body: 'Goodbye',
      author_id: created.data.id,
    },
  })
  await platform.call(`${path}/delete`, { method: 'POST' })

  platform.clock.advance(29 * DAY_MS)
  await run()
  expect((await platform.call(path)).body.data.username).toBe('leaver')

  platform.clock.advance(1.01 * DAY_MS)
  await run()
  expect((await platform.call(path)).status).toBe(404)
  const kept = await platform.call(`/api/v1/posts/${post.body.data.id}`)
  expect(kept.body.data.author).toEqual({
    id: created.data.id,
    username: `deleted:${created.data.id}`,
  })
  const again = await platform.call('/api/v1/users', {
    body: { username: 'leaver', email: 'leaver@example.com' },
  })
  expect(again.status).toBe(201)
})

test('a name cannot be taken that clean-up gives', async () => {
  const body = { username: 'deleted:7', email: 'seven@example.com' }
  const { status, body: answer } = await platform.call('/api/v1/users', { body })
  expect({ status, field: answer.error.details[0].field }).toEqual({
    status: 422,
    field: 'username',
  })
})

test('a failure for one tenant keeps nobody else from being cleaned up', async () => {
  const broken = await platform.addTenant()
  const after = await platform.addTenant()
  const keep = { 'idempotency-key': 'kept' }
  const body = { forum_slug: 'general', title: 'Once', body: 'Only once' }
  for (const tenant of [broken, after])
    await platform.call('/api/v1/posts', {
      body,
      headers: keep,
      key: await tenant.key(),
      host: tenant.url,
    })
  const left = async () =>
    (await platform.query('select tenant_id::int from api_idempotency_keys order by 1')).rows
  const rows = [{ tenant_id: broken.live.tenantId }, { tenant_id: after.live.tenantId }]
  expect((await left()).slice(-2)).toEqual(rows)

  platform.clock.advance(DAY_MS + 1000)
  await platform.query(`
    create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'not this one'; end $$;
    create trigger refused before delete on api_idempotency_keys
      for each row when (old.tenant_id = ${broken.live.tenantId}) execute function refuse()`)
  await expect(run()).rejects.toThrow('1 failures')
  expect(await left()).toEqual(rows.slice(0, 1))
  await platform.query('drop trigger refused on api_idempotency_keys')
  await run()
  expect(await left()).toEqual([])
})

test('stored answers go after 24 hours, the others stay', async () => {
  const write = (key: string) =>
    platform.call('/api/v1/posts', {
      body: { forum_slug: 'general', title: 'Once', body: 'Only once' },
      headers: { 'idempotency-key': key },
    })
  const kept = async () => {
    const { rows } = await platform.query('select count(*)::int as count from api_idempotency_keys')
    return (rows[0] as { count: number }).count
  }
  await write('old')
  platform.clock.advance(DAY_MS / 2)
  await write('young')
  expect(await kept()).toBe(2)
  platform.clock.advance(DAY_MS / 2 + 1000)
  await run()
  expect(await kept()).toBe(1)
  expect((await write('young')).headers.get('idempotency-replayed')).toBe('true')
})
