import { modelSchemaOf } from '@mobieus/contract/model-schema'
import type { components } from '@mobieus/contract'
import type { ModelAnswer, ModelTool } from '../../kit/model.ts'
import { placeholdersOf } from '../canned/text.rules.ts'
import type { ToldMessage } from './data.store.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import type { TicketRow } from '../tickets/tickets.store.ts'

type Schemas = components['schemas']
export type Read<T> = { readonly value: T } | { readonly fault: string }

/** A form of answers: the one tool that takes them, and how they are read. */
export interface Form<T> {
  readonly tool: ModelTool
  readonly read: (answer: ModelAnswer) => Read<T>
}

/** The form whose answers are what the contract says of a schema, or of an object of several. */
export function formOf<T>(of: Parameters<typeof modelSchemaOf>[0], description: string): Form<T> {
  const { schema, check } = modelSchemaOf(of)
  return {
    tool: { name: 'answer', description, schema },
    read({ input, text }) {
      const value = parsed(input ?? text)
      if (value === undefined) return { fault: 'it was not JSON' }
      if (check(value)) return { value: value as T }
      // Names that the model has made up are not told: a customer may have.
      const faults = (check.errors ?? []).map(({ instancePath, message }) =>
        `${instancePath.replace(/^\//, '') || 'it'} ${message}`.slice(0, 200),
      )
      return { fault: [...new Set(faults)].slice(0, 5).join(', and ') }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An answer in words alone. */
export const readText = ({ text }: ModelAnswer): Read<string> => ({ value: text.trim() })

const CITED = /#(\d+)/g

/** An answer that cites entries of the log as `[#8101]`, each of which it was given. */
export function readCitingText(
  answer: ModelAnswer,
  entries: readonly { readonly id: number }[],
): Read<string> {
  const text = answer.text.trim()
  const known = new Set(entries.map(({ id }) => id))
  const cited = [...text.matchAll(CITED)].map(([, id]) => Number(id))
  if (cited.every((id) => known.has(id))) return { value: text }
  return { fault: 'it cites an event that the data does not have' }
}

/** The most characters of a change that a model is told of. */
const MOST_OF_A_CHANGE = 600

/** An entry of the audit log as a model is told of it; a long change is cut. */
export const toldEntry = (entry: Schemas['HelpAuditEntry']): object => ({
  ...{ id: entry.id, at: entry.created_at, event: entry.event_key, by: entry.actor_kind },
  ...{ actor: entry.actor.name, target: entry.target },
  before: cut(entry.before_json),
  after: cut(entry.after_json),
})

const cut = (change: object | null): unknown => {
  const text = JSON.stringify(change)
  return text.length > MOST_OF_A_CHANGE ? `${text.slice(0, MOST_OF_A_CHANGE)}…` : change
}

/** A text whose placeholders exist, as the composer of replies will fill them in. */
export function readCannedText(answer: ModelAnswer): Read<string> {
  const text = answer.text.trim()
  const named = placeholdersOf(text)
  if ('fault' in named) return { fault: 'its placeholders cannot be read' }
  if (named.unknown.length > 0) return { fault: 'it has placeholders that do not exist' }
  return { value: text }
}

/** A category whose topic and queue are among those that were offered. */
export function checkCategory(
  read: Read<Schemas['AiCategory']>,
  topics: readonly { readonly id: number }[],
  queues: readonly { readonly id: number }[],
): Read<Schemas['AiCategory']> {
  if ('fault' in read) return read
  const among = (id: number | null, choices: readonly { readonly id: number }[]) =>
    id === null || choices.some((each) => each.id === id)
  const { help_topic_id, queue_id } = read.value
  if (!among(help_topic_id, topics)) return { fault: 'help_topic_id is none of the topics' }
  if (!among(queue_id, queues)) return { fault: 'queue_id is none of the queues' }
  return read
}

/**
 * The gaps that the model names, as clusters: questions that differ in case, marks or white space alone are one. Those
 * of fewer than two tickets are left out. The order is that of their size, then of their newest ticket.
 */
export function clusterGaps(
  read: Read<Schemas['AiGaps']>,
  tickets: readonly { readonly id: number }[],
): Read<Schemas['AiGaps']> {
  if ('fault' in read) return read
  const known = new Set(tickets.map(({ id }) => id))
  const clusters = new Map<string, { question: string; ids: Set<number> }>()
  for (const { question, ticket_ids } of read.value.gaps) {
    if (!ticket_ids.every((id) => known.has(id)))
      return { fault: 'ticket_ids names a ticket that the data does not have' }
    const name = plainest(question)
    if (name === '') return { fault: 'a question is empty' }
    const cluster = clusters.get(name) ?? { question: oneLine(question), ids: new Set() }
    for (const id of ticket_ids) cluster.ids.add(id)
    clusters.set(name, cluster)
  }
  const gaps = [...clusters.values()]
    .filter(({ ids }) => ids.size > 1)
    .map(({ question, ids }) => ({ question, ticket_ids: [...ids].sort((a, b) => a - b) }))
    .sort((a, b) => b.ticket_ids.length - a.ticket_ids.length || newest(b) - newest(a))
  return { value: { gaps } }
}

const newest = ({ ticket_ids }: { readonly ticket_ids: readonly number[] }) => ticket_ids.at(-1)!

/** The letters and digits of a question, in lower case. */
const plainest = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** A ticket as a model is told of it. */
export const toldTicket = (row: TicketRow, messages: readonly ToldMessage[]): object => ({
  id: row.id,
  reference: referenceOf(row),
  ...{ subject: row.subject, status: row.status, priority: row.priority, queue: row.queue_name },
  ...{ requester: row.requester_name, assignee: row.assignee_name, tags: row.tags },
  ...{ custom_fields: row.custom_fields, opened_at: row.created_at },
  messages: messages.map(({ id: _, ...message }) => message),
})
