import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { findActivity, type ActivityRow } from '../activities/activities.store.ts'
import type { Authoring } from '../courses/changes.ts'
import { differing } from '../parts/differing.rules.ts'
import { lockPart, tellPart } from '../parts/parts.ts'
import { requireWhole, type Question } from './questions.rules.ts'
import * as store from './questions.store.ts'

type Shown = components['schemas']['LearnQuestion']

/** The kinds of activities that are done by answering questions. */
export const WITH_QUESTIONS: readonly string[] = ['quiz', 'assignment']

/** `409 conflict` where an activity is none that has questions. */
export function requireQuestions({ kind }: Pick<ActivityRow, 'kind'>): void {
  if (!WITH_QUESTIONS.includes(kind)) throw conflict('The activity is neither quiz nor assignment.')
}

/** The questions that an activity can have. */
const MOST = 200

export const listQuestions: Handler<'listQuestions'> = async (ctx, { path, query }) => {
  const page = openPage(ctx, { ...query, ...path })
  const activity = await findActivity(ctx, path.id)
  if (!activity) throw notFound()
  const found = await store.listQuestions(ctx, { activity_id: activity.id }, page)
  return closePage(page, found, presentQuestion)
}

export const createQuestion: Handler<'createQuestion'> = async (ctx, { path, body }) => {
  const { actor_id, ...fields } = body
  const activity = await lockQuiz(ctx, path.id, actor_id)
  requireQuestions(activity)
  const question = questionOf(fields)
  requireWhole(question)
  const { count, last } = await store.placesOf(ctx, activity.id)
  if (count >= MOST) throw conflict(`It has ${MOST} questions.`)
  const place = { activity_id: activity.id, position: (last ?? 0) + 1, created_at: ctx.now }
  const row = await store.insertQuestion(ctx, { ...columnsOf(question), ...place })
  return { data: presentQuestion({ ...row, ...question }) }
}

const columnsOf = (question: Question) => ({
  ...question,
  options: JSON.stringify(question.options),
  accepted: JSON.stringify(question.accepted),
})

const questionOf = (
  fields: Omit<components['schemas']['LearnQuestionCreate'], 'actor_id'>,
): Question => ({
  kind: fields.kind,
  text_markdown: fields.text_markdown,
  points: fields.points ?? 1,
  feedback_markdown: fields.feedback_markdown ?? null,
  options: optionsOf(fields.options),
  accepted: fields.accepted ?? [],
  number: fields.number ?? null,
  tolerance: fields.tolerance ?? null,
})

const optionsOf = (options: components['schemas']['LearnQuestionCreate']['options'] = []) =>
  options.map(({ text, is_correct = false, match = null }) => ({ text, is_correct, match }))

export const updateQuestion: Handler<'updateQuestion'> = async (ctx, { path, body }) => {
  const { actor_id, options, ...fields } = body
  const found = await store.findQuestion(ctx, path.id)
  if (!found) throw notFound()
  await lockQuiz(ctx, found.activity_id, actor_id)
  const row = await store.findQuestion(ctx, path.id)
  if (!row) throw notFound()
  const { kind, text_markdown, points, feedback_markdown, accepted, number, tolerance } = row
  const question = {
    ...{ kind, text_markdown, points, feedback_markdown, accepted, number, tolerance },
    ...differing(row, fields),
    options: options ? optionsOf(options) : row.options,
  }
  requireWhole(question)
  await store.updateQuestion(ctx, row.id, columnsOf(question))
  return { data: presentQuestion({ ...row, ...question }) }
}

export const deleteQuestion: Handler<'deleteQuestion'> = async (ctx, { path, body }) => {
  const row = await store.findQuestion(ctx, path.id)
  if (!row) throw notFound()
  await lockQuiz(ctx, row.activity_id, body?.actor_id)
  const { numDeletedRows } = await store.deleteQuestion(ctx, row.id)
  if (numDeletedRows === 0n) throw notFound()
  return { data: { id: row.id, deleted: true } }
}

/** The activity whose questions are changed by the course's author or a moderator; the course is locked. */
async function lockQuiz(
  ctx: Authoring,
  id: number,
  actorId: number | undefined,
): Promise<ActivityRow> {
  const { row, ...edited } = await lockPart(ctx, findActivity, id, actorId)
  tellPart(ctx, edited, 'learn_activity.updated', row.id)
  return row
}

const presentQuestion = (row: store.QuestionRow): Shown => ({
  id: row.id,
  activity_id: row.activity_id,
  kind: row.kind as Shown['kind'],
  text_markdown: row.text_markdown,
  points: row.points,
  position: row.position,
  feedback_markdown: row.feedback_markdown,
  options: row.options.map(({ text, is_correct, match }) => ({ text, is_correct, match })),
  accepted: [...row.accepted],
  number: row.number,
  tolerance: row.tolerance,
  created_at: timestamp(row.created_at),
})
