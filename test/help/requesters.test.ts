import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
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

const asked = { subject: 'Where is my parcel?', body: 'It was sent in May.' }
type Json = Record<string, unknown>

const opened = async (fields: object = {}) => {
  const { status, body } = await desk.write('/tickets', { ...asked, ...fields })
  expect(status).toBe(201)
  return body.data
}
const found = async (query: string) => {
  const { status, body } = await desk.read(`/tickets?limit=100&${query}`)
  expect(status).toBe(200)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ id }: Json) => id) as number[]
}

test('one address is one requester, and a member’s address is the member', async () => {
  const first = await opened({ requester: { email: 'New@example.com', name: 'New' } })
  const again = await opened({ requester: { email: 'new@EXAMPLE.com', name: 'Other' } })
  expect(again.requester).toEqual(first.requester)
  expect(first.requester).toMatchObject({ name: 'New', email: 'New@example.com' })
  expect(await found('requester_email=NEW%40example.com')).toEqual([again.id, first.id])
  const { email, user_id } = (await desk.read('/agents/21')).body.data
  expect(user_id).toBeGreaterThan(0)
  const ofMember = await opened({ requester: { email: email.toUpperCase() } })
  expect(ofMember.requester.email).toBe(email)
  expect(await found(`requester_email=${encodeURIComponent(email)}`)).toEqual([ofMember.id])
  const together = await Promise.all(
    Array.from({ length: 6 }, () => opened({ requester: { email: 'six@example.com' } })),
  )
  expect(new Set(together.map(({ requester }) => requester.id)).size).toBe(1)
})

test('a requester who becomes a member stays the same requester', async () => {
  const email = 'Late@example.com'
  const first = await opened({ requester: { email, name: 'Late' } })
  const { tenant } = desk
  const created = await platform.call('/api/v1/users', {
    ...{ key: await tenant.key(), host: tenant.url },
    body: { username: 'latecomer', email: 'late@example.com', display_name: 'Latecomer' },
  })
  expect(created.status).toBe(201)
  const key = await tenant.key({ userId: created.body.data.id })
  const said = await desk.write(`/tickets/${first.id}/reply`, { body: 'It is me.' }, key)
  expect(said.body.data.author).toEqual({
    ...{ kind: 'requester', id: first.requester.id, name: 'Late' },
  })
  const { body } = await desk.write('/tickets', asked, key)
  expect(body.data.requester).toMatchObject({ id: first.requester.id, name: 'Latecomer' })
  expect((await desk.read(`/tickets/${first.id}`)).body.data.requester).toEqual(body.data.requester)
  expect(await found('requester_email=LATE%40example.com')).toEqual([body.data.id, first.id])
  const other = await opened({ requester: { email: 'other@example.com' } })
  await desk.write('/tickets', { ...asked, requester: { email: 'other@example.com' } }, key)
  expect((await desk.read(`/tickets/${other.id}`)).body.data.requester.name).toBe(
    'other@example.com',
  )
})
