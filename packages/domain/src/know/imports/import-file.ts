import { standingFault, type Acting } from '../../core/acting-user.ts'
import { findMember } from '../../core/users.store.ts'
import { conflict, invalidField, noSuch } from '../../kit/problem.ts'
import type { SystemWriting } from '../../kit/surface.ts'
import { addTask } from '../../platform/tasks.ts'
import { relinking } from '../links/relinking.ts'
import { changePage, isHeard } from '../pages/changes.ts'
import { editOf } from '../pages/edits.ts'
import { lockPage, type PageRow } from '../pages/pages.store.ts'
import { publishPage } from '../pages/publishing.ts'
import { claimFormerSlugs } from '../pages/slugs.store.ts'
import { addRevision } from '../revisions/adding.ts'
import { findPending } from '../revisions/revisions.store.ts'
import { linkedPaths, rewritten } from './file-links.rules.ts'
import type { ImportRow } from './imports.store.ts'
import { findSlugs, type Settled, type Taken } from './results.store.ts'

/**
 * Makes a page of a file, or brings the one that has its slug to what the file says. A dry run only finds out which. The
 * member who imports must be one who may write still.
 */
export async function importFile(
  ctx: SystemWriting,
  row: ImportRow,
  file: Taken,
): Promise<Settled> {
  const by = await memberOf(ctx, row.user_id)
  const { text, broken_links } = await textOf(ctx, row, file)
  const page = await lockPage(ctx, file.slug)
  const told = { broken_links, page_id: page?.id ?? null }
  if (!page) {
    if (row.dry_run) return { ...told, outcome: 'created' }
    const { title, tags, former_slugs } = file.page
    const fields = { slug: file.slug, title, tags, former_slugs, content_markdown: text }
    const made = await publishPage(ctx, { ...fields, summary: summaryOf(row) }, by)
    return { ...told, outcome: 'created', page_id: made.id }
  }
  if (row.on_conflict === 'skip')
    return { ...told, outcome: 'skipped', code: 'conflict', field: 'slug', message: TAKEN }
  if (row.on_conflict === 'fail') throw conflict(TAKEN, 'slug')
  return { ...told, outcome: await editPage(ctx, row, { file, page, text, by }) }
}

const TAKEN = 'A page has this slug.'
const summaryOf = ({ id }: ImportRow) => `Import ${id}`

async function memberOf(ctx: SystemWriting, id: number): Promise<Acting> {
  const member = await findMember(ctx, id)
  if (!member) throw noSuch('author_id')
  const fault = standingFault(member, ctx.now)
  if (fault) throw invalidField('author_id', ...fault)
  const { username, role, last_active_at: lastActiveAt, shadow_banned_at } = member
  return { user: { id, username }, role, lastActiveAt, shadowBanned: shadow_banned_at !== null }
}

/** The text of a file, with its links to other files led to their pages, and those that lead to none. */
async function textOf(ctx: SystemWriting, { id }: ImportRow, { path, page }: Taken) {
  const text = page.content_markdown
  if (!page.rewrites) return { text, broken_links: [] }
  const paths = linkedPaths(path, text)
  const slugs = await findSlugs(ctx, id, paths)
  const broken_links = paths.filter((each) => !slugs.has(each)).slice(0, MOST_BROKEN)
  return { text: rewritten(path, text, (each) => slugs.get(each)), broken_links }
}

const MOST_BROKEN = 100

interface Edited {
  readonly file: Taken
  readonly page: PageRow
  readonly text: string
  readonly by: Acting
}

/** Edits a page as its file says; its text waits for approval where the import proposes it. */
async function editPage(
  ctx: SystemWriting,
  row: ImportRow,
  { file, page, text, by }: Edited,
): Promise<'updated' | 'proposed' | 'unchanged'> {
  const { title, tags, former_slugs } = file.page
  const edit = editOf(page, { title, content_markdown: text, ...(tags && { tags }) }) ?? {}
  const { content_markdown, ...others } = edit
  const heard = isHeard(by, page)
  const waits = row.proposes || !heard
  const isNew =
    content_markdown !== undefined &&
    !(waits && (await findPending(ctx, page.id, content_markdown)))
  const fields = heard ? others : {}
  const summary = summaryOf(row)
  const proposed = waits && isNew
  const changes = Object.keys(fields).length > 0 || (isNew && !waits)
  if (row.dry_run) return proposed ? 'proposed' : changes ? 'updated' : 'unchanged'
  const claimed = heard ? await claimFormerSlugs(ctx, former_slugs, page.id) : 0
  if (claimed > 0) addTask(ctx, relinking, page.id)
  const revision =
    isNew && !waits
      ? await addRevision(ctx, page, { text, by, summary, isApproved: true })
      : undefined
  const change = revision ? { ...fields, revision, added: 1 } : fields
  const after = changes ? await changePage(ctx, page, change, by.user) : page
  if (proposed) await addRevision(ctx, after, { text, by, summary })
  return proposed ? 'proposed' : changes || claimed > 0 ? 'updated' : 'unchanged'
}
