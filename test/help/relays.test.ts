import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { purge } from '../support/process/purge.ts'
import { refusal } from '../support/http/refusal.ts'
import { readCase, hasCases } from '../support/help-cases.ts'
import { openMailDesk, type MailDesk } from '../support/mail/mail-desk.ts'

let platform: Platform
let desk: MailDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
})

const recorded = (relay: string): Json =>
  JSON.parse(readFileSync(new URL(`relays/${relay}.json`, import.meta.url), 'utf8'))

const BOUNDARY = 'xYzZY'

/** A form with the fields as bytes, and with files. */
function multipart(fields: Json): Buffer {
  const parts = Object.entries<Json>(fields).flatMap(([name, value]) => {
    const file = typeof value === 'string' || Buffer.isBuffer(value) ? undefined : value
    const head = file
      ? `name="${name}"; filename="${file.filename}"\r\nContent-Type: ${file.type}`
      : `name="${name}"`
    return [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      file ? Buffer.from(file.base64, 'base64') : Buffer.from(value),
      Buffer.from('\r\n'),
    ]
  })
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

const FORM = `multipart/form-data; boundary=${BOUNDARY}`

async function handOver(relay: string, type: string, body: string | Uint8Array, by = desk.secret) {
  const path = `/api/helpdesk/inbound-email/${relay}?secret=${by}`
  const headers = { 'content-type': type }
  return platform.call(path, { key: null, host: desk.tenant.url, method: 'POST', headers, body })
}
const took = async (...args: Parameters<typeof handOver>): Promise<Json> => {
  const { status, body } = await handOver(...args)
  expect(status).toBe(200)
  return body
}
const sendgrid = (fields: Json) => took('sendgrid', FORM, multipart(fields))
const mailgun = (fields: Json) => took('mailgun', FORM, multipart(fields))
const postmark = (mail: Json) => took('postmark', 'application/json', JSON.stringify(mail))

const created = { ok: true, action: 'created', reference: 'HD-000001' }
const ignored = { ok: true, ticket_id: null, reference: null, action: 'ignored' }

/** The ticket that a mail has opened: its subject, its requester, and what they have written. */
async function opened(reference = 'HD-000001') {
  const { subject, requester } = await desk.read(`/tickets/${reference}`)
  const [{ body }] = (await desk.thread(reference)) as [Json]
  return [subject, requester.name, requester.email, body]
}
const inbound = async () =>
  (
    await platform.query(
      'select message_id, headers, kind, action from help_inbound_mails where tenant_id = $1 order by id',
      [desk.tenant.live.tenantId],
    )
  ).rows

test('the JSON of Postmark is a mail, with the Message-ID of its headers and the name as it is', async () => {
  expect(await postmark(recorded('postmark'))).toMatchObject(created)
  expect(await opened()).toEqual([
    ...['Das Päckchen ist leer', 'Ada Lovelace, London', 'ada@example.com'],
    'Es war nur Papier darin.',
  ])
  const [{ message_id, headers }] = (await inbound()) as [Json]
  expect(message_id).toBe('postmark-1@example.com')
  expect(headers.cc).toEqual(['"Eli, of Leeds" <eli@example.org>'])
  expect(await postmark(recorded('postmark'))).toMatchObject({ ...created, action: 'ignored' })
  const Headers = [
    { Name: 'Message-ID', Value: '<postmark-2@example.com>' },
    { Name: 'In-Reply-To', Value: '<postmark-1@example.com>' },
  ]
  expect(await postmark({ ...recorded('postmark'), Headers })).toMatchObject({
    ...created,
    action: 'appended',
  })
})

test('the form of SendGrid is a mail, whose names are those of its headers', async () => {
  expect(await sendgrid(recorded('sendgrid'))).toMatchObject(created)
  expect(await opened()).toEqual([
    ...['Das Päckchen', 'Jörg, Wien', 'joerg@example.com', 'Es war nur Papier darin.'],
  ])
  const reply = {
    ...recorded('sendgrid'),
    headers:
      'Message-ID: <sendgrid-2@example.com>\nReferences: <other@example.com>\n <sendgrid-1@example.com>\n',
  }
  expect(await sendgrid(reply)).toMatchObject({ ...created, action: 'appended' })
})

const ofCases = hasCases ? test : test.skip

ofCases('j01: each field of SendGrid is in the charset that it names', async () => {
  const { fields, fields_hex } = readCase('j01')
  const bytes = Object.entries<string>(fields_hex).map(([name, hex]) => [
    name,
    Buffer.from(hex, 'hex'),
  ])
  const sent = { ...fields, ...Object.fromEntries(bytes) }
  expect(await sendgrid(sent)).toMatchObject(created)
  expect(await opened()).toEqual(['Grüße', 'Eva', 'eva@example.com', 'schöne Grüße'])
  expect(await inbound()).toMatchObject([{ message_id: 'j01@example.com' }])
  expect(await sendgrid({ ...fields, from: '', headers: '', envelope: '{}' })).toEqual(ignored)
})

test('the form of Mailgun is a mail, URL-encoded where it has no files', async () => {
  const { 'attachment-1': _, ...fields } = recorded('mailgun')
  const form = String(new URLSearchParams(fields))
  const type = 'application/x-www-form-urlencoded'
  expect(await took('mailgun', type, form)).toMatchObject(created)
  expect(await opened()).toEqual([
    ...['Das Päckchen ist leer', 'Ada Lovelace', 'ada@example.com', 'Es war nur Papier darin.'],
  ])
  expect(await mailgun(recorded('mailgun'))).toMatchObject({ ...created, action: 'ignored' })
})

const raw = (id: string) =>
  Buffer.from(
    `From: =?utf-8?Q?J=C3=B6rg?= <joerg@example.com>\r\nSubject: Raw\r\nMessage-ID: <${id}@example.com>\r\n\r\nRaw text.\r\n`,
  )

test('a mail that SendGrid or Mailgun hand over as it came is read as one', async () => {
  expect(await sendgrid({ email: raw('raw-1'), to: 'support' })).toMatchObject(created)
  expect(await mailgun({ 'body-mime': raw('raw-2'), sender: 'x' })).toMatchObject({
    ...{ action: 'created', reference: 'HD-000002' },
  })
  for (const reference of ['HD-000001', 'HD-000002'])
    expect(await opened(reference)).toEqual(['Raw', 'Jörg', 'joerg@example.com', 'Raw text.'])
})

test('the mail that a relay sends whole is kept byte for byte, that of parts is not', async () => {
  const odd = Buffer.concat([raw('raw-3'), Buffer.from([0xfc, 0x00, 0xff, 0x25, 0x2b])])
  await sendgrid({ email: raw('raw-1') })
  await mailgun({ 'body-mime': raw('raw-2') })
  const escaped = [...odd].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const form = `sender=x&body-mime=${escaped}`
  await took('mailgun', 'application/x-www-form-urlencoded', form)
  await postmark({ ...recorded('postmark'), RawEmail: 'From: ada@example.com\r\n\r\nGrüße' })
  await mailgun(recorded('mailgun'))
  const { rows } = await platform.query(
    'select bytes from help_message_sources where tenant_id = $1 order by message_id',
    [desk.tenant.live.tenantId],
  )
  expect(rows.map(({ bytes }) => bytes)).toEqual([
    ...[raw('raw-1'), raw('raw-2'), odd],
    Buffer.from('From: ada@example.com\r\n\r\nGrüße'),
  ])
})

const KEY = 'key-of-mailgun-1234567890'
const account = async () => (await desk.read('/email-accounts'))[0].id
const signed = (fields: Json, { key = KEY, token = 'token-1', age = 0 } = {}): Json => {
  const timestamp = String(Math.floor(platform.clock.now().getTime() / 1000) - age)
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex')
  return { ...fields, timestamp, token, signature }
}
const asMailgun = (fields: Json) => handOver('mailgun', FORM, multipart(fields))
const refused = refusal(401, 'invalid_api_key')

test('an account with a signing key takes what Mailgun has signed, and nothing else', async () => {
  const mail = recorded('mailgun')
  const path = `/email-accounts/${await account()}`
  const { body } = await desk.write(path, { mailgun_signing_key: KEY })
  expect(body.data.mailgun_signing_key_set_at).not.toBeNull()
  const { signature: _, ...unsigned } = signed(mail)
  const wrong = [
    ...[unsigned, mail, signed(mail, { key: `${KEY}x` })],
    ...[
      { ...signed(mail), token: 'token-2' },
      { ...signed(mail), signature: 'ab' },
    ],
    ...[signed(mail, { age: 9 * 3600 + 1 }), signed(mail, { age: -3600 })],
  ]
  for (const each of wrong) expect(await asMailgun(each)).toMatchObject(refused)
  expect(await inbound()).toEqual([])
  expect((await asMailgun(signed(mail, { age: 8 * 3600 }))).body).toMatchObject(created)
  expect((await handOver('mailgun', FORM, multipart(signed(mail)), 'x')).status).toBe(401)
  await desk.write(path, { mailgun_signing_key: null })
  expect((await asMailgun(mail)).body).toMatchObject({ ...created, action: 'ignored' })
})

test('the token of a signature serves for one mail, which may come again, and is forgotten in time', async () => {
  await desk.write(`/email-accounts/${await account()}`, { mailgun_signing_key: KEY })
  const mail = signed(recorded('mailgun'))
  expect((await asMailgun(mail)).body).toMatchObject(created)
  expect((await asMailgun(mail)).body).toMatchObject({ ...created, action: 'ignored' })
  const forged = { ...mail, 'body-plain': 'Send the refund to me.' }
  expect(await asMailgun(forged)).toMatchObject(refused)
  const other = { ...recorded('mailgun'), 'body-plain': 'Another one.' }
  const both = await Promise.all([
    asMailgun(signed(other, { token: 'token-2' })),
    asMailgun(signed({ ...other, 'body-plain': 'And one more.' }, { token: 'token-2' })),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  const { tenantId } = desk.tenant.live
  const kept = async () =>
    (
      await platform.query(
        'select count(*)::int as n from help_mailgun_tokens where tenant_id = $1',
        [tenantId],
      )
    ).rows[0]?.n
  expect(await kept()).toBe(2)
  platform.clock.advance(25 * 60 * 60 * 1000)
  await purge(platform)
  expect(await kept()).toBe(0)
})

test('a null return path, a calendar and a report are known by what a relay makes of them', async () => {
  const envelope = '{"to":["support@acme.example.com"],"from":""}'
  expect(await sendgrid({ ...recorded('sendgrid'), envelope })).toEqual(ignored)
  const file = (type: string, text: string) => ({
    ...{ filename: 'x', type, base64: Buffer.from(text).toString('base64') },
  })
  const ics = file('text/calendar', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n')
  expect(await mailgun({ ...recorded('mailgun'), 'attachment-1': ics })).toEqual(ignored)
  const report = 'Reporting-MTA: dns; x\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n'
  const Attachments = [
    {
      ...{ Name: 'status', ContentType: 'message/delivery-status' },
      Content: Buffer.from(report).toString('base64'),
    },
  ]
  expect(await postmark({ ...recorded('postmark'), Attachments })).toEqual(ignored)
  expect((await inbound()).map(({ kind }) => kind)).toEqual(['robot', 'calendar', 'bounce'])
})

test('a post that can never be accepted is ignored, and told in the audit log', async () => {
  const bodies: readonly [string, string, string | Buffer, string][] = [
    ['postmark', 'application/json', '{', 'from'],
    ['postmark', 'application/json', '[[]]', 'from'],
    ['postmark', 'application/json', '{"From":"a@example.com","Headers":{"Name":1}}', 'message_id'],
    ['sendgrid', 'application/json', '{"from":"a@example.com"}', 'from'],
    ['sendgrid', FORM, 'no form at all', 'from'],
    ['sendgrid', FORM, multipart({ from: 'a@example.com', charsets: 'x' }), 'message_id'],
    ['mailgun', FORM, multipart({ 'message-headers': '[1,["From"]]', sender: 'nobody' }), 'from'],
    ['mailgun', 'text/plain', 'from=a%40example.com&sender=%FF', 'message_id'],
    ['mailgun', FORM, multipart({ 'body-mime': Buffer.from([0, 255, 13, 10]) }), 'from'],
  ]
  for (const [relay, type, body] of bodies) expect(await took(relay, type, body)).toEqual(ignored)
  const told = (await desk.read('/audit?limit=200&event_key=inbound_email.refused')).reverse()
  expect(told.map(({ after_json }: Json) => after_json)).toMatchObject(
    bodies.map(([relay, , , field]) => ({ relay, field })),
  )
  expect(await inbound()).toEqual([])
  expect(await handOver('postmark', 'application/json', '{}', 'mh_in_wrong')).toMatchObject(
    refusal(401, 'invalid_api_key'),
  )
})
