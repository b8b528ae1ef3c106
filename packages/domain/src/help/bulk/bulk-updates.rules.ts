import type { components } from '@mobieus/contract'
import { invalidField } from '../../kit/problem.ts'
import type { TicketRow } from '../tickets/tickets.store.ts'

export type BulkChange = components['schemas']['BulkChange']
type Edit = Omit<components['schemas']['TicketUpdate'], 'agent_id'>

/** The part of a change that a ticket does not have already. */
export interface TicketStep {
  readonly status: BulkChange['status']
  /** Nothing where it has all. */
  readonly edit: Edit | undefined
}

const MOST_TAGS = 50

/** The step of a bulk update for one ticket; a ticket that gets too many tags is refused. */
export function stepOf(row: TicketRow, change: BulkChange): TicketStep {
  const { status, tags, add_tags = [], remove_tags = [], custom_fields, ...columns } = change
  const fields = Object.entries(custom_fields ?? {}).filter(
    ([key, value]) => (row.custom_fields[key] ?? null) !== value,
  )
  const edit: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(columns))
    if (!isSame(row[name as keyof TicketRow], value)) edit[name] = value
  const goal = [...new Set([...(tags ?? row.tags), ...add_tags])]
    .filter((slug) => !remove_tags.includes(slug))
    .sort()
  if (goal.length > MOST_TAGS)
    throw invalidField('add_tags', 'too_many', `gives the ticket more than ${MOST_TAGS} tags`)
  if (goal.join() !== [...row.tags].sort().join()) edit.tags = goal
  if (fields.length > 0) edit.custom_fields = Object.fromEntries(fields)
  return {
    status: status === row.status ? undefined : status,
    edit: Object.keys(edit).length > 0 ? edit : undefined,
  }
}

const isSame = (has: unknown, value: unknown) =>
  has instanceof Date ? has.getTime() === Date.parse(String(value)) : has === value
