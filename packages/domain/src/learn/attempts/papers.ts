import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { notFound } from '../../kit/problem.ts'
import { findActivity } from '../activities/activities.store.ts'
import { findAttempt, type AttemptRow } from './attempts.store.ts'
import { presentItems, sightOf, type Sight } from './presentation.rules.ts'
import * as store from './papers.store.ts'

export const getAttemptPaper: Handler<'getAttemptPaper'> = async (ctx, { path }) => {
  const row = await findAttempt(ctx, path.id)
  const activity = row && (await findActivity(ctx, row.activity_id))
  if (!row) throw notFound()
  return { data: presentPaper(row, await store.findPaper(ctx, row.id), sightOf(row, activity)) }
}

export const getAttemptReview: Handler<'getAttemptReview'> = async (ctx, { path }) => {
  const row = await findAttempt(ctx, path.id)
  if (!row) throw notFound()
  const all = { answers: true, right: true }
  return { data: presentPaper(row, await store.findPaper(ctx, row.id), all) }
}

const presentPaper = (row: AttemptRow, paper: store.Paper, sight: Sight) => ({
  attempt_id: row.id,
  status: row.status as components['schemas']['LearnAttemptStatus'],
  items: presentItems(paper, sight),
})
