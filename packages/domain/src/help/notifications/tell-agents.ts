import type { Partition, Writing } from '../../kit/context.ts'
import { findDefaultAccount } from '../mail/email-accounts.store.ts'
import { mailAgents } from '../mail/outgoing.ts'
import { findTicket, type TicketRow } from '../tickets/tickets.store.ts'
import { isBy, type News } from './news.rules.ts'
import { prefOf } from './notification-prefs.rules.ts'
import { listPrefsOf } from './notification-prefs.store.ts'
import { listRecipients, type Audience, type Recipient } from './recipients.store.ts'

/** The most agents of a queue who are told of one ticket. */
const MOST = 100

/**
 * Writes mails to the agents who want them about a ticket, and never to the one who has done it. They are written in
 * the transaction of their cause, or of its reader. A desk without an account tells nobody.
 */
export async function tellAgents(
  ctx: Writing & { readonly now: Date },
  row: TicketRow,
  audience: Audience,
  news: News,
): Promise<void> {
  const account = await findDefaultAccount(ctx, undefined)
  if (!account) return
  const recipients = await listRecipients(ctx, audience, MOST)
  const others = recipients.filter((each) => !isBy(each, news))
  await mailAgents(ctx, account, row, await whoWant(ctx, others, news), news)
}

/** The same for a ticket by its id, to the agent who has it, and to those of its queue where nobody has it. */
export async function tellAgentsOf(
  ctx: Writing & { readonly now: Date },
  ticketId: number,
  news: News,
): Promise<void> {
  const row = await findTicket(ctx, { id: ticketId })
  if (row) await tellAgents(ctx, row, audienceOf(row), news)
}

/** The agents who are to be told: those of a ticket that somebody has, and of its queue where nobody has it. */
const audienceOf = ({ assignee_id, queue_id }: TicketRow): Audience =>
  assignee_id === null ? { queueId: queue_id } : { agentId: assignee_id }

/** Those who want mail of such news, as they or the tenant have set. */
async function whoWant(
  ctx: Partition,
  agents: readonly Recipient[],
  { event_key }: News,
): Promise<readonly Recipient[]> {
  if (agents.length === 0) return []
  const ids = agents.map(({ id }) => id)
  const set = await listPrefsOf(ctx, event_key, ids)
  return agents.filter(({ id }) => {
    const own = set.filter(({ scope, scope_id }) => scope === 'tenant_default' || scope_id === id)
    return prefOf(own, event_key, 'email').enabled
  })
}
