import type pg from 'pg'
import type { ScaleTenant } from './scale-fill.ts'

/**
 * The counters that `count()` would have kept: of each list, its condition and the properties that
 * filter it.
 */
const COUNTED: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
  ['users', 'users', 'deletion_scheduled_at is null', {}],
  [
    'posts',
    'posts',
    'deleted_at is null and not hidden',
    {
      author_id: 'author_id',
      thread_id: 'thread_id',
      forum_slug:
        '(select slug from forums f where f.tenant_id = r.tenant_id and f.id = r.forum_id)',
    },
  ],
  [
    'listings',
    'listings',
    'not hidden',
    { status: 'status', seller_id: 'seller_id', category_id: 'category_id' },
  ],
  [
    'files',
    'files',
    `status = 'approved' and not hidden`,
    {
      uploader_id: 'uploader_id',
      area_slug:
        '(select slug from file_areas a where a.tenant_id = r.tenant_id and a.id = r.area_id)',
    },
  ],
  [
    'reports',
    'reports',
    'true',
    {
      status: 'status',
      reason_category: 'reason_category',
      reported_user_id: 'reported_user_id',
    },
  ],
  [
    'moderation_actions',
    'moderation_actions',
    'true',
    { action: 'action', target_user_id: 'target_user_id' },
  ],
  [
    'audit_log',
    'audit_log',
    'true',
    { actor_id: 'actor_id', action: 'action', target_kind: 'target_kind' },
  ],
  ['events', 'api_events', 'true', { type: 'type' }],
  ['webhooks', 'webhook_endpoints', 'deleted_at is null', {}],
  ['webhook_deliveries', 'webhook_deliveries', 'true', { endpoint_id: 'endpoint_id' }],
  ['api_keys', 'api_keys', 'true', {}],
]

/** Writes the counters of a filled tenant, as the API would have left them. */
export async function fillCounters(
  owner: pg.ClientBase,
  { id, rows }: Pick<ScaleTenant, 'id' | 'rows'>,
): Promise<void> {
  await owner.query('delete from counters where tenant_id = $1', [id])
  for (const [list, table, condition, by] of COUNTED) {
    const found = `from ${table} r where tenant_id = ${id} and ${condition}`
    await owner.query(
      `insert into counters (tenant_id, name, value) select ${id}, '${list}', count(*) ${found}`,
    )
    for (const [property, column] of Object.entries(by))
      await owner.query(
        `insert into counters (tenant_id, name, value)
         select ${id}, '${list}.${property}=' || ${column}, count(*) ${found} group by ${column}`,
      )
  }
  await owner.query(`insert into event_cursors values (${id}, 'webhooks', ${rows})`)
}
