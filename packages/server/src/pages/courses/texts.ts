import { createHash } from 'node:crypto'
import { renderMarkdown, type Rendered } from '@mobieus/domain/know'
import type { ShownCourse } from '@mobieus/domain/learn'
import { createKept } from '../kept.ts'
import type { Step } from './steps.ts'

/** The texts of lessons and activities as HTML, each made once in a process. */
export function createTexts(clock: () => Date) {
  const texts = createKept<Rendered>(clock)
  const toHtml = (text: string): Rendered =>
    texts.get(createHash('sha256').update(text).digest('base64url'), () => renderMarkdown(text))
  return {
    toHtml,

    /** The text of a step that is open: that of its lesson before that of its activity. */
    of({ step: found }: ShownCourse, { isFirst, waitsFor }: Step): Rendered | undefined {
      if (!found || waitsFor !== undefined) return undefined
      const { lesson_text, content_markdown } = found
      const parts = [...(isFirst ? [lesson_text] : []), content_markdown ?? '']
      const text = parts.filter(Boolean).join('\n\n')
      return toHtml(text)
    },
  }
}
