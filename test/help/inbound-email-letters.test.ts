import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { caseFile, hasCases, stepsOf } from '../support/help-cases.ts'
import { anyMail as mail, openCases, openMailDesk, took } from '../support/mail/mail-desk.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const cases = hasCases ? describe : describe.skip

cases('a case of neighbouring desks', () => {
  test('a01 to a05, a08: charsets, encoded words and what has no text are read', async () => {
    const at = await openMailDesk(platform)
    const read = async (name: string) => {
      const { reference, action } = await took(at, caseFile(name))
      expect(action).toBe('created')
      const { subject, requester } = await at.read(`/tickets/${reference}`)
      return [subject, requester.name, (await at.thread(reference))[0].body]
    }
    const tanaka = 'tanaka@example.com'
    expect(await read('a01')).toEqual([
      ...['test', tanaka, 'お問い合わせありがとうございます。田中です。'],
    ])
    expect(await read('a02')).toEqual(['镕字', '王镕', '王镕先生您好，镕字请勿丢失。'])
    expect((await read('a03'))[0]).toBe('Grüße und 👍')
    expect((await read('a04'))[2]).toBe('see file')
    expect((await read('a05'))[2]).toBe('Příliš žluťoučký kůň\nprosí o opravu')
    expect((await read('a08'))[2]).toBe('(The message is encrypted.)')
  })

  test('a06: NUL and half a surrogate pair are no reason to refuse a mail', async () => {
    const at = await openMailDesk(platform)
    const steps = stepsOf('a06')
    const [one, two] = [await took(at, steps[0].payload), await took(at, steps[1].payload)]
    expect([one.action, two.action]).toEqual(['created', 'created'])
    expect((await at.read(`/tickets/${one.reference}`)).subject).toBe('NULin subject')
    expect((await at.thread(one.reference))[0].body).toBe('beforeafter')
    expect((await at.read(`/tickets/${two.reference}`)).subject).toBe('half an emoji \ufffd end')
    for (const { payload: again } of steps)
      expect(await took(at, again)).toMatchObject({ action: 'ignored' })
  })

  test('a10: senders in every form', async () => {
    const at = await openMailDesk(platform)
    await took(at, mail({ from: 'ana@example.com' }))
    const known = (await at.read('/tickets/HD-000001')).requester.id
    for (const { payload: sent, expect: wanted } of stepsOf('a10')) {
      const { status, body } = await at.post(sent)
      expect([sent.from, status]).toEqual([sent.from, wanted.status])
      if (status !== 200) continue
      const { requester } = await at.read(`/tickets/${body.reference}`)
      if (wanted.requester) expect(requester.id).toBe(known)
      else expect(requester.email).toBe(wanted.requester_email)
      if (wanted.requester_name) expect(requester.name).toBe(wanted.requester_name)
    }
  })

  test('b01 to b05: the part that was written is shown', async () => {
    const at = await openCases(platform)
    for (const name of ['b01', 'b02', 'b03', 'b04', 'b05'])
      for (const { payload: sent, expect: wanted } of stepsOf(name)) {
        const { action, reference } = await took(at, at.addressed(sent))
        expect(action).toBe(wanted.action)
        expect((await at.thread(reference)).at(-1).body).toBe(wanted.visible)
      }
  })

  test('d01, d02: the same mail once; another with the same id is taken, and told', async () => {
    const at = await openCases(platform)
    const [{ payload: sent, times }] = stepsOf('d01')
    const [events, mails] = [(await at.events()).length, (await at.sent()).length]
    const all = await Promise.all(Array.from({ length: times }, () => took(at, sent)))
    expect(all.filter(({ action }) => action === 'created')).toHaveLength(1)
    expect(all.filter(({ action }) => action === 'ignored')).toHaveLength(times - 1)
    expect(new Set(all.map(({ ticket_id }) => ticket_id)).size).toBe(1)
    for (const { reference } of all) expect(reference).toBe('HD-000010')
    expect(await at.thread('HD-000010')).toHaveLength(1)
    expect(await at.events(events)).toEqual(['ticket.created'])
    expect(await at.sent(mails)).toMatchObject([
      { kind: 'confirmation', subject: expect.stringContaining('[HD-000010]') },
    ])
    // The next ticket is HD-000011: the copies have taken no number.
    const steps = stepsOf('d02')
    for (const [i, { payload: each }] of steps.entries())
      expect(await took(at, each)).toMatchObject({
        ...{ action: 'created', reference: `HD-00001${i + 1}` },
      })
    expect(await at.audited()).toEqual(['inbound_email.id_reused'])
    expect(await took(at, steps[0].payload)).toMatchObject({
      ...{ action: 'ignored', reference: 'HD-000011' },
    })
  })

  test('a07, e01, e02: robots that answer are added and move nothing, others are ignored', async () => {
    const at = await openCases(platform)
    const [events, mails] = [(await at.events()).length, await at.sent()]
    for (const name of ['a07', 'e01'])
      expect(await took(at, at.addressed(caseFile(name)))).toMatchObject({
        ...{ action: 'appended', reference: 'HD-000003' },
      })
    const texts = (await at.thread('HD-000003')).map(({ body }) => body)
    expect(texts).toContain('Accepted: Call about HD-000003')
    const files = (await at.thread('HD-000003')).flatMap(({ attachments }) => attachments)
    expect(files).toMatchObject([{ mime_type: 'text/calendar' }])
    const raw = at.addressed(caseFile('e01')).toString('latin1')
    for (let i = 0; i < 50; i += 1)
      await took(at, Buffer.from(raw.replace('<e01@', `<e01-${i}@`), 'latin1'))
    expect((await at.read('/tickets/HD-000003')).status).toBe('resolved')
    expect(await took(at, stepsOf('e02')[0].payload)).toMatchObject({
      ...{ action: 'ignored', ticket_id: null, reference: null },
    })
    expect(await at.events(events)).toEqual([])
    expect(await at.audited()).toEqual(['inbound_email.ignored'])
    expect(await at.sent()).toEqual(mails)
  })

  test('e03: two desks that answer each other share one ticket, and the guard tells once', async () => {
    const at = await openCases(platform)
    const before = (await at.sent()).length
    const toThem = async () => await at.sent(before)
    for (const [i, { payload: sent }] of stepsOf('e03').entries()) {
      const ours = (await toThem()).at(-1)?.message_id
      const answer = JSON.parse(JSON.stringify(sent).replace('OUT-last@placeholder.invalid', ours))
      const { action, reference } = await took(at, answer)
      expect([action, reference]).toEqual([i === 0 ? 'created' : 'appended', 'HD-000010'])
    }
    expect(await toThem()).toMatchObject([
      { kind: 'confirmation', to_email: 'support@example.org' },
    ])
    expect(await at.audited()).toEqual(['inbound_email.held_back'])
  })

  test('e04 to e08: people through lists and Exchange, and words that robots use', async () => {
    const at = await openCases(platform)
    const before = (await at.sent()).length
    expect(await took(at, caseFile('e04'))).toMatchObject({ action: 'created' })
    const group = await at.read('/tickets/HD-000010')
    expect(group.requester).toMatchObject({ email: 'dana@example.org' })
    expect(await took(at, caseFile('e05'))).toMatchObject({ action: 'created' })
    for (const { payload: sent } of stepsOf('e07'))
      expect(await took(at, sent)).toMatchObject({ action: 'created' })
    const confirmed = (await at.sent(before)).map(({ to_email }) => to_email)
    expect(confirmed).toEqual(
      stepsOf('e07').map(({ payload: { from } }) => /[\w.-]+@[\w.]+/.exec(from)?.[0]),
    )
    const [first, second] = stepsOf('e08')
    const { reference } = await took(at, first.payload)
    // We have sent it nothing, so it answers its own mail.
    expect(await at.sent(before)).toHaveLength(confirmed.length)
    const answer = { ...second.payload, in_reply_to: first.payload.message_id }
    expect(await took(at, answer)).toMatchObject({ action: 'appended', reference })
    const { rows } = await platform.query(
      `select unanswered from help_inbound_mails
       where tenant_id = $1 and action = 'created' and ticket_id in (
         select id from help_tickets where tenant_id = $1 and number >= 10) order by id`,
      [at.tenant.live.tenantId],
    )
    expect(rows.map(({ unanswered }) => unanswered)).toEqual([
      ...['list', 'suppressed', null, null, null, null, 'no_reply'],
    ])
  })

  test('e06: a bounce is told on the ticket, and not in the words of its requester', async () => {
    const at = await openCases(platform)
    const mails = (await at.sent()).length
    expect(await took(at, at.addressed(caseFile('e06')))).toMatchObject({
      ...{ action: 'appended', reference: 'HD-000006' },
    })
    const bounced = (await at.sent()).filter(({ status }) => status === 'bounced')
    expect(bounced).toMatchObject([
      { kind: 'confirmation', to_email: 'dana@example.org', bounce_status: '5.1.1' },
    ])
    expect(await at.sent(mails)).toEqual([])
    const { kind, author } = (await at.thread('HD-000006')).at(-1)
    expect([kind, author.kind]).toEqual(['note', 'system'])
    expect((await at.read('/tickets/HD-000006')).status).toBe('open')
  })

  test('f01, f02: line breaks are refused of the API, and made harmless of a mail', async () => {
    const at = await openCases(platform)
    for (const { body, expect: wanted } of stepsOf('f01')) {
      const answer = await at.write('/tickets', body)
      expect([answer.status, answer.body.error.details[0].field]).toEqual([
        ...[wanted.status, wanted.field],
      ])
    }
    const [mailed, replied] = stepsOf('f02')
    const before = (await at.sent()).length
    expect(await took(at, mailed.payload)).toMatchObject({ action: 'created' })
    const { status } = await at.write('/tickets/HD-000010/reply', replied.body)
    expect(status).toBe(replied.expect.status)
    expect(await at.sent(before)).toMatchObject(
      ['confirmation', 'reply'].map((kind) => ({
        ...{ kind, to_email: 'ana2@example.com', addressed: null },
        subject: 'Re: [HD-000010] Hello Bcc: spy@example.org',
      })),
    )
    const { subject, requester } = await at.read('/tickets/HD-000010')
    expect([subject, requester.name, requester.email]).toEqual([
      ...['Hello Bcc: spy@example.org', 'Ana Bcc: spy@example.org', 'ana2@example.com'],
    ])
  })
})
