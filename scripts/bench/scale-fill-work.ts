import type { Filled, InsertRows } from './scale-fill.ts'

const ENDPOINTS = 5
/** Rows that a purge finds due: some minutes', whatever the size. */
export const DUE = 1_500

/** Fills the rows that jobs look after: deliveries, stored answers, keys, sessions. */
export async function fillWork(
  insert: InsertRows,
  { id, rows, from, adminId }: Filled,
  member: (i: string) => string,
  at: (i: string) => string,
): Promise<void> {
  await insert(
    'webhook_endpoints',
    'id, url, subscribed_events, since_position, secret, secret_fingerprint, created_at',
    `${from.webhook_endpoints} + i, 'https://hooks.example.com/', '{*}', ${rows}, '', '', now()`,
    ENDPOINTS,
  )
  const open = `i > ${rows} * 4 / 5`
  await insert(
    'webhook_deliveries',
    `id, endpoint_id, event_position, event_type, status, attempt_count, next_attempt_at,
     created_at, completed_at`,
    `${from.webhook_deliveries} + i,
     ${from.webhook_endpoints} + case when ${open} then 1 else 2 + i % ${ENDPOINTS - 1} end,
     i, 'post.created', case when ${open} then 'failed' else 'succeeded' end, 1,
     case when ${open} then now() + interval '1 hour' end, ${at('i')},
     case when ${open} then null when i <= ${DUE} then now() - interval '40 days' else now() end`,
  )
  await insert(
    'webhook_delivery_attempts',
    'delivery_id, number, started_at, status_code, latency_ms',
    `${from.webhook_deliveries} + i, 1, ${at('i')}, 200, 20`,
    rows / 5,
  )
  const over = `case when i <= ${DUE} then now() - interval '1 minute' else now() + interval '1 day' end`
  await insert(
    'api_idempotency_keys',
    'key_hash, fingerprint, status, body, created_at, expires_at',
    `sha256((${id} || ' ' || i)::bytea), '', 201, '{}', now(), ${over}`,
  )
  await insert(
    'sessions',
    'id, user_id, created_at, expires_at',
    `${from.sessions} + i, ${member('i')}, now(), ${over}`,
    Math.max(2 * DUE, rows / 10),
  )
  await insert(
    'session_directory',
    'token_hash, session_id',
    `sha256(('session ${id} ' || i)::bytea), ${from.sessions} + i`,
    Math.max(2 * DUE, rows / 10),
  )
  await insert(
    'help_mailgun_tokens',
    'token_hash, used_at',
    `sha256(('mailgun ${id} ' || i)::bytea),
     case when i <= ${DUE} then now() - interval '40 days' else now() end`,
    Math.max(2 * DUE, rows / 10),
  )
  await insert(
    'sign_in_tokens',
    'token_hash, user_id, created_at, expires_at',
    `sha256(('link ${id} ' || i)::bytea), ${member('i')}, now(), ${over}`,
    Math.max(2 * DUE, rows / 10),
  )
  await insert(
    'api_keys',
    'id, user_id, label, environment, prefix, revoked_at, created_at',
    `${from.api_keys} + i, ${adminId}, 'Key ' || i, 'live', 'mc_live_0000', now(), now()`,
    rows / 10,
  )
  await insert(
    'api_key_directory',
    'key_hash, key_id, valid_until',
    `sha256(('key ${id} ' || i)::bytea), ${from.api_keys} + i, ${over}`,
    Math.max(2 * DUE, rows / 10),
  )
}
