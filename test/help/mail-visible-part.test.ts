import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { visiblePartOf } from '../../packages/domain/src/help/mail/visible-part.rules.ts'

/** The part of a mail that is shown. Expectations were written down after reading each mail. */

const corpus = resolve(process.env.CORPORA ?? '../shared/corpora', 'mail/replies')
const available = existsSync(corpus)
if (!available) console.warn(`skipped: there are no replies in ${corpus} (set CORPORA)`)

const RIAK = [
  'Hi folks\n\nWhat is the best way to clear a Riak bucket of all key, values after',
  'running a test?',
  'I am currently using the Java HTTP API.',
] as const

const replies: Readonly<Record<string, string>> = {
  email_1_1: `${RIAK[0]} \n${RIAK[1]}\n${RIAK[2]}`,
  email_1_3: 'Oh thanks.\n\nHaving the function would be great.',
  email_1_5: [
    ...["One: Here's what I've got.", ''],
    '- This would be the first bullet point that wraps to the second line\nto the next',
    "- This is the second bullet point and it doesn't wrap",
    "- This is the third bullet point and I'm having trouble coming up with enough\nto say",
    ...['- This is the fourth bullet point', '', 'Two:', '- Here is another bullet point'],
    ...['- And another one', ''],
    'This is a paragraph that talks about a bunch of stuff. It goes on and on\nfor a while.',
  ].join('\n'),
  email_1_7: ':+1:',
  email_2_1: 'Outlook with a reply',
  email_2_3: 'Outlook with a reply directly above line',
  email_bullets: [
    ...['test 2 this should list second', '', 'and have spaces', '', 'and retain this formatting'],
    ...['', '', '   - how about bullets', '   - and another'],
  ].join('\n'),
  email_long_quote: `${RIAK[0]}\n${RIAK[1]}\nasdf\nA${'>'.repeat(707_605)}\n${RIAK[2]}`,
  email_one_is_not_on: [
    ...['Thank, this is really helpful.', '', 'One outstanding question I had:', ''],
    'Locally (on development), when I run...',
  ].join('\n'),
  email_sig_delimiter_in_middle_of_line:
    'Hi there!\n\nStuff happened.\n\nAnd here is a fix -- this is not a signature.\n\nkthxbai',
  pathological:
    "I think you're onto something. I will try to fix the problem as soon as I\nget back to a computer.",
}

const each = available ? test.each : test.skip.each
each(Object.entries(replies))('%s shows what was written for it', (name, visible) => {
  const text = readFileSync(join(corpus, `${name}.txt`), 'utf8').replaceAll('\r\n', '\n')
  expect(visiblePartOf(text)).toBe(visible)
})

const QUOTE = '> Which model?'

test.each([
  ['only a quotation', `On 1 May 2026 at 10:00, Bo <bo@example.com> wrote:\n${QUOTE}`],
  ['only a signature', '-- \nAnn'],
  ['only a head', 'From: Bo <bo@example.com>\nTo: Ann\nSubject: x\n\nHello'],
  ['only a telephone', 'Sent from my iPhone'],
])('a mail that is %s is shown whole', (_, text) => {
  expect(visiblePartOf(text)).toBe(text)
})

test.each([
  ['a second person below', `Yes.\n\n${QUOTE}\n\nAnd no.`],
  [
    'a sentence that ends in a colon',
    'On 1 May 2026 Bo wrote this to me:\n\nIt costs 5 €.\n\nTrue?',
  ],
  ['a list with hyphens', 'My rooms:\n\n-Blue\n-Green Hall'],
  ['a rule between paragraphs', 'One\n_____\nTwo'],
  ['a line about somebody', 'From: the second floor\nit smells.'],
])('nothing of %s is folded', (_, text) => {
  expect(visiblePartOf(text)).toBe(text)
})

test.each([
  ['Am 17.11.26 um 09:12 schrieb Bo Lind:', QUOTE],
  ['El mar, 17 nov 2026 a las 9:12, Bo (<bo@example.com>) escribió:', QUOTE],
  ['Il giorno mar 17 nov 2026 alle ore 09:12 Bo <bo@example.com> ha scritto:', QUOTE],
  ['W dniu 17.11.2026 o 09:12, Bo pisze: napisał(a):', QUOTE],
  ['2026年11月17日(火) 9:12 Bo <bo@example.com>のメール:', QUOTE],
  ['17 ноября 2026 г., 09:12, Bo <bo@example.com> написал:', QUOTE],
  ['-----Ursprüngliche Nachricht-----', 'Hallo, welches Modell?'],
  ['De : Bo <bo@example.com>\nEnvoyé : mardi 17 novembre 2026 09:12\nObjet : x', '\nBonjour'],
  ['Från: Bo\nSkickat: den 17 november 2026\nTill: Ann\nÄmne: x', '\nHej'],
  ['On Tue, 17 Nov 2026 at 09:12, Bo <bo@example.com> wrote:', 'Which model?'],
])('%s begins what is folded', (above, below) => {
  expect(visiblePartOf(`X-200\n\n${above}\n${below}`)).toBe('X-200')
})

test('a mail that its subject calls forwarded is shown with the head and the text of the other', () => {
  const text = 'See below.\n\nVon: Dana\nGesendet: 1. Mai\nAn: Ann\nBetreff: Vase\n\nKaputt.'
  expect(visiblePartOf(text, 'WG: Vase')).toBe(text)
  expect(visiblePartOf(text, 'AW: Vase')).toBe('See below.')
})

test('a text made to be slow is folded in time that grows with its length', () => {
  const line = 'On 1 May 2026, '.repeat(60)
  const slow = [
    `${line.repeat(200)}:\n`.repeat(50),
    `${line}:\n`.repeat(3000),
    '> :\n'.repeat(15_000),
    `From: x\n${'Subject\n'.repeat(15_000)}`,
    `${'-- \n'.repeat(9000)}x`,
    `${' '.repeat(500_000)}x`,
  ]
  const began = performance.now()
  for (const text of slow) visiblePartOf(text)
  expect(performance.now() - began).toBeLessThan(5000)
})
