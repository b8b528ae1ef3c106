import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { purgeOf } from '../../kit/purge.ts'
import * as store from './audit.store.ts'
import { authorOf } from '../tickets/authors.ts'

export const listHelpAudit: Handler<'listHelpAudit'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listEntries(ctx, query, page), presentEntry)
}

type Entry = components['schemas']['HelpAuditEntry']

/** An entry as the API shows it. */
export const presentEntry = (row: store.HelpAuditRow): Entry => ({
  id: row.id,
  event_key: row.event_key,
  actor_kind: row.actor_kind as Entry['actor_kind'],
  actor: authorOf(row).shown,
  target: { kind: row.target_kind, id: row.target_id },
  before_json: row.before_json,
  after_json: row.after_json,
  created_at: timestamp(row.created_at),
})

/** Removes entries after a year. */
export const auditPurge = purgeOf({
  name: 'purgeHelpAudit',
  keptDays: 365,
  async remove(ctx, before, limit) {
    const removed = await store.deleteEntries(ctx, before, limit)
    for (const { n, ...row } of removed) count(ctx, store.helpAuditList, -n, row)
    return removed.reduce((sum, { n }) => sum + n, 0)
  },
  oldest: store.oldestEntry,
})
