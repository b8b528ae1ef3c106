import type { Partition } from '../../kit/context.ts'

export async function findIdBySerial(
  { tx, tenantId }: Partition,
  serial: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('learn_certificates')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('serial', '=', serial)
    .executeTakeFirst()
  return row?.id
}

/** The ids of revoked certificates in a range of ids: at most as many as a list has places. */
export async function listRevoked(
  { tx, tenantId }: Partition,
  from: number,
  below: number,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('learn_certificates')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'revoked')
    .where('id', '>=', from)
    .where('id', '<', below)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
