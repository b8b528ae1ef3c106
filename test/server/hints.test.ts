import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { directly } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'

/** Workers are woken by what was written, and by nothing else. */

let platform: Platform
let listener: pg.Client
const heard: string[] = []
beforeAll(async () => {
  platform = await startPlatform()
  listener = new pg.Client(directly(platform.databaseUrl))
  await listener.connect()
  listener.on('notification', ({ payload }) => heard.push(String(payload)))
  await listener.query('listen mobieus_events')
})
afterAll(async () => {
  await listener.end()
  await platform.close()
})

test('a write is told to the workers, one that changed nothing is not', async () => {
  const quiet = await platform.addTenant()
  const caller = { host: quiet.url, key: await quiet.key() }
  const path = `/api/v1/users/${quiet.live.adminId}`
  const { display_name } = (await platform.call(path, caller)).body.data
  const same = await platform.call(path, { ...caller, body: { display_name } })
  expect(same.status).toBe(200)
  // Hints go out in the order in which they were noted, several in one: this one is the last.
  await platform.call('/api/v1/posts', { body: { forum_slug: 'general', title: 'x', body: 'x' } })
  const told = () => heard.flatMap((payload) => payload.split(','))
  const mine = String(platform.tenant.live.tenantId)
  await until(async () => told().includes(mine))
  expect(told()).not.toContain(String(quiet.live.tenantId))
})
