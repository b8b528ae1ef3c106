import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../kit/context.ts'
import { defer } from '../kit/defer.ts'
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

export const deferAuditEntry = (
  ctx: Writing,
  entry: Omit<Insertable<Tables['audit_log']>, 'tenant_id'>,
): void => defer(ctx, ctx.tx.insertInto('audit_log').values({ ...entry, tenant_id: ctx.tenantId }))

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
