import type { Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import type { Chore, SystemWriting } from '../../kit/surface.ts'
import { findAnyActivity, type ActivityRow } from '../activities/activities.store.ts'
import { lockEnrollment, type EnrollmentRow } from '../enrollments/enrollments.store.ts'
import { recordProgress, type Recording } from '../progress/progress.ts'
import { marked, scored, scoreOver } from '../questions/questions.rules.ts'
import { attemptList, findAttempt, type AttemptRow } from './attempts.store.ts'
import * as store from './papers.store.ts'

/** Writes a change of an attempt, whose enrollment is locked, and moves it between the counters. */
export async function changeAttempt(
  ctx: Writing,
  row: AttemptRow,
  change: Partial<AttemptRow>,
): Promise<AttemptRow> {
  await store.updateAttempt(ctx, row.id, change)
  const after = { ...row, ...change }
  if (after.status !== row.status) {
    count(ctx, attemptList, -1, row)
    count(ctx, attemptList, 1, after)
  }
  return after
}

/** Scores an attempt whose enrollment is locked by its paper, and brings the activity's progress to it. */
export async function settleAttempt(
  ctx: Recording,
  enrollment: EnrollmentRow,
  row: AttemptRow,
  paper: store.Paper,
): Promise<AttemptRow> {
  const activity = await findAnyActivity(ctx, row.activity_id)
  const marks = paper.items.map((item) =>
    marked(item, paper.answers[item.question_id], paper.grades[item.question_id]),
  )
  const { score_pct, isPending } = scored(paper.items, marks)
  const after = await changeAttempt(ctx, row, {
    ...{ status: isPending ? 'pending_review' : 'graded', score_pct },
    passed: isPending ? null : score_pct >= (activity?.pass_mark_pct ?? 0),
    submitted_at: row.submitted_at ?? endOf(row, ctx.now),
    graded_at: isPending ? null : ctx.now,
    return_reason: null,
  })
  if (activity && !activity.deleted_at) await recordAttempts(ctx, enrollment, activity)
  return after
}

/** An attempt has ended when its time was over, whenever it is submitted. */
const endOf = ({ due_at }: AttemptRow, now: Date): Date => (due_at && due_at < now ? due_at : now)

/** Records what the attempts of an enrollment at an activity come to together. */
async function recordAttempts(
  ctx: Recording,
  enrollment: EnrollmentRow,
  activity: ActivityRow,
): Promise<void> {
  const own = await store.listOwn(ctx, enrollment.id, activity.id)
  const graded = own.filter(({ status }) => status === 'graded')
  const scores = graded.map((each) => each.score_pct ?? 0)
  const score_pct = scoreOver(activity.scoring_method, scores)
  const seconds = own.reduce(
    (sum, { started_at, submitted_at }) =>
      sum + ((submitted_at ?? started_at).getTime() - started_at.getTime()) / 1000,
    0,
  )
  const state = stateOf(score_pct, activity.pass_mark_pct)
  await recordProgress(ctx, enrollment, activity.id, { state, score_pct, seconds, isWhole: true })
}

function stateOf(score: number | null, mark: number | null) {
  if (score === null) return 'started'
  if (mark === null) return 'completed'
  return score >= mark ? 'passed' : 'failed'
}

const BATCH = 50

/** Submits attempts whose time is over with the answers that are saved, at most a batch; answers how many. */
async function submitDue(ctx: SystemWriting): Promise<number> {
  const due = await store.listDue(ctx, ctx.now, BATCH)
  for (const { id, enrollment_id } of due) {
    const enrollment = await lockEnrollment(ctx, enrollment_id)
    const row = await findAttempt(ctx, id)
    if (enrollment && row?.status === 'in_progress')
      await settleAttempt(ctx, enrollment, row, await store.findPaper(ctx, id))
  }
  return due.length
}

export const attemptSubmission: Chore = {
  name: 'submitLearnAttempts',
  run: submitDue,
  next: store.nextDue,
}
