import { findShownId } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import type { Request } from 'express'
import type { InnerAnswer } from '../../inner-call.ts'
import { SIGN_IN } from '../sign-in.ts'
import type { Asked } from '../site.ts'
import type { Visit } from '../visit.ts'
import { framed } from './frame.ts'
import { slugOf } from './query.ts'

const csrfOf = (req: Request): string => {
  const { csrf } = (req.body ?? {}) as Readonly<Record<string, unknown>>
  return typeof csrf === 'string' ? csrf : ''
}

/** The reader's own enrollment in a course; none where there is no such course. */
export async function enrollmentAsked(visit: Visit, req: Request): Promise<Asked | undefined> {
  const slug = slugOf(req)
  const course_id = slug && (await findShownId(visit.partition, slug))
  if (!course_id || !visit.session) return undefined
  const body = { user_id: visit.session.user.id, course_id }
  const call = { path: '/api/v1/learn/enrollments', body, csrf: csrfOf(req) }
  return { call, leadsTo: () => `/learn/courses/${slug}` }
}

/** A page that says why a form was not kept. */
export function unkeptPage(visit: Visit, req: Request, answer: InnerAnswer): string {
  const path = `/learn/courses/${slugOf(req)}`
  const title = 'This was not kept'
  const content = `<h1>${title}</h1>
<p role="alert">${escaped(reasonOf(answer))}</p>
<p><a href="${path}">Back to the course</a></p>`
  return framed(visit, { title, content, path, isIndexed: false })
}

function reasonOf({ status, body }: InnerAnswer): string {
  if (status === 403)
    return 'Your session does not allow it, or the page was open for too long. Load it again.'
  return body.error?.message ?? 'It cannot be kept just now.'
}

/** Told to somebody who is not signed in, or came from a page of another host. */
export function signInPage(visit: Visit, back: string): string {
  const title = 'Sign in first'
  const content = `<h1>${title}</h1>
<p>Members take courses, and see here how far they have come. ${SIGN_IN}</p>
<p><a href="${back}">Back</a></p>`
  return framed(visit, { title, content, path: back, isIndexed: false })
}

/** A page that there is not. */
export function missingPage(visit: Visit): string {
  const title = 'There is no such page'
  const content = `<h1>${title}</h1>
<p>The course may have been taken back. <a href="/learn/courses">All courses</a> are listed, and the field above
searches them.</p>`
  return framed(visit, { title, content, path: '/learn', isIndexed: false })
}
