import { actingMember, actingModerator } from '../../core/acting-user.ts'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { invalidField, notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import * as store from './cohorts.store.ts'
import { extending } from './extending.ts'
import { listInvites } from './invites.store.ts'
import { findSeat, listMembers } from './members.store.ts'
import { presentCohort, presentInvite, presentMember, presentSeat } from './presentation.ts'
import { freeSeat, lockGranted, redeem } from './seats.ts'

export const listCohorts: Handler<'listCohorts'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listCohorts(ctx, { ...query, is_deleted: false }, page)
  return closePage(page, found, (row) => presentCohort(row, ctx.now))
}

export const getCohort: Handler<'getCohort'> = async (ctx, { path }) => ({
  data: presentCohort(await loadCohort(ctx, path.id), ctx.now),
})

export const listCohortMembers: Handler<'listCohortMembers'> = async (ctx, { path, query }) => {
  // The cursor of one cohort is none of another's.
  const page = openPage(ctx, { ...query, ...path })
  const { id } = await loadCohort(ctx, path.id)
  return closePage(page, await listMembers(ctx, { cohort_id: id }, page), presentMember)
}

export const listCohortInvites: Handler<'listCohortInvites'> = async (ctx, { path, query }) => {
  const page = openPage(ctx, { ...query, ...path })
  const { id } = await loadCohort(ctx, path.id)
  return closePage(page, await listInvites(ctx, { cohort_id: id }, page), presentInvite)
}

export const redeemCohortSeat: Handler<'redeemCohortSeat'> = async (ctx, { path, body }) => {
  const { cohort, seat, isNew } = await redeem(ctx, path.id, body.user_id)
  const data = presentSeat(cohort, seat)
  return isNew ? reply(ctx, 201, { data }) : reply(ctx, 200, { data })
}

export const extendCohort: Handler<'extendCohort'> = async (ctx, { path, body }) => {
  const by = await actingModerator(ctx, body.actor_id)
  const row = await lockGranted(ctx, path.id)
  const expires_at = body.expires_at === null ? null : new Date(body.expires_at)
  if (expires_at && (!row.expires_at || expires_at < row.expires_at || expires_at <= ctx.now))
    throw invalidField('expires_at', 'too_early', 'is before the end that the cohort has, or past')
  await store.updateCohort(ctx, row.id, { expires_at, updated_at: ctx.now })
  addTask(ctx, extending, row.id)
  const change = { before: { expires_at: row.expires_at }, after: { expires_at }, actor: by.user }
  audit(ctx, 'learn_cohort.extended', { kind: 'learn_cohort', id: row.id }, change)
  return { data: presentCohort(await loadCohort(ctx, row.id), ctx.now) }
}

export const revokeCohortSeat: Handler<'revokeCohortSeat'> = async (ctx, { path, body }) => {
  const by = await actingMember(ctx, 'actor_id', body.actor_id)
  const row = await lockGranted(ctx, path.id)
  if (by.user.id !== row.buyer_user_id) await actingModerator(ctx, body.actor_id)
  const seat = await findSeat(ctx, row.id, body.user_id)
  if (!seat || seat.revoked_at) throw invalidField('user_id', 'not_found', 'has no seat')
  await freeSeat(ctx, row, seat)
  const { user_id, enrollment_id } = seat
  const change = { before: { user_id, enrollment_id }, actor: by.user }
  audit(ctx, 'learn_cohort.seat_revoked', { kind: 'learn_cohort', id: row.id }, change)
  return { data: presentCohort(await loadCohort(ctx, row.id), ctx.now) }
}

async function loadCohort(ctx: AnyContext, id: number): Promise<store.CohortRow> {
  const row = await store.findCohort(ctx, id)
  if (!row) throw notFound()
  return row
}
