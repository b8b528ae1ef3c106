import mustache from 'mustache'

// Every text that anybody ever wrote would be kept parsed.
mustache.templateCache = undefined

/** The variables of a template's text. */
export const VARIABLES = [
  ...(['learner', 'course', 'date', 'expires', 'serial', 'score'] as const),
  ...(['credit_hours', 'credit_kind', 'community'] as const),
] as const

export type Variables = Readonly<Record<(typeof VARIABLES)[number], string>>

/** A part of a template as Mustache parses it: its kind, and its name or text. */
type Part = readonly [kind: string, name: string]

const KNOWN: ReadonlySet<string> = new Set(VARIABLES)

/** Why a text is no template, as the rest of a sentence; nothing where it is one. It has variables, and nothing else. */
export function templateFault(body: string): string | undefined {
  try {
    const parts = mustache.parse(body) as unknown as readonly Part[]
    const named = parts.filter(([kind]) => kind !== 'text')
    const fault = named.find(([kind, name]) => !/^(?:name|&)$/.test(kind) || !KNOWN.has(name))
    return fault && `has {{${fault[1]}}}, which is none of the variables`
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`
  }
}

/** A template with its variables filled in, each by what `wrap` makes of it. */
export const filledIn = (
  body: string,
  variables: Variables,
  wrap: (value: string) => string,
): string =>
  mustache.render(body, variables, {}, { escape: (value: unknown) => wrap(String(value)) })
