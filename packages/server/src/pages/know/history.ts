import type { Rendered, ShownHistory, ShownRevision } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import { timeOf } from '../html.ts'
import { crumbs } from './crumbs.ts'
import { framed } from './frame.ts'
import type { Visit } from '../visit.ts'

/** The approved revisions of a page, newest first, at most 100. */
export function historyPage(visit: Visit, page: ShownHistory): string {
  const { slug, title, current_revision_id: current, revisions } = page
  const rows = revisions.map(
    (
      each,
    ) => `<li><a href="/know/${slug}/history/${each.id}">#${each.id}</a> ${timeOf(new Date(each.submitted_at))}
by ${escaped(each.username ?? 'system')}${each.id === current ? ' · current' : ''}
${each.summary ? `<p>${escaped(each.summary)}</p>` : ''}</li>`,
  )
  const content = `${crumbs(slug, title)}
<h1>History of ${escaped(title)}</h1>
<ol class="list" reversed>${rows.join('\n')}</ol>`
  const path = `/know/${slug}/history`
  return framed(visit, { title: `History of ${title}`, content, path, isIndexed: false })
}

const COARSE = '<p class="facts">Parts that differ too much are shown as replaced.</p>\n'

/** A revision: who wrote it, the changes from the one before as HTML, and its text as a page. */
export function revisionPage(
  visit: Visit,
  revision: ShownRevision,
  rendered: Rendered,
  diff: { readonly html: string; readonly isCoarse: boolean },
): string {
  const { slug, title, id } = revision
  const path = `/know/${slug}/history/${id}`
  const reviewed = revision.reviewed_at
  const content = `${crumbs(slug, title, ` › <a href="/know/${slug}/history">History</a>`)}
<h1>${escaped(title)} <span class="facts">#${id}</span></h1>
<dl class="revision">
<dt>Author</dt><dd>${escaped(revision.author ?? 'system')}</dd>
<dt>Submitted</dt><dd>${timeOf(revision.submitted_at)}</dd>
${reviewed ? `<dt>Reviewed</dt><dd>${timeOf(reviewed)}</dd>\n` : ''}${
    revision.summary ? `<dt>Summary</dt><dd>${escaped(revision.summary)}</dd>\n` : ''
  }</dl>
<h2 id="changes">Changes</h2>
${diff.isCoarse ? COARSE : ''}<pre class="plain" tabindex="0">${diff.html}</pre>
<h2 id="text">Text</h2>
<div class="prose">
${rendered.html}
</div>`
  return framed(visit, { title: `${title} #${id}`, content, path, isIndexed: false })
}
