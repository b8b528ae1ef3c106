import type { components } from '@mobieus/contract'
import type { Handler } from '../kit/context.ts'
import { closePage, openPage } from '../kit/page.ts'
import { timestamp } from '../kit/present.ts'
import * as store from '../platform/audit-log.store.ts'

export const listAuditLog: Handler<'listAuditLog'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listAuditEntries(ctx, query, page), presentAuditEntry)
}

type Change = components['schemas']['AuditChange']

/** An entry as the API shows it. */
export const presentAuditEntry = (row: store.AuditRow): components['schemas']['AuditEntry'] => ({
  id: row.id,
  action: row.action,
  actor: row.actor_id === null ? null : { id: row.actor_id, username: row.username as string },
  target: { kind: row.target_kind, id: row.target_id },
  before: row.before as Change,
  after: row.after as Change,
  created_at: timestamp(row.created_at),
})
