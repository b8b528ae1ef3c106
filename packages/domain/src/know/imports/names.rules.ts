import { createHash } from 'node:crypto'
import { invalidField } from '../../kit/problem.ts'
import { isSlug, LONGEST_SLUG } from '../pages/slugs.rules.ts'

const MOST_TITLE = 255
/** A title is looked for in so much of a text. */
const BEGINNING = 20_000
const HEADING = /^ {0,3}#{1,6}[ \t]+(\S[^\n]*)$/m
const FENCED = /^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1[`~]*[ \t]*\r?$|(?![^]))/gm

/** A text as a slug: ASCII letters, digits and single hyphens; empty where it has none. */
export const plainSlugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-|-$/g, '')

/** The parts of a path without the extension; a folder is named by its `index.md` or `README.md`. */
function partsOf(path: string): string[] {
  const parts = path.replace(/\.(?:md|markdown)$/i, '').split('/')
  return parts.length > 1 && /^(?:index|readme)$/i.test(parts.at(-1) ?? '')
    ? parts.slice(0, -1)
    : parts
}

/** The slug of a page whose file names none, by its path: the same for the same path. */
export function slugOfPath(path: string): string {
  const slug = plainSlugOf(partsOf(path).join('-'))
  if (isSlug(slug)) return slug
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 8)
  return slug === '' ? `page-${digest}` : `${slug}-page`
}

/** The slug with a number behind it, for one that another file has already. */
export const numbered = (slug: string, n: number): string =>
  `${slug.slice(0, LONGEST_SLUG - 8).replace(/-$/, '')}-${n}`

/** The name of a file without its extension. */
export const titleOfPath = (path: string): string =>
  partsOf(path).at(-1)?.slice(0, MOST_TITLE) ?? ''

/** The title in the front matter, or the first heading of the text; `undefined` where there is neither. */
export function titleIn(
  front: Readonly<Record<string, unknown>>,
  text: string,
): string | undefined {
  const { title } = front
  if (title !== undefined) {
    if (typeof title !== 'string') throw invalidField('title', 'type', 'must be a text')
    return title
  }
  const [, heading] = HEADING.exec(text.slice(0, BEGINNING).replaceAll(FENCED, '')) ?? []
  return heading
    ?.slice(0, MOST_TITLE)
    .replace(/[ \t]#+[ \t\r]*$/, '')
    .trim()
}
