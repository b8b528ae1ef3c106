import type { Handler } from '../../kit/context.ts'
import { notFound } from '../../kit/problem.ts'
import { diffOf, htmlOf } from './diff.rules.ts'
import { findRevision } from './revisions.store.ts'

export const getKnowDiff: Handler<'getKnowDiff'> = async (ctx, { path, query }) => {
  const to = await findRevision(ctx, path.id)
  const fromId = query.from ?? to?.base_id ?? null
  const from = fromId === null ? undefined : await findRevision(ctx, fromId)
  if (!to || (fromId !== null && !from)) throw notFound()
  const { by = 'words', format = 'json' } = query
  const { parts, ...found } = diffOf(from?.content_markdown ?? '', to.content_markdown, by)
  const shown =
    format === 'html' ? { parts: [], html: htmlOf(parts) } : { parts: [...parts], html: null }
  return { data: { from_id: fromId, to_id: to.id, by, ...found, ...shown } }
}
