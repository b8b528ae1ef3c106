import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import {
  anyMail as mail,
  caseFile,
  hasCases,
  openCases,
  openMailDesk,
  stepsOf,
  took,
} from '../support/mail/mail-desk.ts'

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

  test('c01 to c05: the nearest mail that is known leads to the ticket, and then the subject', async () => {
    const at = await openCases(platform)
    const before = (await at.events()).length
    const wanted = { c01: 1, c02: 1, c03: 2, c04: 2, c05: 2 }
    for (const [name, number] of Object.entries(wanted))
      for (const { payload: sent } of stepsOf(name))
        expect(await took(at, at.addressed(sent))).toMatchObject({
          ...{ action: 'appended', reference: `HD-00000${number}` },
        })
    expect((await at.read('/tickets/HD-000002')).status).toBe('open')
    const changes = (await at.events(before)).filter((type) => type === 'ticket.status_changed')
    expect(changes).toHaveLength(1)
  })

  test('c06: a stranger who names a ticket opens another', async () => {
    const at = await openCases(platform)
    const before = await at.read('/tickets/HD-000001')
    expect(await took(at, stepsOf('c06')[0].payload)).toMatchObject({
      ...{ action: 'created', reference: 'HD-000010' },
    })
    expect(await at.read('/tickets/HD-000001')).toEqual(before)
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
  })

  test('d01, d02: the same mail once; another with the same id is taken, and told', async () => {
    const at = await openCases(platform)
    const [{ payload: sent, times }] = stepsOf('d01')
    const all = await Promise.all(Array.from({ length: times }, () => took(at, sent)))
    expect(all.filter(({ action }) => action === 'created')).toHaveLength(1)
    for (const { reference } of all) expect(reference).toBe('HD-000010')
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
    const events = (await at.events()).length
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
  })

  test('e03: two desks that answer each other share one ticket, and the guard tells once', async () => {
    const at = await openMailDesk(platform)
    for (const [i, { payload: sent }] of stepsOf('e03').entries()) {
      const { in_reply_to: _, ...rest } = sent
      const answer = i === 0 ? rest : { ...rest, in_reply_to: '<ack-1@example.org>' }
      const { action, reference } = await took(at, answer)
      expect([action, reference]).toEqual([i === 0 ? 'created' : 'appended', 'HD-000001'])
    }
    expect(await at.audited()).toEqual(['inbound_email.held_back'])
  })

  test('e04 to e08: people through lists and Exchange, and words that robots use', async () => {
    const at = await openCases(platform)
    expect(await took(at, caseFile('e04'))).toMatchObject({ action: 'created' })
    const group = await at.read('/tickets/HD-000010')
    expect(group.requester).toMatchObject({ email: 'dana@example.org' })
    expect(await took(at, caseFile('e05'))).toMatchObject({ action: 'created' })
    for (const { payload: sent } of stepsOf('e07'))
      expect(await took(at, sent)).toMatchObject({ action: 'created' })
    const [first, second] = stepsOf('e08')
    const { reference } = await took(at, first.payload)
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
    expect(await took(at, at.addressed(caseFile('e06')))).toMatchObject({
      ...{ action: 'appended', reference: 'HD-000006' },
    })
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
    expect(await took(at, stepsOf('f02')[0].payload)).toMatchObject({ action: 'created' })
    const { subject, requester } = await at.read('/tickets/HD-000010')
    expect([subject, requester.name, requester.email]).toEqual([
      ...['Hello Bcc: spy@example.org', 'Ana Bcc: spy@example.org', 'ana2@example.com'],
    ])
  })
})
