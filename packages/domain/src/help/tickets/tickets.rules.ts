import { createHash } from 'node:crypto'
import type { components, Request } from '@mobieus/contract'
import { conflict } from '../../kit/problem.ts'
import { instantOf } from '../../platform/events.rules.ts'
import type { MessageRow } from './messages.store.ts'
import type { TicketName, TicketRow } from './tickets.store.ts'

type Status = components['schemas']['TicketStatus']
type Query = Request<'listTickets'>['query']

const PREFIX = 'HD-'
const DIGITS = 6
const DAY_MS = 24 * 60 * 60 * 1000

/** `HD-000001` */
export const referenceOf = ({ number }: Pick<TicketRow, 'number'>): string =>
  PREFIX + String(number).padStart(DIGITS, '0')

/** The ticket that a path names, by its id or its reference. */
export const ticketNamed = (key: string): TicketName =>
  key.startsWith(PREFIX) ? { number: Number(key.slice(PREFIX.length)) } : { id: Number(key) }

/** The part of a ticket that agents edit. */
export const editedOf = (row: TicketRow) => ({
  ...{ subject: row.subject, status: row.status, priority: row.priority, queue_id: row.queue_id },
  ...{ help_topic_id: row.help_topic_id, assignee_id: row.assignee_id, tags: row.tags },
  custom_fields: row.custom_fields,
  collaborator_ids: row.collaborators.map(({ id }) => id),
  snoozed_until: row.snoozed_until,
})

/** The tag of what agents edit. Messages and times leave it as it is, so that they fail no edit. */
export function entityTagOf(row: TicketRow): string {
  const text = JSON.stringify(editedOf(row))
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}

export type Standing = Pick<TicketRow, 'status' | 'resolved_at' | 'closed_at'>

/** Whether a ticket was closed so many days ago that nothing is added to it any more. */
export const isClosedForGood = ({ closed_at }: Standing, now: Date, reopenDays: number): boolean =>
  closed_at !== null && now.getTime() >= closed_at.getTime() + reopenDays * DAY_MS

/** Refuses a ticket that was merged into another, which is named. */
export function requireUnmerged({ merged_into_number: number }: Merged): void {
  if (!number) return
  throw conflict(`The ticket was merged into ${referenceOf({ number })}.`)
}

type Merged = Partial<Pick<TicketRow, 'merged_into_number'>>

/** The most links of a ticket: each answer shows them. */
const MOST_LINKS = 50

/** Refuses a ticket that cannot be linked to any more. */
export function requireRoomForLink({ links }: Pick<TicketRow, 'links'>): void {
  if (links.length >= MOST_LINKS) throw conflict(`A ticket has at most ${MOST_LINKS} links.`)
}

/** Refuses a ticket that is closed for good, or was merged into another. */
export function requireOpenable(row: Standing & Merged, now: Date, reopenDays: number): void {
  requireUnmerged(row)
  if (!isClosedForGood(row, now, reopenDays)) return
  throw conflict('The ticket is closed for good: open another one.')
}

/**
 * The change that brings a ticket to a status; `undefined` where it has it already. One that is closed can only
 * be reopened, and none becomes `new` again.
 */
export function changeOfStatus(
  row: Standing & Merged,
  goal: Status,
  now: Date,
  reopenDays: number,
): (Standing & { readonly updated_at: Date }) | undefined {
  if (row.status === goal) return undefined
  requireOpenable(row, now, reopenDays)
  if (row.status === 'closed' && goal !== 'open')
    throw conflict('A ticket that is closed can only become open.', 'status')
  const ended = goal === 'resolved' || goal === 'closed'
  return {
    status: goal,
    resolved_at: ended ? (row.resolved_at ?? now) : null,
    closed_at: goal === 'closed' ? now : null,
    updated_at: now,
  }
}

const WAITING: ReadonlySet<string> = new Set(['pending', 'on_hold', 'resolved', 'closed'])

/** The side that an author stands on: a third party is somebody with an address who takes no part in the ticket. */
export type Role = 'agent' | 'requester' | 'collaborator' | 'third party'

/** The side of an author; members other than the requester stand on the agents'. */
export function roleOf(
  { requester_id }: Pick<MessageRow, 'requester_id'>,
  ticket: Pick<TicketRow, 'requester_id' | 'collaborators'>,
): Role {
  if (requester_id === null) return 'agent'
  if (requester_id === ticket.requester_id) return 'requester'
  return ticket.collaborators.some(({ id }) => id === requester_id) ? 'collaborator' : 'third party'
}

/** Whether a reply of this side brings a ticket back to the agents. */
export const isAsking = (role: Role): boolean => role === 'requester' || role === 'collaborator'

/**
 * The status after a reply. The requester's, or a collaborator's, brings a ticket back to the agents, an agent's takes
 * up a new one, and a third party's leaves it.
 */
export function statusAfterReply(
  status: Status,
  { role, internal }: { readonly role: Role; readonly internal: boolean },
): Status {
  if (isAsking(role)) return WAITING.has(status) ? 'open' : status
  return role === 'agent' && status === 'new' && !internal ? 'open' : status
}

/** The filters of the list as a query says them: of one status there is a counter, of several there is none. */
export function filterOf(query: Query) {
  const {
    cursor: _,
    limit: __,
    order: ___,
    q: ____,
    status = [],
    unassigned,
    snoozed,
    updated_since,
    ...same
  } = query
  const statuses = [...new Set(status)].sort()
  return {
    ...same,
    status: statuses.length === 1 ? statuses[0] : undefined,
    statuses: statuses.length > 1 ? statuses.join() : undefined,
    unassigned: unassigned === true ? true : undefined,
    assigned: unassigned === false ? true : undefined,
    snoozed: snoozed === true ? true : undefined,
    awake: snoozed === false ? true : undefined,
    updated_since: updated_since && instantOf(updated_since).toISOString(),
  }
}
