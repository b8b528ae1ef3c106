import type { components } from '@mobieus/contract'
import { actingUser } from '../../core/acting-user.ts'
import type { AnyContext } from '../../kit/context.ts'
import type { ByMember } from '../../kit/caller.ts'
import { invalidField } from '../../kit/problem.ts'
import { requireAgent } from '../agents/choice.ts'
import { memberOfRequester } from './requesters.store.ts'
import { findWritingMember } from './authors.store.ts'
import type { MessageRow } from './messages.store.ts'
import type { Collaborator, TicketRow } from './tickets.store.ts'

/** The author of a message, as the API shows them and as the row names them. */
export interface Author {
  readonly shown: components['schemas']['TicketAuthor']
  readonly columns: Pick<MessageRow, 'agent_id' | 'user_id' | 'requester_id'>
  /** Whether nobody was named, so that it is the member behind the request. */
  readonly isCaller?: boolean
  /** Whether a key asked for it that named nobody, in a request that is over. */
  readonly isKey?: boolean
}

export type AskedByMember = AnyContext & ByMember

/** The member behind the request: as an agent where they are one. */
export async function callingMember(ctx: AskedByMember): Promise<Author> {
  const { id, display_name, agent_id } = await findWritingMember(ctx, ctx.caller.user.id)
  const author = { user_id: id, agent_id, requester_id: null, author_name: display_name }
  return { ...authorOf(author), isCaller: true }
}

/** The same as an actor of the audit log, without asking whether they are an agent. */
export const callerOf = ({ caller: { user } }: ByMember): Author => ({
  ...authorOf({
    ...{ agent_id: null, user_id: user.id, requester_id: null, author_name: user.username },
  }),
  isCaller: true,
})

/** The agent whom a body names, and otherwise the member behind the request. */
export const actingAgent = (ctx: AskedByMember, agentId: number | undefined): Promise<Author> =>
  agentId === undefined ? callingMember(ctx) : namedAgent(ctx, agentId)

/** The requester of the ticket. */
export const requesterOf = (row: TicketRow): Author =>
  authorOf({
    ...{ user_id: null, agent_id: null },
    ...{ requester_id: row.requester_id, author_name: row.requester_name },
  })

/** The author who is a collaborator of the ticket. */
export const collaboratorOf = ({ id, name }: Collaborator): Author =>
  authorOf({ user_id: null, agent_id: null, requester_id: id, author_name: name })

/**
 * The author of a reply to a ticket, as its body names them, or the member behind the request. One who takes part in
 * the ticket writes as such. No caller writes for a member who ranks above.
 */
export async function authorOfReply(
  ctx: AskedByMember,
  row: TicketRow,
  { agent_id, requester_id }: { readonly agent_id?: number; readonly requester_id?: number },
): Promise<Author> {
  if (agent_id !== undefined && requester_id !== undefined)
    throw invalidField('requester_id', 'not_allowed', 'goes without agent_id')
  if (agent_id !== undefined) return namedAgent(ctx, agent_id)
  const other = row.collaborators.find(({ id, user_id }) =>
    requester_id === undefined ? user_id === ctx.caller.user.id : id === requester_id,
  )
  if (other) return writingFor(ctx, other.user_id ?? undefined, requester_id, collaboratorOf(other))
  if (requester_id !== undefined && requester_id !== row.requester_id)
    throw invalidField('requester_id', 'not_allowed', 'takes no part in this ticket')
  const member = row.requester_user_id ?? (await memberOfRequester(ctx, row.requester_id))
  if (requester_id === undefined && member !== ctx.caller.user.id) return callingMember(ctx)
  return writingFor(ctx, member, requester_id, requesterOf(row))
}

/** The author, unless a body names them and they are a member for whom the caller may not write. */
async function writingFor(
  ctx: AskedByMember,
  member: number | undefined,
  named: number | undefined,
  author: Author,
): Promise<Author> {
  if (named !== undefined && member !== undefined) await actingUser(ctx, 'requester_id', member)
  return author
}

async function namedAgent(ctx: AskedByMember, id: number): Promise<Author> {
  const { user_id, display_name } = await requireAgent(ctx, id, 'agent_id')
  await actingUser(ctx, 'agent_id', user_id)
  return authorOf({ user_id, agent_id: id, requester_id: null, author_name: display_name })
}

/** The system, which rules and the clock write as. */
export const system: Author = authorOf({
  ...{ agent_id: null, user_id: null, requester_id: null, author_name: null },
})

/** The author of a row; nobody is named where the system wrote it. */
export function authorOf(
  row: Pick<MessageRow, 'agent_id' | 'user_id' | 'requester_id' | 'author_name'>,
): Author {
  const { agent_id, user_id, requester_id, author_name } = row
  const kind = agent_id ? 'agent' : user_id ? 'member' : requester_id ? 'requester' : 'system'
  return {
    shown: { kind, id: agent_id ?? user_id ?? requester_id, name: author_name ?? 'System' },
    columns: { agent_id, user_id, requester_id },
  }
}
