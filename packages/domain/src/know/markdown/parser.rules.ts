import createParser, { type MarkdownIt, type StateCore, type Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'
import type { Highlighter } from './code.rules.ts'
import type { Heading } from './headings.rules.ts'
import { escaped } from '../../kit/html.ts'
import { own, OWN_CLASS, OWN_ID } from './own.rules.ts'
import { readTasks } from './tasks.rules.ts'

/** A parser's notes about one text. */
export interface Notes {
  readonly highlight: Highlighter
  readonly idOf: (text: string) => string
  readonly headings: Heading[]
}

/** A text with more footnotes is read without them: gluing them to its end takes quadratic time. */
export const MOST_FOOTNOTES = 500

export const withFootnotes = parser().use(footnote)
export const withoutFootnotes = parser()

for (const parser of [withFootnotes, withoutFootnotes]) {
  parser.core.ruler.after('inline', 'tasks', readTasks)
  parser.core.ruler.push('headings', ({ tokens, env }: StateCore) =>
    nameHeadings(tokens, env as unknown as Notes),
  )
  parser.core.ruler.push('cells', ({ tokens }: StateCore) => tokens.forEach(alignCell))
}

const { rules } = withFootnotes.renderer
const numberOf = (token: Token | undefined) => (token?.meta as { id: number }).id + 1
const sub = (token: Token | undefined) => {
  const { subId = 0 } = token?.meta as { subId?: number }
  return subId > 0 ? `-${subId + 1}` : ''
}
rules.footnote_ref = (tokens, i) => {
  const [n, s] = [numberOf(tokens[i]), sub(tokens[i])]
  const id = own({ id: `fnref-${n}${s}`, label: `Footnote ${n}` })
  return `<sup><a href="#fn-${n}"${id}>${n}</a></sup>`
}
rules.footnote_block_open = () =>
  `<section${own({ class: 'footnotes', label: 'Footnotes' })}><ol>\n`
rules.footnote_block_close = () => '</ol></section>\n'
rules.footnote_open = (tokens, i) => `<li${own({ id: `fn-${numberOf(tokens[i])}` })}>`
rules.footnote_anchor = (tokens, i) => {
  const [n, s] = [numberOf(tokens[i]), sub(tokens[i])]
  const label = own({ label: `Back to footnote ${n}${s.replace('-', ', place ')}` })
  return ` <a href="#fnref-${n}${s}"${label}>↩</a>`
}

/** CommonMark with GFM's tables, strikethrough, tasks and plain addresses; HTML is let through, and sifted later. */
function parser(): MarkdownIt {
  const made = createParser({ html: true, linkify: true })
  made.linkify.set({ fuzzyLink: false, fuzzyIP: false })
  made.linkify.add('www.', {
    validate: (text, pos) =>
      /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[^\s<>"'`()]*[^\s<>"'`().,:;!?])?/i.exec(
        text.slice(pos, pos + 2000),
      )?.[0].length ?? 0,
    normalize: (match) => void (match.url = `https://${match.url}`),
  })
  const { rules } = made.renderer
  rules.fence = (tokens, i, _options, env) => {
    const { content = '', info = '' } = tokens[i] ?? {}
    const language = /^[\w+#-]{1,30}/.exec(info.trim())?.[0].toLowerCase() ?? ''
    const classes = own({ class: language ? `hljs language-${language}` : 'hljs' })
    return `<pre><code${classes}>${(env as unknown as Notes).highlight(content, language)}</code></pre>\n`
  }
  rules.code_block = (tokens, i) =>
    `<pre><code${own({ class: 'hljs' })}>${escaped(tokens[i]?.content ?? '')}</code></pre>\n`
  rules.table_open = () => `<div${own({ class: 'table', label: 'Table' })}><table>\n`
  rules.table_close = () => '</table></div>\n'
  rules.heading_close = (tokens, i) => {
    const { id, text } = (tokens[i]?.meta ?? {}) as unknown as Heading
    const anchor = own({ class: 'anchor', label: `Link to “${text}”` })
    return ` <a href="#${escaped(id)}"${anchor}>#</a></${tokens[i]?.tag}>\n`
  }
  return made
}

/** Names every heading, and moves them so that the highest is one below the page's title. */
function nameHeadings(tokens: readonly Token[], { idOf, headings }: Notes): void {
  const levels = tokens.flatMap(({ type, tag }) => (type === 'heading_open' ? [levelOf(tag)] : []))
  const shift = 2 - levels.reduce((least, level) => Math.min(least, level), 6)
  tokens.forEach((token, i) => {
    const [inline, close] = [tokens[i + 1], tokens[i + 2]]
    if (token.type !== 'heading_open' || !inline || !close) return
    const text = textOf(inline.children ?? [])
      .replaceAll(/\s+/g, ' ')
      .trim()
    const heading = {
      id: idOf(text),
      level: Math.min(6, levelOf(token.tag) + shift),
      text: text || '§',
    }
    token.tag = close.tag = `h${heading.level}`
    token.attrSet(OWN_ID, heading.id)
    close.meta = heading
    headings.push(heading)
  })
}

const levelOf = (tag: string): number => Number(tag.slice(1))

/** The text that inline tokens show, without their tags. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content }) => {
      if (type === 'html_inline') return ''
      return type === 'softbreak' || type === 'hardbreak' ? ' ' : content
    })
    .join('')

function alignCell(token: Token): void {
  const aligned = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1]
  if (aligned) token.attrSet(OWN_CLASS, `text-${aligned}`)
}
