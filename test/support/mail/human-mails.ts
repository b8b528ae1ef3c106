/** A mail that a person has written, though something in it is found in robots' mail. */
export interface HumanMail {
  readonly what: string
  readonly head: readonly string[]
  readonly body?: string
  /** Why no confirmation answers it, where none does. */
  readonly unanswered?: string
}

let count = 0
const mail = (
  what: string,
  subject: string,
  more: readonly string[] = [],
  rest: Partial<HumanMail> & { readonly from?: string } = {},
): HumanMail => {
  const { from = 'Ann Kay <ann@example.com>', ...others } = rest
  const id = `Message-ID: <human-${(count += 1)}@example.com>`
  return { what, head: [`From: ${from}`, `Subject: ${subject}`, id, ...more], ...others }
}

export const humanMails: readonly HumanMail[] = [
  mail('about an out-of-office message', 'Out of office message does not save'),
  mail('about automatic replies', 'Automatic reply: customers never get it', [], {
    body: 'Our automatic reply is broken since Monday. We do not reply to them at all now!',
  }),
  mail('about mail that did not arrive', 'Undelivered Mail Returned to Sender', [], {
    body: 'I get this whenever I write to your sales team. Why?',
  }),
  mail('about a delivery status', 'Delivery Status Notification (Failure) for order 12'),
  mail('with a wish to be left alone', 'Unsubscribe', [], {
    from: 'noreply-fan@example.com',
    body: 'please unsubscribe me, this is not an automated email',
  }),
  mail('by one whose name is Reply', 'Hi', [], {
    from: 'No Reply Smith <noreply.smith@example.com>',
  }),
  mail('from a mailer in the name', 'Printer', [], { from: 'Mailer Damon <damon@example.com>' }),
  mail('by a company called holiday', 'Abwesenheit eines Kollegen eintragen', [], {
    from: 'Urlaub GmbH <info@example.com>',
    body: 'Bitte tragen Sie ein: Herr Beck ist bis Freitag nicht im Büro.',
  }),
  mail('that says it is not automatic', 'x', ['Auto-Submitted: no']),
  mail('of normal precedence', 'x', ['Precedence: normal']),
  mail('of first-class precedence', 'x', ['Precedence: first-class']),
  mail(
    'through a Google group',
    'Cannot log in',
    [
      ...['Precedence: list', 'List-ID: <support.lists.example.org>'],
      'List-Unsubscribe: <mailto:leave@lists.example.org>',
    ],
    { from: "'Dana Wu' via Support <support@lists.example.org>", unanswered: 'list' },
  ),
  mail(
    'to a list that another program keeps',
    '[helpers] Who has the key?',
    [
      ...['Precedence: bulk', 'List-Id: <helpers.example.org>', 'X-Mailman-Version: 2.1.39'],
      'Sender: helpers-bounces@example.org',
    ],
    { unanswered: 'list' },
  ),
  mail(
    'with the header of an Exchange that suppresses',
    'Rechnung falsch',
    [...['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'X-Mailer: Microsoft Outlook 16.0']],
    { unanswered: 'suppressed' },
  ),
  mail(
    'forwarded by a rule of Exchange',
    'FW: Lieferung fehlt',
    [
      ...[
        'Auto-Submitted: auto-generated',
        'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent',
      ],
      'X-MS-Exchange-Inbox-Rules-Loop: ann@example.com',
    ],
    { unanswered: 'auto_submitted' },
  ),
  mail(
    'from the form of a website',
    'Contact form: broken vase',
    ['Auto-Submitted: auto-generated'],
    {
      unanswered: 'auto_submitted',
    },
  ),
  mail(
    'with an invitation to a call',
    'Call about the invoice',
    [
      ...['MIME-Version: 1.0', 'Content-Class: urn:content-classes:calendarmessage'],
      'Content-Type: text/calendar; method=REQUEST',
    ],
    { body: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR' },
  ),
  mail('that asks for a receipt', 'Contract', [
    'Disposition-Notification-To: ann@example.com',
    'Return-Receipt-To: ann@example.com',
  ]),
  mail('with its return path', 'Printer', ['Return-Path: <ann@example.com>']),
  mail('with a junk filter in between', '[SPAM?] My order', [
    'X-Spam-Flag: YES',
    'X-Loop: mx.example.com',
  ]),
  mail('in answer to ours', 'Re: Automatic reply: customers never get it', [
    'In-Reply-To: <1@help.example.org>',
  ]),
]
