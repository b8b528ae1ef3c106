import { escaped } from '../../kit/html.ts'
import { BEGIN, END } from './search.store.ts'

/** An excerpt as HTML: the text escaped, its hits in `<mark>`. Line breaks and the like are spaces. */
export const excerptOf = (text: string): string =>
  escaped(text).replaceAll(BEGIN, '<mark>').replaceAll(END, '</mark>').replace(/\s+/g, ' ').trim()
