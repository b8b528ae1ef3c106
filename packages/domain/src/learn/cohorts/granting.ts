import type { components } from '@mobieus/contract'
import { standingMember } from '../../core/acting-user.ts'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { invalidField, noSuch } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { audit } from '../../platform/audit.ts'
import { holdCourse } from '../courses/courses.store.ts'
import * as store from './cohorts.store.ts'
import { differingFields, invitedBy, nameOf, requireTimes } from './grants.rules.ts'
import { inviteUrlOf } from './invite-links.ts'
import { invite } from './inviting.ts'
import { listInvited } from './invites.store.ts'
import { presentGrant } from './presentation.ts'

type Grant = components['schemas']['LearnCohortGrant']

export const grantCohort: Handler<'grantCohort'> = async (ctx, { body }) => {
  const known = await store.findGrant(ctx, body.source_reference)
  if (known) return reply(ctx, 200, { data: await presentKnown(ctx, known, body) })
  await requireGood(ctx, body)
  const id = await store.insertGrant(ctx, columnsOf(body, ctx.now))
  const row = (await store.findGrant(ctx, body.source_reference)) as store.CohortRow
  // Another request has granted it in the same moment.
  if (id === undefined) return reply(ctx, 200, { data: await presentKnown(ctx, row, body) })
  await invite(ctx, id, invitedBy(body), false)
  const { course_id, seat_count, source_reference } = row
  const after = { course_id, seat_count, source_reference, buyer_user_id: row.buyer_user_id }
  audit(ctx, 'learn_cohort.granted', { kind: 'learn_cohort', id }, { after })
  return reply(ctx, 201, { data: presentGrant(row, inviteUrlOf(ctx, ctx.origin, id), []) })
}

async function presentKnown(ctx: AnyContext, row: store.CohortRow, sent: Grant) {
  const differs = differingFields(sent, row, await listInvited(ctx, row.id))
  return presentGrant(row, inviteUrlOf(ctx, ctx.origin, row.id), differs)
}

/** Refuses a grant before anything of it is written. */
async function requireGood(ctx: AnyContext, body: Grant): Promise<void> {
  requireTimes(body, ctx.now)
  await standingMember(ctx, 'buyer_user_id', body.buyer_user_id)
  const course = await holdCourse(ctx, body.course_id)
  if (!course) throw noSuch('course_id')
  if (course.status !== 'published')
    throw invalidField('course_id', 'not_allowed', 'is a course that is not published')
}

function columnsOf(body: Grant, now: Date) {
  const name = nameOf(body)
  const { buyer_user_id, course_id, seat_count, source_reference, starts_at, expires_at } = body
  return {
    ...{ source: 'grant', name, name_key: name.toLowerCase(), created_at: now, updated_at: now },
    ...{ buyer_user_id, course_id, seat_count, source_reference, starts_at, expires_at },
    organization_name: body.organization_name ?? null,
    metadata: JSON.stringify(body.metadata ?? {}),
  }
}
