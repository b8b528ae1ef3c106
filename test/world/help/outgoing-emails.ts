import { grownId, type Part, type Place } from '../part.ts'

const FAILED = 9301
const WAITING = 9302

/** A mail that no server takes, and one that waits. */
export const part: Part = {
  ids: { 'outgoing-emails': FAILED, cancelOutgoingEmail: WAITING },
  furnish(place) {
    const { at, insert } = place
    insert('help_outgoing_mails', [
      mailOf(place, at(FAILED)),
      { ...mailOf(place, at(WAITING)), status: 'pending', attempts: 0, error: null },
    ])
  },
  grow: (place, numbers) =>
    place.insert(
      'help_outgoing_mails',
      numbers.map((i) => mailOf(place, grownId(i))),
    ),
}

const mailOf = ({ at, now }: Place, id: number) => ({
  ...{ id, kind: 'reply', ticket_id: at(1234), ticket_message_id: at(9002) },
  ...{ message_id: `hd-001234.${id}@retro.example`, refs: 'refund@example.com' },
  ...{ from_email: 'support@retro.example', from_name: 'Retro support' },
  ...{ to_email: 'ada@example.com', to_name: 'Ada', text: 'Which invoice is it?' },
  ...{ subject: 'Re: [HD-001234] The refund has not come', status: 'failed', attempts: 1 },
  ...{ error: '550 5.1.1 no such mailbox', created_at: now },
})
