import type { ShownCourse } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import type { Request } from 'express'
import type { InnerAnswer } from '../../inner-call.ts'
import { SIGN_IN } from '../sign-in.ts'
import type { Asked } from '../site.ts'
import type { Visit } from '../visit.ts'
import { framed } from './frame.ts'
import { answersOf, type Fields } from './answers.ts'
import { playerPage } from './player.ts'
import type { FindPlaying } from './playing.ts'
import { slugOf, stepOf } from './query.ts'
import { stepsOf } from './steps.ts'

const csrfOf = (req: Request): string => {
  const { csrf } = (req.body ?? {}) as Readonly<Record<string, unknown>>
  return typeof csrf === 'string' ? csrf : ''
}

type Find = (visit: Visit, req: Request) => Promise<ShownCourse | undefined>

/** The page of an activity that a request names, for somebody who may see it. */
async function activityOf(find: Find, visit: Visit, req: Request) {
  const id = stepOf(req)?.activityId
  const course = id && (await find(visit, req))
  if (!course || !course.activities.some((each) => each.id === id)) return undefined
  return { id, course, page: `/learn/courses/${course.slug}/${id}` }
}

/** The calls that the forms of a course ask for; none where there is no such course, or step. */
export function createForms(find: Find, findPlaying: FindPlaying, clock: () => Date) {
  return {
    /** The reader's own enrollment. */
    async enrollment(visit: Visit, req: Request): Promise<Asked | undefined> {
      const course = await find(visit, req)
      if (!course || !visit.session) return undefined
      const body = { user_id: visit.session.user.id, course_id: course.id }
      const call = { path: '/api/v1/learn/enrollments', body, csrf: csrfOf(req) }
      return { call, leadsTo: () => `/learn/courses/${course.slug}` }
    },

    /** The completion of what was read, which leads to the next step. */
    async completion(visit: Visit, req: Request): Promise<Asked | undefined> {
      const id = stepOf(req)?.activityId
      const course = id && (await find(visit, req))
      if (!course) return undefined
      const steps = stepsOf(course, clock())
      const i = steps.findIndex(({ activity }) => activity?.id === id)
      if (i < 0) return undefined
      const path = `/api/v1/learn/activities/${id}/complete`
      const next = steps[i + 1]?.path ?? `/learn/courses/${course.slug}`
      return { call: { path, body: {}, csrf: csrfOf(req) }, leadsTo: () => next }
    },

    /** The opening of a package, which is at an origin of its own. */
    async launch(visit: Visit, req: Request): Promise<Asked | undefined> {
      const at = await activityOf(find, visit, req)
      if (!at) return undefined
      const path = `/api/v1/learn/activities/${at.id}/launch`
      const call = { path, body: {}, csrf: csrfOf(req) }
      return {
        call,
        answers: (data) => launchedPage(visit, at.page, (data as { url: string }).url),
      }
    },

    /** A new attempt at a quiz. */
    async attempt(visit: Visit, req: Request): Promise<Asked | undefined> {
      const at = await activityOf(find, visit, req)
      if (!at) return undefined
      const path = `/api/v1/learn/activities/${at.id}/attempts`
      return { call: { path, body: {}, csrf: csrfOf(req) }, leadsTo: () => at.page }
    },

    /** The answers of the attempt in progress, which are saved or submitted. */
    async answers(visit: Visit, req: Request) {
      const at = await activityOf(find, visit, req)
      const playing = at && (await findPlaying(visit, at.course, { name: `${at.id}` }))
      const chosen = playing?.quizzing?.quiz.chosen
      if (!at || !playing || !chosen) return undefined
      const fields = (req.body ?? {}) as Fields
      const sent = Number(fields.attempt)
      const isOpen = chosen.status === 'in_progress' && chosen.id === sent
      const { answers, faults } = answersOf(isOpen ? chosen.items : [], fields)
      if (faults.size > 0)
        return { faulty: playerPage(visit, playing, { unkept: { fields, faults } }) }
      const [verb, after] =
        fields.then === 'submit' ? ['submit', '#result'] : ['answers', '?saved=1']
      const path = `/api/v1/learn/attempts/${Number.isSafeInteger(sent) ? sent : 0}/${verb}`
      return {
        call: { path, body: { answers }, csrf: csrfOf(req) },
        leadsTo: () => `${at.page}${after}`,
      }
    },
  }
}

/** A page that leads to a package. */
function launchedPage(visit: Visit, path: string, url: string): string {
  const content = `<h1>It is being opened</h1>
<p><a href="${escaped(url)}">Open it</a>, if it does not open by itself. <a href="${path}">Back</a></p>`
  const head = `<meta http-equiv="refresh" content="0; url=${escaped(url)}">\n`
  return framed(visit, { title: 'It is being opened', path, content, head, isIndexed: false })
}

/** A page that says why a form was not kept. */
export function unkeptPage(visit: Visit, req: Request, answer: InnerAnswer): string {
  const step = stepOf(req)
  const course = `/learn/courses/${slugOf(req)}`
  const path = step ? `${course}/${step.name}` : course
  const title = 'This was not kept'
  const content = `<h1>${title}</h1>
<p role="alert">${escaped(reasonOf(answer))}</p>
<p><a href="${path}">${step ? 'Back' : 'Back to the course'}</a></p>`
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
