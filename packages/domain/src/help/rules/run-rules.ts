import { Problem } from '@mobieus/contract'
import type { Writing } from '../../kit/context.ts'
import type { Subscriber, SystemWriting } from '../../kit/surface.ts'
import { onEvents, startSubscriber } from '../../platform/subscribers.ts'
import { noteInAudit } from '../audit/audited.ts'
import { system } from '../tickets/authors.ts'
import { editTicket } from '../tickets/edits.ts'
import { moveTicket } from '../tickets/status.ts'
import { systemDesk, type TicketWork } from '../tickets/work.ts'
import { TICKET_EVENTS, type TicketEvent, type TicketEventType } from '../tickets/events.ts'
import { findBody, listLatestBodies } from '../tickets/messages.store.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { lockTicket, type TicketRow } from '../tickets/tickets.store.ts'
import { effectOf, type Action } from './actions.rules.ts'
import { hold, type Facts } from './conditions.rules.ts'
import * as store from './rules.store.ts'

const SUBSCRIBER = 'help_rules'

/** The events in a row that rules may cause of each other, and how often they may change a ticket in an hour. */
const MOST_IN_A_ROW = 5
const MOST_IN_AN_HOUR = 100

/**
 * Runs the rules of a tenant after the events of its tickets. A tenant has it from its first rule on. Each event whose
 * rules change a ticket ends the batch, so that no transaction holds more than one ticket.
 */
export const ruleReader: Subscriber = onEvents<TicketEventType>(
  SUBSCRIBER,
  TICKET_EVENTS,
  runRules,
  {
    everywhere: false,
  },
)

/** Lets the tenant's log be read from here on, unless it is already. */
export const startReading = (ctx: Writing): Promise<void> => startSubscriber(ctx, SUBSCRIBER)

async function runRules(ctx: SystemWriting, event: TicketEvent): Promise<'ends batch' | undefined> {
  const rules = await store.listActiveRules(ctx, event.type.slice('ticket.'.length))
  if (rules.length === 0) return undefined
  const locked = await lockTicket(ctx, { id: event.data.ticket_id })
  if (!locked || isOvertaken(event, locked)) return undefined
  const { ticket: _, ...known } = await factsOf(ctx, event, locked)
  const desk = await systemDesk(ctx)
  const depth = 1 + ('rule' in event.data ? (event.data.rule?.depth ?? 0) : 0)
  let ticket = locked
  for (const rule of rules) {
    if (!hold(rule.conditions, { ...known, ticket }) || changesNothing(rule, ticket)) continue
    if (await isHeldBack(ctx, rule, ticket, depth)) break
    ticket = await apply({ ...desk, rule: { id: rule.id, depth } }, rule, ticket)
  }
  return 'ends batch'
}

/** Whether a later event tells of the same field again; rules that answer each other would double with each. */
function isOvertaken({ type, data }: TicketEvent, ticket: TicketRow): boolean {
  if (type === 'ticket.status_changed') return data.to !== ticket.status
  return type === 'ticket.assigned' && (data.to?.id ?? null) !== ticket.assignee_id
}

/** The facts of an event about the ticket as it is now. */
async function factsOf(ctx: SystemWriting, event: TicketEvent, ticket: TicketRow): Promise<Facts> {
  if (event.type === 'ticket.replied') {
    const body = await findBody(ctx, ticket.id, event.data.message_id)
    return { ticket, body, author: event.data.author.kind }
  }
  const body = (await listLatestBodies(ctx, [ticket.id])).get(ticket.id) ?? null
  if (event.type === 'ticket.created') return { ticket, body, author: 'requester' }
  const author = event.data.by.kind
  if (event.type === 'ticket.assigned') return { ticket, body, author }
  return { ticket, body, author, previousStatus: event.data.from }
}

const changesNothing = ({ actions }: store.RuleRow, ticket: TicketRow) =>
  actions.every((action) => effectOf(action, ticket) === undefined)

/** Whether rules have caused too many events in a row, or changed the ticket too often; the audit log tells the first. */
async function isHeldBack(
  ctx: SystemWriting,
  rule: store.RuleRow,
  ticket: TicketRow,
  depth: number,
): Promise<boolean> {
  const runs = depth > MOST_IN_A_ROW ? 0 : await store.countRun(ctx, ticket.id, ctx.now)
  if (depth <= MOST_IN_A_ROW && runs <= MOST_IN_AN_HOUR) return false
  if (runs > MOST_IN_AN_HOUR + 1) return true
  const reason = runs === 0 ? 'events_in_a_row' : 'runs_in_an_hour'
  const after = { rule: rule.name, reason }
  noteInAudit(ctx, 'help_rule.held_back', { kind: 'ticket', id: ticket.id }, { after }, system)
  return true
}

/** Does a rule's actions, one after the other. One that is refused is left out, and the audit log tells why. */
async function apply(
  ctx: SystemWriting & TicketWork,
  rule: store.RuleRow,
  ticket: TicketRow,
): Promise<TicketRow> {
  const refused: { action: string; message: string }[] = []
  const done: string[] = []
  let after = ticket
  for (const action of rule.actions) {
    try {
      const changed = await perform(ctx, action, after)
      if (changed) done.push(action.type)
      after = changed ?? after
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ action: action.type, message: error.message })
    }
  }
  const told = { ticket_id: ticket.id, reference: referenceOf(ticket), done, refused }
  noteInAudit(ctx, 'help_rule.ran', { kind: 'help_rule', id: rule.id }, { after: told }, system)
  return after
}

async function perform(
  ctx: SystemWriting & TicketWork,
  action: Action,
  ticket: TicketRow,
): Promise<TicketRow | undefined> {
  const effect = effectOf(action, ticket)
  if (effect?.edit) return editTicket(ctx, ticket, effect.edit, system)
  return effect?.status && moveTicket(ctx, ticket, effect.status, system)
}
