import type { Partition } from '../../kit/context.ts'
import { excerptOfHit } from '../search/excerpt.rules.ts'
import { foldedOf } from '../search/folding.rules.ts'
import { searchPages } from '../search/search.store.ts'

const MOST = 30

/** The best pages that have a text, each with an excerpt as HTML; none for an empty text. One query. */
export async function searchShownPages(partition: Partition, q: string) {
  const asked = foldedOf(q.trim())
  if (asked === '') return []
  const { rows } = await searchPages(partition, { asked }, { after: undefined, limit: MOST })
  return rows.slice(0, MOST).map(({ slug, title, tags, updated_at, ...row }) => ({
    ...{ slug, title, tags, updated_at },
    excerpt: excerptOfHit(row, asked),
  }))
}
