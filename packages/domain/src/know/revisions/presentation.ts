import type { components } from '@mobieus/contract'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { authorOf } from '../pages/pages.rules.ts'
import type { ListedRow, RevisionRow } from './revisions.store.ts'

type Listed = components['schemas']['KnowRevisionListed']

export const presentListedRevision = (row: ListedRow): Listed => ({
  id: row.id,
  page_id: row.page_id,
  page_slug: row.page_slug,
  status: row.status as Listed['status'],
  summary: row.summary,
  author: authorOf(row.author_id, row.author_name),
  reviewer: row.reviewed_at === null ? null : authorOf(row.reviewer_id, row.reviewer_name),
  reject_reason: row.reject_reason,
  base_revision_id: row.base_id,
  approvals: row.approvals,
  submitted_at: timestamp(row.submitted_at),
  reviewed_at: nullableTimestamp(row.reviewed_at),
})

export const presentRevision = (row: RevisionRow): components['schemas']['KnowRevision'] => ({
  ...presentListedRevision(row),
  content_markdown: row.content_markdown,
})
