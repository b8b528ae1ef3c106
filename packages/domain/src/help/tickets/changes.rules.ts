import type { Change } from './messages.store.ts'
import type { TicketRow } from './tickets.store.ts'

/** The names of the topics that a ticket was and is about. */
export interface TopicNames {
  readonly from: string | null
  readonly to: string | null
}

/** The entries of a thread about what an edit has changed, in words that people read. */
export function changesOf(before: TicketRow, after: TicketRow, topics: TopicNames): Change[] {
  const told = (field: string, from: string | null, to: string | null, changed = from !== to) =>
    changed ? [{ field, from, to }] : []
  return [
    ...told('subject', before.subject, after.subject),
    ...told('priority', before.priority, after.priority),
    ...told('queue', before.queue_name, after.queue_name, before.queue_id !== after.queue_id),
    ...told('help_topic', topics.from, topics.to, before.help_topic_id !== after.help_topic_id),
    ...told(
      ...(['assignee', before.assignee_name, after.assignee_name] as const),
      before.assignee_id !== after.assignee_id,
    ),
    ...told('snoozed_until', timeOf(before.snoozed_until), timeOf(after.snoozed_until)),
    ...told('collaborators', peopleIn(before), peopleIn(after)),
    ...told('tags', listed(before.tags), listed(after.tags)),
    ...[...new Set([before, after].flatMap((row) => Object.keys(row.custom_fields)))].flatMap(
      (key) => told(`custom_fields.${key}`, valueOf(before, key), valueOf(after, key)),
    ),
  ]
}

const timeOf = (time: Date | null) => time?.toISOString() ?? null

const listed = (tags: readonly string[]) => (tags.length === 0 ? null : tags.join(', '))

const peopleIn = ({ collaborators }: TicketRow) =>
  listed(collaborators.map(({ email, name }) => email ?? name))

const valueOf = ({ custom_fields }: TicketRow, key: string): string | null =>
  Object.hasOwn(custom_fields, key) ? String(custom_fields[key]) : null
