import { expect, test } from '@jest/globals'
import { mailboxesOf, mailboxOf } from '../../packages/domain/src/help/mail/addresses.rules.ts'
import { safeHtml, textOfHtml } from '../../packages/domain/src/help/mail/html.rules.ts'
import {
  answered,
  messageIdOf,
  messageIdsOf,
  referenceIn,
} from '../../packages/domain/src/help/mail/message-ids.rules.ts'
import { parseMail } from '../../packages/domain/src/help/mail/raw-mail.ts'
import { bodyText, oneLine } from '../../packages/domain/src/help/mail/text.rules.ts'

/** The reading of a mail, as far as no database is asked. */

test.each([
  ['"Doe, Ann" <ann@example.com>', 'Doe, Ann', 'ann@example.com'],
  ['ann@example.com (Ann Doe)', 'Ann Doe', 'ann@example.com'],
  ['=?iso-8859-1?Q?J=F6rg?= <joerg@example.com>', 'Jörg', 'joerg@example.com'],
  ['=?utf-8?q?Doe=2C_J=C3=B6rg?= <joerg@example.com>', 'Doe, Jörg', 'joerg@example.com'],
  ['"Doe, Jane (Sales)" <jane@example.com>', 'Doe, Jane (Sales)', 'jane@example.com'],
  [
    '=?utf-8?q?Ana=0D=0ABcc:_spy@example.org?= <ana2@example.com>',
    'Ana Bcc: spy@example.org',
    'ana2@example.com',
  ],
  ['ANA@Example.COM', '', 'ANA@Example.COM'],
  ['Team: a@example.com, b@example.com;', '', 'a@example.com'],
])('%s is %s at %s', (field, name, email) => {
  expect(mailboxOf(field)).toEqual({ name, email })
})

test.each(['Automated:;', 'no address here', '', 'a@b@c', '<>', 'x@', 'a b'])(
  '%j has no address that could be answered',
  (field) => expect(mailboxOf(field)).toBeUndefined(),
)

test('no address of a field keeps what would end a header', () => {
  const found = mailboxesOf('x@example.com>\r\nBcc: <spy@example.org, "a\r\nb" <c@example.org>')
  for (const { email, name } of found) expect(email + name).not.toMatch(/[\r\n<>]/)
})

test.each([
  ['<m7@example.com>', 'm7@example.com'],
  [' m7@example.com ', 'm7@example.com'],
  ['<a\r\n b@Example.com>', 'ab@Example.com'],
  ['<>', undefined],
  ['', undefined],
  [`<${'x'.repeat(901)}>`, undefined],
])('%j is the Message-ID %s', (text, id) => expect(messageIdOf(text)).toBe(id))

test('Message-IDs are what stands in brackets, whatever is between them', () => {
  expect(messageIdsOf('<1@a>,\r\n <2@a>,<3@a> (x) <1@a>')).toEqual(['1@a', '2@a', '3@a'])
  expect(messageIdsOf('1@a, 2@a\n3@a')).toEqual(['1@a', '2@a', '3@a'])
})

test('a mail answers its parent first, and then its references from their end', () => {
  expect(answered(['<3@a>'], ['<1@a> <2@a>', '<3@a>'])).toEqual(['3@a', '2@a', '1@a'])
  expect(answered([], ['<1@a> <2@a>'])).toEqual(['2@a', '1@a'])
})

test.each([
  ['Re: [HD-000001] Printer', 1],
  ['AW: RE: [hd-000002] Rechnung', 2],
  ['[HD-000001] again [HD-000003]', 3],
  ['HD-000001', undefined],
  ['[HD-000000]', undefined],
  ['[HD-1]', undefined],
])('%s names ticket %s', (subject, number) => expect(referenceIn(subject)).toBe(number))

test.each([
  ['=?UTF-8?Q?Re=3A_=5BHD-0000?= =?UTF-8?Q?02=5D_Gr=C3=BC=C3=9Fe?=', 'Re: [HD-000002] Grüße'],
  [
    '=?UTF-8?Q?Gr=C3?=\r\n =?UTF-8?Q?=BC=C3=9Fe_und_?=\r\n =?UTF-8?B?8J+R?=\r\n =?UTF-8?B?jQ==?=',
    'Grüße und 👍',
  ],
  ['=?gb2312?B?6UbX1g==?=', '镕字'],
  ['=?UTF-8?Q?Hello=0D=0ABcc:_spy@example.org?=', 'Hello Bcc: spy@example.org'],
  ['Hello\r\nBcc: eve@example.org', 'Hello Bcc: eve@example.org'],
  ['a\u2028b\u202ec\u0007', 'a bc'],
  ['NUL\u0000in subject', 'NULin subject'],
  ['half an emoji \ud83d end', 'half an emoji \ufffd end'],
])('%j is shown as %j', (text, line) => expect(oneLine(text)).toBe(line))

test('Japanese without a charset is found by its escapes; other text with an escape stays', () => {
  const sent = '\u001b$B$*Ld$$9g$o$;\u001b(B\r\n'
  expect(bodyText(sent)).toBe('お問い合わせ\n')
  expect(bodyText('\u001b$B ü')).toBe('\u001b$B ü')
})

const TRICKS =
  '<p onclick=a()>Hi<script>a()</script></p><div style="display:none">secret</div><img src="https://example.org/p.gif">'

test('HTML loses scripts, handlers, what is hidden and remote pictures', () => {
  expect(safeHtml(TRICKS)).toBe('<p>Hi</p>')
  expect(textOfHtml(TRICKS)).toBe('Hi')
})

test.each([
  ['<a href="javascript:alert(1)">x</a>', /javascript/i],
  ['<a href="&#106;avascript:alert(1)">x</a>', /script:/i],
  ['<svg><script>alert(1)</script></svg>', /alert|svg/],
  ['<img src=x onerror=alert(1)>', /onerror|alert/],
  ['<style>body{background:url(https://example.org/t)}</style>x', /example\.org/],
  ['<p style="background:url(https://example.org/t)">x</p>', /example\.org/],
  ['<img srcset="https://example.org/t 2x">', /example\.org/],
  ['<link rel=stylesheet href=https://example.org/t>', /example\.org/],
  ['<iframe srcdoc="<script>1</script>"></iframe>', /iframe|script/],
  ['<form action=https://example.org><input name=password></form>', /form|input/],
  ['<math><mi//xlink:href="data:x,<script>alert(4)</script>">', /script|math/],
  ['<img src="//example.org/t.gif">', /example/],
])('%s is harmless', (html, harm) => expect(safeHtml(html)).not.toMatch(harm))

test('pictures of the mail itself are shown where they are kept, by their Content-ID', () => {
  const at = (id: string) => (id === 'shot@1' ? '/files/7' : undefined)
  const html = '<img src="cid:shot%401" onerror="x()"><img src="cid:other">'
  expect(safeHtml(html, at)).toBe('<img src="/files/7" />')
})

test('the text of HTML has its paragraphs on lines of their own', () => {
  expect(textOfHtml('<p>Příliš kůň</p><p>prosí o <b>opravu</b></p>')).toBe(
    'Příliš kůň\nprosí o opravu',
  )
  expect(textOfHtml('a<br>b <a href="https://example.org/x">c</a>')).toBe('a\nb c')
})

const raw = (...lines: string[]) => parseMail(Buffer.from(lines.join('\r\n')))

test('a raw mail gives sender, addressees, thread and header fields by names without case', async () => {
  const mail = await raw(
    ...['From: "Doe, Ann" <ann@example.com>', 'TO: help@example.org', 'cc: Bo <bo@example.com>'],
    ...[
      'reply-to: ann2@example.com',
      'Message-Id: < 1@example.com >',
      'In-Reply-To: <0@example.com>',
    ],
    ...[
      'References: <z@example.com>\t<0@example.com>',
      'X-Twice: 1',
      'x-twice: 2',
      '',
      'Hello',
      '',
    ],
  )
  expect(mail).toMatchObject({
    from: { name: 'Doe, Ann', email: 'ann@example.com' },
    ...{ to: [{ email: 'help@example.org' }], cc: [{ email: 'bo@example.com' }] },
    ...{ replyTo: [{ email: 'ann2@example.com' }], messageId: '1@example.com', text: 'Hello\n' },
    answers: ['0@example.com', 'z@example.com'],
  })
  expect(mail.headers.get('x-twice')).toEqual(['1', '2'])
})

test('a mail inside a mail is a file', async () => {
  const mail = await raw(
    ...['From: a@example.com', 'Content-Type: multipart/mixed; boundary=b', '', '--b', ''],
    ...['See it.', '--b', 'Content-Type: message/rfc822', '', 'From: x@example.com', ''],
    ...['Inside', '--b--', ''],
  )
  expect(mail.text?.trim()).toBe('See it.')
  expect(mail.files).toMatchObject([{ name: 'mail.eml', mime: 'message/rfc822' }])
})

test('a mail that is broken, empty, or no mail at all is read as far as it goes', async () => {
  expect(await raw('')).toMatchObject({ from: undefined, messageId: undefined, text: null })
  await expect(parseMail(Buffer.alloc(10_000, 0xff))).resolves.toMatchObject({ from: undefined })
  const unended = await raw('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'x')
  expect(unended.text?.trim()).toBe('x')
})
