import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import * as store from './attempts.store.ts'

type Attempt = components['schemas']['LearnAttempt']

export const listAttempts: Handler<'listAttempts'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listAttempts(ctx, query, page), presentAttempt)
}

export const getAttempt: Handler<'getAttempt'> = async (ctx, { path }) => {
  const row = await store.findAttempt(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentAttempt(row) }
}

export const presentAttempt = (row: store.AttemptRow): Attempt => ({
  id: row.id,
  activity_id: row.activity_id,
  enrollment_id: row.enrollment_id,
  user_id: row.user_id,
  number: row.number,
  status: row.status as Attempt['status'],
  score_pct: row.score_pct,
  passed: row.passed,
  started_at: timestamp(row.started_at),
  due_at: nullableTimestamp(row.due_at),
  submitted_at: nullableTimestamp(row.submitted_at),
  graded_at: nullableTimestamp(row.graded_at),
  return_reason: row.return_reason,
})
