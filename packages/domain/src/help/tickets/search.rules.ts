import { BEGIN, END } from './search.store.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** An excerpt as HTML: the text escaped, its hits in `<mark>`. Line breaks and the like are spaces. */
export const excerptOf = (text: string): string =>
  text
    .replace(/[&<>"']/g, (each) => ENTITIES[each] as string)
    .replaceAll(BEGIN, '<mark>')
    .replaceAll(END, '</mark>')
    .replace(/\s+/g, ' ')
    .trim()
