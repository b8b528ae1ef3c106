import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { hasCases, stepsOf } from '../support/help-cases.ts'
import { openCases, took } from '../support/mail/mail-desk.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const cases = hasCases ? describe : describe.skip

cases('a case of neighbouring desks', () => {
  test('c01 to c05: the nearest mail that is known leads to the ticket, and then the subject', async () => {
    const at = await openCases(platform)
    const before = (await at.events()).length
    for (const name of ['c01', 'c02', 'c03', 'c04', 'c05'])
      for (const { payload: sent } of stepsOf(name))
        expect(await took(at, at.addressed(sent))).toMatchObject({
          ...{ action: 'appended', reference: name < 'c03' ? 'HD-000001' : 'HD-000002' },
        })
    expect((await at.read('/tickets/HD-000002')).status).toBe('open')
    const changes = (await at.events(before)).filter((type) => type === 'ticket.status_changed')
    expect(changes).toHaveLength(1)
  })

  test('c06: a stranger who names a ticket opens another', async () => {
    const at = await openCases(platform)
    const state = async () => [
      await at.read('/tickets/HD-000001'),
      await at.read('/tickets/HD-000001/messages?limit=100'),
    ]
    const [before, mails] = [await state(), (await at.sent()).length]
    expect(await took(at, stepsOf('c06')[0].payload)).toMatchObject({
      ...{ action: 'created', reference: 'HD-000010' },
    })
    expect(await state()).toEqual(before)
    expect(await at.sent(mails)).toMatchObject([{ to_email: 'mallory@example.org' }])
  })

  test('c08: a reply to a ticket that was merged goes to the end of the chain', async () => {
    const at = await openCases(platform)
    const before = [await at.read('/tickets/HD-000005'), (await at.thread('HD-000001')).length]
    expect(await took(at, at.addressed(stepsOf('c08')[0].payload))).toMatchObject({
      ...{ action: 'appended', reference: 'HD-000001' },
    })
    expect(await at.thread('HD-000005')).toEqual([])
    const after = [await at.read('/tickets/HD-000005'), (await at.thread('HD-000001')).length - 1]
    expect(after).toEqual(before)
  })

  test('c09: a ticket that is closed for good is followed by one, not by one a reply', async () => {
    const at = await openCases(platform)
    const [before, mails] = [await at.read('/tickets/HD-000004'), (await at.sent()).length]
    for (const { payload: sent, expect: wanted } of stepsOf('c09')) {
      const { action, reference } = await took(at, at.addressed(sent))
      expect([action, reference]).toEqual([wanted.action, wanted.reference])
    }
    const { links, ...after } = await at.read('/tickets/HD-000004')
    expect({ ...after, links: [] }).toEqual(before)
    expect(links).toMatchObject([{ kind: 'followed_up_by', reference: 'HD-000010' }])
    expect((await at.read('/tickets/HD-000010')).links).toMatchObject([
      { kind: 'follow_up_of', reference: 'HD-000004' },
    ])
    const entries = await at.read('/tickets/HD-000010/messages')
    expect(entries.map(({ change }: Json) => change)).toContainEqual({
      ...{ field: 'follows', from: null, to: 'HD-000004' },
    })
    expect(await at.sent(mails)).toMatchObject([
      { kind: 'confirmation', subject: expect.stringContaining('[HD-000010]') },
    ])
  })

  test('mail on a ticket that is closed for good goes to the open one that follows, whoever opened it', async () => {
    const at = await openCases(platform)
    const [{ payload: sent }] = stepsOf('c09')
    const reply = (id: string) => took(at, at.addressed({ ...sent, message_id: id }))
    const follow = async (reference: string) => {
      const { id } = await at.read(`/tickets/${reference}`)
      const body = { subject: 'Again', body: 'It is back.', follow_up_of_id: id }
      return (await at.write('/tickets', body)).body.data
    }
    const close = async (reference: string) => {
      await at.write(`/tickets/${reference}/status`, { status: 'closed' })
      await platform.query(
        `update help_tickets set closed_at = closed_at - interval '15 days'
         where tenant_id = $1 and 'HD-' || lpad(number::text, 6, '0') = $2`,
        [at.tenant.live.tenantId, reference],
      )
    }
    await follow('HD-000004')
    const appended = { action: 'appended', reference: 'HD-000010' }
    expect(await reply('<one@example.com>')).toMatchObject(appended)
    const second = await follow('HD-000010')
    await close('HD-000010')
    expect(await reply('<two@example.com>')).toMatchObject({ ...appended, reference: 'HD-000011' })
    // The second one comes back to the first by a merge, and that is closed for good as well.
    const { id } = await at.read('/tickets/HD-000004')
    await platform.query(
      `update help_tickets set status = 'closed', closed_at = created_at - interval '15 days',
       merged_into_id = $3 where tenant_id = $1 and id = $2`,
      [at.tenant.live.tenantId, second.id, id],
    )
    expect(await reply('<three@example.com>')).toMatchObject({
      ...{ action: 'created', reference: 'HD-000012' },
    })
  })

  test('c10: a third party is added as one, and moves nothing', async () => {
    const at = await openCases(platform)
    expect(await took(at, at.addressed(stepsOf('c10')[0].payload))).toMatchObject({
      ...{ action: 'appended', reference: 'HD-000002' },
    })
    const ticket = await at.read('/tickets/HD-000002')
    expect(ticket).toMatchObject({
      ...{ status: 'pending', first_responded_at: null, requester: { email: 'ana@example.com' } },
    })
    const { author } = (await at.thread('HD-000002')).at(-1)
    expect([author.kind, author.name]).toEqual(['requester', 'Supplier'])
    expect(author.id).not.toBe(ticket.requester.id)
    const before = (await at.sent()).length
    await at.write('/tickets/HD-000002/reply', { body: 'It is on its way.' })
    expect(await at.sent(before)).toMatchObject([
      { kind: 'reply', to_email: 'ana@example.com', addressed: null },
    ])
  })
})
