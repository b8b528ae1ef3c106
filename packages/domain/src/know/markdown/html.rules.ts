import type { Token } from 'markdown-it'
import { within } from './bounded.rules.ts'
import { createHighlighter, type Highlighter } from './code.rules.ts'
import { createIds, type Heading } from './headings.rules.ts'
import { escaped } from '../../kit/html.ts'
import {
  MOST_FOOTNOTES,
  textOf,
  withFootnotes,
  withoutFootnotes,
  type Notes,
} from './parser.rules.ts'
import { sift } from './sift.rules.ts'

/** A text of Markdown as a page shows it. */
export interface Rendered {
  /** Safe on a page of the tenant's host as it is. */
  readonly html: string
  readonly headings: readonly Heading[]
  /** The slugs of the pages that it links to, each once, in the order of the text. */
  readonly links: readonly string[]
  /** The beginning of its text, at most 200 letters, without marks. */
  readonly beginning: string
  /** True where reading it would have taken too long: it is then shown as it is written. */
  readonly isPlain: boolean
}

/** A page of 200,000 letters takes 0.2 s, the worst that was found of that size 0.9 s. */
const LONGEST_MS = 1500

/** Markdown as safe HTML (D-36, ADR 45). Nothing outside is asked; the same text gives the same answer. */
export function renderMarkdown(markdown: string, maxMs = LONGEST_MS): Rendered {
  return within(maxMs, () => read(markdown, createHighlighter())) ?? plain(markdown)
}

/** The slugs of the pages that a text links to, each once; none where reading it takes too long. */
export function linksOf(markdown: string, maxMs = LONGEST_MS): readonly string[] {
  return within(maxMs, () => read(markdown, escaped).links) ?? []
}

function read(markdown: string, highlight: Highlighter): Rendered {
  const footnotes = markdown.match(/\[\^/g)?.length ?? 0
  const parser = footnotes > MOST_FOOTNOTES ? withoutFootnotes : withFootnotes
  const notes: Notes = { highlight, idOf: createIds(), headings: [] }
  const tokens = parser.parse(markdown, { ...notes })
  const { html, links } = sift(parser.renderer.render(tokens, parser.options, { ...notes }))
  return {
    ...{ html, links, headings: notes.headings },
    ...{ beginning: beginningOf(tokens), isPlain: false },
  }
}

/** The first paragraphs, without headings and code. */
function beginningOf(tokens: readonly Token[]): string {
  let text = ''
  for (const [i, token] of tokens.entries()) {
    if (text.length >= LONGEST_BEGINNING) break
    if (token.type === 'inline' && tokens[i - 1]?.type === 'paragraph_open')
      text += ` ${textOf(token.children ?? [])}`
  }
  return shortened(text.replaceAll(/\s+/g, ' ').trim())
}

const LONGEST_BEGINNING = 200
const shortened = (text: string): string => {
  const letters = [...text.slice(0, 4 * LONGEST_BEGINNING)]
  if (letters.length <= LONGEST_BEGINNING) return letters.join('')
  return `${letters
    .slice(0, LONGEST_BEGINNING - 1)
    .join('')
    .trimEnd()}…`
}

const plain = (markdown: string): Rendered => ({
  html: `<pre tabindex="0">${escaped(markdown)}</pre>`,
  ...{ headings: [], links: [], isPlain: true },
  beginning: shortened(markdown.slice(0, 1000).replaceAll(/\s+/g, ' ').trim()),
})
