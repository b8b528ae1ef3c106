import { sql, type RawBuilder } from 'kysely'
import type { Statement } from '@mobieus/db'
import type { Outbox, Writing } from './context.ts'

/**
 * Whose keys are refused, and what a key may do, is decided from memory: a write that changes a member, a
 * key or a tenant tells every process, with its commit, that what it keeps of it is no longer so.
 */

const CHANNEL = 'mobieus_changed'

/** Another name, or another standing: what is kept of the member's keys has both. */
export const announceMember = (ctx: Announcing, id: number): void => announce(ctx, 'member', id)

/** Another label, limit, end or secret of a key, or other scopes. */
export const announceKey = (ctx: Announcing, id: number): void => announce(ctx, 'key', id)

type Announcing = Pick<Writing, 'outbox' | 'tenantId'>

function announce({ outbox, tenantId }: Announcing, kind: string, id: number): void {
  outbox.announcements ??= []
  outbox.announcements.push(`${kind}:${tenantId}:${id}`)
}

/** A column beside changed rows of `tenants`, for tenants have no outbox: their writes are one statement. */
export const announcedTenant = (): RawBuilder<unknown> =>
  sql`pg_notify(${sql.lit(CHANNEL)}, 'tenant:' || slug)`

/** All that a write announces, as one statement of its transaction. */
export const announcement = (announcements: NonNullable<Outbox['announcements']>): Statement => ({
  text: `select pg_notify('${CHANNEL}', each) from unnest($1::text[]) each`,
  values: [announcements],
})
