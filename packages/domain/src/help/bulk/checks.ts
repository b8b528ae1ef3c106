import { Problem } from '@mobieus/contract'
import { invalidField } from '../../kit/problem.ts'
import { together } from '../../kit/together.ts'
import { instantOf } from '../../platform/events.rules.ts'
import { requireAgent } from '../agents/choice.ts'
import { requireQueue } from '../queues/choice.ts'
import { refuse } from '../sla/calendars.rules.ts'
import { tagIdsOf, topicOf } from '../tickets/origin.ts'
import type { TicketWork } from '../tickets/work.ts'
import type { BulkChange } from './bulk-updates.rules.ts'

/** Refuses a change that no ticket could have, by the places of its faults: `change.queue_id`. */
export async function requireChange(ctx: TicketWork, change: BulkChange): Promise<void> {
  try {
    await require(ctx, change)
  } catch (error) {
    if (!(error instanceof Problem) || !error.details) throw error
    refuse(error.details.map((each) => ({ ...each, field: `change.${each.field}` })))
  }
}

async function require(ctx: TicketWork, change: BulkChange): Promise<void> {
  const { tags, add_tags, remove_tags, snoozed_until, assignee_id } = change
  if (tags && (add_tags || remove_tags))
    throw invalidField('tags', 'not_allowed', 'goes without add_tags and remove_tags')
  if (snoozed_until && !(instantOf(snoozed_until) > ctx.now))
    throw invalidField('snoozed_until', 'past', 'must be in the future')
  await together([
    requireQueue(ctx, change.queue_id),
    assignee_id ? requireAgent(ctx, assignee_id, 'assignee_id') : undefined,
    topicOf(ctx, change.help_topic_id),
    tagIdsOf(ctx, tags ?? []),
    tagIdsOf(ctx, add_tags ?? [], 'add_tags'),
  ])
}
