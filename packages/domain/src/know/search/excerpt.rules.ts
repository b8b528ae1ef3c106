import { escaped } from '../../kit/html.ts'
import { foldedOf } from './folding.rules.ts'

/** A part of a text as HTML: the text escaped, each hit in `<mark>`, and white space as single spaces. */
export function excerptOf(text: string, asked: string): string {
  const letters = [...text.normalize('NFC')]
  const folded = [...foldedOf(text)]
  const wanted = [...asked]
  let html = ''
  for (let i = 0; i < letters.length;) {
    const isHit = wanted.every((letter, k) => folded[i + k] === letter)
    const n = isHit ? wanted.length : 1
    const part = escaped(letters.slice(i, i + n).join(''))
    html += isHit ? `<mark>${part}</mark>` : part
    i += n
  }
  return html.replace(/\s+/g, ' ').trim()
}

interface Hit {
  readonly excerpt: string
  /** Whether the text begins and ends with the excerpt. */
  readonly begins: boolean
  readonly ends: boolean
}

/** The excerpt of a page that was found, as HTML, with dots where the text goes on. */
export const excerptOfHit = ({ excerpt, begins, ends }: Hit, asked: string): string =>
  `${begins ? '' : '… '}${excerptOf(excerpt, asked)}${ends ? '' : ' …'}`
