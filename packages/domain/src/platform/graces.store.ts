import { sql } from 'kysely'
import type { Partition } from '../kit/context.ts'

/** The secrets of a table's rows that a rotation has replaced, and that hold until their grace is over. */
export function gracesOf(table: 'webhook_endpoints' | 'help_email_accounts', column: string) {
  const from = sql.table(table)
  return {
    /** Forgets secrets whose grace is over, at most `limit`; answers how many. */
    async remove({ tx, tenantId }: Partition, before: Date, limit: number): Promise<number> {
      const { numAffectedRows } = await sql`
        update ${from} set ${sql.ref(column)} = null, previous_secret_expires_at = null
        where tenant_id = ${tenantId} and id = any(array(
          select id from ${from}
          where tenant_id = ${tenantId} and previous_secret_expires_at <= ${before}
          order by previous_secret_expires_at limit ${limit} for no key update skip locked))`.execute(
        tx,
      )
      return Number(numAffectedRows)
    },
    /** The time at which the first grace ends. */
    oldest: (tenantId: number) => sql`select min(previous_secret_expires_at) from ${from}
      where tenant_id = ${tenantId} and previous_secret_expires_at is not null`,
  }
}
