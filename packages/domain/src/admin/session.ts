import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import type { Handler, Session, Tenant } from '../kit/context.ts'
import { presentTenant, timestamp } from '../kit/present.ts'
import * as store from './session.store.ts'

export const getSession: Handler<'getSession'> = async ({ tenant, session }) => ({
  data: presentSession(session as Session, tenant),
})

export const deleteSession: Handler<'deleteSession'> = async (ctx) => {
  const { id } = ctx.session as Session
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
