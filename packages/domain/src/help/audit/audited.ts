import { count } from '../../kit/count.ts'
import { audit, type Audited } from '../../platform/audit.ts'
import { deferEntry, helpAuditList } from './audit.store.ts'
import type { Author } from '../tickets/authors.ts'

/** The things of the help desk, as the audit logs name their kinds. */
type Kind =
  | 'canned_response'
  | 'email_account'
  | 'help_agent'
  | 'help_calendar'
  | 'help_queue'
  | 'help_rule'
  | 'help_settings'
  | 'help_tag'
  | 'help_topic'
  | 'notification_pref'
  | 'outgoing_email'
  | 'sla_plan'

/** A thing as the audit log tells it: what an administrator has set, and its id. */
type Told = Readonly<Record<string, unknown>> & { readonly id: number }

/** The values before and after; where only a part changed, that part. Never a secret, nor the text of a message. */
interface Change {
  readonly before?: object
  readonly after?: object
}

/**
 * Adds an entry to the audit log of the help desk, in the transaction of the change itself. Requests, mail, rules
 * and the clock write theirs by this alike. The event is named `thing.past_participle`; it need not be one that
 * webhooks tell.
 */
export function noteInAudit(
  ctx: Audited,
  event_key: `${string}.${string}`,
  target: { readonly kind: string; readonly id: number },
  { before, after }: Change,
  by: Pick<Author, 'columns' | 'isCaller' | 'isKey'>,
): void {
  const actor_kind = actorKindOf(ctx, by)
  deferEntry(ctx, {
    ...{ event_key, actor_kind, ...by.columns, target_kind: target.kind, target_id: target.id },
    before_json: before && JSON.stringify(before),
    after_json: after && JSON.stringify(after),
    created_at: ctx.now,
  })
  count(ctx, helpAuditList, 1, { event_key, actor_kind })
}

/** A key that names nobody acts as the API; a member in the console stands on the side of the agents. */
function actorKindOf(
  { caller }: Audited,
  { columns, isCaller, isKey }: Pick<Author, 'columns' | 'isCaller' | 'isKey'>,
) {
  if (columns.requester_id !== null) return 'requester'
  if (columns.user_id === null) return 'system'
  return isKey || (isCaller && caller?.kind === 'key') ? 'api' : 'agent'
}

/** Notes what has been done to what the desk is set up with, for administrators as well. */
export function auditSetting(
  ctx: Audited,
  kind: Kind,
  done: string,
  id: number,
  change: Change = {},
): void {
  audit(ctx, `${kind}.${done}`, { kind, id }, change)
  const user_id = ctx.caller && 'user' in ctx.caller ? ctx.caller.user.id : null
  const columns = { agent_id: null, user_id, requester_id: null }
  noteInAudit(ctx, `${kind}.${done}`, { kind, id }, change, { columns, isCaller: true })
}

/** Notes a new thing in the audit log. */
export function auditCreated(ctx: Audited, kind: Kind, { id, ...after }: Told): void {
  auditSetting(ctx, kind, 'created', id, { after })
}

/** Notes the fields of a thing that have changed; nothing where none has. */
export function auditUpdated(ctx: Audited, kind: Kind, before: Told, after: Told): void {
  const change = changeOf(before, after)
  if (change) auditSetting(ctx, kind, 'updated', after.id, change)
}

/** Notes a thing that is gone, as it was. */
export function auditDeleted(ctx: Audited, kind: Kind, { id, ...before }: Told): void {
  auditSetting(ctx, kind, 'deleted', id, { before })
}

type Fields = Readonly<Record<string, unknown>>

/** The fields that have changed, before and after; `undefined` where none has. */
export function changeOf(before: Fields, after: Fields): Required<Change> | undefined {
  const changed = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  if (changed.length === 0) return undefined
  const part = (row: Fields) => Object.fromEntries(changed.map((name) => [name, row[name]]))
  return { before: part(before), after: part(after) }
}
