import type { components } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { requireMatch } from '../../kit/preconditions.ts'
import { presentRevision } from '../revisions/presentation.ts'
import { findRevision } from '../revisions/revisions.store.ts'
import { distinctTags, entityTagOf } from './pages.rules.ts'
import type { PageRow } from './pages.store.ts'

type Edit = Omit<components['schemas']['KnowPageUpdate'], 'author_id' | 'summary'>

/** The fields of an edit that differ from what the page has; `undefined` where none does. */
export function editOf(row: PageRow, { slug, title, content_markdown, tags }: Edit) {
  const given = { slug, title, content_markdown, tags: tags && distinctTags(tags) }
  const differing = Object.entries(given).filter(
    ([name, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(row[name as keyof PageRow]),
  )
  return differing.length > 0 ? (Object.fromEntries(differing) as Edit) : undefined
}

/**
 * `412 precondition_failed` unless the page, which is locked, is as the request goes by. The failure carries its current
 * revision and the text that was sent, so that neither of two editors loses anything.
 */
export async function requireUnchanged(
  ctx: AnyContext,
  row: PageRow,
  sent: string | undefined,
): Promise<void> {
  if (!ctx.conditions) return
  const current = await findRevision(ctx, row.current_revision_id)
  requireMatch(ctx, entityTagOf(row), 'strongly', {
    ...(current && { current_revision: presentRevision(current) }),
    ...(sent !== undefined && { sent_markdown: sent }),
  })
}
