import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { mediaTypesIn } from '../xapi/statements/attachments.rules.ts'
import type { AttachedFile, NextRow, Part } from './forwarding.rules.ts'
import type { ForwarderRow } from './forwarders.store.ts'

/** The bytes of texts that go together, but for a last one that goes beyond. */
const MOST_BYTES = 1_048_576

/** The next statements behind the last that the other store has, as far as none can come between them any more. */
export async function listNext(
  { tx, tenantId }: Partition,
  { after_stored, after_id }: ForwarderRow,
  through: Date,
  most: number,
): Promise<NextRow[]> {
  const { rows } = await sql<NextRow>`
    select id, statement_id, body, added, edits, is_timed, stored from (
      select s.*, sum(octet_length(s.body)) over (order by s.stored, s.id) - octet_length(s.body) as before
      from (
        select * from learn_xapi_statements
        where tenant_id = ${tenantId} and (stored, id) > (${after_stored}::timestamptz, ${after_id}::bigint)
          and stored <= ${through}
        order by stored, id limit ${most}
      ) s
    ) s where before < ${MOST_BYTES} order by stored, id`.execute(tx)
  return rows
}

/** The attachments of a part whose bytes are here. */
export async function listFiles(
  { tx, tenantId }: Partition,
  { rows }: Part,
): Promise<AttachedFile[]> {
  const types = mediaTypesIn(rows)
  if (types.size === 0) return []
  const found = await tx
    .selectFrom('learn_xapi_attachments')
    .select(['sha2', 'content'])
    .where('tenant_id', '=', tenantId)
    .where('sha2', '=', sql<string>`any(${[...types.keys()]}::text[])`)
    .execute()
  return found.map(({ sha2, content }) => ({
    ...{ sha2, content, contentType: types.get(sha2) as string },
  }))
}

interface Moved {
  readonly after_stored: Date
  readonly after_id: number
  readonly taken: number
  readonly refused: number
  readonly error?: string
}

/** Notes how far the other store is; where another worker has done so meanwhile, it stands. */
export const moveCursor = (
  { tx, tenantId }: Partition,
  { id, after_id: was }: ForwarderRow,
  { after_stored, after_id, taken, refused, error }: Moved,
) =>
  tx
    .updateTable('learn_record_forwarders')
    .set({
      ...{ after_stored, after_id, failures: 0, failing_since: null, retry_at: null },
      statements: sql`statements + ${taken}`,
      refused: sql`refused + ${refused}`,
      ...(error === undefined ? {} : { last_error: error }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('after_id', '=', was)
    .execute()
