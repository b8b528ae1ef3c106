import { stringify } from 'yaml'
import { timestamp } from '../../kit/present.ts'

/** The format that files of an export name. */
export const FORMAT = 'mobieus-know-1'

/** A page as its file tells it. */
export interface FiledPage {
  readonly title: string
  readonly slug: string
  readonly tags: readonly string[]
  readonly former_slugs: readonly string[]
  readonly author: string
  readonly created_at: Date
  readonly updated_at: Date
  readonly revision_id: number
  readonly content_markdown: string
}

/** The file of a page: front matter in YAML, and behind it the text, byte for byte. */
export function fileOf(page: FiledPage): string {
  const { title, slug, tags, former_slugs, author, revision_id: revision } = page
  const facts = {
    ...{ title, slug, tags },
    ...(former_slugs.length > 0 && { former_slugs }),
    ...{ status: 'published', author, created: timestamp(page.created_at) },
    ...{ updated: timestamp(page.updated_at), revision, format: FORMAT },
  }
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n${page.content_markdown}`
}
