import type { ShownCourse, ShownMeeting } from '@mobieus/domain/learn'
import type { Rendered } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import type { Visit } from '../visit.ts'
import { barOf, certificateOf, timeFor } from './facts.ts'
import { framed } from './frame.ts'
import { KINDS, stateOf } from './course.ts'
import { meetingsOf } from './meetings.ts'
import { quizOf, type QuizForm, type Quizzing } from './quiz.ts'
import type { Step } from './steps.ts'

/** The parts of the page of a step. */
export interface Playing {
  readonly course: ShownCourse
  readonly steps: readonly Step[]
  readonly step: Step
  readonly text: Rendered | undefined
  /** There where the step is a quiz. */
  readonly quizzing?: Quizzing | undefined
  /** There where the step is a live session. */
  readonly meetings?: readonly ShownMeeting[]
  readonly now?: Date
}

/** A step of a course, for somebody who takes it. */
export function playerPage(visit: Visit, found: Playing, form: QuizForm = {}): string {
  const playing = { ...found, form }
  const { course, step } = playing
  const { module, lesson, title } = step
  const about = lesson.title === title ? module.title : `${module.title} › ${lesson.title}`
  const content = `<p class="crumbs"><a href="/learn/courses/${course.slug}">${escaped(course.title)}</a> › ${escaped(about)}</p>
<h1>${escaped(title)}</h1>
<p class="facts">${factsOf(playing).join(' · ')}</p>
<p class="facts">${barOf(course.enrollment?.progress_pct ?? 0, `Progress in ${course.title}`)}</p>
${endOf(course)}${step.waitsFor === undefined ? openOf(visit, playing) : `<p role="status">${step.waitsFor}</p>`}
${wayOf(playing)}`
  const whole = `${title} · ${course.title}`
  return framed(visit, { title: whole, path: step.path, content, isIndexed: false })
}

/** Told once all is done. */
const endOf = ({ enrollment, title }: ShownCourse): string =>
  enrollment?.status === 'completed'
    ? `<div class="action end"><p class="state done">You have completed this course.</p>\n${certificateOf(enrollment, title)}</div>\n`
    : ''

function factsOf({ step, steps }: Playing): string[] {
  const { activity, lesson } = step
  return [
    `${steps.indexOf(step) + 1} of ${steps.length}`,
    ...(activity ? [KINDS[activity.kind] ?? activity.kind] : []),
    ...(activity?.is_required === false ? ['optional'] : []),
    ...(lesson.estimated_minutes && step.isFirst ? [timeFor(lesson.estimated_minutes)] : []),
    ...(activity ? stateOf(activity) : []),
  ]
}

type Formed = Playing & { readonly form: QuizForm }

function openOf(visit: Visit, playing: Formed): string {
  const { step, text } = playing
  const prose = text?.html ? `<div class="prose">\n${text.html}\n</div>\n` : ''
  return `${prose}${step.activity ? actionOf(visit, playing) : ''}`
}

/** The form by which an activity is done. */
function actionOf(
  visit: Visit,
  { course, step, quizzing, form: quizForm, ...rest }: Formed,
): string {
  const { meetings = [], now = new Date() } = rest
  if (quizzing)
    return quizOf(visit, step.path, {
      ...quizzing,
      ...quizForm,
      isDone: Boolean(step.activity?.completed_at),
    })
  const { kind, completed_at: done } = step.activity ?? {}
  const url = course.step?.url
  const form = (name: string, label: string) => `<form method="post" action="${step.path}/${name}">
<input type="hidden" name="csrf" value="${escaped(visit.session?.csrfToken ?? '')}">
<button>${label}</button>
</form>`
  switch (kind) {
    case 'page':
    case 'link': {
      const link = url
        ? `<p><a class="button quiet" href="${escaped(url)}" rel="noopener noreferrer">Open ${escaped(step.title)}</a></p>\n`
        : ''
      return `<div class="action">\n${link}${done ? DONE : form('complete', 'Mark as done')}\n</div>`
    }
    case 'scorm':
    case 'cmi5':
      return `<div class="action">\n${form('launch', done ? 'Open it again' : 'Open')}\n${done ? DONE : ''}</div>`
    default:
      return `${meetingsOf(meetings, now)}\n<div class="action">${done ? DONE : '<p>It is completed by attending a session.</p>'}</div>`
  }
}

const DONE = '<p class="state done">Done</p>'

/** The way to the steps before and after. */
function wayOf({ course, steps, step }: Playing): string {
  const i = steps.indexOf(step)
  const [before, after] = [steps[i - 1], steps[i + 1]]
  const link = (to: Step | undefined, rel: string, label: string) =>
    to
      ? `<a rel="${rel}" href="${to.path}"><span class="facts">${label}</span> ${escaped(to.title)}</a>`
      : ''
  const end = after ? '' : `<a href="/learn/courses/${course.slug}">Back to the course</a>`
  return `<nav class="way" aria-label="Parts of the course">
${link(before, 'prev', 'Previous:')}
${link(after, 'next', 'Next:')}${end}
</nav>`
}

/** Told to a member who does not take the course. */
export function enrollFirstPage(visit: Visit, { slug, title }: ShownCourse): string {
  const path = `/learn/courses/${slug}`
  return framed(visit, {
    ...{ title: 'Enroll first', path, isIndexed: false },
    content: `<h1>Enroll first</h1>
<p>The parts of a course are open to those who take it. <a href="${path}">${escaped(title)}</a></p>`,
  })
}
