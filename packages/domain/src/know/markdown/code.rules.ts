import hljs from 'highlight.js/lib/common'
import { escaped } from '../../kit/html.ts'
import { OWN_CLASS } from './own.rules.ts'

/** The grammars take quadratic time for one long word: 28 s for 100,000 letters of JavaScript, 3 ms for 1,000. */
const LONGEST_LINE = 500
/** The letters of code that are coloured in one text; what is beyond stays plain. */
const MOST = 64_000

/** Colours code within the bounds of one text. */
export type Highlighter = (code: string, language: string) => string

/** A highlighter for one text: HTML with the classes of highlight.js, or plain where the language is not known. */
export function createHighlighter(): Highlighter {
  let left = MOST
  return (code, language) => {
    const known = language !== '' && hljs.getLanguage(language) !== undefined
    const isLong =
      code.length > left || code.split('\n').some(({ length }) => length > LONGEST_LINE)
    if (!known || isLong) return escaped(code)
    left -= code.length
    const { value } = hljs.highlight(code, { language, ignoreIllegals: true })
    return value.replaceAll('<span class="', `<span ${OWN_CLASS}="`)
  }
}
