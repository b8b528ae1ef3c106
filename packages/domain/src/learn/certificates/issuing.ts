import type { Emitting, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { readSettings, settingOf } from '../../kit/settings.ts'
import { findAppIni } from '../../platform/webhook-work.store.ts'
import { findDefaultTemplate } from '../certificate-templates/certificate-templates.store.ts'
import type { CourseRow } from '../courses/courses.store.ts'
import type { EnrollmentRow } from '../enrollments/enrollments.store.ts'
import { timeZone } from '../settings.ts'
import { expiryOf, newSerial } from './certificates.rules.ts'
import * as store from './certificates.store.ts'

type Issuing = Writing & { readonly now: Date } & Emitting<'certificate.issued'>

/**
 * Issues the certificate of an enrollment that is locked and completed, in the transaction that completes it. It says
 * what holds now: later changes of the course or of the member do not change it.
 */
export async function issueCertificate(
  ctx: Issuing,
  enrollment: EnrollmentRow,
  course: CourseRow,
): Promise<store.CertificateRow> {
  const { id: enrollment_id, user_id, score_pct } = enrollment
  const row = await store.insertCertificate(ctx, {
    ...{ serial: newSerial(), user_id, course_id: course.id, enrollment_id, score_pct },
    ...(await shownOn(ctx, course, user_id)),
    ...{ credit_hours: course.credit_hours, credit_kind: course.credit_kind },
    issued_at: ctx.now,
    expires_at: await creditEnd(ctx, course.credit_expires_after_months),
  })
  count(ctx, store.certificateList, 1, row)
  emit(ctx, 'certificate.issued', {
    ...{ certificate_id: row.id, serial: row.serial, enrollment_id },
    ...{ course_id: course.id, course_slug: course.slug },
    user: { id: user_id, username: enrollment.username },
    issued_at: timestamp(row.issued_at),
    expires_at: nullableTimestamp(row.expires_at),
  })
  return row
}

/** When a credit expires that is earned now; null for never. */
async function creditEnd(ctx: Issuing, months: number | null): Promise<Date | null> {
  if (months === null) return null
  return expiryOf(ctx.now, months, settingOf(readSettings(await findAppIni(ctx)), timeZone))
}

/** The columns that a certificate shows when it is made now. */
export async function shownOn(ctx: Writing, course: CourseRow, userId: number) {
  const template = course.certificate_template_id ?? (await findDefaultTemplate(ctx))?.id ?? null
  const recipient_name = (await store.findRecipientName(ctx, userId)) ?? ''
  return { template_id: template, recipient_name, course_title: course.title }
}
