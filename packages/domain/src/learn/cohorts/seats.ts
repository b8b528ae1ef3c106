import { standingMember } from '../../core/acting-user.ts'
import type { Emitting, Writing } from '../../kit/context.ts'
import { conflict, notFound, problem } from '../../kit/problem.ts'
import { holdCourse } from '../courses/courses.store.ts'
import { changeEnrollment } from '../enrollments/completing.ts'
import { enroll } from '../enrollments/enrolling.ts'
import { findActive, lockEnrollment } from '../enrollments/enrollments.store.ts'
import * as store from './cohorts.store.ts'
import {
  findSeat,
  insertSeat,
  moveEnd,
  revokeSeat,
  setEnrollment,
  type MemberRow,
} from './members.store.ts'
import { statusOf } from './presentation.ts'

/** A write in which a member takes a seat, by an operation or on the page of an invitation. */
export type Redeeming = Writing & Emitting<'enrollment.created'> & { readonly now: Date }

/** A seat with its cohort, and whether it was taken now. */
export interface Redeemed {
  readonly cohort: store.CohortRow
  readonly seat: MemberRow
  readonly isNew: boolean
}

/**
 * Gives a member a seat of a cohort, and with it the course; whoever has one keeps it. The seat is counted last: the
 * lock of the cohort, for which all others wait, is held for the end of the transaction alone.
 */
export async function redeem(ctx: Redeeming, cohortId: number, userId: number): Promise<Redeemed> {
  const cohort = requireGranted(await store.findCohort(ctx, cohortId))
  const taken = await findSeat(ctx, cohortId, userId)
  if (taken) return keptSeat(cohort, taken)
  const user = await requireRedeemable(ctx, cohort, userId)
  const seat = { cohort_id: cohortId, user_id: userId, joined_at: ctx.now }
  // Another request may give the same member a seat: it is waited for.
  if (!(await insertSeat(ctx, seat)))
    return keptSeat(
      (await store.findCohort(ctx, cohortId)) as store.CohortRow,
      (await findSeat(ctx, cohortId, userId)) as MemberRow,
    )
  const enrollment_id = await enrollBySeat(ctx, cohort, user)
  await setEnrollment(ctx, seat, enrollment_id)
  const counted = await store.takeSeat(ctx, cohortId)
  if (!counted) throw exhausted(cohort)
  // The cohort was extended meanwhile, and who extends it does not see this enrollment yet.
  if (counted.expires_at?.getTime() !== cohort.expires_at?.getTime())
    await moveEnd(ctx, cohortId, enrollment_id)
  const made = { ...seat, enrollment_id, revoked_at: null, username: user.username }
  return { cohort: { ...cohort, ...counted }, seat: made, isNew: true }
}

function keptSeat(cohort: store.CohortRow, seat: MemberRow): Redeemed {
  if (seat.revoked_at) throw conflict('The member’s seat was revoked.', 'user_id')
  return { cohort, seat, isNew: false }
}

const exhausted = ({ seat_count }: store.CohortRow) =>
  problem('seats_exhausted', `All ${seat_count} seats are taken.`)

/** A cohort that has seats, locked; one without is `409 conflict`. */
export async function lockGranted(ctx: Writing, cohortId: number): Promise<store.CohortRow> {
  return requireGranted(await store.lockCohort(ctx, cohortId))
}

function requireGranted(cohort: store.CohortRow | undefined): store.CohortRow {
  if (!cohort) throw notFound()
  if (cohort.source !== 'grant') throw conflict('The cohort has no seats.')
  return cohort
}

/** The member, where there is a seat that they may take. */
async function requireRedeemable(
  ctx: Redeeming,
  cohort: store.CohortRow,
  userId: number,
): Promise<{ id: number; username: string }> {
  const user = await standingMember(ctx, 'user_id', userId)
  const status = statusOf(cohort, ctx.now)
  if (status === 'upcoming') throw conflict('The cohort has not started.')
  if (status === 'expired') throw conflict('The cohort has expired.')
  if (cohort.seats_used >= (cohort.seat_count as number)) throw exhausted(cohort)
  return user
}

/** The enrollment that a seat gives: that which is active stays as it is. */
async function enrollBySeat(
  ctx: Redeeming,
  cohort: store.CohortRow,
  user: { id: number; username: string },
): Promise<number> {
  const course = await holdCourse(ctx, cohort.course_id as number)
  if (course?.status !== 'published') throw conflict('The course is not published.')
  const place = { user, cohortId: cohort.id, expiresAt: cohort.expires_at }
  const made = await enroll(ctx, course, place)
  if (made) return made.id
  const { id } = (await findActive(ctx, user.id, course.id)) as { id: number }
  return id
}

/** Frees a seat. The enrollment that came with it is cancelled where it is active. */
export async function freeSeat(
  ctx: Writing & { readonly now: Date },
  { id }: store.CohortRow,
  seat: MemberRow,
) {
  await revokeSeat(ctx, id, seat.user_id, ctx.now)
  await store.giveSeatBack(ctx, id)
  const row = await lockEnrollment(ctx, seat.enrollment_id as number)
  if (row?.cohort_id !== id || row.status !== 'active') return
  const change = { status: 'cancelled', cancelled_at: ctx.now, cancel_reason: REVOKED }
  await changeEnrollment(ctx, row, change)
}

const REVOKED = 'The seat was revoked.'
