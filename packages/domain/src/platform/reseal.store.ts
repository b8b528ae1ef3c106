import { sql, type NotNull } from 'kysely'
import type { Partition } from '../kit/context.ts'

/** Sealed values, page by page in the order of their keys, without those that have this key id already. */

const elsewhere = (column: string, keyId: string) =>
  sql<boolean>`${sql.ref(column)} not like ${`${keyId}.%`}`

export const listSealedEndpoints = (
  { tx, tenantId }: Partition,
  keyId: string,
  after: number,
  limit: number,
) =>
  tx
    .selectFrom('webhook_endpoints')
    .select(['id', 'secret', 'previous_secret', 'previous_secret_expires_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '>', after)
    .where(({ or }) => or([elsewhere('secret', keyId), elsewhere('previous_secret', keyId)]))
    .orderBy('id')
    .limit(limit)
    .execute()

/** An endpoint's secrets as they shall be, and as they were read. */
export interface ResealedEndpoint {
  readonly id: number
  readonly secret: string | null
  readonly previous_secret: string | null
  readonly previous_secret_expires_at: Date | null
  readonly was: string | null
}

/** Answers how many were still as they were read; a secret rotated meanwhile is left alone. */
export async function updateEndpoints(
  { tx, tenantId }: Partition,
  endpoints: readonly ResealedEndpoint[],
): Promise<number> {
  const { rows } = await sql`
    update webhook_endpoints w
    set secret = r.secret, previous_secret = r.previous_secret,
      previous_secret_expires_at = r.previous_secret_expires_at
    from json_to_recordset(${JSON.stringify(endpoints)}::json) as r(
      id bigint, secret text, previous_secret text, previous_secret_expires_at timestamptz, was text)
    where w.tenant_id = ${tenantId} and w.id = r.id and w.secret is not distinct from r.was
    returning w.id`.execute(tx)
  return rows.length
}

/** Keys without an answer have nothing to open, and are not like anything. */
export const listSealedAnswers = (
  { tx, tenantId }: Partition,
  keyId: string,
  after: Buffer,
  now: Date,
  limit: number,
) =>
  tx
    .selectFrom('api_idempotency_keys')
    .select(['key_hash', 'body'])
    .$narrowType<{ body: NotNull }>()
    .where('tenant_id', '=', tenantId)
    .where('key_hash', '>', after)
    .where('expires_at', '>', now)
    .where(elsewhere('body', keyId))
    .orderBy('key_hash')
    .limit(limit)
    .execute()

/** A stored answer as it shall be, and as it was read; `key` in hexadecimal digits. */
export interface ResealedAnswer {
  readonly key: string
  readonly body: string
  readonly was: string
}

export async function updateAnswers(
  { tx, tenantId }: Partition,
  answers: readonly ResealedAnswer[],
): Promise<number> {
  const { rows } = await sql`
    update api_idempotency_keys k set body = r.body
    from json_to_recordset(${JSON.stringify(answers)}::json) as r(key text, body text, was text)
    where k.tenant_id = ${tenantId} and k.key_hash = decode(r.key, 'hex') and k.body = r.was
    returning k.key_hash`.execute(tx)
  return rows.length
}
