import { marked } from 'marked'
import sanitize from 'sanitize-html'
import { escaped } from '../../kit/html.ts'
import { fillIn, type Filling } from './text.rules.ts'

/** The characters between which a mark stands for a value until the HTML is made; nothing else has them. */
const [OPEN, CLOSE] = ['\ue000', '\ue001']
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}|%EE%80%80(\\d+)%EE%80%81`, 'gi')

/**
 * A template as safe HTML. Values are put in after Markdown was read and tags were sifted. So they are text whatever
 * they hold, and escaped once, with two braces or three. In the address of a link they are encoded.
 */
export function htmlOf(template: string, filling: Filling): string {
  const values = Object.values(filling)
  const marks = Object.keys(filling).map((name, i) => [
    name,
    values[i] === '' ? '' : `${OPEN}${i}${CLOSE}`,
  ])
  const plain = template.replaceAll(/[\ue000\ue001]/g, '')
  const markdown = fillIn(plain, Object.fromEntries(marks) as Filling)
  const html = sanitize(marked.parse(markdown, { async: false, gfm: true, breaks: true }), ALLOWED)
  return html
    .replaceAll(MARK, (_, text?: string, inAddress?: string) =>
      text === undefined
        ? encodeURIComponent(values[Number(inAddress)] ?? '')
        : escaped(values[Number(text)] ?? ''),
    )
    .trim()
}

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code'],
    ...['strong', 'em', 'del', 'ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
}
