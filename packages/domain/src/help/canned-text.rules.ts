import mustache from 'mustache'

/** The placeholders of canned responses, with what stands in their place. */
export const PLACEHOLDERS = {
  'requester.first_name': 'the first name of the requester',
  'requester.name': 'their whole name',
  'requester.email': 'their address',
  'ticket.reference': 'the reference of the ticket, such as HD-000001',
  'ticket.subject': 'its subject',
  'ticket.status': 'its status',
  'ticket.priority': 'its priority',
  'queue.name': 'the name of its queue',
  'agent.first_name': 'the first name of the agent whose ticket it is',
  'agent.name': 'their whole name',
} as const

export type Placeholder = keyof typeof PLACEHOLDERS

const isKnown = (name: string): boolean => Object.hasOwn(PLACEHOLDERS, name)

/** The placeholders of a template that do not exist, each once. */
export interface Named {
  readonly unknown: readonly string[]
}

/** The template as it cannot be read, with the reason of Mustache. */
export interface Unreadable {
  readonly fault: string
}

/** A part of a template as Mustache parses it: its kind, its name or text, where it stands, and its inner parts. */
type Part = readonly [kind: string, name: string, from: number, to: number, inner?: readonly Part[]]

/** The placeholders that a template names and that do not exist; or why it cannot be read. */
export function placeholdersOf(template: string): Named | Unreadable {
  try {
    const names = namesIn(mustache.parse(template) as unknown as readonly Part[])
    return { unknown: [...new Set(names.filter((name) => !isKnown(name)))] }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}

/** Mustache's kinds that name something: variables, unescaped ones, sections, inverted ones and partials. */
const NAMING = new Set(['name', '&', '#', '^', '>'])

const namesIn = (parts: readonly Part[]): string[] =>
  parts.flatMap(([kind, name, , , inner]) => [
    ...(NAMING.has(kind) ? [name] : []),
    ...(Array.isArray(inner) ? namesIn(inner as readonly Part[]) : []),
  ])
