import { authorOf, collaboratorOf, requesterOf, type Author } from '../tickets/authors.ts'
import type { TicketWork } from '../tickets/work.ts'
import type { Collaborator, TicketRow } from '../tickets/tickets.store.ts'
import { findAccount } from './email-accounts.store.ts'
import { requesterOfEmail } from '../tickets/requesters.store.ts'
import { isSameAddress, type Mailbox } from './addresses.rules.ts'
import type { Mail } from './mail.ts'
import { findAgentOfAddress } from './participants.store.ts'
import { isAuthenticated } from './senders.rules.ts'

/** The author of a mail on a ticket, and the side that they stand on. */
export interface MailAuthor {
  readonly author: Author
  readonly side: 'requester' | 'collaborator' | 'agent' | 'unproven agent' | 'third party'
}

/** The collaborator of a ticket who has this address. */
export const collaboratorWith = (row: TicketRow, email: string): Collaborator | undefined =>
  row.collaborators.find((each) => each.email !== null && isSameAddress(each.email, email))

/**
 * The author of a mail on a ticket. An address is easy to forge. One of an agent makes an agent's reply only where
 * the account's own server says that the mail is theirs.
 */
export async function authorOfMail(
  ctx: TicketWork,
  row: TicketRow,
  mail: Mail,
  { sender, accountId }: { readonly sender: Mailbox; readonly accountId: number },
): Promise<MailAuthor> {
  const { email, name } = sender
  if (row.requester_email !== null && isSameAddress(row.requester_email, email))
    return { author: requesterOf(row), side: 'requester' }
  const agent = await findAgentOfAddress(ctx, email)
  if (agent) {
    const account = await findAccount(ctx, accountId)
    const proven = isAuthenticated(mail, account?.authentication_server ?? null)
    const { agent_id, user_id, display_name: author_name } = agent
    if (proven)
      return {
        author: authorOf({ agent_id, user_id, requester_id: null, author_name }),
        side: 'agent',
      }
  }
  const other = agent ? undefined : collaboratorWith(row, email)
  if (other) return { author: collaboratorOf(other), side: 'collaborator' }
  const requester_id = await requesterOfEmail(ctx, email, name || undefined)
  const author = authorOf({
    ...{ agent_id: null, user_id: null, requester_id, author_name: name || email },
  })
  return { author, side: agent ? 'unproven agent' : 'third party' }
}
