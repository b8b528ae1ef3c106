import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** Statements that connections keep, as callers see them: not at all. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const kept = () =>
  platform.logged.map((line) => JSON.parse(line).msg as string | undefined).filter(Boolean)

test('the log says whether statements are prepared, and why', async () => {
  expect(kept()).toContainEqual(expect.stringMatching(/^statements are prepared .*: the/))
  await platform.addServer({ statements: 'unnamed' })
  expect(kept()).toContain('statements are prepared anew each time: as wished')
})

test('tables that change under a running server fail no call', async () => {
  const post = { forum_slug: 'general', title: 'Hello', body: 'World' }
  const calls = async () => {
    const created = await platform.call('/api/v1/posts', { body: post })
    const read = await platform.call(created.headers.get('location') as string)
    const listed = await platform.call('/api/v1/posts?limit=1')
    const me = await platform.call('/api/v1/me')
    return [created, read, listed, me].map(({ status }) => status)
  }
  const fine = [201, 200, 200, 200]
  for (let n = 0; n < 10; n++) expect(await calls()).toEqual(fine)
  for (const type of ['varchar', 'text']) {
    for (const column of ['posts.body', 'forums.name', 'users.display_name']) {
      const [table, name] = column.split('.')
      await platform.query(`alter table ${table} alter column ${name} type ${type}`)
    }
    for (let n = 0; n < 10; n++) expect(await calls()).toEqual(fine)
  }
})
