import type { Caller } from '../kit/caller.ts'
import type { Writing } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { auditList, deferAuditEntry } from './audit-log.store.ts'

/** The state that an audited change needs; without a caller it is the system that acts. */
export interface Audited extends Writing {
  readonly now: Date
  readonly caller?: Caller
}

/** A change: the values before and after; where only a part changed, that part. Never a secret. */
export interface AuditedChange {
  readonly before?: object
  readonly after?: object
  /** The actor, where that is not the caller: the member a key acts for. `null` is the system. */
  readonly actor?: { readonly id: number } | null
}

/** `thing.past_participle`, in words of lower-case letters. */
type Action = `${string}.${string}`

/** The member behind a caller; a credential that nobody stands behind acts as the system does. */
const memberOf = (caller: Caller | undefined) => (caller && 'user' in caller ? caller.user : null)

/**
 * Adds an entry to the audit log, in the transaction of the change itself: neither is ever there
 * without the other. Written at its end, like events and counters.
 */
export function audit(
  ctx: Audited,
  action: Action,
  target: { readonly kind: string; readonly id: number },
  { before, after, actor = memberOf(ctx.caller) }: AuditedChange = {},
): void {
  deferAuditEntry(ctx, {
    ...{ action, target },
    actor_id: actor?.id ?? null,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    created_at: ctx.now,
  })
  count(ctx, auditList, 1, {
    action,
    target_kind: target.kind,
    actor_id: actor?.id ?? null,
  })
}
