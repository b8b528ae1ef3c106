import type { components } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { invalidField, noSuch } from '../../kit/problem.ts'
import { findRevision } from '../revisions/revisions.store.ts'
import type { PageRow } from '../pages/pages.store.ts'
import { passageAt, placeOf, plainOf, type Passage } from './anchors.rules.ts'

type Anchor = components['schemas']['KnowAnchorInput']

/** The passage that is quoted of a page's revision, which is the current one unless it is named. */
export async function quoted(
  ctx: AnyContext,
  page: PageRow,
  anchor: Anchor,
): Promise<Passage & { readonly revision_id: number }> {
  const id = anchor.revision_id ?? page.current_revision_id
  const text = plainOf(await textOf(ctx, page, id))
  const { exact, prefix = '', suffix = '' } = anchor
  const quote = { exact: plainOf(exact), prefix: plainOf(prefix), suffix: plainOf(suffix) }
  const place = placeOf(text, quote)
  if (place === undefined)
    throw invalidField('anchor.exact', 'not_found', 'is not in the text of the revision')
  return { ...passageAt(text, place, quote.exact.length), revision_id: id }
}

async function textOf(ctx: AnyContext, page: PageRow, id: number): Promise<string> {
  if (id === page.current_revision_id) return page.content_markdown
  const revision = await findRevision(ctx, id)
  if (revision?.page_id !== page.id || revision.status !== 'approved')
    throw noSuch('anchor.revision_id')
  return revision.content_markdown
}
