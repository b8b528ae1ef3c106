import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

test('createPost opens a thread', async () => {
  const created = await platform.call('/api/v1/posts', {
    body: { forum_slug: 'general', title: 'Hello', body: 'World' },
  })
  console.log(created.text, created.headers)
  const list = await platform.call('/api/v1/posts?limit=1')
  console.log(list.text)
  console.log((await platform.call('/api/v1/events')).text)
  console.log((await platform.call('/api/v1/me')).text)
  console.log((await platform.call('/api/v1/posts', { body: { titel: 1, body: '' } })).text)
  console.log((await platform.call('/api/v1/posts/x?foo=1')).text)
  expect(created.status).toBe(201)
})
