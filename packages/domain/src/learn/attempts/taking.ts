import type { components } from '@mobieus/contract'
import { actingMember, actingUser } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { conflict, invalidField, noSuch, notFound, problem } from '../../kit/problem.ts'
import { noteChore } from '../../platform/work.ts'
import { audit } from '../../platform/audit.ts'
import { findActivity, type ActivityRow } from '../activities/activities.store.ts'
import { requireTeacher } from '../courses/teaching.ts'
import type { Authoring } from '../courses/changes.ts'
import { findCourse } from '../courses/courses.store.ts'
import { lockEnrollment, type EnrollmentRow } from '../enrollments/enrollments.store.ts'
import { beginProgress, lockLearning, requireReleased } from '../progress/progress.ts'
import { requireQuestions } from '../questions/questions.ts'
import { paperOf } from '../questions/papers.rules.ts'
import { readQuestions } from '../questions/questions.store.ts'
import { answersOf } from './answers.rules.ts'
import { presentAttempt } from './attempts.ts'
import { attemptList, findAttempt, type AttemptRow } from './attempts.store.ts'
import * as store from './papers.store.ts'
import { attemptSubmission, settleAttempt } from './submitting.ts'

type Answers = components['schemas']['LearnAttemptAnswers']

export const startAttempt: Handler<'startAttempt'> = async (ctx, { path, body }) => {
  const activity = await findActivity(ctx, path.id)
  if (!activity) throw notFound()
  const user = await actingUser(ctx, 'actor_id', body?.actor_id)
  requireQuestions(activity)
  const enrollment = await lockLearning(ctx, user.id, activity.course_id)
  await requireReleased(ctx, enrollment, activity)
  const number = await nextNumber(ctx, enrollment, activity)
  const questions = await readQuestions(ctx, activity.id)
  if (questions.length === 0) throw conflict('The activity has no questions.')
  const row = await store.insertAttempt(ctx, {
    ...{ activity_id: activity.id, enrollment_id: enrollment.id, user_id: user.id, number },
    ...{ status: 'in_progress', started_at: ctx.now, due_at: dueOf(activity, ctx.now) },
  })
  await beginProgress(ctx, enrollment, activity.id)
  await store.insertPaper(ctx, row.id, paperOf(questions, activity, row.id))
  count(ctx, attemptList, 1, row)
  if (row.due_at) noteChore(ctx, attemptSubmission, row.due_at)
  return { data: presentAttempt(row) }
}

const dueOf = ({ time_limit_seconds: limit }: ActivityRow, now: Date): Date | null =>
  limit === null ? null : new Date(now.getTime() + limit * 1000)

/** The number of the next attempt of an enrollment that is locked; `409 conflict` where there is none. */
async function nextNumber(
  ctx: Authoring,
  enrollment: EnrollmentRow,
  activity: ActivityRow,
): Promise<number> {
  const own = await store.listOwn(ctx, enrollment.id, activity.id)
  const open = own.find(({ status }) => status === 'in_progress')
  if (open)
    throw problem('conflict', 'An attempt is in progress.', { facts: { existing_id: open.id } })
  if (own.length >= Math.min(activity.max_attempts ?? Infinity, store.MOST_ATTEMPTS))
    throw conflict('No attempt is left.')
  return (own.at(-1)?.number ?? 0) + 1
}

export const saveAttemptAnswers: Handler<'saveAttemptAnswers'> = async (ctx, { path, body }) => {
  const { row } = await lockOwn(ctx, path.id, body?.actor_id)
  if (isOver(row, ctx.now)) throw conflict('The time of the attempt is over.')
  await saveAnswers(ctx, row, body?.answers)
  return { data: presentAttempt(row) }
}

export const submitAttempt: Handler<'submitAttempt'> = async (ctx, { path, body }) => {
  const { row, enrollment } = await lockOwn(ctx, path.id, body?.actor_id)
  const paper = isOver(row, ctx.now)
    ? await store.findPaper(ctx, row.id)
    : await saveAnswers(ctx, row, body?.answers)
  const activity = await findActivity(ctx, row.activity_id)
  if (activity?.kind === 'assignment' && !isHandedIn(paper)) throw conflict('Nothing is handed in.')
  return { data: presentAttempt(await settleAttempt(ctx, enrollment, row, paper)) }
}

/** Whether a text or a file is there for somebody to grade. */
const isHandedIn = ({ answers }: store.Paper): boolean =>
  Object.values(answers).some(({ text, file_id }) => text?.trim() || file_id !== null)

const isOver = ({ due_at }: AttemptRow, now: Date): boolean => due_at !== null && due_at <= now

/** An attempt in progress of the member who acts, with its enrollment, which is locked. */
async function lockOwn(ctx: Authoring, id: number, actorId: number | undefined) {
  const { row, enrollment } = await lockAttempt(ctx, id)
  const user = await actingUser(ctx, 'actor_id', actorId)
  if (user.id !== row.user_id) throw invalidField('actor_id', 'not_allowed', 'is not the learner')
  if (row.status !== 'in_progress') throw conflict('The attempt is submitted.')
  if (enrollment.status !== 'active' && enrollment.status !== 'completed')
    throw conflict(`The enrollment is ${enrollment.status}.`)
  return { row, enrollment }
}

/** An attempt with its enrollment, whose lock every change of an attempt takes. */
async function lockAttempt(ctx: Authoring, id: number) {
  const found = await findAttempt(ctx, id)
  const enrollment = found && (await lockEnrollment(ctx, found.enrollment_id))
  const row = enrollment && (await findAttempt(ctx, id))
  if (!row) throw notFound()
  return { row, enrollment }
}

async function saveAnswers(
  ctx: Authoring,
  row: AttemptRow,
  given: Answers['answers'] = [],
): Promise<store.Paper> {
  const paper = await store.findPaper(ctx, row.id)
  const answers = answersOf(paper.items, given)
  await requireOwnFiles(ctx, row, given)
  const after = { ...paper, answers: { ...paper.answers, ...answers } }
  if (given.length > 0) await store.updatePaper(ctx, row.id, after)
  return after
}

async function requireOwnFiles(
  ctx: Authoring,
  { user_id: userId }: AttemptRow,
  given: NonNullable<Answers['answers']>,
): Promise<void> {
  const ids = given.flatMap(({ file_id: id }) => id ?? [])
  if (ids.length === 0) return
  const own = await store.ownFiles(ctx, ids, userId)
  const i = given.findIndex(({ file_id: id }) => id !== undefined && !own.has(id))
  if (i >= 0) throw noSuch(`answers[${i}].file_id`)
}

export const gradeAttempt: Handler<'gradeAttempt'> = async (ctx, { path, body }) => {
  const { row, enrollment, actor } = await lockForTeacher(ctx, path.id, body.actor_id)
  if (row.status === 'in_progress') throw conflict('The attempt is in progress.')
  const paper = await store.findPaper(ctx, row.id)
  const grades = { ...paper.grades, ...gradesOf(paper, body.grades) }
  await store.updatePaper(ctx, row.id, { ...paper, grades })
  const after = await settleAttempt(ctx, enrollment, row, { ...paper, grades })
  const told = ({ status, score_pct }: AttemptRow) => ({ status, score_pct })
  const change = { before: told(row), after: told(after), actor }
  audit(ctx, 'learn_attempt.graded', { kind: 'learn_attempt', id: row.id }, change)
  return { data: presentAttempt(after) }
}

/** An attempt with its enrollment, locked for those who teach its course and are not its learner. */
export async function lockForTeacher(ctx: Authoring, id: number, actorId: number | undefined) {
  const { row, enrollment } = await lockAttempt(ctx, id)
  const actor = await actingMember(ctx, 'actor_id', actorId)
  const course = await findCourse(ctx, enrollment.course_id)
  if (!course) throw notFound()
  if (actor.user.id === row.user_id) throw invalidField('actor_id', 'not_allowed', 'is the learner')
  await requireTeacher(ctx, actor, course, row.user_id)
  return { row, enrollment, actor: actor.user }
}

function gradesOf(
  { items }: store.Paper,
  grades: components['schemas']['LearnAttemptGrade']['grades'],
): store.Paper['grades'] {
  return Object.fromEntries(
    grades.map(({ question_id, points, comment = null }, i) => {
      const item = items.find((each) => each.question_id === question_id)
      if (!item) throw noSuch(`grades[${i}].question_id`)
      if (points > item.points)
        throw invalidField(`grades[${i}].points`, 'maximum', `must be at most ${item.points}`)
      return [question_id, { points, comment }]
    }),
  )
}
