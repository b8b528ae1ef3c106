import { audit } from '../../platform/audit.ts'
import type { AnyContext } from '../../kit/context.ts'
import { setStanding } from '../../core/users.store.ts'
import { BANNED, REGISTERED } from '../../platform/rank.rules.ts'
import { endAccess } from './accounts.store.ts'
import type { ScimUserRow } from './users.store.ts'

type Member = Pick<ScimUserRow, 'id' | 'role' | 'role_before_ban'>

/**
 * Bans a member for their provider, or lifts what it has set; answers the member's role. A moderator's ban keeps the
 * role of before it, and the provider's does not: so each is lifted only by whose it is.
 */
export async function setActive(ctx: AnyContext, member: Member, active: boolean): Promise<number> {
  const { id, role, role_before_ban } = member
  const banned = role === BANNED
  if (!active && !banned) {
    await ban(ctx, id)
    return BANNED
  }
  if (active && banned && role_before_ban === null) {
    await setStanding(ctx, id, { role: REGISTERED })
    told(ctx, id, 'reactivated', { active: false }, { active: true })
    return REGISTERED
  }
  return role
}

async function ban(ctx: AnyContext, id: number): Promise<void> {
  await setStanding(ctx, id, { role: BANNED })
  await endAccess(ctx, id, ctx.now)
  told(ctx, id, 'deactivated', { active: true }, { active: false })
}

/** Bans a member whom the provider lets go, whoever has banned them before. */
export async function letGo(ctx: AnyContext, { id, role }: Member): Promise<void> {
  if (role !== BANNED) await setStanding(ctx, id, { role: BANNED })
  await endAccess(ctx, id, ctx.now)
  told(ctx, id, 'deprovisioned', { managed: true }, { managed: false })
}

const told = (ctx: AnyContext, id: number, how: string, before: object, after: object) =>
  audit(ctx, `user.${how}`, { kind: 'user', id }, { before, after })
