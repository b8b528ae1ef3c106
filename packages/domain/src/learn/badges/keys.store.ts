import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** The public halves of a partition's keys, the oldest first. */
export const listPublicKeys = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('learn_signing_keys')
    .select(['id', 'public_key'])
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute()

/** The key that signs now. */
export const findPresentKey = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('learn_signing_keys')
    .select(['id', 'private_key'])
    .where('tenant_id', '=', tenantId)
    .where('retired_at', 'is', null)
    .executeTakeFirst()

/** Inserts a key, unless one signs already. The id is taken beforehand, because the private half is sealed for its place. */
export const insertKey = (
  { tx, tenantId }: Partition,
  key: { id: number; public_key: string; private_key: string; created_at: Date },
) =>
  tx
    .insertInto('learn_signing_keys')
    .values({ ...key, tenant_id: tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id']).where('retired_at', 'is', null).doNothing(),
    )
    .execute()

export async function nextKeyId({ tx }: Partition): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval('learn_signing_keys_id_seq')::int8 as id`.execute(tx)
  return Number(rows[0]?.id)
}

/** Keys that are sealed under an older secret than this one. */
export const listKeysElsewhere = ({ tx, tenantId }: Partition, keyId: string) =>
  tx
    .selectFrom('learn_signing_keys')
    .select(['id', 'private_key as was'])
    .where('tenant_id', '=', tenantId)
    .where('private_key', 'not like', `${keyId}.%`)
    .orderBy('id')
    .execute()

export async function replaceKey(
  { tx, tenantId }: Partition,
  id: number,
  was: string,
  private_key: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('learn_signing_keys')
    .set({ private_key })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('private_key', '=', was)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
