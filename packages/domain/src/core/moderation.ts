import type { components } from '@mobieus/contract'
import type { Handler } from '../kit/context.ts'
import { closePage, openPage } from '../kit/page.ts'
import { timestamp } from '../kit/present.ts'
import { actingModerator } from './acting-user.ts'
import { enforce } from './enforcement.ts'
import { targetOf } from './moderation.rules.ts'
import * as store from './moderation.store.ts'

export const listModerationActions: Handler<'listModerationActions'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listActions(ctx, query, page), presentAction)
}

export const createModerationAction: Handler<'createModerationAction'> = async (ctx, { body }) => {
  const { action, duration_hours: hours, reason = null } = body
  const target = targetOf(body)
  const actor = await actingModerator(ctx, body.actor_id)
  const field = `target_${target.kind}_id`
  const row = await enforce(ctx, { action, actor, target, hours, reason, reportId: null, field })
  return { data: presentAction(row) }
}

/** An entry of the log as the API shows it. */
export const presentAction = (row: store.ActionRow): components['schemas']['ModerationAction'] => ({
  id: row.id,
  action: row.action as components['schemas']['ModerationLogAction'],
  target: { kind: row.target_kind, id: row.target_id },
  target_user_id: row.target_user_id,
  report_id: row.report_id,
  duration_hours: row.duration_hours,
  reason: row.reason,
  actor: { id: row.actor_id, username: row.username },
  created_at: timestamp(row.created_at),
})
