import type { ShownDiscussion, Thread } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import { timeOf } from '../html.ts'
import { SIGN_IN } from '../sign-in.ts'
import type { Visit } from '../visit.ts'
import { crumbs } from './crumbs.ts'
import { framed } from './frame.ts'

/** So many comments are below a page, and on a page of its discussion. */
export const [BELOW_PAGE, ON_DISCUSSION] = [20, 50] as const

const LONGEST_COMMENT = 10_000
const LONGEST_PASSAGE = 2_000

interface Discussed {
  readonly slug: string
  readonly comment_count: number
  /** One more than is shown, where there are more. */
  readonly threads: readonly Thread[]
}

/** The comments on a page, with a form for a member who is signed in. */
export function discussionOf(visit: Visit, page: Discussed, most: number): string {
  const { slug, comment_count: n } = page
  const shown = page.threads.slice(0, most)
  const last = shown.at(-1)
  const older =
    last && page.threads.length > most
      ? `<p class="more"><a href="/know/${slug}/discussion?before=${last.id}">Older comments</a></p>\n`
      : ''
  const list = shown.map((thread) => threadOf(visit, slug, thread)).join('\n')
  return `<section class="discussion" id="discussion" aria-labelledby="discussion-title">
<h2 id="discussion-title">Discussion${n > 0 ? ` <span class="facts">${n}</span>` : ''}</h2>
${visit.session ? commentForm(visit, slug) : SIGN_IN_FIRST}
${n === 0 ? '<p class="facts">Nobody has commented on this page.</p>' : `<ol class="list threads">${list}</ol>`}
${older}</section>`
}

/** A page of a page's comments. */
export function discussionPage(visit: Visit, page: ShownDiscussion): string {
  const { slug, title } = page
  const content = `${crumbs(slug, title)}
<h1>Discussion of ${escaped(title)}</h1>
${discussionOf(visit, page, ON_DISCUSSION)}`
  const path = `/know/${slug}/discussion`
  return framed(visit, { title: `Discussion of ${title}`, content, path, isIndexed: false })
}

const SIGN_IN_FIRST = `<p class="facts say">To comment, sign in. ${SIGN_IN}</p>`

function threadOf(visit: Visit, slug: string, thread: Thread): string {
  const { id, status, replies, reply_count: n } = thread
  const rest = n - replies.length
  const below = [
    ...replies.map((reply) => `<li id="comment-${reply.id}">${saidOf(reply)}</li>`),
    ...(rest > 0 ? [`<li class="facts">… and ${rest} more</li>`] : []),
  ]
  const list = below.length > 0 ? `<ol class="replies">${below.join('\n')}</ol>` : ''
  const resolved = status === 'resolved' ? ' · resolved' : ''
  return `<li id="comment-${id}">${passageOf(thread)}${saidOf(thread, resolved)}${list}${
    visit.session ? replyForm(visit, slug, id) : ''
  }</li>`
}

const saidOf = (said: Pick<Thread, 'author' | 'created_at' | 'is_edited' | 'body'>, more = '') =>
  `<p class="facts"><b>${escaped(said.author)}</b> · ${timeOf(new Date(said.created_at))}${
    said.is_edited ? ' · edited' : ''
  }${more}</p>
<p class="said">${escaped(said.body)}</p>`

const passageOf = ({ exact, is_anchored: isAnchored }: Thread): string =>
  exact === null
    ? ''
    : `<blockquote class="said">${escaped(exact)}</blockquote>${
        isAnchored ? '' : '<p class="facts">This passage is not in the text any more.</p>'
      }`

const textField = (label: string) =>
  `<label>${label}<textarea name="body" rows="4" maxlength="${LONGEST_COMMENT}" required></textarea></label>`

const formOf = ({ session }: Visit, slug: string, fields: string) =>
  `<form class="say" method="post" action="/know/${slug}/comments">
<input type="hidden" name="csrf" value="${escaped(session?.csrfToken ?? '')}">
${fields}
<button>Send</button>
</form>`

const commentForm = (visit: Visit, slug: string) =>
  formOf(
    visit,
    slug,
    `${textField('Your comment')}
<details><summary>About a passage</summary>
<label>The passage, as it is written in the text<textarea name="passage" rows="2" maxlength="${LONGEST_PASSAGE}"></textarea></label></details>`,
  )

const replyForm = (visit: Visit, slug: string, id: number) =>
  `<details class="say"><summary>Reply</summary>${formOf(
    visit,
    slug,
    `<input type="hidden" name="parent" value="${id}">\n${textField('Your reply')}`,
  )}</details>`
