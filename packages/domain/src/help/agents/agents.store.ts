import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf, type Value } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** The reader of the log that agents are made inactive by. */
export const STANDING = 'help-agent-standing'

const columns = ['id', 'user_id', 'is_active', 'presence', 'capacity'] as const

/** An agent with the member's name and address, and the ids of the queues. */
export type AgentRow = Pick<Selectable<Tables['help_agents']>, (typeof columns)[number]> & {
  display_name: string
  email: string | null
  queue_ids: number[]
}

/** Those of a queue have no counter: an index on the queue leads to them. */
export const agentList = listOf('help_agents', {
  from: 'help_agents as a',
  filters: {
    is_active: 'is_active',
    queue_id: {
      where: (value: Value) => sql`(tenant_id, id) in (
        select m.tenant_id, m.agent_id from help_queue_agents m where m.queue_id = ${value})`,
    },
  },
  counters: ['is_active'],
})

const selectAgents = ({ tx, tenantId }: Partition, from = agentList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'a.user_id'),
    )
    .select(columns.map((column) => `a.${column}` as const))
    .select(['u.display_name', 'u.email'])
    .select(
      sql<number[]>`array(
        select m.queue_id from help_queue_agents m
        where m.tenant_id = ${tenantId} and m.agent_id = a.id order by m.queue_id)`.as('queue_ids'),
    )
    .where('a.tenant_id', '=', tenantId)

export const listAgents = pagesOf(agentList, selectAgents)

export const findAgent = (ctx: Partition, id: number): Promise<AgentRow | undefined> =>
  selectAgents(ctx).where('a.id', '=', id).executeTakeFirst()

/** The agent who a member is, locked until the transaction ends. */
export const lockAgentOfMember = (ctx: Partition, userId: number): Promise<AgentRow | undefined> =>
  selectAgents(ctx).where('a.user_id', '=', userId).forNoKeyUpdate('a').executeTakeFirst()

/** The agent, locked until the transaction ends, and yet not against tickets that are assigned. */
export const lockAgent = (ctx: Partition, id: number): Promise<AgentRow | undefined> =>
  selectAgents(ctx).where('a.id', '=', id).forNoKeyUpdate('a').executeTakeFirst()

export const insertAgent = (
  { tx, tenantId }: Partition,
  agent: Omit<Insertable<Tables['help_agents']>, 'tenant_id'>,
): Promise<{ id: number }> =>
  tx
    .insertInto('help_agents')
    .values({ ...agent, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()

export const updateAgent = (
  { tx, tenantId }: Partition,
  id: number,
  change: Omit<Updateable<Tables['help_agents']>, 'id' | 'user_id'>,
) =>
  tx
    .updateTable('help_agents')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** Puts the agent on these queues, which are kept, and on no other. */
export async function setAgentQueues(
  { tx, tenantId }: Partition,
  agentId: number,
  queueIds: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('help_queue_agents')
    .where('tenant_id', '=', tenantId)
    .where('agent_id', '=', agentId)
    .where('queue_id', '<>', sql<number>`all(${queueIds}::bigint[])`)
    .execute()
  if (queueIds.length === 0) return
  const member = { tenant_id: tenantId, agent_id: agentId }
  await tx
    .insertInto('help_queue_agents')
    .values(queueIds.map((queue_id) => ({ ...member, queue_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
