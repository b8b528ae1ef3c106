import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startHooks, type Hooks } from '../support/http/hooks.ts'
import { until } from '../support/until.ts'

let hooks: Hooks
beforeAll(async () => {
  hooks = await startHooks()
})
afterAll(() => hooks.close())

test('connections that the database ends, again and again, end neither server nor worker', async () => {
  const receiver = await hooks.receiver()
  await hooks.register(receiver.url, ['post.created'])
  const { rows } = await hooks.platform.query('select current_database() as name')
  for (let n = 1; n <= 3; n++) {
    const { rowCount } = await hooks.platform.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = $1 and pid <> pg_backend_pid()`,
      [rows[0].name],
    )
    expect(rowCount).toBeGreaterThan(1)
    await until(() => hooks.post(`after ${n}`).then(Boolean, () => false))
    await until(async () => receiver.received.length >= n)
  }
})
