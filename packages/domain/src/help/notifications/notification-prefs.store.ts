import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'

const columns = ['id', 'scope', 'scope_id', 'event_key', 'channel', 'enabled'] as const

type PrefRow = Pick<Selectable<Tables['help_notification_prefs']>, (typeof columns)[number]>

/** The tenant (0), an agent or a requester. */
export interface Scope {
  readonly scope: 'tenant_default' | 'agent' | 'requester'
  readonly scope_id: number
}

/** A preference by its name. */
export type PrefName = Scope & Pick<PrefRow, 'event_key' | 'channel'>

const selectPrefs = ({ tx, tenantId }: Partition) =>
  tx.selectFrom('help_notification_prefs').select(columns).where('tenant_id', '=', tenantId)

/**
 * The preferences of a scope and of the tenant, in the order in which they were set. Only the tenant has the
 * id 0 and no other, which the table checks: the two lists find no third scope.
 */
export const listPrefs = (ctx: Partition, { scope, scope_id }: Scope): Promise<PrefRow[]> =>
  selectPrefs(ctx)
    .where('scope', 'in', [scope, 'tenant_default'])
    .where('scope_id', 'in', [scope_id, 0])
    .orderBy('id')
    .execute()

/** The preferences of agents, and of the tenant, about an event. */
export const listPrefsOf = (
  ctx: Partition,
  event_key: string,
  agentIds: readonly number[],
): Promise<PrefRow[]> =>
  selectPrefs(ctx)
    .where('scope', 'in', ['agent', 'tenant_default'])
    .where('scope_id', 'in', [...agentIds, 0])
    .where('event_key', '=', event_key)
    .execute()

/** The preference as it was set, locked until the transaction ends. */
export const lockPref = (ctx: Partition, name: PrefName): Promise<PrefRow | undefined> =>
  selectPrefs(ctx)
    .where('scope', '=', name.scope)
    .where('scope_id', '=', name.scope_id)
    .where('event_key', '=', name.event_key)
    .where('channel', '=', name.channel)
    .forNoKeyUpdate()
    .executeTakeFirst()

export async function countPrefs({ tx, tenantId }: Partition, { scope, scope_id }: Scope) {
  const { total } = await tx
    .selectFrom('help_notification_prefs')
    .select(sql<number>`count(*)`.as('total'))
    .where('tenant_id', '=', tenantId)
    .where('scope', '=', scope)
    .where('scope_id', '=', scope_id)
    .executeTakeFirstOrThrow()
  return total
}

/** Sets a preference, whether it was set before or not. */
export const setPref = (
  { tx, tenantId }: Partition,
  name: PrefName,
  enabled: boolean,
): Promise<PrefRow> =>
  tx
    .insertInto('help_notification_prefs')
    .values({ ...name, enabled, tenant_id: tenantId })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'scope', 'scope_id', 'event_key', 'channel'])
        .doUpdateSet({ enabled }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow()
