import type { components } from '@mobieus/contract'

const WORDS_A_MINUTE = 200

/** The entity tag of a page: another one after every change. */
export const entityTagOf = ({ id, version }: { id: number; version: number }): string =>
  `"k${id}-${version}"`

/** A tag as filters know it: in lower case, with hyphens for spaces. */
export const tagKeyOf = (tag: string): string =>
  tag.normalize('NFC').toLowerCase().trim().replace(/\s+/g, '-')

/** Tags of which no two differ in letter case alone: the first of them stays. */
export function distinctTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const tag of tags) if (!seen.has(tagKeyOf(tag))) seen.set(tagKeyOf(tag), tag)
  return [...seen.values()]
}

/** How many words a text has: runs of letters and digits, and each letter of scripts that have no spaces. */
export const wordsOf = (text: string): number =>
  text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)
    ?.length ?? 0

/** The minutes that it takes to read so many words, each begun one counted; at least one. */
export const readingMinutesOf = (words: number): number =>
  Math.max(1, Math.ceil(words / WORDS_A_MINUTE))

type Author = components['schemas']['KnowAuthor']

/** A member as pages name them; none is the system. */
export const authorOf = (id: number | null, username: string | null): Author =>
  id === null ? { id: null, username: 'system' } : { id, username: username as string }
