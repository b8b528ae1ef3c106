import { createHash } from 'node:crypto'
import type { EnrollmentRow } from '../enrollments/enrollments.store.ts'

/** The registration of an enrollment in an activity: the same for all of its launches, as a UUID (RFC 9562, 5.5). */
export function registrationOf(
  tenantId: number,
  { id, enrolled_at }: Pick<EnrollmentRow, 'id' | 'enrolled_at'>,
  activityId: number,
): string {
  const words = ['learn registration', tenantId, id, enrolled_at.getTime(), activityId]
  const hex = createHash('sha1').update(words.join(' ')).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
