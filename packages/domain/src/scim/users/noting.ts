import type { AnyContext } from '../../kit/context.ts'
import { audit } from '../../platform/audit.ts'
import { noteRequest } from '../requests/requests.ts'
import { changedAttributes } from './changes.rules.ts'
import { isActive, presentUser } from './presenting.ts'
import type { ScimUserRow } from './users.store.ts'

interface Change {
  readonly status: number
  readonly before?: ScimUserRow
  readonly after?: ScimUserRow
}

/** Notes a change of a user in both logs: the provisioning log has the resource before and after it. */
export function noteUser(ctx: AnyContext, { status, before, after }: Change): void {
  const id = (after ?? before)?.id as number
  noteRequest(ctx, {
    ...{ resourceType: 'User', id, status },
    before: before && presentUser(ctx, before),
    after: after && presentUser(ctx, after),
  })
  if (after) auditUser(ctx, after, before)
}

/**
 * The audit log is kept, so that it has names and which attributes have changed, whose values the provisioning log has for
 * a while. A ban, its end and a departure have entries of their own.
 */
function auditUser(ctx: AnyContext, after: ScimUserRow, before?: ScimUserRow): void {
  const target = { kind: 'user', id: after.id }
  if (before === undefined) {
    const made = { ...namesOf(after), active: isActive(after) }
    return audit(ctx, 'user.provisioned', target, { after: made })
  }
  const attributes = [
    ...changedAttributes(before.resource, after.resource),
    ...(before.has_active === after.has_active ? [] : ['active']),
  ]
  if (attributes.length === 0) return
  const change = { before: namesOf(before), after: { ...namesOf(after), attributes } }
  audit(ctx, 'user.updated', target, change)
}

const namesOf = ({ resource: { userName, externalId } }: ScimUserRow) => ({
  user_name: userName,
  ...(externalId !== undefined && { external_id: externalId }),
})

/** Notes that the provider has a member no more, who stays as they are. */
export const noteReleased = (ctx: AnyContext, id: number): void =>
  audit(
    ctx,
    'user.released',
    { kind: 'user', id },
    { before: { managed: true }, after: { managed: false } },
  )
