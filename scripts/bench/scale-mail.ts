import type { OperationId } from '@mobieus/contract'
import type { ScaleTenant } from './scale-fill.ts'
import { HITS } from './scale-fill-help.ts'
import { DUE } from './scale-fill-work.ts'
import { get, list, write, type ScaleRow } from './scale-requests.ts'

const accounts = '/api/v1/helpdesk/email-accounts'
const account = (t: ScaleTenant) => `${accounts}/${t.from.help_email_accounts + 1}`
const newAccount = (_: ScaleTenant, n: number) => ({
  path: accounts,
  body: { address: `gone-${n}@example.org`, name: 'Gone' },
})

const admin = '/api/admin/help'
const outgoing = (t: ScaleTenant, n: number) => t.from.help_outgoing_mails + DUE + n + 1
const recipient = { recipient: 'failing@example.com' }

/** The addresses of the help desk, and its mail. */
export const MAIL_ROWS: readonly ScaleRow[] = [
  ...list(
    'listInboundEmails',
    `${admin}/inbound-emails`,
    {
      account_id: (t) => ({ account_id: t.from.help_email_accounts + 1 }),
      action: { action: 'ignored' },
      'account_id and action': (t) => ({
        account_id: t.from.help_email_accounts + 2,
        action: 'ignored',
      }),
    },
    'help_inbound_mails',
  ),
  ...list(
    'listOutgoingEmails',
    `${admin}/outgoing-emails`,
    {
      status: { status: 'failed' },
      ticket_id: (t) => ({ ticket_id: t.from.help_tickets + 1 }),
      recipient,
      'status and recipient': { status: 'failed', ...recipient },
    },
    'help_outgoing_mails',
  ),
  get('getOutgoingEmail', (t) => `${admin}/outgoing-emails/${outgoing(t, 0)}`),
  write('retryOutgoingEmail', (t, n) => `${admin}/outgoing-emails/${outgoing(t, n)}/retry`),
  write(
    'cancelOutgoingEmail',
    (t, n) => `${admin}/outgoing-emails/${outgoing(t, n + HITS)}/cancel`,
  ),
  ...list('listEmailAccounts', accounts),
  get('getEmailAccount', account),
  write('updateEmailAccount', account, (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` })),
  write('rotateEmailAccountSecret', (t) => `${account(t)}/rotate-secret`, {}),
  write('deleteEmailAccount', () => `${accounts}/{id}/delete`, {}, { before: newAccount }),
]

/** Operations of mail that are left out, and why. */
export const UNMEASURED_MAIL: Readonly<Partial<Record<OperationId, string>>> = {
  createEmailAccount: 'there are at most fifty; deleteEmailAccount creates one before each',
  getTicketMessageHtml: 'two rows by their keys, and the time that the HTML of a mail takes',
  getTicketMessageSource: 'reads bytes, after the look-ups of a ticket and a message by their keys',
  createTicketUpload: 'takes its time for the bytes; its rows are those of createReport',
  downloadTicketAttachment: 'reads bytes, after the look-up of one row by its key',
  receiveMailgunEmail: 'as receiveEmail, after its form is read',
  receivePostmarkEmail: 'as receiveEmail, after its JSON is read',
  receiveSendgridEmail: 'as receiveEmail, after its form is read',
  receiveEmail: 'takes the secret of a relay; its rows are those of createTicket and replyToTicket',
}
