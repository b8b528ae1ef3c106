import { sql } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from './context.ts'

/**
 * Removes rows of a table whose time, in column `time`, has come by `until`: the first of them first, at most `limit`.
 * `key` is their column beside the tenant. Answers how many.
 */
export const removalOf =
  (table: keyof Tables & string, key: string, time: string) =>
  async ({ tx, tenantId }: Partition, until: Date, limit: number): Promise<number> => {
    const [from, id, at] = [sql.table(table), sql.ref(key), sql.ref(time)]
    const { numAffectedRows } = await sql`
      delete from ${from} where tenant_id = ${tenantId} and ${id} = any(array(
        select ${id} from ${from} where tenant_id = ${tenantId} and ${at} <= ${until}
        order by ${at} limit ${limit} for update skip locked))`.execute(tx)
    return Number(numAffectedRows)
  }
