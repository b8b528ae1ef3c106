import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import type { Session } from '../kit/caller.ts'
import type { Handler, Tenant } from '../kit/context.ts'
import { presentTenant, timestamp } from '../kit/present.ts'
import * as store from './session.store.ts'

export const getSession: Handler<'getSession'> = async ({ tenant, caller }) => ({
  data: presentSession(caller, tenant),
})

export const deleteSession: Handler<'deleteSession'> = async (ctx) => {
  const { id } = ctx.caller
  await store.endSession(ctx, id, ctx.now)
  audit(ctx, 'session.ended', { kind: 'session', id })
  return { data: { id, deleted: true } }
}

/** A session as its member sees it. */
export const presentSession = (
  session: Session,
  tenant: Tenant,
): components['schemas']['Session'] => ({
  id: session.id,
  tenant: presentTenant(tenant),
  user: session.user,
  role: session.role as components['schemas']['Role'],
  csrf_token: session.csrfToken,
  created_at: timestamp(session.createdAt),
  expires_at: timestamp(session.expiresAt),
})
