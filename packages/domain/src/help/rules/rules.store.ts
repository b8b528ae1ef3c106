import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { Action } from './actions.rules.ts'
import type { Conditions } from './conditions.rules.ts'

export type RuleRow = Omit<
  Selectable<Tables['help_rules']>,
  'tenant_id' | 'conditions' | 'actions'
> & {
  conditions: Conditions
  actions: readonly Action[]
}

/** The columns that are written; conditions and actions are written as JSON. */
export type RuleChange = Omit<Updateable<Tables['help_rules']>, 'tenant_id' | 'id'>

/** There are few rules, so that those of one event are counted. */
export const ruleList = listOf('help_rules', {
  from: 'help_rules',
  filters: { event: 'event', is_active: 'is_active' },
  order: { by: ['sort_order', 'id'], direction: 'asc' },
})

const selectRules = ({ tx, tenantId }: Partition, from = ruleList.from) =>
  tx.selectFrom(from).selectAll().where('tenant_id', '=', tenantId).$castTo<RuleRow>()

export const listRules = pagesOf(ruleList, selectRules)

/** The rules that are on for an event, in the order in which they run. */
export const listActiveRules = (ctx: Partition, event: string): Promise<RuleRow[]> =>
  selectRules(ctx)
    .where('event', '=', event)
    .where('is_active', '=', true)
    .orderBy('sort_order')
    .orderBy('id')
    .execute()

export const findRule = (ctx: Partition, id: number): Promise<RuleRow | undefined> =>
  selectRules(ctx).where('id', '=', id).executeTakeFirst()

export const lockRule = (ctx: Partition, id: number): Promise<RuleRow | undefined> =>
  selectRules(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** How many rules there are, of at most a few hundred. */
export async function countRules({ tx, tenantId }: Partition): Promise<number> {
  const { total } = await tx
    .selectFrom('help_rules')
    .select(sql<number>`count(*)`.as('total'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return total
}

export const insertRule = (
  { tx, tenantId }: Partition,
  rule: Omit<Insertable<Tables['help_rules']>, 'tenant_id'>,
): Promise<RuleRow> =>
  tx
    .insertInto('help_rules')
    .values({ ...rule, tenant_id: tenantId })
    .returningAll()
    .$castTo<RuleRow>()
    .executeTakeFirstOrThrow()

export const updateRule = (
  { tx, tenantId }: Partition,
  id: number,
  change: RuleChange,
): Promise<RuleRow> =>
  tx
    .updateTable('help_rules')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .$castTo<RuleRow>()
    .executeTakeFirstOrThrow()

export const deleteRule = ({ tx, tenantId }: Partition, id: number) =>
  tx.deleteFrom('help_rules').where('tenant_id', '=', tenantId).where('id', '=', id).execute()

/** Counts that rules change a ticket once more; answers how often they did in its hour, which begins with the first. */
export async function countRun(
  { tx, tenantId }: Partition,
  ticketId: number,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ rules_run: number }>`
    update help_tickets set
      rules_run = case when h.runs_on then rules_run + 1 else 1 end,
      rules_since = case when h.runs_on then rules_since else ${now}::timestamptz end
    from (select coalesce(rules_since > ${now}::timestamptz - interval '1 hour', false) as runs_on
      from help_tickets where tenant_id = ${tenantId} and id = ${ticketId}) h
    where tenant_id = ${tenantId} and id = ${ticketId}
    returning rules_run`.execute(tx)
  return rows[0]?.rules_run ?? 0
}
