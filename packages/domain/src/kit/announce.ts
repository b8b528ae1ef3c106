import { sql, type RawBuilder } from 'kysely'
import type { Statement } from '@mobieus/db'
import type { Outbox, Writing } from './context.ts'

/**
 * Announcements of changes. Every process decides about keys from memory. So a write that changes a
 * member, a key or a tenant tells all of them, at its commit, to forget it.
 */

const CHANNEL = 'mobieus_changed'

/** Announces a member whose name or standing has changed: cached keys hold both. */
export const announceMember = (ctx: Announcing, id: number): void => announce(ctx, 'member', id)

/** Announces a key whose label, limit, end, secret or scopes have changed. */
export const announceKey = (ctx: Announcing, id: number): void => announce(ctx, 'key', id)

type Announcing = Pick<Writing, 'outbox' | 'tenantId'>

function announce({ outbox, tenantId }: Announcing, kind: string, id: number): void {
  outbox.announcements ??= []
  outbox.announcements.push(`${kind}:${tenantId}:${id}`)
}

/**
 * The announcement of a tenant, as a column beside its changed rows: tenants have no outbox, their
 * writes are one statement.
 */
export const announcedTenant = (): RawBuilder<unknown> =>
  sql`pg_notify(${sql.lit(CHANNEL)}, 'tenant:' || slug)`

/** The announcements of a write, as one statement of its transaction. */
export const announcement = (announcements: NonNullable<Outbox['announcements']>): Statement => ({
  text: `select pg_notify('${CHANNEL}', each) from unnest($1::text[]) each`,
  values: [announcements],
})
