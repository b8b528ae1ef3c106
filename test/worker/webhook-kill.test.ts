import { expect, test } from '@jest/globals'
import { killWebhooks } from '../support/process/kill-webhooks.ts'
import { testDatabase } from '../support/process/postgres.ts'

/** `npm run check:kills` does the same with 50 kills and 10,000 events. */

test('servers and workers are killed: every committed event arrives, and nothing else does', async () => {
  const database = await testDatabase()
  const report = await killWebhooks({ ...database, events: 250, kills: 6 })
  await database.drop()
  const { log, feed, delivered, arrived } = report
  expect(report).toMatchObject({ answered: 250, postsArrived: 250, gaps: 0, badSignatures: 0 })
  // One event is from before the endpoint: its founder joined.
  expect(log).toHaveLength(251)
  expect(feed).toHaveLength(251)
  expect(delivered).toEqual(feed.slice(1))
  expect(arrived).toEqual(feed.slice(1))
}, 180_000)
