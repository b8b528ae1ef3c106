import {
  findShownQuiz,
  listMeetings,
  WITH_QUESTIONS,
  type ShownCourse,
} from '@mobieus/domain/learn'
import type { Visit } from '../visit.ts'
import type { Playing } from './player.ts'
import { stepsOf } from './steps.ts'
import type { createTexts } from './texts.ts'

/** Finds what the page of a step shows to a learner; nothing where the course has no such step. */
export type FindPlaying = (
  visit: Visit,
  course: ShownCourse,
  asked: { readonly name: string; readonly attemptId?: number | undefined },
) => Promise<Playing | undefined>

export function createPlaying(
  texts: ReturnType<typeof createTexts>,
  clock: () => Date,
): FindPlaying {
  return async ({ partition }, course, { name, attemptId }) => {
    const now = clock()
    const steps = stepsOf(course, now)
    const step = steps.find(({ path }) => path.endsWith(`/${name}`))
    if (!step) return undefined
    const playing = { course, steps, step, text: texts.of(course, step) }
    const { activity, waitsFor } = step
    const [enrollmentId, activityId] = [course.enrollment?.id, activity?.id]
    if (activity?.kind === 'live_session' && waitsFor === undefined)
      return { ...playing, meetings: await listMeetings(partition, activity.id, now), now }
    if (!activity || !WITH_QUESTIONS.includes(activity.kind) || waitsFor !== undefined)
      return playing
    if (enrollmentId === undefined || activityId === undefined) return playing
    const quiz = await findShownQuiz(partition, { activityId, enrollmentId, attemptId })
    const html = (text: string) => texts.toHtml(text).html
    return { ...playing, ...(quiz && { quizzing: { quiz, now, html } }) }
  }
}
