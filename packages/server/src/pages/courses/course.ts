import type { ShownActivity, ShownCourse } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import { SIGN_IN } from '../sign-in.ts'
import type { Visit } from '../visit.ts'
import { barOf, certificateOf, counted, factsOf, percent, timeFor } from './facts.ts'
import { framed } from './frame.ts'
import { outlineOf, type LessonOf, type ModuleOf } from './outline.ts'
import type { Step } from './steps.ts'

/** The page of a course, with its outline. */
export function coursePage(visit: Visit, course: ShownCourse, steps: readonly Step[]): string {
  const { slug, title, subtitle, summary } = course
  const modules = outlineOf(course)
  const lessons = modules.reduce((n, each) => n + each.lessons.length, 0)
  const content = `<p class="crumbs"><a href="/learn/courses">Courses</a></p>
<h1>${escaped(title)}</h1>
${subtitle ? `<p class="lead">${escaped(subtitle)}</p>\n` : ''}<p class="facts">${[
    ...factsOf(course, lessons),
    ...creditOf(course),
    `By ${escaped(course.author)}`,
  ].join(' · ')}</p>
${summary ? `<p class="said">${escaped(summary)}</p>\n` : ''}${actionOf(visit, course, steps)}
<section class="outline" aria-labelledby="outline">
<h2 id="outline">What it covers</h2>
${modules.map((each) => moduleOf(each, pathsOf(course, steps))).join('\n') || '<p>This course has no lessons yet.</p>'}
</section>
<p class="facts">${RULES[course.completion_rule] ?? ''}${course.completion_min_score_pct === null ? '' : `, with a score of ${percent(course.completion_min_score_pct)} at least`}</p>`
  return framed(visit, {
    ...{ title, content, path: `/learn/courses/${slug}` },
    description: summary ?? subtitle ?? '',
  })
}

const RULES: Readonly<Record<string, string>> = {
  required_activities: 'Completed with all that is not marked optional',
  all_activities: 'Completed with all of its parts',
  min_score: 'Completed with all that is not marked optional',
  manual: 'Completed when its teacher says so',
}

const creditOf = ({ credit_hours: hours, credit_kind: kind }: ShownCourse): string[] =>
  hours === null ? [] : [escaped(`${counted(hours, 'hour')} of ${kind ?? 'credit'}`)]

function actionOf(
  { session }: Visit,
  { slug, title, enrollment }: ShownCourse,
  steps: readonly Step[],
): string {
  if (!session) return `<p class="action say">To enroll, sign in. ${SIGN_IN}</p>`
  const enroll = (label: string) => `<form method="post" action="/learn/courses/${slug}/enroll">
<input type="hidden" name="csrf" value="${escaped(session.csrfToken)}">
<button>${label}</button>
</form>`
  if (!enrollment) return `<div class="action" id="enrollment">${enroll('Enroll')}</div>`
  const { status, progress_pct: progress, score_pct: score } = enrollment
  if (status === 'active')
    return `<div class="action" id="enrollment">${goOn(steps, progress)}<p class="bar">${barOf(progress, `Progress in ${title}`)}</p></div>`
  const certificate = certificateOf(enrollment, title)
  return `<div class="action" id="enrollment"><p class="state done">Completed${score === null ? '' : ` with a score of ${percent(score)}`}</p>
${certificate}${enroll('Take it again')}</div>`
}

/** The addresses of activities, and of lessons without any; none where the reader does not take the course. */
type Paths = ReadonlyMap<number | string, string>

const pathsOf = ({ enrollment }: ShownCourse, steps: readonly Step[]): Paths =>
  new Map(
    enrollment
      ? steps.map(({ activity, lesson, path }) => [activity?.id ?? `lesson-${lesson.id}`, path])
      : [],
  )

const linked = (title: string, path: string | undefined): string =>
  path ? `<a href="${path}">${escaped(title)}</a>` : escaped(title)

/** The way to the first step that is open and not done. */
function goOn(steps: readonly Step[], progress: number): string {
  const next = steps.find(({ activity, waitsFor }) => activity?.completed_at === null && !waitsFor)
  const to = next ?? steps[0]
  return to ? `<a class="button" href="${to.path}">${progress > 0 ? 'Go on' : 'Begin'}</a>` : ''
}

const moduleOf = (
  { title, summary, lessons }: ModuleOf,
  paths: Paths,
): string => `<h3>${escaped(title)}</h3>
${summary ? `<p>${escaped(summary)}</p>\n` : ''}${lessons.map((each) => lessonOf(each, paths)).join('\n')}`

const lessonOf = (lesson: LessonOf, paths: Paths): string => {
  const { title, estimated_minutes: minutes, activities } = lesson
  return `<h4>${linked(title, paths.get(`lesson-${lesson.id}`))}${minutes ? ` <span class="facts">${timeFor(minutes)}</span>` : ''}</h4>
${activities.length === 0 ? '' : `<ol class="steps">\n${activities.map((each) => stepOf(each, paths.get(each.id))).join('\n')}\n</ol>`}`
}

/** The kinds of activities, as learners read them. */
export const KINDS: Readonly<Record<string, string>> = {
  page: 'Reading',
  quiz: 'Quiz',
  assignment: 'Assignment',
  scorm: 'Interactive',
  cmi5: 'Interactive',
  live_session: 'Live session',
  link: 'Link',
}

const stepOf = (activity: ShownActivity, path: string | undefined): string =>
  `<li><span>${linked(activity.title, path)}</span> <span class="state">${[
    KINDS[activity.kind] ?? activity.kind,
    ...(activity.is_required ? [] : ['optional']),
    ...stateOf(activity),
  ].join(' · ')}</span></li>`

export function stateOf({ state, score_pct: score }: ShownActivity): string[] {
  if (state === null) return []
  const said = { started: 'begun', completed: 'done', passed: 'passed', failed: 'not passed' }[
    state
  ]
  return [`<b>${said ?? state}${score === null ? '' : `, ${percent(score)}`}</b>`]
}
