import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import type { AiHook, AiPrice } from './ai.rules.ts'

export type AiSettingsRow = Omit<
  Selectable<Tables['ai_settings']>,
  'tenant_id' | 'hooks' | 'prices'
> & {
  hooks: AiHook[]
  prices: AiPrice[]
}

const columns = [
  'api_key',
  'key_set_at',
  'base_url',
  'model',
  'hooks',
  'monthly_cap_cents',
  'calls_per_minute',
  'prices',
] as const

const selectSettings = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('ai_settings')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .$castTo<AiSettingsRow>()

export const findAiSettings = (ctx: Partition): Promise<AiSettingsRow | undefined> =>
  selectSettings(ctx).executeTakeFirst()

/** The settings, locked until the transaction ends: one call of the tenant is let through at a time. */
export const lockAiSettings = (ctx: Partition): Promise<AiSettingsRow | undefined> =>
  selectSettings(ctx).forNoKeyUpdate().executeTakeFirst()

export const setAiSettings = async (
  { tx, tenantId }: Partition,
  { prices, ...row }: AiSettingsRow,
): Promise<void> => {
  const values = { ...row, prices: JSON.stringify(prices) as never }
  await tx
    .insertInto('ai_settings')
    .values({ ...values, tenant_id: tenantId })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(values))
    .execute()
}

/** The tenant's key, where it is not sealed with this key id already. */
export const findAiKeyElsewhere = ({ tx, tenantId }: Partition, keyId: string) =>
  tx
    .selectFrom('ai_settings')
    .select('api_key')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`api_key not like ${`${keyId}.%`}`)
    .executeTakeFirst()

/** Answers whether the key was still as it was read. */
export async function replaceAiKey(
  { tx, tenantId }: Partition,
  was: string,
  api_key: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ai_settings')
    .set({ api_key })
    .where('tenant_id', '=', tenantId)
    .where('api_key', '=', was)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
