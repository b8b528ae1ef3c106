import {
  courseAudience,
  findShownCourse,
  listOwnCourses,
  listShownCourses,
} from '@mobieus/domain/learn'
import { Router, type Request } from 'express'
import type { Router as Dispatch } from '../../http/router.ts'
import type { Services } from '../../services.ts'
import { idOf, textOf } from '../query.ts'
import { siteOn, type Shown } from '../site.ts'
import type { Visit } from '../visit.ts'
import { coursePage } from './course.ts'
import { createForms, missingPage, signInPage, unkeptPage } from './forms.ts'
import { framed } from './frame.ts'
import { cataloguePage, ownPage } from './lists.ts'
import { enrollFirstPage, playerPage } from './player.ts'
import { createPlaying } from './playing.ts'
import { slugOf, stepOf, type Asked } from './query.ts'
import { stepsOf } from './steps.ts'
import { STYLE, STYLE_PATH } from './style.ts'
import { createTexts } from './texts.ts'

const [IN_CATALOGUE, ON_OWN, MOST_WORDS] = [48, 50, 10]

/** A quiz has up to 200 questions, each with a field for each of up to 50 options. */
const MOST_FIELDS = 12_000

/**
 * The web pages of the tenants' courses, below `/learn`. Each asks the database once, and changes nothing; forms call
 * the operations of the contract.
 */
export function learnPages(services: Services, dispatch: Dispatch): Router {
  const router = Router()
  const texts = createTexts(services.clock)
  const find = (visit: Visit, req: Request, step: Partial<Asked> = {}) => {
    const [slug, userId] = [slugOf(req), visit.session?.user.id]
    const { activityId, lessonId } = step
    const place = { slug, userId, now: services.clock(), activityId, lessonId }
    return slug ? findShownCourse(visit.partition, place) : Promise.resolve(undefined)
  }
  const findPlaying = createPlaying(texts, services.clock)
  const forms = createForms(find, findPlaying, services.clock)
  const { page, form } = siteOn(router, services, dispatch, {
    ...{
      base: '/learn',
      audience: courseAudience,
      style: { path: STYLE_PATH, text: STYLE },
      formLimit: '1mb',
      formFields: MOST_FIELDS,
    },
    frame: framed,
    missing: missingPage,
    signIn: (visit, req) => signInPage(visit, `/learn/courses/${slugOf(req)}`),
    unkept: unkeptPage,
  })

  router.get('/learn', (_req, res) => res.redirect(301, '/learn/courses'))
  page('/learn/courses', showCatalogue)
  page('/learn/my', showOwn)
  page('/learn/courses/:slug', async (visit, req) => {
    const found = await find(visit, req)
    return found && coursePage(visit, found, stepsOf(found, services.clock()))
  })
  page('/learn/courses/:slug/:step', async (visit, req) => {
    const asked = stepOf(req)
    const course = asked && (await find(visit, req, asked))
    if (!course) return undefined
    if (!visit.session) return { refusal: signInPage(visit, `/learn/courses/${course.slug}`) }
    if (!course.enrollment) return { refusal: enrollFirstPage(visit, course) }
    const playing = await findPlaying(visit, course, {
      ...{ name: asked.name, attemptId: idOf(req.query.attempt) },
    })
    return playing && playerPage(visit, playing, { isSaved: req.query.saved !== undefined })
  })
  form('/learn/courses/:slug/enroll', forms.enrollment)
  form('/learn/courses/:slug/:step/complete', forms.completion)
  form('/learn/courses/:slug/:step/begin', forms.attempt)
  form('/learn/courses/:slug/:step/answers', forms.answers)
  form('/learn/courses/:slug/:step/launch', forms.launch)
  page('/learn/courses/*rest', async () => undefined)
  return router
}

async function showCatalogue(visit: Visit, { query }: Request): Promise<string> {
  const [asked, after] = [textOf(query.q), idOf(query.after)]
  const words = asked.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const userId = visit.session?.user.id
  const found = await listShownCourses(visit.partition, {
    ...{ limit: IN_CATALOGUE + 1, words, after, userId },
  })
  const courses = found.slice(0, IN_CATALOGUE)
  const last = found.length > IN_CATALOGUE ? courses.at(-1) : undefined
  const next =
    last && new URLSearchParams({ ...(asked ? { q: asked } : {}), after: `${last.id}` }).toString()
  return cataloguePage(visit, { courses, asked, next })
}

async function showOwn(visit: Visit, { query }: Request): Promise<Shown> {
  if (!visit.session) return { refusal: signInPage(visit, '/learn/courses') }
  const [userId, before] = [visit.session.user.id, idOf(query.before)]
  const found = await listOwnCourses(visit.partition, { userId, limit: ON_OWN + 1, before })
  const courses = found.slice(0, ON_OWN)
  return ownPage(visit, { courses, next: found.length > ON_OWN ? courses.at(-1)?.id : undefined })
}
