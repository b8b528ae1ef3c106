import type { Audited } from '../../platform/audit.ts'
import { noteInAudit } from '../audit/audited.ts'
import { system } from '../tickets/authors.ts'
import { domainOf } from './addresses.rules.ts'
import { countRecent } from './inbound.store.ts'

const WINDOW_MS = 10 * 60 * 1000
const MOST_OF_SENDER = 5
const MOST_OF_DOMAIN = 100
const MOST_ON_TICKET = 5

/**
 * Whether a sender, or everybody at their domain, has had so many confirmations within ten minutes that two programs
 * answer each other. The first one that is held back is told in the audit log.
 */
export async function isHeldBack(ctx: Audited, email: string, mailId: number): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - WINDOW_MS)
  const recent = await countRecent(ctx, { email, domain: domainOf(email), since })
  const held = recent.of_sender >= MOST_OF_SENDER || recent.of_domain >= MOST_OF_DOMAIN
  if (held && recent.held === 0) tell(ctx, mailId, { sender: email })
  return held
}

/** The same for what one sender adds to one ticket. */
export async function isLooping(
  ctx: Audited,
  email: string,
  mailId: number,
  ticketId: number,
): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - WINDOW_MS)
  const { on_ticket, held } = await countRecent(ctx, { email, since, ticketId })
  const looping = on_ticket >= MOST_ON_TICKET
  if (looping && held === 0) tell(ctx, mailId, { sender: email, ticket_id: ticketId })
  return looping
}

const tell = (ctx: Audited, id: number, after: object): void =>
  noteInAudit(ctx, 'inbound_email.held_back', { kind: 'inbound_email', id }, { after }, system)
