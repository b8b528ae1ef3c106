import { grownId, type Part, type Place } from '../part.ts'
import { TEMPLATE } from './certificate-templates.ts'
import { COURSE } from './courses.ts'
import { CERTIFIED, REVOKED } from './enrollments.ts'

const CERTIFICATE = 561
/** The one to revoke. */
const REVOCABLE = 562

export const part: Part = {
  ids: { certificates: CERTIFICATE, revokeCertificate: REVOCABLE },
  furnish(place) {
    const { at } = place
    insertCertificate(place, at(CERTIFICATE), at(CERTIFIED))
    insertCertificate(place, at(REVOCABLE), at(REVOKED))
  },
  grow(place, numbers) {
    for (const i of numbers) insertCertificate(place, grownId(i), grownId(i))
  },
}

function insertCertificate(
  { at, insert, now, tenantId }: Place,
  id: number,
  enrollment_id: number,
) {
  const serial = `MC-${tenantId}-${id}`
  insert('learn_certificates', [
    {
      ...{ id, serial, user_id: at(7), course_id: at(COURSE.id), enrollment_id },
      ...{ template_id: at(TEMPLATE), recipient_name: 'Pixel Pia', course_title: COURSE.title },
      ...{ status: 'issued', generation: 1, credit_hours: 2, credit_kind: 'CPD', score_pct: 90 },
      ...{ issued_at: now, expires_at: '2999-01-01T00:00:00Z' },
    },
  ])
  insert('learn_certificate_directory', [{ serial, certificate_id: id }])
}
