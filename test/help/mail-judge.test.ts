import { expect, test } from '@jest/globals'
import { parseMail } from '../../packages/domain/src/help/mail/raw-mail.ts'
import { judge } from '../../packages/domain/src/help/mail/robots.rules.ts'
import { caseFile, hasCases } from '../support/help-cases.ts'
import { humanMails } from '../support/mail/human-mails.ts'
import { hasRobots, robotMails } from '../support/mail/robot-mails.ts'

/** The judge of robots, over mail that robots have sent and over mail of people that looks like theirs. */

const testRobots = hasRobots ? test : test.skip

const judged = async (raw: Uint8Array) => {
  const mail = await parseMail(raw)
  return judge({ ...mail, from: mail.from ?? { email: '', name: '' } })
}

async function misjudged(without?: RegExp): Promise<string[]> {
  const names: string[] = []
  for (const { name, raw } of robotMails()) {
    const text = raw.toString('latin1')
    const mail = Buffer.from(without ? text.replace(without, '') : text, 'latin1')
    if ((await judged(mail)).kind === 'person') names.push(name)
  }
  return names
}

testRobots('every mail of a robot is judged as one', async () => {
  expect(robotMails().length).toBeGreaterThanOrEqual(34)
  expect(await misjudged()).toEqual([])
})

testRobots(
  'at most three are not, when nothing says that they were sent automatically',
  async () => {
    const header = /^auto-submitted:.*\r?\n(?:[ \t].*\r?\n)*/gim
    const names = await misjudged(header)
    expect(names.length).toBeLessThanOrEqual(3)
    expect(names).toEqual([])
  },
)

test.each(humanMails)('a person has written: $what', async ({ head, body, unanswered = null }) => {
  const raw = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? 'Please help.'}\r\n`)
  expect(await judged(raw)).toEqual({ kind: 'person', unanswered })
})

const headed = (...lines: string[]) =>
  judged(Buffer.from(`From: ann@example.com\r\nSubject: x\r\n${lines.join('\r\n')}\r\n\r\ny\r\n`))

test.each([
  ['robot', 'Auto-Submitted: auto-replied (vacation; of Ann (me)); owner-email="a@example.com"'],
  ['robot', 'Auto-Submitted: (a comment) AUTO-NOTIFIED'],
  ['robot', 'Precedence: auto_reply'],
  ['robot', 'X-Autoreply: yes'],
  ['robot', 'Return-Path: <>'],
  ['bounce', 'X-Failed-Recipients: bo@example.org'],
  ['receipt', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=x'],
  ['calendar', 'Content-Type: text/calendar; method=REPLY'],
  ['person', 'Content-Type: text/calendar; method=REQUEST'],
  ['person', 'Auto-Submitted: no (auto-replied)'],
])('%s: %s', async (kind, header) => {
  expect((await headed(header)).kind).toBe(kind)
})

test.each([
  'Automatic reply: [HD-000001] x',
  'Automatische Antwort: x',
  'Réponse automatique : x',
  'Respuesta automática: x',
  'Risposta automatica: x',
  'Resposta automática: x',
  'Automatisch antwoord: x',
  'Autosvar: x',
  'Odpowiedź automatyczna: x',
  'Автоматический ответ: x',
  '自動応答: x',
])('%s is a robot where it answers a mail, and a person where it answers none', async (subject) => {
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`
  const mail = (...more: string[]) =>
    judged(
      Buffer.from([`From: a@example.com`, `Subject: ${encoded}`, ...more, '', 'y'].join('\r\n')),
    )
  expect((await mail('In-Reply-To: <1@example.org>')).kind).toBe('robot')
  expect((await mail('X-Auto-Response-Suppress: All')).kind).toBe('robot')
  expect((await mail()).kind).toBe('person')
})

const ofCases = hasCases ? test : test.skip
ofCases('the report of a mail server names the reason, and the mail that it is about', async () => {
  const { report } = await parseMail(caseFile('e06'))
  expect(report).toMatchObject({
    ...{ action: 'failed', status: '5.1.1', about: 'OUT-6@placeholder.invalid' },
  })
})
