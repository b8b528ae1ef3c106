import { PassThrough } from 'node:stream'
import { jest } from '@jest/globals'
import { connect, type Database } from '@mobieus/db'
import { untilLookedAt } from '../support/process/kept.ts'
import { dropDatabase, testDatabase, type TestDatabase } from '../support/process/postgres.ts'

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await testDatabase()
  db = connect({ url: database.appUrl, applicationName: 'connect test' })
})

afterAll(async () => {
  await db.close()
  await database.drop()
})

const value = async (expression: string) =>
  (await db.pool.query<{ value: unknown }>(`select ${expression} as value`)).rows[0]?.value

test('columns arrive as the table types say', async () => {
  expect(await value('9007199254740991::bigint')).toBe(9007199254740991)
  expect(await value("'{1,null,3}'::bigint[]")).toEqual([1, null, 3])
  expect(await value("'2026-11-22T10:00:00.123Z'::timestamptz")).toEqual(
    new Date('2026-11-22T10:00:00.123Z'),
  )
  expect(await value(`'{"a":[1,null]}'::json`)).toEqual({ a: [1, null] })
  expect(await value("'2026-11-22'::date")).toBe('2026-11-22')
  expect(await value("'{2026-11-22}'::date[]")).toEqual(['2026-11-22'])
})

test('a bigint that a number cannot hold fails instead of being rounded', async () => {
  await expect(value('9007199254740993::bigint')).rejects.toThrow(/does not fit/)
  expect(await value('1')).toBe(1)
})

test('connections say what they are for', async () => {
  expect(await value("current_setting('application_name')")).toBe('connect test')
})

test('a query does not wait for a connection for ever', async () => {
  const busy = connect({ url: database.appUrl, max: 1, acquireTimeoutMs: 500 })
  const client = await busy.pool.connect()
  await expect(busy.pool.query('select 1')).rejects.toThrow(/timeout/)
  client.release()
  await busy.close()
})

test('a connection that dies idle is replaced', async () => {
  const errors: Error[] = []
  const idle = connect({ url: database.appUrl, max: 1, onIdleError: (error) => errors.push(error) })
  const { rows } = await idle.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const removed = new Promise((resolve) => idle.pool.once('remove', resolve))
  const owner = connect({ url: database.ownerUrl })
  await owner.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await removed
  expect(errors.length).toBeGreaterThan(0)
  expect((await idle.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await Promise.all([idle.close(), owner.close()])
})

test('with TEST_KEEP=1 the database of a test stays, and is named with its file', async () => {
  const kept = await testDatabase()
  const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  process.env.TEST_KEEP = '1'
  await kept.drop()
  delete process.env.TEST_KEEP
  const text = printed.mock.calls.join('')
  printed.mockRestore()
  expect(text).toMatch(/^kept for .*connect\.test\.ts: psql '.*'\n$/)
  expect(text).toContain(`'${kept.ownerUrl}'`)
  const left = connect({ url: kept.ownerUrl })
  expect((await left.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await left.close()
  await dropDatabase(String(process.env.TEST_SERVER_URL), new URL(kept.ownerUrl).pathname.slice(1))
})

test('a run that keeps databases ends when Enter is pressed, or nobody is there to press it', async () => {
  const printed: string[] = []
  const input = new PassThrough()
  let ended = false
  const looked = untilLookedAt(input, (text) => printed.push(text)).then(() => (ended = true))
  await new Promise(setImmediate)
  expect([ended, printed]).toEqual([false, [expect.stringContaining('press Enter')]])
  input.write('\n')
  await looked
  await untilLookedAt(new PassThrough().end(), () => undefined)
})
