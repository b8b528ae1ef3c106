import {
  findShownPage,
  renderMarkdown,
  shownDiff,
  type Rendered,
  type ShownPage,
  type ShownRevision,
} from '@mobieus/domain/know'
import { createKept } from '../kept.ts'
import { BELOW_PAGE } from './discussion.ts'
import type { Visit } from '../visit.ts'

/** So many places of pages are remembered. */
const MOST_PLACES = 20_000

/**
 * The texts of revisions as HTML, and their changes: made once in a process, because no revision changes. A text that
 * took too long is tried again after a while.
 */
export function createTexts(clock: () => Date) {
  const texts = createKept<Rendered>(clock)
  const diffs = createKept<ReturnType<typeof shownDiff>>(clock)
  /** The revision that a page was shown with last. */
  const latest = new Map<string, number>()
  const nameOf = (visit: Visit, revisionId: number) => `${visit.partition.tenantId}:${revisionId}`

  return {
    /** A page with its text. The database is asked for the text only where it is not kept. */
    async page(
      visit: Visit,
      slug: string,
    ): Promise<{ page: ShownPage; rendered: Rendered } | undefined> {
      const place = `${visit.partition.tenantId}:${slug}`
      const known = latest.get(place)
      const kept = known === undefined ? undefined : texts.find(nameOf(visit, known))
      const reader = { userId: visit.session?.user.id, known: kept && known }
      const page = await findShownPage(visit.partition, {
        slug,
        threads: BELOW_PAGE + 1,
        ...reader,
      })
      if (!page) return undefined
      const { revision_id: id, content_markdown: text } = page
      if (kept && text === null) return { page, rendered: kept }
      if (latest.size >= MOST_PLACES) latest.clear()
      latest.set(place, id)
      const rendered = texts.get(nameOf(visit, id), () => renderMarkdown(text ?? ''))
      return { page, rendered }
    },

    /** A revision's text, and its changes from the one that it was written from. */
    revision(visit: Visit, { id, base_markdown: base, content_markdown: text }: ShownRevision) {
      const name = nameOf(visit, id)
      return {
        rendered: texts.get(name, () => renderMarkdown(text)),
        diff: diffs.get(name, () => shownDiff(base ?? '', text)),
      }
    },
  }
}
