import type { Database } from '@mobieus/db'
import { audit } from '../platform/audit.ts'
import { bySystem } from '../platform/by-system.ts'
import { SUPER_ADMIN } from '../platform/rank.rules.ts'
import { lockMemberByName, setStanding } from '../core/users.store.ts'

/**
 * Makes a member a super-admin for the system, where no administrator is left who could. A ban, a shadow
 * ban or a suspension is lifted with it: one who may not act would be none. Throws where there is no such
 * member, or one who is leaving. Answers the member.
 */
export const appointSuperAdmin = (
  db: Database,
  tenantId: number,
  username: string,
  now = new Date(),
): Promise<{ id: number; username: string }> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const member = await lockMemberByName(ctx, username)
    if (!member) throw new Error(`there is no member ${username}`)
    if (member.deletion_scheduled_at) throw new Error(`the deletion of ${username} is scheduled`)
    const { id, role, role_before_ban, suspended_until, shadow_banned_at } = member
    const after = {
      role: SUPER_ADMIN,
      role_before_ban: null,
      suspended_until: null,
      shadow_banned_at: null,
    }
    await setStanding(ctx, id, after)
    const before = { role, role_before_ban, suspended_until, shadow_banned_at }
    audit(ctx, 'user.appointed', { kind: 'user', id }, { before, after })
    return { id, username: member.username }
  })
