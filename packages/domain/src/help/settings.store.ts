import type { Partition } from '../kit/context.ts'

/** The tenant's settings, as text. */
export async function findAppIni({ tx, tenantId }: Partition): Promise<string> {
  const row = await tx
    .selectFrom('tenants')
    .select('app_ini')
    .where('id', '=', tenantId)
    .executeTakeFirst()
  return row?.app_ini ?? ''
}

/** The same, until the transaction ends: of two changes at once, one comes after the other. */
export async function lockAppIni({ tx, tenantId }: Partition): Promise<string> {
  const row = await tx
    .selectFrom('tenants')
    .select('app_ini')
    .where('id', '=', tenantId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return row.app_ini
}

export const setAppIni = ({ tx, tenantId }: Partition, app_ini: string) =>
  tx.updateTable('tenants').set({ app_ini }).where('id', '=', tenantId).execute()
