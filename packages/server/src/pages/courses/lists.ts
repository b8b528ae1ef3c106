import type { ListedCourse, OwnCourse } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import { dayOf } from '../html.ts'
import type { Visit } from '../visit.ts'
import { barOf, certificateOf, factsOf, percent } from './facts.ts'
import { framed } from './frame.ts'

const STATES = { active: 'You are taking this course', completed: 'Completed' } as const

const cardOf = (course: ListedCourse): string => `<li>
<h2><a href="/learn/courses/${course.slug}">${escaped(course.title)}</a></h2>
${course.subtitle ? `<p>${escaped(course.subtitle)}</p>\n` : ''}<p class="facts">${factsOf(course, course.lesson_count).join(' · ')}</p>
${course.enrollment ? `<p class="state${course.enrollment === 'completed' ? ' done' : ''}">${STATES[course.enrollment]}</p>\n` : ''}</li>`

interface Catalogue {
  readonly courses: readonly ListedCourse[]
  readonly asked: string
  /** The query of what follows. */
  readonly next: string | undefined
}

/** The catalogue: all courses, or those that a search has found. */
export function cataloguePage(visit: Visit, { courses, asked, next }: Catalogue): string {
  const title = asked ? `Courses about ${asked}` : 'Courses'
  const none = asked
    ? `<p>No course has “${escaped(asked)}”. <a href="/learn/courses">All courses</a></p>`
    : '<p>There are no courses yet.</p>'
  const list =
    courses.length === 0 ? none : `<ul class="courses">\n${courses.map(cardOf).join('\n')}\n</ul>`
  const more = next
    ? `\n<p class="more"><a href="/learn/courses?${escaped(next)}">More courses</a></p>`
    : ''
  return framed(visit, {
    ...{ title, asked, path: '/learn/courses', isIndexed: !asked && !next },
    description: `The courses of ${visit.name}.`,
    content: `<h1>${escaped(title)}</h1>\n${list}${more}`,
  })
}

/** The courses that a member takes or has taken. */
export function ownPage(
  visit: Visit,
  { courses, next }: { courses: readonly OwnCourse[]; next: number | undefined },
): string {
  const list =
    courses.length === 0
      ? '<p>You have not begun a course. <a href="/learn/courses">All courses</a></p>'
      : `<ul class="list own">\n${courses.map(ownOf).join('\n')}\n</ul>`
  const more = next
    ? `\n<p class="more"><a href="/learn/my?before=${next}">Earlier courses</a></p>`
    : ''
  const content = `<h1>My learning</h1>\n${list}${more}`
  return framed(visit, { title: 'My learning', path: '/learn/my', content, isIndexed: false })
}

const ownOf = (own: OwnCourse): string => `<li>
<h2>${own.is_shown ? `<a href="/learn/courses/${own.slug}">${escaped(own.title)}</a>` : escaped(own.title)}</h2>
<p>${standingOf(own)}</p>
${certificateOf(own, own.title)}</li>`

function standingOf(own: OwnCourse): string {
  const score = own.score_pct === null ? '' : ` · Score ${percent(own.score_pct)}`
  if (own.status === 'completed' && own.completed_at)
    return `<span class="state done">Completed</span> ${dayOf(own.completed_at)}${score}`
  if (own.status === 'cancelled') return 'Cancelled'
  if (own.status === 'expired') return `Expired${own.expires_at ? ` ${dayOf(own.expires_at)}` : ''}`
  const until = own.expires_at ? ` · Open until ${dayOf(own.expires_at)}` : ''
  return `${barOf(own.progress_pct, `Progress in ${own.title}`)}${score}${until}`
}
