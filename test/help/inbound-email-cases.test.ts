import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import {
  anyMail as mail,
  hasCases,
  namedCase,
  openMailDesk,
  took,
} from '../support/mail/mail-desk.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const cases = hasCases ? describe : describe.skip

cases('a case of neighbouring desks', () => {
  const payload = (id: string) => namedCase(id).payload

  test('mail-01, mail-03: the encoded subject, and the sender’s own first mail, lead to the ticket', async () => {
    const at = await openMailDesk(platform)
    await took(at, mail({ message_id: '<first@example.com>' }))
    for (const id of ['mail-01', 'mail-03'])
      expect(await took(at, payload(id))).toMatchObject({
        ...{ action: 'appended', reference: 'HD-000001' },
      })
    expect(await at.thread('HD-000001')).toHaveLength(3)
  })

  test('mail-02: our id in the middle of the references leads to the ticket', async () => {
    const at = await openMailDesk(platform)
    await took(at, mail({ message_id: '<ours@example.com>' }))
    const { references, ...rest } = payload('mail-02')
    const sent = { ...rest, references: references.replace('{OUR_ID}', '<ours@example.com>') }
    expect(await took(at, sent)).toMatchObject({ action: 'appended', reference: 'HD-000001' })
  })

  test('mail-04: the reference of a ticket that the sender takes no part in opens another', async () => {
    const at = await openMailDesk(platform)
    await took(at, mail())
    await at.write('/tickets/HD-000001/status', { status: 'pending' })
    const before = await at.read('/tickets/HD-000001')
    expect(await took(at, payload('mail-04'))).toMatchObject({
      ...{ action: 'created', reference: 'HD-000002' },
    })
    expect(await at.read('/tickets/HD-000001')).toEqual(before)
    const entries = await at.read('/tickets/HD-000002/messages')
    expect(entries.map(({ change }: Json) => change)).toContainEqual({
      ...{ field: 'mentions', from: null, to: 'HD-000001' },
    })
  })

  test('mail-05: another desk’s confirmation is added, and moves nothing', async () => {
    const at = await openMailDesk(platform)
    await took(at, mail({ message_id: '<ours@example.com>' }))
    await at.write('/tickets/HD-000001/status', { status: 'resolved' })
    const events = (await at.events()).length
    const sent = { ...payload('mail-05'), in_reply_to: '<ours@example.com>' }
    expect(await took(at, sent)).toMatchObject({ action: 'appended', reference: 'HD-000001' })
    expect((await at.read('/tickets/HD-000001')).status).toBe('resolved')
    expect(await at.events(events)).toEqual([])
  })

  test('mail-06: a loop of twelve keeps its tickets, and confirmations are held back', async () => {
    const at = await openMailDesk(platform)
    for (let n = 1; n <= 12; n += 1) {
      const sent = JSON.parse(JSON.stringify(payload('mail-06')).replaceAll('{N}', String(n)))
      expect(await took(at, sent)).toMatchObject({ action: 'created' })
    }
    const { rows } = await platform.query(
      `select unanswered, count(*)::int as n from help_inbound_mails where tenant_id = $1
       group by unanswered order by 1`,
      [at.tenant.live.tenantId],
    )
    expect(rows).toEqual([
      { unanswered: 'held_back', n: 7 },
      { unanswered: null, n: 5 },
    ])
    expect(await at.audited()).toEqual(['inbound_email.held_back'])
  })

  test('mail-07, mail-14: the same id without its brackets, and a mail without anything', async () => {
    const at = await openMailDesk(platform)
    const [one, two] = payload('mail-07')
    expect(await took(at, one)).toMatchObject({ action: 'created', reference: 'HD-000001' })
    expect(await took(at, two)).toMatchObject({ action: 'ignored', reference: 'HD-000001' })
    const { reference } = await took(at, payload('mail-14'))
    expect((await at.read(`/tickets/${reference}`)).subject).toBe('(no subject)')
    expect((await at.thread(reference))[0].body).toBe('(no text)')
  })

  test('mail-08, mail-09: names and addresses are read apart, on one line each', async () => {
    const at = await openMailDesk(platform)
    const requesters: string[][] = []
    for (const each of [...payload('mail-08'), payload('mail-09')]) {
      const { reference } = await took(at, { ...mail(), ...each })
      const { requester, subject } = await at.read(`/tickets/${reference}`)
      requesters.push([requester.name, requester.email, subject])
    }
    expect(requesters).toEqual([
      ['Doe, Ann', 'ann@example.com', 'Printer'],
      ['Doe, Ann', 'ann@example.com', 'Printer'],
      ['Jörg', 'joerg@example.com', 'Printer'],
      ['Doe, Ann', 'ann@example.com', 'Hello Bcc: eve@example.org'],
    ])
  })

  test('mail-10: HTML gives its text and loses its tricks; what came is kept', async () => {
    const at = await openMailDesk(platform)
    const { reference } = await took(at, payload('mail-10'))
    expect((await at.thread(reference))[0].body).toBe('Hi')
    const { rows } = await platform.query(
      'select html, safe_html from help_inbound_mails where tenant_id = $1',
      [at.tenant.live.tenantId],
    )
    expect(rows).toEqual([{ html: payload('mail-10').html, safe_html: '<p>Hi</p>' }])
  })

  test('mail-11, mail-12: people open tickets, robots are ignored', async () => {
    const at = await openMailDesk(platform)
    for (const each of payload('mail-11'))
      expect(await took(at, { ...mail(), ...each })).toMatchObject({ action: 'created' })
    for (const each of payload('mail-12'))
      expect(await took(at, { ...mail(), ...each })).toEqual({
        ...{ ok: true, ticket_id: null, reference: null, action: 'ignored' },
      })
    expect(await at.audited()).toEqual(['inbound_email.ignored', 'inbound_email.ignored'])
  })

  test('mail-13, c07: a Message-ID of another tenant leads nowhere', async () => {
    const [one, other] = [await openMailDesk(platform), await openMailDesk(platform)]
    await took(other, mail({ message_id: '<theirs@example.com>' }))
    const before = await other.read('/tickets/HD-000001')
    const sent = { ...payload('mail-13'), in_reply_to: '<theirs@example.com>' }
    expect(await took(one, sent)).toMatchObject({ action: 'created', reference: 'HD-000001' })
    expect(await other.read('/tickets/HD-000001')).toEqual(before)
  })
})
