import { sql, type RawBuilder } from 'kysely'
import type { Statement } from '@mobieus/db'
import type { AnyContext, Outbox, Writing } from './context.ts'

/**
 * Announcements of changes. Every process decides about keys from memory. So a write that changes a
 * member, a key or a tenant tells all of them, at its commit, to forget it.
 */

const CHANNEL = 'mobieus_changed'

/** Announces a member whose name or standing has changed: cached keys hold both. */
export const announceMember = (ctx: Announcing, id: number): void => announce(ctx, 'member', id)

/** Announces a key whose label, limit, end, secret or scopes have changed. */
export const announceKey = (ctx: Announcing, id: number): void => announce(ctx, 'key', id)

/** Announces a tenant whose settings have changed. */
export const announceTenant = ({ outbox, tenant }: Pick<AnyContext, 'outbox' | 'tenant'>): void =>
  tell(outbox, `tenant:${tenant.slug}`)

type Announcing = Pick<Writing, 'outbox' | 'tenantId'>

const announce = ({ outbox, tenantId }: Announcing, kind: string, id: number): void =>
  tell(outbox, `${kind}:${tenantId}:${id}`)

function tell(outbox: Outbox, change: string): void {
  outbox.announcements ??= []
  outbox.announcements.push(change)
}

/**
 * The announcement of tenants that change outside of a tenant's write, as a column beside their changed
 * rows.
 */
export const announcedTenant = (): RawBuilder<unknown> =>
  sql`pg_notify(${sql.lit(CHANNEL)}, 'tenant:' || slug)`

/** The announcements of a write, as one statement of its transaction. */
export const announcement = (announcements: NonNullable<Outbox['announcements']>): Statement => ({
  text: `select pg_notify('${CHANNEL}', each) from unnest($1::text[]) each`,
  values: [announcements],
})
