import type { AnyContext, Handler } from '../../kit/context.ts'
import { conflict, invalidField, invalidParameter, noSuch, notFound } from '../../kit/problem.ts'
import { findAgent } from '../agents/agents.store.ts'
import { auditSetting } from '../audit/audited.ts'
import { prefOf, prefsOf, TENANT_ID } from './notification-prefs.rules.ts'
import * as store from './notification-prefs.store.ts'

/** The most preferences of a scope: all of them are answered at once. */
const MOST = 200

export const getNotificationPrefs: Handler<'getNotificationPrefs'> = async (ctx, { query }) => {
  const { scope = 'tenant_default', scope_id = TENANT_ID } = query
  const fault = faultOf({ scope, scope_id })
  if (fault) throw invalidParameter('scope_id', ...fault)
  if (!(await isThere(ctx, { scope, scope_id }))) throw notFound()
  const set = await store.listPrefs(ctx, { scope, scope_id })
  return { data: { scope, scope_id, prefs: prefsOf(set) } }
}

export const setNotificationPref: Handler<'setNotificationPref'> = async (ctx, { body }) => {
  const { enabled, ...name } = body
  const fault = faultOf(name)
  if (fault) throw invalidField('scope_id', ...fault)
  if (!(await isThere(ctx, name))) throw noSuch('scope_id')
  const before = await store.lockPref(ctx, name)
  if (!before && (await store.countPrefs(ctx, name)) >= MOST)
    throw conflict(`There are ${MOST} preferences of this scope already.`)
  const row = await store.setPref(ctx, name, enabled)
  if (before?.enabled !== enabled) {
    const change = { ...(before && { before: { enabled: before.enabled } }), after: body }
    auditSetting(ctx, 'notification_pref', 'set', row.id, change)
  }
  return { data: { ...name, ...prefOf([row], row.event_key, row.channel) } }
}

/** Only the tenant has the id 0, and the tenant has no other. */
function faultOf({ scope, scope_id }: store.Scope): readonly [string, string] | undefined {
  const ofTenant = scope === 'tenant_default'
  if (ofTenant === (scope_id === TENANT_ID)) return undefined
  return ofTenant
    ? ['not_allowed', 'has to be 0 for the tenant']
    : ['required', `has to be the id of the ${scope}`]
}

/** Requesters may write before anything else is known of them, so their ids are taken as they are. */
const isThere = async (ctx: AnyContext, { scope, scope_id }: store.Scope): Promise<boolean> =>
  scope !== 'agent' || (await findAgent(ctx, scope_id)) !== undefined
