import type { Acting } from '../../core/acting-user.ts'
import { audit, type Audited } from '../../platform/audit.ts'

/** An export or import, and the member whose it is. */
interface Owned {
  readonly id: number
  readonly user_id: number
}

/** Whether a member's removal is made. A shadow-banned member's of others' work is answered alike, and changes nothing. */
export const mayRemove = (by: Acting, { user_id }: Owned): boolean =>
  !by.shadowBanned || by.user.id === user_id

/** Tells the audit log that a member has removed another member's export or import. */
export function auditRemoval(
  ctx: Audited,
  kind: 'know_export' | 'know_import',
  { id, user_id }: Owned,
  { user }: Acting,
): void {
  if (user.id === user_id) return
  audit(ctx, `${kind}.deleted`, { kind, id }, { before: { user_id }, actor: user })
}
