import { readingMinutesOf, type Rendered, type ShownPage } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import { dayOf } from '../html.ts'
import { BELOW_PAGE, discussionOf } from './discussion.ts'
import { framed } from './frame.ts'
import type { Visit } from '../visit.ts'
import { votesOf } from './vote.ts'

const number = new Intl.NumberFormat('en-US')
const counted = (n: number, one: string, many: string) =>
  `${number.format(n)} ${n === 1 ? one : many}`

/** A page of the wiki. */
export function articlePage(visit: Visit, page: ShownPage, rendered: Rendered): string {
  const { title, slug, updated_at: changedAt } = page
  const content = `<article class="columns${rendered.headings.length > 1 ? ' with-contents' : ''}">
<header>
<h1>${escaped(title)}</h1>
<p class="facts">${factsOf(page)}</p>
${tagList(page.tags)}</header>
${contentsOf(rendered)}<div class="prose">
${rendered.html}
</div>
<footer class="about">
${contributorsOf(page)}<p>Last edited by ${escaped(page.editor ?? 'system')}${page.summary ? ` · ${escaped(page.summary)}` : ''}</p>
<p>Created ${dayOf(page.created_at)} · <a href="/know/${slug}/history">History</a></p>
</footer>
</article>
${votesOf(visit, page)}
${discussionOf(visit, page, BELOW_PAGE)}`
  return framed(visit, {
    ...{ title, content, changedAt, description: rendered.beginning, path: `/know/${slug}` },
  })
}

const factsOf = (page: ShownPage): string =>
  [
    `${readingMinutesOf(page.word_count)} min read`,
    counted(page.word_count, 'word', 'words'),
    counted(page.revision_count, 'revision', 'revisions'),
    `Updated ${dayOf(page.updated_at)}`,
  ].join(' · ')

/** Tags, each with the list of its pages. */
export const tagList = (tags: readonly string[]): string =>
  tags.length === 0 ? '' : `<ul class="tags" aria-label="Tags">${tags.map(tagOf).join('')}</ul>\n`

const tagOf = (tag: string): string =>
  `<li><a href="/know/index?tag=${encodeURIComponent(tag)}">#${escaped(tag)}</a></li>`

function contentsOf({ headings }: Rendered): string {
  if (headings.length < 2) return ''
  const entries = headings.map(
    ({ id, level, text }) =>
      `<li class="l${level}"><a href="#${escaped(id)}">${escaped(text)}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="contents"><h2 id="contents">Contents</h2>
<ol>${entries.join('\n')}</ol></nav>
`
}

const contributorsOf = ({ contributors }: ShownPage): string =>
  contributors.length === 0
    ? ''
    : `<p>Contributors: ${contributors.map(({ username }) => escaped(username)).join(', ')}</p>\n`
