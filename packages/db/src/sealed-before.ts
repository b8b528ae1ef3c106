import type pg from 'pg'
import { foreignSecret } from './installation.ts'
import { sealingKeys, unseal } from './seal.ts'
import type { AppSecrets } from './secrets.ts'

/** The columns that versions before check values have sealed: for which purpose, and where. */
const SEALED = [
  {
    table: 'webhook_endpoints',
    purpose: 'webhook secrets',
    query: `select secret as sealed, 'webhook secret ' || tenant_id || '/' || id as place
            from webhook_endpoints where secret is not null order by id desc limit 100`,
  },
  {
    table: 'api_idempotency_keys',
    purpose: 'stored answers',
    query: `select body as sealed, tenant_id || ' ' || encode(key_hash, 'hex') as place
            from api_idempotency_keys where body is not null order by created_at desc limit 100`,
  },
]

/**
 * Refuses secrets that open nothing of what a database without a check value keeps sealed. One that
 * keeps nothing sealed loses nothing by any secret.
 */
export async function refuseWhatOpensNothing(
  client: pg.Client,
  secrets: AppSecrets,
): Promise<void> {
  let sealed = 0
  for (const { table, purpose, query } of SEALED) {
    const there = await client.query('select from pg_class where oid = to_regclass($1)', [table])
    if (there.rowCount === 0) continue
    const { rows } = await client.query<{ sealed: string; place: string }>(query)
    const keys = sealingKeys(secrets, purpose)
    if (rows.some((row) => unseal(keys, row.sealed, row.place) !== undefined)) return
    sealed += rows.length
  }
  if (sealed > 0) throw foreignSecret()
}
