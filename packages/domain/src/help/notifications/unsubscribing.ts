import type { Database, Secrets } from '@mobieus/db'
import { openToken, signedToken } from '../../kit/tokens.ts'
import { bySystem } from '../../platform/by-system.ts'
import { auditSetting } from '../audit/audited.ts'
import { lockPref, setPref, type PrefName } from './notification-prefs.store.ts'

const PURPOSE = 'unsubscribe'
const CHANNEL = 'email'

/** The path of the page that turns mail off. */
export const UNSUBSCRIBE_PATH = '/helpdesk/unsubscribe'

/** Mail that its reader can turn off: of one event, to one agent or requester. */
export type Subscription = Pick<PrefName, 'scope' | 'scope_id' | 'event_key'>

/** The path, with a token, at which one POST turns a subscription off. */
export function unsubscribePath(
  secrets: Secrets,
  tenantId: number,
  { scope, scope_id, event_key }: Subscription,
): string {
  const words = [tenantId, scope, scope_id, event_key]
  return `${UNSUBSCRIBE_PATH}?token=${signedToken(secrets.for(PURPOSE).signing, words)}`
}

/** The subscription of a token with its partition; `undefined` where the token is none of ours. */
export function subscriptionOf(
  secrets: Secrets,
  token: string,
): { readonly tenantId: number; readonly subscription: Subscription } | undefined {
  const words = openToken(secrets.for(PURPOSE).signing, token)
  if (!words) return undefined
  const [tenantId, scope, scope_id, event_key = ''] = words
  const subscription = {
    scope: scope as Subscription['scope'],
    scope_id: Number(scope_id),
    event_key,
  }
  return { tenantId: Number(tenantId), subscription }
}

/** Turns mail off, once: what is off already changes nothing. */
export const unsubscribe = (
  db: Database,
  tenantId: number,
  subscription: Subscription,
  now: Date,
): Promise<void> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const name = { ...subscription, channel: CHANNEL }
    const before = await lockPref(ctx, name)
    if (before?.enabled === false) return
    const { id } = await setPref(ctx, name, false)
    const change = {
      ...(before && { before: { enabled: true } }),
      after: { ...name, enabled: false },
    }
    auditSetting(ctx, 'notification_pref', 'unsubscribed', id, change)
  })
