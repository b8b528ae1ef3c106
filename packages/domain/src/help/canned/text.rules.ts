import mustache from 'mustache'

// Every text that anybody ever wrote would be kept parsed.
mustache.templateCache = undefined

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

/** The things that placeholders are about, which sections may open: `requester`. */
const things = new Set(Object.keys(PLACEHOLDERS).map((name) => name.split('.')[0]))

/** The placeholders of a template that do not exist, each once. */
export interface Named {
  readonly unknown: readonly string[]
}

/** The template as it cannot be read, with the reason of Mustache. */
export interface Unreadable {
  readonly fault: string
}

/** A part of a template as Mustache parses it: its kind, its name or text, where it stands, and its inner parts. */
type Part = readonly [kind: string, name: string, from: number, to: number, inner?: unknown]

/** The placeholders that a template names and that do not exist; or why it cannot be read. */
export function placeholdersOf(template: string): Named | Unreadable {
  try {
    const names = unknownIn(mustache.parse(template) as unknown as readonly Part[], [])
    return { unknown: [...new Set(names)] }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}

/** Mustache's kinds that name something: variables, unescaped ones, sections, inverted ones and partials. */
const NAMING = new Set(['name', '&', '#', '^', '>'])

/** `within` are the things whose sections are open: a name may leave theirs out. */
function unknownIn(parts: readonly Part[], within: readonly string[]): string[] {
  const isKnown = (name: string) =>
    name === '.' ||
    things.has(name) ||
    ['', ...within.map((each) => `${each}.`)].some((each) =>
      Object.hasOwn(PLACEHOLDERS, each + name),
    )
  return parts.flatMap(([kind, name, , , inner]) => [
    ...(NAMING.has(kind) && (kind === '>' || !isKnown(name)) ? [name] : []),
    ...(Array.isArray(inner)
      ? unknownIn(inner as readonly Part[], kind === '#' ? [...within, name] : within)
      : []),
  ])
}

/** The first word of a name. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/** The values of the placeholders; one that is known and empty has an empty text. */
export type Filling = Readonly<Record<Placeholder, string>>

/** The view of Mustache: an object for each thing, with nothing but its fields. */
export function viewOf(filling: Readonly<Record<string, string>>): object {
  const view: Record<string, Record<string, string>> = Object.create(null)
  for (const [placeholder, value] of Object.entries(filling)) {
    const [thing = '', name = ''] = placeholder.split('.')
    const fields = (view[thing] ??= Object.create(null) as Record<string, string>)
    fields[name] = value
  }
  return view
}

/** The template with its placeholders filled in, as they are: with two braces or three. */
export const fillIn = (template: string, filling: Readonly<Record<string, string>>): string =>
  mustache.render(template, viewOf(filling), {}, { escape: String })
