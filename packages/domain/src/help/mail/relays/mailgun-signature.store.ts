import { sql } from 'kysely'
import type { Partition } from '../../../kit/context.ts'

/** Notes a token; `false` where it has been used. One that comes twice at once waits for the first. */
export async function useToken(
  { tx, tenantId }: Partition,
  token_hash: Buffer,
  used_at: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('help_mailgun_tokens')
    .values({ tenant_id: tenantId, token_hash, used_at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('used_at')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes tokens that were used before then, at most so many; answers how many. */
export async function deleteTokens(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql`
    delete from help_mailgun_tokens where tenant_id = ${tenantId} and token_hash = any(array(
      select token_hash from help_mailgun_tokens
      where tenant_id = ${tenantId} and used_at <= ${before}
      order by used_at limit ${limit} for update skip locked))
    returning 1`.execute(tx)
  return rows.length
}

/** When the oldest token was used. */
export const oldestToken = (tenantId: number) => sql`
  select used_at from help_mailgun_tokens where tenant_id = ${tenantId} order by used_at limit 1`
