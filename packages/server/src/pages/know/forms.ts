import { isSlug } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import type { Request } from 'express'
import type { InnerAnswer } from '../../inner-call.ts'
import { SIGN_IN } from '../sign-in.ts'
import type { Asked } from '../site.ts'
import type { Visit } from '../visit.ts'
import { framed } from './frame.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (req: Request): Fields => (req.body ?? {}) as Fields
/** Forms end lines with CRLF (HTML, 4.10.21.8), whatever was typed. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''

const operationOf = (slug: string, name: string) => `/api/v1/know/pages/${slug}/${name}`

/** A vote on a page; none where the form is none of ours. */
export function voteAsked(slug: string, req: Request): Asked | undefined {
  const { helpful, csrf } = fieldsOf(req)
  const vote = { true: true, false: false, null: null }[textOf(helpful)]
  if (vote === undefined || !isSlug(slug)) return undefined
  const call = { path: operationOf(slug, 'vote'), body: { helpful: vote }, csrf: textOf(csrf) }
  return { call, leadsTo: () => `/know/${slug}#vote` }
}

/** A comment on a page or on a passage of it, or a reply. */
export function commentAsked(slug: string, req: Request): Asked | undefined {
  const { body, parent, passage, csrf } = fieldsOf(req)
  if (!isSlug(slug)) return undefined
  const text = textOf(body)
  const exact = textOf(passage)
  const about =
    parent === undefined ? exact && { anchor: { exact } } : { parent_id: Number(parent) }
  const call = {
    ...{ path: operationOf(slug, 'comments'), csrf: textOf(csrf) },
    body: { body: text, ...(about || {}) },
  }
  return { call, text, leadsTo: (data) => `/know/${slug}#comment-${(data as { id: number }).id}` }
}

/** A page that says why a form was not kept, with the text that it had. */
export function unkeptPage(visit: Visit, slug: string, answer: InnerAnswer, text?: string): string {
  const path = `/know/${slug}`
  const content = `<h1>This was not kept</h1>
<p role="alert">${escaped(reasonOf(answer))}</p>
${text ? `<p>Your text:</p>\n<pre class="plain" tabindex="0">${escaped(text)}</pre>\n` : ''}<p><a href="${path}">Back to the page</a></p>`
  return framed(visit, { title: 'This was not kept', content, path, isIndexed: false })
}

const NAMES: Readonly<Record<string, string>> = {
  body: 'The text',
  'anchor.exact': 'The passage',
  parent_id: 'The comment',
}

function reasonOf({ status, body }: InnerAnswer): string {
  if (status === 403)
    return 'Your session does not allow it, or the page was open for too long. Load it again.'
  const { message = 'It cannot be kept just now.', details = [] } = body.error ?? {}
  if (details.length === 0) return message
  return details.map((each) => `${NAMES[each.field] ?? each.field} ${each.message}.`).join(' ')
}

/** Told to somebody who is not signed in, or came from a page of another host. */
export const signInPage = (visit: Visit, slug: string): string =>
  framed(visit, {
    ...{ title: 'Sign in first', path: `/know/${slug}`, isIndexed: false },
    content: `<h1>Sign in first</h1>
<p>To comment and to vote, sign in. ${SIGN_IN}</p>
<p><a href="/know/${slug}">Back to the page</a></p>`,
  })
