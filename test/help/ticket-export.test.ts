import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { slaClock } from '../../packages/domain/src/help/sla/clock.ts'
import { tagDetaching } from '../../packages/domain/src/help/tags/detaching.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

type Json = Record<string, unknown>
interface Exported {
  readonly id: number
  readonly kind: string
  readonly ticket: Json | null
  readonly merged_into: Json | null
}

const page = async (cursor: string | undefined, limit = 200) => {
  const query = `limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`
  const { status, body } = await desk.read(`/tickets/export?${query}`)
  expect(status).toBe(200)
  return body as { data: Exported[]; next_cursor: string; has_more: boolean; total_count: number }
}
/** The tickets that have changed since a cursor, and the cursor after them. */
async function changedSince(cursor?: string, limit = 200) {
  const rows: Exported[] = []
  for (let last = cursor; ;) {
    const { data, next_cursor, has_more } = await page(last, limit)
    rows.push(...data)
    last = next_cursor
    if (!has_more) return { rows, ids: rows.map(({ id }) => id), cursor: last }
  }
}
const opened = async (subject = 'Ox') =>
  (await desk.write('/tickets', { subject, body: 'Ox.' })).body.data.id as number
const ok = async (at: string, body: object) => {
  const { status, body: answer } = await desk.write(at, body)
  expect([status, answer.error]).toEqual([status < 300 ? status : 200, undefined])
}

test('an export has every ticket once, then what has changed, in the order of changes', async () => {
  const ids = [await opened(), await opened(), await opened()]
  const all = await changedSince(undefined, 2)
  expect(new Set(all.ids).size).toBe(all.ids.length)
  expect(all.ids).toEqual(expect.arrayContaining([...ids, 1234]))
  expect((await page(undefined)).total_count).toBe(all.ids.length)
  expect(await changedSince(all.cursor)).toMatchObject({ ids: [], cursor: all.cursor })
  await ok(`/tickets/${ids[2]}`, { priority: 'high' })
  const first = await changedSince(all.cursor)
  await ok(`/tickets/${ids[0]}/reply`, { body: 'Yes.' })
  const second = await changedSince(first.cursor)
  expect([first.ids, second.ids]).toEqual([[ids[2]], [ids[0]]])
  const { body } = await desk.read(`/tickets/${ids[2]}`)
  expect(first.rows[0]).toMatchObject({ kind: 'ticket', ticket: body.data, merged_into: null })
  // A cursor stays valid: everything since then is told again.
  expect((await changedSince(all.cursor)).ids).toEqual([ids[2], ids[0]])
})

test('each change of a ticket brings it again, and a merged one comes without its content', async () => {
  const [one, two] = [await opened(), await opened()]
  let { cursor } = await changedSince()
  const brings = async (expected: number[]) => {
    const found = await changedSince(cursor)
    expect(found.ids.sort((a, b) => a - b)).toEqual(expected)
    cursor = found.cursor
    return found.rows
  }
  await ok(`/tickets/${one}/link`, { ticket_id: two })
  await brings([one, two])
  await ok(`/tickets/${one}/unlink`, { ticket_id: two })
  await brings([one, two])
  await ok(`/tickets/${one}/status`, { status: 'pending' })
  await brings([one])
  await ok('/tags', { slug: 'gone', name: 'Gone' })
  await ok(`/tickets/${one}`, { tags: ['gone'] })
  await brings([one])
  const { body } = await desk.read('/tags?limit=100')
  const tag = body.data.find(({ slug }: Json) => slug === 'gone').id as number
  await ok(`/tags/${tag}/delete`, {})
  const work = { db: platform.db, clock: platform.clock.now }
  await tagDetaching.run(work as never, desk.tenant.live.tenantId, tag)
  await brings([one])
  await ok(`/tickets/${two}/merge`, { into_id: one })
  const rows = await brings([one, two])
  expect(rows.find(({ id }) => id === two)).toMatchObject({
    ...{ kind: 'merged', ticket: null, merged_into: { id: one } },
  })
  await ok(`/tickets/${two}/unmerge`, {})
  expect((await brings([one, two])).map(({ kind }) => kind)).toEqual(['ticket', 'ticket'])
})

test('a change that is committed later comes later, however long its transaction was open', async () => {
  const [slow, quick] = [await opened(), await opened()]
  const { cursor } = await changedSince()
  const { tenantId } = desk.tenant.live
  const client = await platform.db.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.tenant', $1, true)`, [tenantId])
    await client.query(
      `update help_tickets set subject = 'Slow', change_number = null
       where tenant_id = $1 and id = $2`,
      [tenantId, slow],
    )
    await ok(`/tickets/${quick}`, { priority: 'low' })
    const meanwhile = await changedSince(cursor)
    expect(meanwhile.ids).toEqual([quick])
    await client.query('commit')
    expect((await changedSince(meanwhile.cursor)).rows).toMatchObject([
      { id: slow, ticket: { subject: 'Slow' } },
    ])
  } finally {
    client.release()
  }
})

test('followers know every ticket as it is, whoever writes at the same time', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => opened()))
  let over = false
  const follower = () => {
    const known = new Map<number, Json | null>()
    let cursor: string | undefined
    const follow = async () => {
      const found = await changedSince(cursor, 3)
      for (const { id, ticket } of found.rows) known.set(id, ticket)
      cursor = found.cursor
    }
    return { known, follow }
  }
  const followers = [follower(), follower(), follower()]
  const following = followers.map(async ({ follow }) => {
    while (!over) await follow()
  })
  const writer = async (n: number) => {
    for (let i = 0; i < 12; i++) {
      const id = ids[(n * 7 + i * 3) % ids.length] as number
      if (i % 4 === 3) await opened(`by ${n}`)
      else if (i % 2) await ok(`/tickets/${id}/reply`, { body: 'Yes.' })
      else await ok(`/tickets/${id}`, { subject: `by ${n}, ${i}` })
    }
  }
  await Promise.all([0, 1, 2, 3, 4, 5].map(writer))
  over = true
  await Promise.all(following)
  const { body } = await desk.read('/tickets?limit=100')
  for (const { known, follow } of followers) {
    await follow()
    expect(known.size).toBe(body.total_count)
    for (const row of body.data)
      expect(known.get(row.id)).toEqual(row.merged_into === null ? row : null)
  }
})

test('exports that begin at once all have what has changed', async () => {
  const id = await opened()
  for (let round = 0, cursor = (await changedSince()).cursor; round < 12; round += 1) {
    await ok(`/tickets/${id}/reply`, { body: 'Ox.' })
    // Each begins a little after the one before it, so that some begin while another gives places.
    const all = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => {
        for (let turn = 0; turn < i; turn += 1) await new Promise(setImmediate)
        return changedSince(cursor)
      }),
    )
    expect(all.map(({ ids }) => ids)).toEqual(Array(24).fill([id]))
    cursor = all[0]?.cursor as string
  }
})

test('every statement that writes a ticket takes its place in the order of changes away', () => {
  const folder = path.resolve(import.meta.dirname, '../../packages/domain/src')
  const statements = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      return [...text.matchAll(/update help_tickets|updateTable\('help_tickets'\)/g)].map(
        ({ index }) => ({ file, text: text.slice(index, index + 250) }),
      )
    })
  expect(statements.length).toBeGreaterThan(3)
  // How often rules have run is shown nowhere.
  const unseen = (text: string) => text.includes('rules_run')
  const faults = statements.filter(({ text }) => !/change_number/.test(text) && !unseen(text))
  expect(faults).toEqual([])
})

test('a state that the clock moves leaves updated_at, and is in the export nevertheless', async () => {
  const always = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  const hours = always.map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await ok('/calendars/61', { hours, holidays: [] })
  await ok('/sla-plans/81', { priorities: [], first_response_minutes: 60 })
  await ok('/queues/3', { sla_plan_id: 81 })
  const { body } = await desk.write('/tickets', { subject: 'Ox', body: 'Ox.', queue_id: 3 })
  const { id, updated_at, sla_state } = body.data
  expect(sla_state).toBe('on_track')
  const { cursor } = await changedSince()
  platform.clock.advance(2 * 60 * 60 * 1000)
  await doChore(platform.db, desk.tenant.live.tenantId, slaClock, platform.clock.now())
  const { rows } = await changedSince(cursor)
  const moved = rows.find((each) => each.id === id)?.ticket
  expect(moved).toMatchObject({ sla_state: 'breached', updated_at })
})
