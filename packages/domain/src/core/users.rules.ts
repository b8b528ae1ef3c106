import { takenAs } from '../kit/taken.ts'

/** A registration meets a member of that name or address. */
export const rejectTaken = takenAs({
  users_tenant_id_username_key_key: 'username',
  users_tenant_id_email_key_key: 'email',
})

const ACTIVITY_MS = 60_000

/**
 * Whether a member's last activity is so long ago that another one is noted. It is noted to the minute, so
 * that a member who writes all the time does not wait for their own row.
 */
export const activityIsNew = (last: Date | null, now: Date): boolean =>
  last === null || now.getTime() - last.getTime() >= ACTIVITY_MS
