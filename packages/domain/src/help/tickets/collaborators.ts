import type { Partition } from '../../kit/context.ts'
import { changeOf, noteInAudit } from '../audit/audited.ts'
import type { Author } from './authors.ts'
import { changesOf } from './changes.rules.ts'
import * as store from './collaborators.store.ts'
import { requesterOfEmail } from './requesters.store.ts'
import { noteChange } from './thread.ts'
import { editedOf } from './tickets.rules.ts'
import { findTicketThatIs, updateTicket, type TicketRow } from './tickets.store.ts'
import type { TicketWork } from './work.ts'

/** The most people who take part in a ticket beside its requester: each answer shows them. */
export const MOST_COLLABORATORS = 50

/** A person with an address, as a body or a mail names them. */
export interface Person {
  readonly email: string
  readonly name?: string
}

/**
 * The requesters with these addresses, each once. Those that are not known are inserted in one order for all, so that
 * no two transactions wait for each other.
 */
export async function requestersOf(ctx: Partition, people: readonly Person[]): Promise<number[]> {
  if (people.length === 0) return []
  const emails = people.map(({ email }) => email)
  const known = await store.listRequestersOfEmails(ctx, emails)
  const ids = new Map(known.map(({ place, id }) => [place - 1, id]))
  const missing = [...people.entries()]
    .filter(([i]) => ids.get(i) === null)
    .sort(([, a], [, b]) => (a.email.toLowerCase() < b.email.toLowerCase() ? -1 : 1))
  for (const [i, { email, name }] of missing)
    ids.set(i, await requesterOfEmail(ctx, email, name || undefined))
  return [...new Set(people.map((_, i) => ids.get(i) as number))]
}

/** Adds people to those who take part in a ticket that is locked, as far as they fit, and tells it. */
export async function addCollaborators(
  ctx: TicketWork,
  row: TicketRow,
  ids: readonly number[],
  by: Author,
): Promise<TicketRow> {
  const there = new Set([row.requester_id, ...row.collaborators.map(({ id }) => id)])
  const room = MOST_COLLABORATORS - row.collaborators.length
  const added = ids.filter((id) => !there.has(id)).slice(0, room)
  if (added.length === 0) return row
  await store.insertCollaborators(ctx, row.id, added)
  return tell(ctx, row, by)
}

/** Takes people from those who take part in a ticket that is locked, and tells it. */
export async function removeCollaborators(
  ctx: TicketWork,
  row: TicketRow,
  ids: readonly number[],
  by: Author,
): Promise<TicketRow> {
  const all = row.collaborators.map(({ id }) => id)
  const kept = all.filter((id) => !ids.includes(id))
  if (kept.length === all.length) return row
  await store.setCollaborators(ctx, row.id, kept)
  return tell(ctx, row, by)
}

async function tell(ctx: TicketWork, before: TicketRow, by: Author): Promise<TicketRow> {
  await updateTicket(ctx, before.id, { updated_at: ctx.now })
  const { collaborators } = await findTicketThatIs(ctx, before)
  const after = { ...before, collaborators, updated_at: ctx.now }
  for (const each of changesOf(before, after, { from: null, to: null }))
    noteChange(ctx, after, by, each)
  const change = changeOf(editedOf(before), editedOf(after))
  if (change) noteInAudit(ctx, 'ticket.updated', { kind: 'ticket', id: after.id }, change, by)
  return after
}
