import type { components } from '@mobieus/contract'
import type { Handler, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import type { Chore } from '../../kit/surface.ts'
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

const KEPT_DAYS = 365
const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000
const BATCH = 500

/** Removes entries that are older than a year, a batch at most; answers how many. */
export async function purgeHelpAudit(ctx: Writing & { readonly now: Date }): Promise<number> {
  const removed = await store.deleteEntries(ctx, new Date(ctx.now.getTime() - KEPT_MS), BATCH)
  for (const { n, ...row } of removed) count(ctx, store.helpAuditList, -n, row)
  return removed.reduce((sum, { n }) => sum + n, 0)
}

export const auditPurge: Chore = {
  name: 'purgeHelpAudit',
  run: purgeHelpAudit,
  next: (partition) => store.nextRemoval(partition, KEPT_DAYS),
}
