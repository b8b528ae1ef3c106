import { connect, listen, type Database, type Listener } from '@mobieus/db'
import { directly, testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'
import { relayTo, type Relay } from './trips.ts'

let database: TestDatabase
let relay: Relay
let db: Database
let listening: Database
let listener: Listener
const heard: string[] = []
const waiting: { matches: (said: string) => boolean; resolve: () => void }[] = []

function say(said: string) {
  heard.push(said)
  for (const { matches, resolve } of waiting) if (matches(said)) resolve()
}

/** Resolves when this is heard, from now on. */
const hears = (text: string) =>
  new Promise<void>((resolve) => waiting.push({ matches: (said) => said === text, resolve }))

beforeAll(async () => {
  database = await testDatabase()
  relay = await relayTo(directly(database.appUrl))
  db = connect({ url: database.appUrl })
  const up = hears('up')
  listening = connect({ url: database.appUrl, listenUrl: relay.url })
  listener = listen(listening, 'mobieus_changed', say, {
    onUp: () => say('up'),
    onDown: () => say('down'),
  })
  await up
})

afterAll(async () => {
  await listener.close()
  await Promise.all([db.close(), listening.close(), relay.close()])
  await database.drop()
})

/** The announcements while this is done. */
async function announced(work: () => Promise<unknown>): Promise<string[]> {
  const from = heard.length
  await work()
  const end = `end ${from}`
  const ended = hears(end)
  await db.pool.query("select pg_notify('mobieus_changed', $1)", [end])
  await ended
  return heard.slice(from, -1)
}

test('a listener that loses its connection says so, and comes back', async () => {
  const down = hears('down')
  const up = hears('up')
  relay.cut()
  await down
  await up
  const work = () => db.pool.query("select pg_notify('mobieus_changed', 'again')")
  expect(await announced(work)).toEqual(['again'])
})

test('a listener that has caught up has heard all that was committed before', async () => {
  for (let n = 0; n < 20; n++) {
    const said = `commit ${n}`
    await db.pool.query("select pg_notify('mobieus_changed', $1)", [said])
    expect(await listener.caughtUp()).toBe(true)
    expect(heard.at(-1)).toBe(said)
  }
})

test('a connection on which nothing arrives never counts as up, and says what to do', async () => {
  // A listener on another database hears nothing of this one: as behind a pooler in transaction mode.
  const elsewhere = await testDatabase()
  let deafListener: Listener | undefined
  const deaf = connect({ url: database.appUrl, listenUrl: directly(elsewhere.appUrl) })
  let ups = 0
  const reasons: string[] = []
  const down = new Promise<void>((resolve) => {
    const onDown = ({ message }: Error) => resolve(void reasons.push(message))
    const options = { onUp: () => void ups++, onDown, heartbeatMs: 100 }
    deafListener = listen(deaf, 'mobieus_changed', say, options)
  })
  await down
  expect({ ups, reasons }).toEqual({
    ups: 0,
    reasons: [expect.stringMatching(/LISTEN_DATABASE_URL/)],
  })
  expect(await deafListener?.caughtUp()).toBe(false)
  await deafListener?.close()
  await deaf.close()
  await elsewhere.drop()
})

test('a connection that died silently is noticed', async () => {
  let [ups, downs] = [0, 0]
  const watching = listen(listening, 'mobieus_changed', () => undefined, {
    ...{ onUp: () => void ups++, onDown: () => void downs++, heartbeatMs: 200 },
  })
  await until(() => ups > 0)
  const before = downs
  relay.stall()
  await until(() => downs > before)
  const known = ups
  relay.cut()
  relay.resume()
  await until(() => ups > known)
  await watching.close()
})
