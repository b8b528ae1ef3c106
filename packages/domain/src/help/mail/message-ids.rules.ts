import { storable } from './text.rules.ts'

const MOST_IDS = 100
const MOST_BYTES = 900

/** A Message-ID without its brackets and white space, its letters' case kept; `undefined` for what is none. */
export function messageIdOf(text: string): string | undefined {
  const inside = /<([^<>]*)>/.exec(text)?.[1] ?? text
  const id = storable(inside).replace(/\s+/g, '')
  return id === '' || Buffer.byteLength(id) > MOST_BYTES ? undefined : id
}

/**
 * The Message-IDs of a field such as References, in its order: what stands in brackets, whatever is between, and
 * otherwise what blanks or commas separate.
 */
export function messageIdsOf(field: string): string[] {
  const bracketed = [...field.matchAll(/<([^<>]{1,2000})>/g)].map(([, inside]) => inside as string)
  const found = bracketed.length > 0 ? bracketed : field.split(/[\s,]+/)
  return [...new Set(found.flatMap((each) => messageIdOf(each) ?? []))].slice(-MOST_IDS)
}

/** The Message-IDs that a mail answers, the nearest first: its parent, then its references from their end. */
export const answered = (
  inReplyTo: readonly string[],
  references: readonly string[],
): readonly string[] => [
  ...new Set([...inReplyTo.flatMap(messageIdsOf), ...references.flatMap(messageIdsOf).reverse()]),
]

/** The reference of a ticket that a subject names in brackets, `[HD-000001]`; the last one counts. */
export function referenceIn(subject: string): number | undefined {
  const named = [...subject.matchAll(/\[HD-(\d{6,12})\]/gi)].at(-1)?.[1]
  const number = Number(named ?? 0)
  return number > 0 ? number : undefined
}
