import { actingMember, type Acting } from '../../core/acting-user.ts'
import type { ByMember } from '../../kit/caller.ts'
import type { Emitting, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { defer } from '../../kit/defer.ts'
import { emit } from '../../kit/emit.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import { anchoring } from '../comments/anchoring.ts'
import { replaceLinks } from '../links/links.ts'
import { relinkBatch, relinking } from '../links/relinking.ts'
import { deferEnd } from '../search/texts-purge.ts'
import { deferText } from '../search/texts.store.ts'
import { tagKeyOf, wordsOf } from './pages.rules.ts'
import * as store from './pages.store.ts'
import { setTagKeys, taggedList } from './tags.store.ts'

/** The context of a change of pages. */
export type Changing = Writing & { readonly now: Date }

/** The member in whose name a page is changed. */
export const editorOf = (
  ctx: Changing & ByMember,
  field: string,
  id: number | undefined,
): Promise<Acting> => actingMember(ctx, field, id)

/**
 * Whether a member's change of a page, or of a comment, is made for others. A shadow-banned member's is answered alike,
 * and changes hidden ones alone.
 */
export const isHeard = (by: Acting, { hidden }: { readonly hidden: boolean }): boolean =>
  !by.shadowBanned || hidden

/** The fields of a page that a change has given other values. */
export interface PageChange {
  readonly slug?: string
  readonly title?: string
  readonly tags?: string[]
  /** The revision that the page shows from now on. */
  readonly revision?: { readonly id: number; readonly content_markdown: string }
  /** How many revisions have come. */
  readonly added?: number
}

/**
 * Writes a change of a page that is locked, with its search text, tags, links and event. The audit log tells it where it
 * is another member's page. Answers the page as it is then.
 */
export async function changePage(
  ctx: Changing & Emitting<'page.updated'>,
  row: store.PageRow,
  { revision, added = 0, ...fields }: PageChange,
  by: Acting['user'],
): Promise<store.PageRow> {
  const text = revision && {
    current_revision_id: revision.id,
    word_count: wordsOf(revision.content_markdown),
  }
  const change = {
    ...fields,
    ...text,
    ...{ version: row.version + 1, revision_count: row.revision_count + added },
    updated_at: ctx.now,
  }
  await store.updatePage(ctx, row.id, change)
  const content_markdown = revision?.content_markdown ?? row.content_markdown
  const after = { ...row, ...change, content_markdown }
  if (fields.tags && !after.hidden) keepTags(ctx, after, row.tags)
  if (!after.hidden) {
    deferEnd(ctx, after.id)
    deferText(ctx, after)
  }
  if (revision && !after.hidden) await replaceLinks(ctx, after)
  if (revision && row.comment_count > 0) addTask(ctx, anchoring, row.id)
  if (fields.slug) await relink(ctx, row.id)
  tellChange(ctx, row, after, by)
  return after
}

type Placing = Writing & { readonly now: Date }

/** Puts a page that is published, anew or again, where lists, searches and links find it. */
export async function enlistPage(ctx: Placing, row: store.PageRow): Promise<void> {
  await relink(ctx, row.id)
  // Lists of links show what links to a page.
  if (row.hidden) return
  keepTags(ctx, row, [])
  await replaceLinks(ctx, row)
  deferText(ctx, row)
  count(ctx, store.pageList, 1, row)
}

/** Takes a page that is not published any more out of them. */
export async function delistPage(ctx: Placing, row: store.PageRow): Promise<void> {
  await replaceLinks(ctx, { ...row, content_markdown: '' })
  await relink(ctx, row.id)
  if (row.hidden) return
  keepTags(ctx, { ...row, tags: [] }, row.tags)
  deferEnd(ctx, row.id)
  count(ctx, store.pageList, -1, row)
}

/** Leads links to the page's slugs to where these lead now: a first batch at once, the rest beside requests. */
async function relink(ctx: Placing, pageId: number): Promise<void> {
  await relinkBatch(ctx, pageId)
  addTask(ctx, relinking, pageId)
}

/** Keeps the tags that lists find a page by, which had others before. */
function keepTags(ctx: Placing, row: store.PageRow, before: readonly string[]): void {
  const [was, is] = [before.map(tagKeyOf), row.tags.map(tagKeyOf)]
  defer(ctx, setTagKeys(ctx, row, is))
  for (const tag of was) if (!is.includes(tag)) count(ctx, taggedList, -1, { tag })
  for (const tag of is) if (!was.includes(tag)) count(ctx, taggedList, 1, { tag })
}

/** Tells a change as an event, and in the audit log where the page is another member's. */
export function tellChange(
  ctx: Changing & Emitting<'page.updated'>,
  before: store.PageRow,
  after: store.PageRow,
  by: Acting['user'],
): void {
  const changed = changedFields(before, after)
  if (!after.hidden)
    emit(ctx, 'page.updated', {
      ...{ page_id: after.id, slug: after.slug, title: after.title },
      status: after.status as 'published',
      revision_id: after.current_revision_id,
      previous_slug: before.slug === after.slug ? null : before.slug,
      changed_fields: changed,
      editor: { id: by.id, username: by.username },
    })
  if (by.id === after.author_id) return
  const target = { kind: 'know_page', id: after.id }
  const change = { before: told(before), after: told(after), actor: by }
  audit(ctx, `know_page.${actionOf(before, after)}`, target, change)
}

const actionOf = (before: store.PageRow, after: store.PageRow) =>
  before.status === after.status ? 'updated' : after.status === 'published' ? 'restored' : 'deleted'

const FIELDS = ['slug', 'title', 'tags', 'status'] as const

function changedFields(before: store.PageRow, after: store.PageRow): string[] {
  const fields = FIELDS.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const isNew = before.current_revision_id !== after.current_revision_id
  return isNew ? [...fields, 'content_markdown'] : fields
}

/** A page as the audit log tells it; texts stay in the revisions. */
const told = ({ slug, title, tags, status, current_revision_id }: store.PageRow) => ({
  ...{ slug, title, tags, status, current_revision_id },
})
