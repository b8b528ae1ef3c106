import type { Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../kit/context.ts'
import { deferRow } from '../kit/defer.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf, type Pages } from '../kit/list-pages.ts'

/** Every audited change; those of the system have no actor. */
export const auditList = listOf('audit_log', {
  from: 'audit_log as a',
  filters: { actor_id: 'actor_id', action: 'action', target_kind: 'target_kind' },
  counters: [
    ...(['actor_id', 'action', 'target_kind'] as const),
    ...([
      ['actor_id', 'action'],
      ['actor_id', 'target_kind'],
      ['action', 'target_kind'],
    ] as const),
  ],
})

/** An entry to be written; values as JSON. */
interface NewEntry {
  readonly action: string
  readonly actor_id: number | null
  readonly target: { readonly kind: string; readonly id: number }
  readonly before: string | undefined
  readonly after: string | undefined
  readonly created_at: Date
}

/** Leaves an entry for the end of the transaction, which writes all of its entries at once. */
export const deferAuditEntry = (
  ctx: Writing,
  { action, actor_id, target, before, after, created_at }: NewEntry,
): void =>
  deferRow(ctx, WRITE, [action, actor_id, target.kind, target.id, before, after, created_at])

const WRITE = `
  insert into audit_log (tenant_id, action, actor_id, target_kind, target_id, before, after, created_at)
  select $1::bigint, e.* from unnest(
    $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::jsonb[], $7::jsonb[], $8::timestamptz[]) e
  returning 1`

/** An entry with its actor's name; `null` for the system. */
export type AuditRow = Selectable<Tables['audit_log']> & { username: string | null }

const selectEntries = ({ tx, tenantId }: Partition, from = auditList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'a.actor_id'),
    )
    .selectAll('a')
    .select('u.username')
    .where('a.tenant_id', '=', tenantId)

export const listAuditEntries: Pages<typeof auditList, AuditRow> = pagesOf(auditList, selectEntries)
