import type { Handler } from '../../kit/context.ts'
import { conflict, problem } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { presentAttempt } from './attempts.ts'
import { findPaper, listOwn, updatePaper } from './papers.store.ts'
import { changeAttempt } from './submitting.ts'
import { lockForTeacher } from './taking.ts'

export const returnAttempt: Handler<'returnAttempt'> = async (ctx, { path, body }) => {
  const { row, enrollment, actor } = await lockForTeacher(ctx, path.id, body.actor_id)
  if (row.status !== 'pending_review') throw conflict('The attempt does not wait to be graded.')
  if (enrollment.status !== 'active' && enrollment.status !== 'completed')
    throw conflict(`The enrollment is ${enrollment.status}.`)
  const own = await listOwn(ctx, enrollment.id, row.activity_id)
  const open = own.find(({ status }) => status === 'in_progress')
  if (open)
    throw problem('conflict', 'Another attempt is in progress.', {
      facts: { existing_id: open.id },
    })
  // Points for answers that may change now would count for those that take their place.
  const paper = await findPaper(ctx, row.id)
  await updatePaper(ctx, row.id, { ...paper, grades: {} })
  const after = await changeAttempt(ctx, row, {
    ...{ status: 'in_progress', score_pct: null, passed: null, due_at: null },
    ...{ submitted_at: null, graded_at: null, return_reason: body.reason },
  })
  const told = ({ status, return_reason }: typeof row) => ({ status, return_reason })
  const change = { before: told(row), after: told(after), actor }
  audit(ctx, 'learn_attempt.returned', { kind: 'learn_attempt', id: row.id }, change)
  return { data: presentAttempt(after) }
}
