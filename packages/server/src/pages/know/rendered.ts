import { renderMarkdown, type Rendered } from '@mobieus/domain/know'

/** The letters of HTML that are kept in memory, 64 MB at most. */
const MOST = 32_000_000

/** Texts as HTML, each made once: a revision never changes. Those that were not asked for longest are dropped. */
export function createRendered(most = MOST) {
  const kept = new Map<string, Rendered>()
  let size = 0
  return (tenantId: number, revisionId: number, markdown: string): Rendered => {
    const key = `${tenantId}:${revisionId}`
    const found = kept.get(key)
    if (found) {
      kept.delete(key)
      kept.set(key, found)
      return found
    }
    const made = renderMarkdown(markdown)
    kept.set(key, made)
    size += made.html.length
    for (const [oldest, { html }] of kept) {
      if (size <= most || oldest === key) break
      kept.delete(oldest)
      size -= html.length
    }
    return made
  }
}

export type Rendering = ReturnType<typeof createRendered>
