import type { components } from '@mobieus/contract'
import { actingMember, type Acting } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import type { Authoring } from '../courses/changes.ts'
import { requireTeacher } from '../courses/teaching.ts'
import { findCourse } from '../courses/courses.store.ts'
import { verifyUrlOf } from './certificates.rules.ts'
import * as store from './certificates.store.ts'
import { shownOn } from './issuing.ts'
import { tidyCertificate } from './printing.ts'

type Certificate = components['schemas']['LearnCertificate']

export const listCertificates: Handler<'listCertificates'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listCertificates(ctx, query, page)
  return closePage(page, found, (row) => presentCertificate(row, ctx.origin))
}

export const getCertificate: Handler<'getCertificate'> = async (ctx, { path }) => {
  const row = await store.findCertificate(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentCertificate(row, ctx.origin) }
}

export const revokeCertificate: Handler<'revokeCertificate'> = async (ctx, { path, body }) => {
  const { row, by } = await lockIssued(ctx, path.id, body.actor_id)
  const after = await store.updateCertificate(ctx, row.id, {
    ...{ status: 'revoked', revoked_at: ctx.now, revoked_by: by.id, revoke_reason: body.reason },
  })
  count(ctx, store.certificateList, -1, row)
  count(ctx, store.certificateList, 1, after)
  tell(ctx, 'learn_certificate.revoked', row, after, by)
  addTask(ctx, tidyCertificate, row.id)
  return { data: presentCertificate(after, ctx.origin) }
}

export const regenerateCertificate: Handler<'regenerateCertificate'> = async (
  ctx,
  { path, body },
) => {
  const { row, course, by } = await lockIssued(ctx, path.id, body?.actor_id)
  const after = await store.updateCertificate(ctx, row.id, {
    ...(await shownOn(ctx, course, row.user_id)),
    ...{ generation: row.generation + 1, regenerated_at: ctx.now },
  })
  tell(ctx, 'learn_certificate.regenerated', row, after, by)
  addTask(ctx, tidyCertificate, row.id)
  return { data: presentCertificate(after, ctx.origin) }
}

/** A certificate that holds, locked, with its course and the member who changes it. */
async function lockIssued(ctx: Authoring, id: number, actorId: number | undefined) {
  const actor = await actingMember(ctx, 'actor_id', actorId)
  const row = await store.lockCertificate(ctx, id)
  const course = row && (await findCourse(ctx, row.course_id))
  if (!row || !course) throw notFound()
  await requireTeacher(ctx, actor, course, row.user_id)
  if (row.status !== 'issued') throw conflict('The certificate is revoked.')
  return { row, course, by: actor.user }
}

function tell(
  ctx: Authoring,
  action: `learn_certificate.${string}`,
  before: store.CertificateRow,
  after: store.CertificateRow,
  actor: Acting['user'],
): void {
  const told = ({ status, generation, revoke_reason: reason }: store.CertificateRow) => ({
    ...{ status, generation, reason },
  })
  const target = { kind: 'learn_certificate', id: before.id }
  audit(ctx, action, target, { before: told(before), after: told(after), actor })
}

/** A certificate as the API shows it to who called this origin. */
export const presentCertificate = (row: store.CertificateRow, origin: string): Certificate => ({
  id: row.id,
  serial: row.serial,
  user_id: row.user_id,
  course_id: row.course_id,
  enrollment_id: row.enrollment_id,
  template_id: row.template_id,
  status: row.status as Certificate['status'],
  generation: row.generation,
  recipient_name: row.recipient_name,
  course_title: row.course_title,
  credit: { hours: row.credit_hours, kind: row.credit_kind },
  score_pct: row.score_pct,
  issued_at: timestamp(row.issued_at),
  expires_at: nullableTimestamp(row.expires_at),
  revoked_at: nullableTimestamp(row.revoked_at),
  revoke_reason: row.revoke_reason,
  verify_url: verifyUrlOf(origin, row.serial),
})
