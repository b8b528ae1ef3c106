import { foldedOf } from './folding.rules.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (each) => ENTITIES[each] as string)

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
