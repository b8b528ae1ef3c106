import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { findDrift } from '../world/recount.ts'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

const HOUR_MS = 60 * 60 * 1000

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

interface Ticket {
  readonly id: number
  readonly reference: string
}

const opened = async (more: object = {}): Promise<Ticket> => {
  const { status, body } = await desk.write('/tickets', { subject: 'Ox', body: 'Ox.', ...more })
  expect(status).toBe(201)
  return body.data
}
const replied = async ({ id }: Ticket, body = 'Yes.') =>
  (await desk.write(`/tickets/${id}/reply`, { body, agent_id: 21 })).body.data.id as number
const ticket = async ({ id }: Ticket) => (await desk.read(`/tickets/${id}`)).body.data
/** The ids of what people have written. */
const written = async ({ id }: Ticket): Promise<number[]> => {
  const { body } = await desk.read(`/tickets/${id}/messages?limit=100`)
  return body.data.flatMap((each: { id: number; kind: string }) =>
    each.kind === 'system' ? [] : [each.id],
  )
}
const merge = ({ id }: Ticket, into: Ticket) =>
  desk.write(`/tickets/${id}/merge`, { into_id: into.id })

test('a merge moves what people have written, and can be undone for an hour', async () => {
  const [one, two] = [await opened(), await opened()]
  await replied(one)
  const status = { status: 'pending', agent_id: 21 }
  await desk.write(`/tickets/${two.id}/status`, status)
  const [ofOne, ofTwo] = [await written(one), await written(two)]
  const merged = await merge(two, one)
  const { id, reference } = one
  expect(merged.body.data).toMatchObject({ status: 'closed', merged_into: { id, reference } })
  expect(await written(one)).toEqual([...ofOne, ...ofTwo].sort((a, b) => a - b))
  expect(await written(two)).toEqual([])
  expect((await desk.read('/tickets?q=ox')).body.total_count).toBe(2)
  expect(await merge(one, one)).toMatchObject(refusal(422, 'validation_failed', 'into_id'))
  expect(await merge(one, { id: 999, reference: '' })).toMatchObject(
    refusal(422, 'validation_failed', 'into_id', 'not_found'),
  )
  for (const refused of [
    await merge(one, two),
    await merge(two, one),
    await desk.write(`/tickets/${two.id}/reply`, { body: 'And?' }),
    await desk.write(`/tickets/${two.id}/status`, { status: 'open' }),
    await desk.write(`/tickets/${two.id}`, { priority: 'low' }),
  ]) {
    expect(refused).toMatchObject(refusal(409, 'conflict'))
    expect(refused.body.error.message).toContain(reference)
  }
  const later = await replied(one)
  const undone = await desk.write(`/tickets/${two.id}/unmerge`, {})
  expect(undone.body.data).toMatchObject({ status: 'pending', closed_at: null, merged_into: null })
  expect(await written(one)).toEqual([...ofOne, later])
  expect(await written(two)).toEqual(ofTwo)
  expect(await desk.write(`/tickets/${two.id}/unmerge`, {})).toMatchObject(refusal(409, 'conflict'))
  await merge(two, one)
  platform.clock.advance(HOUR_MS + 1000)
  expect(await desk.write(`/tickets/${two.id}/unmerge`, {})).toMatchObject(refusal(409, 'conflict'))
})

test('a split opens a linked ticket with the messages, and leaves one at least', async () => {
  const one = await opened({ queue_id: 4, tags: ['urgent'], priority: 'low' })
  const [first] = await written(one)
  const second = await replied(one, 'About a zebu.')
  const split = (message_ids: (number | undefined)[]) =>
    desk.write(`/tickets/${one.id}/split`, { subject: 'A zebu', message_ids })
  const refused = (field: string, code: string) => refusal(422, 'validation_failed', field, code)
  expect(await split([second, first])).toMatchObject(refused('message_ids', 'not_allowed'))
  expect(await split([second, 9001])).toMatchObject(refused('message_ids[1]', 'not_found'))
  const { status, body } = await split([second])
  expect(status).toBe(201)
  expect(body.data).toMatchObject({
    ...{ subject: 'A zebu', status: 'new', queue: { id: 4 }, priority: 'low', tags: ['urgent'] },
    links: [{ kind: 'split_from', id: one.id, reference: one.reference }],
  })
  expect(await written(body.data)).toEqual([second])
  expect(await written(one)).toEqual([first])
  const { id, reference } = body.data
  expect((await ticket(one)).links).toEqual([{ kind: 'split_into', id, reference }])
  expect((await desk.read('/tickets?q=about')).body.data).toMatchObject([{ id }])
})

test('tickets are linked from both ends, and a follow-up to what it follows', async () => {
  const [one, two] = [await opened(), await opened()]
  const link = () => desk.write(`/tickets/${one.id}/link`, { ticket_id: two.id })
  expect((await link()).body.data.links).toMatchObject([{ kind: 'related', id: two.id }])
  expect((await ticket(two)).links).toMatchObject([{ kind: 'related', id: one.id }])
  expect(await link()).toMatchObject(refusal(409, 'conflict', 'ticket_id'))
  const unlink = () => desk.write(`/tickets/${two.id}/unlink`, { ticket_id: one.id })
  expect((await unlink()).body.data.links).toEqual([])
  expect((await ticket(one)).links).toEqual([])
  expect(await unlink()).toMatchObject(refusal(409, 'conflict', 'ticket_id'))
  const next = await opened({ follow_up_of_id: one.id })
  expect((await ticket(next)).links).toMatchObject([{ kind: 'follow_up_of', id: one.id }])
  expect((await ticket(one)).links).toMatchObject([{ kind: 'followed_up_by', id: next.id }])
  const unknown = { subject: 'Ox', body: 'Ox.', follow_up_of_id: 999 }
  expect(await desk.write('/tickets', unknown)).toMatchObject(
    refusal(422, 'validation_failed', 'follow_up_of_id', 'not_found'),
  )
})

test('200 tickets that are merged, split and answered at once lose no message, and counters hold', async () => {
  const tickets = await Promise.all(Array.from({ length: 200 }, () => opened()))
  const firsts = (await Promise.all(tickets.map(written))).map(([id]) => id as number)
  const sent: number[] = []
  const note = async (each: Ticket) => {
    const { status, body } = await desk.write(`/tickets/${each.id}/reply`, { body: 'And?' })
    expect([201, 409]).toContain(status)
    if (status === 201) sent.push(body.data.id)
  }
  const at = (i: number) => tickets[i % 200] as Ticket
  const statuses = await Promise.all(
    tickets.flatMap((each, i) => [
      note(each).then(() => 200),
      // Neighbours merge into each other in both directions.
      merge(each, at(i % 2 ? i + 199 : i + 1)).then(({ status }) => status),
      note(at(i + 1)).then(() => 200),
      desk
        .write(`/tickets/${each.id}/split`, { subject: 'Calf', message_ids: [firsts[i]] })
        .then(({ status }) => status),
      ...(i % 4 === 0
        ? [desk.write(`/tickets/${each.id}/unmerge`, {}).then(({ status }) => status)]
        : []),
    ]),
  )
  expect(statuses.filter((status) => ![200, 201, 409, 422].includes(status))).toEqual([])
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0)
  const { tenantId } = desk.tenant.live
  const { rows } = await platform.query(
    `select m.id, (select count(*) from help_ticket_words w
       where w.tenant_id = $1 and w.message_id = m.id and w.ticket_id = m.ticket_id) as findable
     from help_ticket_messages m
     where m.tenant_id = $1 and m.kind <> 'system' and m.id not in (9001, 9002, 9003)`,
    [tenantId],
  )
  const kept = rows.map(({ id }) => Number(id))
  expect(kept.sort((a, b) => a - b)).toEqual([...firsts, ...sent].sort((a, b) => a - b))
  expect(rows.filter(({ findable }) => Number(findable) !== 1)).toEqual([])
  expect(await findDrift(platform, tenantId)).toEqual([])
})
