import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { hasCases, namedCase, stepsOf } from '../support/help-cases.ts'
import { anyMail as mail, openMailDesk, took } from '../support/mail/mail-desk.ts'

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
    await took(at, mail())
    const [{ kind, message_id }] = await at.sent()
    expect(kind).toBe('confirmation')
    const { references, ...rest } = payload('mail-02')
    const sent = { ...rest, references: references.replace('{OUR_ID}', `<${message_id}>`) }
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
    await took(at, mail())
    await at.write('/tickets/HD-000001/status', { status: 'resolved' })
    const [events, mails] = [(await at.events()).length, await at.sent()]
    const sent = { ...payload('mail-05'), in_reply_to: `<${mails[0]?.message_id}>` }
    expect(await took(at, sent)).toMatchObject({ action: 'appended', reference: 'HD-000001' })
    expect((await at.read('/tickets/HD-000001')).status).toBe('resolved')
    expect(await at.events(events)).toEqual([])
    expect(await at.sent()).toEqual(mails)
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
    expect(await at.sent()).toMatchObject(Array(5).fill({ kind: 'confirmation' }))
    expect(await at.audited()).toEqual(['inbound_email.held_back'])
  })

  test('mail-07, mail-14: the same id without its brackets, and a mail without anything', async () => {
    const at = await openMailDesk(platform)
    const [one, two] = payload('mail-07')
    expect(await took(at, one)).toMatchObject({ action: 'created', reference: 'HD-000001' })
    expect(await took(at, two)).toMatchObject({ action: 'ignored', reference: 'HD-000001' })
    expect(await at.sent()).toHaveLength(1)
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
    const [confirmation] = (await at.sent()).slice(-1)
    expect(confirmation).toMatchObject({
      ...{ to_email: 'ann@example.com', to_name: 'Doe, Ann', addressed: null },
      subject: 'Re: [HD-000004] Hello Bcc: eve@example.org',
    })
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
    const confirmations = await at.sent()
    expect(confirmations).toMatchObject(Array(5).fill({ kind: 'confirmation' }))
    for (const each of payload('mail-12'))
      expect(await took(at, { ...mail(), ...each })).toEqual({
        ...{ ok: true, ticket_id: null, reference: null, action: 'ignored' },
      })
    expect(await at.audited()).toEqual(['inbound_email.ignored', 'inbound_email.ignored'])
    expect(await at.sent()).toEqual(confirmations)
  })

  test('mail-13, c07: a Message-ID of another tenant leads nowhere', async () => {
    const [one, other] = [await openMailDesk(platform), await openMailDesk(platform)]
    await took(other, mail({ message_id: '<open-1@globex.example.org>' }))
    const [{ message_id }] = await other.sent()
    const before = await other.read('/tickets/HD-000001')
    const theirs = (sent: object): object =>
      JSON.parse(
        JSON.stringify(sent)
          .replaceAll('{OTHER_TENANT_ID}', `<${message_id}>`)
          .replaceAll('OUT-1@placeholder.invalid', message_id),
      )
    for (const [i, sent] of [payload('mail-13'), stepsOf('c07')[0].payload].entries())
      expect(await took(one, theirs(sent))).toEqual({
        ...{ ok: true, action: 'created', reference: `HD-00000${i + 1}` },
        ticket_id: (await one.read(`/tickets/HD-00000${i + 1}`)).id,
      })
    expect(await other.read('/tickets/HD-000001')).toEqual(before)
    expect(await other.sent()).toHaveLength(1)
  })
})
