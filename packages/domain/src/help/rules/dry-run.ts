import type { components } from '@mobieus/contract'
import type { Handler, Partition } from '../../kit/context.ts'
import { notFound } from '../../kit/problem.ts'
import { findAgent } from '../agents/agents.store.ts'
import { findQueue } from '../queues/queues.store.ts'
import { changesOf } from '../tickets/changes.rules.ts'
import { listLatestBodies, type Change } from '../tickets/messages.store.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { listNewest, type TicketRow } from '../tickets/tickets.store.ts'
import { effectOf, type Action } from './actions.rules.ts'
import { hold } from './conditions.rules.ts'
import * as store from './rules.store.ts'

const USUAL = 50

export const dryRunHelpRule: Handler<'dryRunHelpRule'> = async (ctx, { path, query }) => {
  const rule = await store.findRule(ctx, path.id)
  if (!rule) throw notFound()
  const tickets = await listNewest(ctx, query.tickets ?? USUAL)
  const ids = tickets.map(({ id }) => id)
  const [bodies, names] = await Promise.all([
    listLatestBodies(ctx, ids),
    namesOf(ctx, rule.actions),
  ])
  const matching = tickets.filter((ticket) =>
    hold(rule.conditions, { ticket, body: bodies.get(ticket.id) ?? null }),
  )
  const data: components['schemas']['HelpRuleDryRun'] = {
    checked: tickets.length,
    matched: matching.length,
    tickets: matching.map((ticket) => ({
      ...{ ticket_id: ticket.id, reference: referenceOf(ticket), subject: ticket.subject },
      changes: changesBy(rule.actions, ticket, names),
    })),
  }
  return { data }
}

/** The names of the queues and agents that actions speak of. */
interface Names {
  readonly queues: ReadonlyMap<number, string>
  readonly agents: ReadonlyMap<number, string>
}

async function namesOf(ctx: Partition, actions: readonly Action[]): Promise<Names> {
  const queues = new Map<number, string>()
  const agents = new Map<number, string>()
  for (const action of actions) {
    if (action.type === 'assign_queue') {
      const queue = await findQueue(ctx, action.queue_id)
      if (queue) queues.set(queue.id, queue.name)
    }
    if (action.type === 'assign_agent' && action.agent_id !== null) {
      const agent = await findAgent(ctx, action.agent_id)
      if (agent?.is_active) agents.set(agent.id, agent.display_name)
    }
  }
  return { queues, agents }
}

/** The changes that actions make to a ticket. Those to a queue or agent that is gone would be left out, and are here. */
function changesBy(actions: readonly Action[], ticket: TicketRow, names: Names): Change[] {
  const after = actions.reduce((row, action) => changed(row, action, names), ticket)
  const nothing = { from: null, to: null }
  const status = { field: 'status', from: ticket.status, to: after.status }
  return [...changesOf(ticket, after, nothing), ...(ticket.status === after.status ? [] : [status])]
}

function changed(row: TicketRow, action: Action, { queues, agents }: Names): TicketRow {
  const { edit, status } = effectOf(action, row) ?? {}
  if (status) return { ...row, status }
  if (edit?.queue_id !== undefined) {
    const queue_name = queues.get(edit.queue_id)
    return queue_name === undefined ? row : { ...row, queue_id: edit.queue_id, queue_name }
  }
  if (edit?.assignee_id === undefined) return { ...row, ...edit } as TicketRow
  if (edit.assignee_id === null) return { ...row, assignee_id: null, assignee_name: null }
  const assignee_name = agents.get(edit.assignee_id)
  return assignee_name === undefined
    ? row
    : { ...row, assignee_id: edit.assignee_id, assignee_name }
}
