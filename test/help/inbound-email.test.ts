import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { humanMails } from '../support/mail/human-mails.ts'
import { hasRobots, robotMails } from '../support/mail/robot-mails.ts'
import { anyMail as mail, openMailDesk, took, type MailDesk } from '../support/mail/mail-desk.ts'

let platform: Platform
let desk: MailDesk
beforeAll(async () => {
  platform = await startPlatform()
  desk = await openMailDesk(platform)
})
afterAll(() => platform.close())

const refused = async (sent: object) => {
  const { status, body } = await desk.post(sent)
  return [status, body.error.code, body.error.details?.map(({ field }: Json) => field)]
}

describe('the endpoint', () => {
  const path = '/api/helpdesk/inbound-email'
  const call = (query: string, headers: Record<string, string> = {}) =>
    platform.call(path + query, { key: null, host: desk.tenant.url, body: mail(), headers })

  test('takes the secret of an account in the header or the query, and logs it nowhere', async () => {
    expect((await call(`?secret=${desk.secret}`)).status).toBe(200)
    expect((await call('', { 'x-mobieus-inbound-secret': desk.secret })).status).toBe(200)
    for (const query of ['', '?secret=', '?secret=mh_in_x', `?secret=${desk.secret}&secret=x`])
      expect((await call(query)).failure?.code).toBe('invalid_api_key')
    const other = await platform.addTenant()
    const { status } = await platform.call(`${path}?secret=${desk.secret}`, {
      ...{ key: null, host: other.url, body: mail() },
    })
    expect(status).toBe(401)
    expect(platform.logged.join('')).not.toContain(desk.secret)
  })

  test('takes the secret before a rotation until its grace is over', async () => {
    const at = await openMailDesk(platform)
    const [{ id }] = await at.read('/email-accounts')
    const rotated = await at.write(`/email-accounts/${id}/rotate-secret`, { grace_hours: 1 })
    const send = (secret: string) =>
      platform.call(`${path}?secret=${secret}`, { key: null, host: at.tenant.url, body: mail() })
    expect((await send(at.secret)).status).toBe(200)
    expect((await send(rotated.body.data.inbound_secret)).status).toBe(200)
    platform.clock.advance(61 * 60 * 1000)
    expect((await send(at.secret)).status).toBe(401)
    await at.write(`/email-accounts/${id}/rotate-secret`, { grace_hours: 0 })
    expect((await send(rotated.body.data.inbound_secret)).status).toBe(401)
  })

  test('asks for a sender and a Message-ID, and names the field that is missing or no text', async () => {
    expect(await refused({ from: 'ann@example.com' })).toEqual([
      ...[422, 'validation_failed', ['message_id']],
    ])
    for (const from of [undefined, null, '', 'Automated:;', 'nobody'])
      expect(await refused(mail({ from }))).toEqual([422, 'validation_failed', ['from']])
    expect(await refused(mail({ message_id: ' <> ' }))).toEqual([
      ...[422, 'validation_failed', ['message_id']],
    ])
    for (const field of ['in_reply_to', 'references'])
      expect(await refused(mail({ [field]: ['<a@example.com>', 5] }))).toEqual([
        ...[422, 'validation_failed', [field]],
      ])
    const raw = await desk.post('Subject: x\r\n\r\ny')
    expect([raw.status, raw.failure?.code]).toEqual([422, 'validation_failed'])
  })

  test('takes the sender of the envelope in place of one of the mail', async () => {
    const { reference } = await took(
      desk,
      mail({ from: '', envelope: { from: 'env@example.com' } }),
    )
    const { requester, source } = await desk.read(`/tickets/${reference}`)
    expect([requester.email, source]).toEqual(['env@example.com', 'email'])
  })

  test('asks no plan', async () => {
    const starter = await platform.addTenant({ plan: 'starter' })
    const secret = await starter.addRelay()
    const { status } = await platform.call(`${path}?secret=${secret}`, {
      ...{ key: null, host: starter.url, body: mail() },
    })
    expect(status).toBe(200)
  })

  test('takes header values that are texts, lists or anything, by names in any case', async () => {
    const headers = { 'AUTO-SUBMITTED': ['auto-replied'], x: 7, y: null, z: { a: 1 } }
    expect(await took(desk, mail({ headers }))).toMatchObject({ action: 'ignored' })
  })

  test('keeps what came as it came', async () => {
    const text = 'Yes.\n\nOn 1 May 2026 at 10:00, Bo <bo@example.com> wrote:\n> Well?'
    const { reference } = await took(desk, mail({ text }))
    expect((await desk.thread(reference))[0].body).toBe('Yes.')
    const { rows } = await platform.query(
      'select text from help_inbound_mails where tenant_id = $1 order by id desc limit 1',
      [desk.tenant.live.tenantId],
    )
    expect(rows).toEqual([{ text }])
  })
})

describe('a person whose mail looks like a robot’s', () => {
  test.each(humanMails)('opens a ticket: $what', async ({ head, body }) => {
    const raw = `${head.join('\r\n')}\r\n\r\n${body ?? 'Please help.'}\r\n`
    expect(await took(desk, raw)).toMatchObject({ ok: true, action: 'created' })
  })
})

test('one mail that comes twenty times at once opens one ticket', async () => {
  const at = await openMailDesk(platform)
  const sent = mail()
  const answers = await Promise.all(Array.from({ length: 20 }, () => took(at, sent)))
  const [first] = answers
  expect(answers.map(({ action }) => action).sort()).toEqual([
    'created',
    ...Array.from({ length: 19 }, () => 'ignored'),
  ])
  for (const each of answers)
    expect(each).toMatchObject({ ticket_id: first.ticket_id, reference: 'HD-000001' })
  expect((await took(at, mail())).reference).toBe('HD-000002')
  expect(await at.events(1)).toEqual(['ticket.created', 'ticket.created'])
})

test('mail that answers a merged ticket goes to the end of the chain', async () => {
  const at = await openMailDesk(platform)
  const [end, middle] = [await took(at, mail()), await took(at, mail())]
  const first = mail()
  const merged = await took(at, first)
  for (const [from, into] of [
    [merged, middle],
    [middle, end],
  ]) {
    const path = `/tickets/${from.reference}/merge`
    expect((await at.write(path, { into_id: into.ticket_id })).status).toBe(200)
  }
  const { message_id } = first as { message_id?: string }
  expect(await took(at, mail({ in_reply_to: message_id }))).toMatchObject({
    ...{ action: 'appended', reference: end.reference },
  })
  expect(await at.thread(end.reference)).toHaveLength(4)
  expect(await at.thread(merged.reference)).toEqual([])
})

test('an agent’s mail is the agent’s where their server proves it, and else a note', async () => {
  const at = await openMailDesk(platform)
  const [{ id }] = await at.read('/email-accounts')
  const { adminId } = at.tenant.live
  await at.write('/agents', { user_id: adminId })
  await at.write(`/email-accounts/${id}`, { authentication_server: 'mx.acme.example' })
  await took(at, mail({ message_id: '<a@example.com>' }))
  const answer = (results: string[]) =>
    took(at, {
      ...mail({ from: 'founder@example.com', in_reply_to: '<a@example.com>' }),
      headers: { 'Authentication-Results': results },
    })
  await answer(['mx.acme.example; dmarc=fail', 'mx.acme.example; dmarc=pass'])
  await answer(['mx.evil.example; dmarc=pass'])
  await answer(['mx.acme.example 1; spf=pass; dmarc=pass header.from=example.com'])
  const thread = await at.thread('HD-000001')
  expect(thread.map(({ kind, author }: Json) => [kind, author.kind])).toEqual([
    ['reply', 'requester'],
    ['note', 'requester'],
    ['note', 'requester'],
    ['reply', 'agent'],
  ])
  expect((await at.read('/tickets/HD-000001')).status).toBe('open')
})

test('mail that led to no ticket is removed after 30 days, and other mail stays', async () => {
  const at = await openMailDesk(platform)
  await took(at, mail())
  await took(at, mail({ headers: { 'Return-Path': '<>' } }))
  const { tenantId } = at.tenant.live
  const { rows } = await platform.query(
    `select kind, due_at > now() + interval '29 days' as later from work_due
     where tenant_id = $1 and kind = 'purge-unbound-mail'`,
    [tenantId],
  )
  expect(rows).toEqual([{ kind: 'purge-unbound-mail', later: true }])
})

const robots = hasRobots ? test : test.skip

robots('no mail that a robot has sent is answered or opens a ticket', async () => {
  const at = await openMailDesk(platform)
  const opened: string[] = []
  for (const { name, raw } of robotMails())
    if ((await took(at, raw)).action !== 'ignored') opened.push(name)
  console.info(`of ${robotMails().length} mails of robots ${opened.length} were misjudged`)
  expect(opened).toEqual([])
  expect(await at.read('/tickets')).toEqual([])
})
