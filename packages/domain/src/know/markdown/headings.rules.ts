/** All ids of a text begin so; none of them can then name anything else on a page. */
const PREFIX = 'h-'
const LONGEST = 80

/** A heading as the table of contents shows it. */
export interface Heading {
  readonly id: string
  /** From 2; a page's own title is the only heading of level 1. */
  readonly level: number
  readonly text: string
}

/** Gives each heading of one text an id that no other has. */
export function createIds(): (text: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (text) => {
    const base = PREFIX + (wordsOf(text) || 'section')
    let id = base
    let number = next.get(base) ?? 0
    while (taken.has(id)) id = `${base}-${++number}`
    next.set(base, number)
    taken.add(id)
    return id
  }
}

/** Letters of every script stay; what is between them becomes one hyphen. */
const wordsOf = (text: string): string =>
  [
    ...text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
  ]
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^-|-$/g, '')

/** A fragment as it is written in a text, as the id of the heading that it means. */
export const idOfFragment = (fragment: string): string =>
  fragment.startsWith(PREFIX) ? fragment : PREFIX + wordsOf(decoded(fragment))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
