import type { components } from '@mobieus/contract'
import { timestamp } from '../../kit/present.ts'
import { authorOf, entityTagOf, readingMinutesOf } from './pages.rules.ts'
import type { ListedRow, PageRow } from './pages.store.ts'

type Listed = components['schemas']['KnowPageListed']

export const presentListed = (row: ListedRow): Listed => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  status: row.status as Listed['status'],
  tags: row.tags,
  author: authorOf(row.author_id, row.username),
  current_revision_id: row.current_revision_id,
  word_count: row.word_count,
  reading_minutes: readingMinutesOf(row.word_count),
  revision_count: row.revision_count,
  comment_count: row.comment_count,
  open_comment_count: row.open_comment_count,
  view_count: row.view_count,
  helpful_count: row.helpful_count,
  unhelpful_count: row.unhelpful_count,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})

export const presentPage = (row: PageRow): components['schemas']['KnowPage'] => ({
  ...presentListed(row),
  content_markdown: row.content_markdown,
})

/** The body and the headers of an answer that is a page, for `reply`. */
export const pageReply = (row: PageRow) =>
  [{ data: presentPage(row) }, { headers: { ETag: entityTagOf(row) } }] as const
