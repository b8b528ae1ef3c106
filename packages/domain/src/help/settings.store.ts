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
