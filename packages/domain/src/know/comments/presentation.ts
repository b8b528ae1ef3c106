import type { components } from '@mobieus/contract'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { authorOf } from '../pages/pages.rules.ts'
import type { CommentRow } from './comments.store.ts'

type Comment = components['schemas']['KnowComment']

export const presentComment = (row: CommentRow): Comment => ({
  id: row.id,
  page_id: row.page_id,
  page_slug: row.page_slug,
  parent_id: row.parent_id,
  status: row.status as Comment['status'],
  body: row.body,
  author: authorOf(row.author_id, row.author_name),
  anchor: anchorOf(row),
  reply_count: row.reply_count,
  created_at: timestamp(row.created_at),
  edited_at: nullableTimestamp(row.edited_at),
  resolved_at: nullableTimestamp(row.resolved_at),
  resolved_by: row.resolved_by === null ? null : authorOf(row.resolved_by, row.resolver_name),
})

const anchorOf = ({ exact, prefix, suffix, place, revision_id }: CommentRow): Comment['anchor'] =>
  exact === null || revision_id === null
    ? null
    : {
        status: place === null ? 'orphaned' : 'anchored',
        ...{ exact, prefix: prefix ?? '', suffix: suffix ?? '', revision_id },
      }
