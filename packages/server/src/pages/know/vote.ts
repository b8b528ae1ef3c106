import type { ShownPage } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import { SIGN_IN } from '../sign-in.ts'
import type { Visit } from '../visit.ts'

type Voted = Pick<ShownPage, 'slug' | 'helpful_count' | 'unhelpful_count' | 'is_helpful'>

/** Whether members found a page helpful, with a form for one who is signed in. */
export function votesOf({ session }: Visit, page: Voted): string {
  const { helpful_count: yes, unhelpful_count: no } = page
  const said =
    yes + no > 0 ? `${yes} of ${yes + no} found this page helpful.` : 'Nobody has voted yet.'
  return `<section class="vote" id="vote" aria-labelledby="vote-title">
<h2 id="vote-title">Was this page helpful?</h2>
${session ? formOf(session.csrfToken, page) : SIGN_IN_FIRST}
<p class="facts">${said}</p>
</section>`
}

const SIGN_IN_FIRST = `<p class="facts say">To vote, sign in. ${SIGN_IN}</p>`

/** The button that is pressed takes the vote back. */
function formOf(csrf: string, { slug, is_helpful: vote }: Voted): string {
  const button = (value: boolean, label: string) => {
    const isPressed = vote === value
    return `<button name="helpful" value="${isPressed ? 'null' : value}" aria-pressed="${isPressed}">${label}</button>`
  }
  return `<form class="say" method="post" action="/know/${slug}/vote">
<input type="hidden" name="csrf" value="${escaped(csrf)}">
${button(true, 'Yes')} ${button(false, 'No')}
</form>`
}
